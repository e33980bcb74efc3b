"""``starproof story list``, ``show`` and ``history``."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from starproof.cli import completing
from starproof.cli.banked import flag_named, names_in, opened, principle_named, refresh
from starproof.cli.options import bank_option, form_option, look_options, principle_option, wants_color, width_of, write
from starproof.cli.over_stories import day, today_option
from starproof.cli.story.telling import version_of

if TYPE_CHECKING:
    from rich.text import Text

    from starproof.bank import Bank, Entry, Page
    from starproof.report.terminal.look import Look

SORTS = ("updated", "added", "title", "id")
CHOSEN_BY_REVIEWS = ("principle", "level", "flag")
"""Options that ask for what reviews say."""
AGES = ("fresh", "ageing", "stale", "undated")


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@bank_option
@principle_option("Only stories that count for this principle.")
@click.option("--level", type=click.Choice(["below", "at", "above", "unclear"]), help="Only stories that read so.")
@click.option("--flag", metavar="ID", shell_complete=completing.flags, help="Only stories that raise this red flag.")
@click.option("--tag", metavar="TAG", help="Only stories with this tag.")
@click.option("--fresh", type=click.Choice(AGES), help="Only stories that happened so long ago; undated: not said.")
@today_option
@click.option("--archived", is_flag=True, help="Those that were put away instead.")
@click.option("--sort", type=click.Choice(SORTS), default="updated", show_default=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="Stories on a page.")
@click.option("--after", metavar="CURSOR", help="Go on after the page that named this cursor.")
@form_option
@look_options
def list_(words: tuple[str, ...], *, bank: str | None, form: str, color: str, width: int | None, **wanted: Any) -> None:
    """List the stories, those last changed first; with WORDs, those that hold all of them or words that begin so."""
    from starproof.api.editing import line_as_dict
    from starproof.cli.story.screens import list_lines

    with opened(bank) as found:
        if wanted["principle"]:
            wanted["principle"] = principle_named(found, wanted["principle"], any_asked=True)
        if wanted["flag"]:
            wanted["flag"] = flag_named(found, wanted["flag"])
        wanted["today"] = day(wanted["today"])
        page = _page(found, text=" ".join(words) or None, **wanted)
        if form == "json":
            _json({"stories": [line_as_dict(line) for line in page.lines], "total": page.total, "next": page.next})
            return
        look, names = _look(color, width), names_in(found)
        _print(list_lines(page, names, look, today=wanted["today"]), look)
        if page.total == 0 and not found.ids():
            click.echo("The bank is empty. Put a story in with: starproof story add FILE", err=True)
    if page.next:
        click.echo(f"More: starproof story list --after {page.next}", err=True)


def _page(bank: Bank, **wanted: Any) -> Page:
    """A page of the list with the reviews that it needs: all where it is chosen by them, else those of its stories."""
    if any(wanted[name] for name in CHOSEN_BY_REVIEWS):
        refresh(bank)
        return bank.list(**wanted)
    page = bank.list(**wanted)
    lacking = [line.id for line in page.lines if line.digest is None]
    if not lacking:
        return page
    refresh(bank, only=lacking)
    return bank.list(**wanted)


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completing.stories)
@bank_option
@click.option("--revision", type=click.IntRange(1), metavar="N", help="An earlier wording.")
@click.option("--minutes", type=click.IntRange(2, 4), help="The telling of so many minutes.")
@click.option("--text", "bare", is_flag=True, help="Only the text, to the letter.")
@click.option("--review", "reviewed", is_flag=True, help="The whole review.")
@form_option
@look_options
def show(
    id_: str, *, bank: str | None, revision: int | None, minutes: int | None, bare: bool, reviewed: bool,
    form: str, color: str, width: int | None,
) -> None:  # fmt: skip
    """Show a story: what you say of it, what its review says, and its text."""
    from starproof.api.editing import entry_as_dict
    from starproof.cli.story.screens import show_lines

    with opened(bank) as found:
        entry = _wording(found, id_, revision, minutes)
        if bare:
            click.echo(entry.draft.text, nl=False)
        elif reviewed:
            _review(entry, form, color, width)
        elif form == "json":
            _json(entry_as_dict(entry, found))
        else:
            look = _look(color, width)
            _print(show_lines(entry, names_in(found), look), look)


def _wording(bank: Bank, id_: str, revision: int | None, minutes: int | None) -> Entry:
    """The story as it is, or in another wording; that one has no review."""
    entry = bank.get(id_)
    if revision is not None and revision != entry.revision:
        old = bank.revision(id_, revision)
        names = ("text", "title", "question", "principle", "register", "provenance", "versions")
        draft = replace(entry.draft, **{name: getattr(old, name) for name in names})
        entry = replace(entry, draft=draft, revision=revision, updated=old.at, digest=None)
    if minutes is None:
        return entry
    text = version_of(id_, entry.draft.versions, minutes)
    return replace(entry, draft=replace(entry.draft, text=text), digest=None)


def _review(entry: Entry, form: str, color: str, width: int | None) -> None:
    from starproof import api

    story = replace(entry.story(), source=entry.draft.source)
    reviewer = api.make_reviewer()
    text = api.render(
        [reviewer.review(story)], format=form, guide=reviewer.guide, width=width_of(width), color=wants_color(color)
    )
    write(text, output=None)


@click.command()
@click.argument("id_", metavar="[ID]", shell_complete=completing.stories, required=False)
@bank_option
@click.option("--limit", type=click.IntRange(1), default=40, show_default=True, help="The last so many changes.")
@form_option
@look_options
def history(id_: str | None, *, bank: str | None, limit: int, form: str, color: str, width: int | None) -> None:
    """Say who changed what and when, the last change first; of one story or of the whole bank."""
    from starproof.api.editing import event_as_dict
    from starproof.cli.story.screens import history_lines

    with opened(bank) as found:
        events = found.history(id_, limit=limit)
    if form == "json":
        _json([event_as_dict(event) for event in events])
        return
    look = _look(color, width)
    _print(history_lines(events, look, one=id_ is not None), look)


def _look(color: str, width: int | None) -> Look:
    from starproof.report.terminal.look import Look

    return Look(width_of(width), wants_color(color))


def _print(lines: list[Text], look: Look) -> None:
    from starproof.report.terminal import printed

    write(printed(lines, width=look.width, color=look.color), output=None)


def _json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
