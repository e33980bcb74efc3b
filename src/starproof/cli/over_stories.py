"""What coverage, plan, profile and readiness share: the stories that they look at, and how they print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from starproof.cli.banked import reviewing
from starproof.cli.options import (
    Command,
    bank_option,
    form_option,
    guide_option,
    look_options,
    output_option,
    spare,
    wants_color,
    width_of,
    write,
)
from starproof.cli.waiting import progress_bar
from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.core.bank import Banked
    from starproof.core.guide import Guide
    from starproof.plan.readiness import Dated
    from starproof.report.planning import Planned

files_argument = click.argument("files", nargs=-1, metavar="[FILE]...")
today_option = click.option("--today", metavar="DAY", default=None, help="Tell ages by this day, such as 2026-03-31.")


def dated_options(command: Command) -> Command:
    """Which stories, by which guide, at which day, and how it is printed."""
    for option in (look_options, output_option, form_option, today_option, guide_option, bank_option, files_argument):
        command = option(command)
    return command


def given(
    files: tuple[str, ...],
    *,
    bank: str | None,
    guide: str | None,
    output: str | None = None,
    sketches: bool = False,
    texts: dict[str, str] | None = None,
) -> tuple[tuple[Banked, ...], Guide]:
    """The stories of these files, or else of the bank, and the guide that they were reviewed by.

    ``texts`` takes the texts of stories in files, by id.

    Raises:
        UsageError: when both are named, or the output would take the place of one of them.
    """
    spare(output, *files, bank, guide)
    if files and bank:
        raise UsageError("E-USE-020", "Stories come from files or from a bank, not from both.", "Leave one out.")
    if files:
        return _from_files(files, guide, {} if texts is None else texts)
    from starproof import api

    loaded = api.load_guide(guide)
    with api.open_bank(bank, guide=loaded, create=False) as opened:
        with reviewing() as told:
            refreshed = opened.refresh(progress=told)
        for story, why in refreshed.refused:
            _passed_over(story, why)
        return opened.banked(sketches=sketches), loaded


def _from_files(files: tuple[str, ...], guide: str | None, texts: dict[str, str]) -> tuple[tuple[Banked, ...], Guide]:
    from starproof import api
    from starproof.api.planning import stories_in

    reviewer = api.make_reviewer(guide=guide)
    with progress_bar("Reviewing") as told:
        found = stories_in(files, reviewer=reviewer, on_skip=_passed_over, on_text=texts.__setitem__, progress=told)
    return found, reviewer.guide


def _passed_over(place: str, why: str) -> None:
    click.echo(f"{place}: passed over. {why}", err=True)


def past_of(files: tuple[str, ...], *, bank: str | None, guide: Guide) -> tuple[Dated, ...]:
    """How the bank's stories read over time; files have no past."""
    if files:
        return ()
    from starproof import api
    from starproof.api.planning import story_history

    with api.open_bank(bank, guide=guide, create=False) as opened:
        return tuple(story_history(opened))


def day(today: str | None) -> str:
    """The day that was given, or this one.

    Raises:
        UsageError: when it is no date.
    """
    if today is None:
        return date.today().isoformat()  # noqa: DTZ011 - the owner's own day
    try:
        return date.fromisoformat(today).isoformat()
    except ValueError as error:
        raise UsageError("E-USE-021", f"{today!r} is no date.", "Write 2026-03-31.") from error


def show(found: Planned, *, form: str, output: str | None, color: str, width: int | None) -> None:
    """Print it, or put it in a file."""
    from starproof.report.planning import render_planning

    colored = wants_color(color) and output is None
    write(render_planning(found, format=form, width=width_of(width), color=colored), output=output)
