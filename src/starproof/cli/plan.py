"""``starproof plan``: which story goes to which interviewer."""

from __future__ import annotations

from pathlib import Path

import click

from starproof.cli.options import bank_option, guide_option, look_options, output_option, spare, write
from starproof.cli.over_stories import day, given, show, today_option
from starproof.errors import UsageError

FORMATS = ("text", "json", "html", "ics", "markdown")


@click.command()
@click.argument("loop", metavar="LOOP.toml", required=False)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--example", is_flag=True, help="Print a loop file to start from.")
@bank_option
@guide_option
@today_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@output_option
@look_options
def plan(
    loop: str | None,
    files: tuple[str, ...],
    *,
    example: bool,
    bank: str | None,
    guide: str | None,
    today: str | None,
    form: str,
    output: str | None,
    color: str,
    width: int | None,
) -> None:
    """Plan a loop: a first story and a backup for each question of each interviewer, as good as can be.

    LOOP.toml names the interviewers and what they ask for. Stories come from the bank, or from FILE. html is one
    page to take along; ics is a calendar of practice up to the day.
    """
    from starproof import api
    from starproof.api import planning

    if example:
        _write_example(planning.example_loop(), output)
        return
    if loop is None:
        raise UsageError("E-USE-022", "There is no loop to plan.", "Name a LOOP.toml; --example prints one.")
    spare(output, loop)
    book = api.load_guide(guide)
    asked = planning.read_loop_file(loop, guide=book)  # before the minutes that reviewing may take
    stories, _ = given(files, bank=bank, guide=guide, output=output, sketches=True)
    found = planning.plan_loop(asked, stories, guide=book, today=day(today))
    if form == "ics":
        _write_calendar(planning.plan_calendar(found, now=_now(today)), output)
        return
    show(found, form=form, output=output, color=color, width=width)


def _write_example(text: str, output: str | None) -> None:
    if output not in (None, "-") and Path(str(output)).exists():
        hint = "Name another file, or take it away first: it may be the loop that you have written."
        raise UsageError("E-USE-023", f"{output!r} exists already.", hint)
    write(text, output=output)


def _now(today: str | None) -> str:
    """The moment; or, where a day was given, its start."""
    from starproof.api import moment

    return f"{day(today)}T00:00:00Z" if today else moment()


def _write_calendar(text: str, output: str | None) -> None:
    """Its lines end as calendars want them, on every system."""
    if output in (None, "-"):
        click.echo(text.encode(), nl=False)
    else:
        write(text, output=output)
