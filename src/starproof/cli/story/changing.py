"""``starproof story tag``, ``told``, ``versions``, ``rm``, ``restore``, ``undo`` and ``redo``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from starproof.cli import completing
from starproof.cli.banked import opened, principle_named
from starproof.cli.options import bank_option, principle_option
from starproof.cli.story.telling import text_in, version_of
from starproof.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starproof.bank import Bank, Entry


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completing.stories)
@click.argument("tags", nargs=-1, metavar="[TAG]...")
@bank_option
@click.option("--remove", metavar="TAG", multiple=True, help="Take this tag away; may be said again.")
def tag(id_: str, tags: tuple[str, ...], *, bank: str | None, remove: tuple[str, ...]) -> None:
    """Add TAGs to a story, and remove others; prints the tags that it has then."""
    with opened(bank) as found:
        entry = found.tag(id_, add=tags, remove=remove) if tags or remove else found.get(id_)
    for one in entry.draft.tags:
        click.echo(one)


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completing.stories)
@bank_option
@click.option("--on", metavar="DAY", help="The day, such as 2026-03-31; default: today.")
@click.option("--company", metavar="NAME", help="Where it was told.")
@click.option("--interviewer", metavar="NAME", help="Who heard it.")
@principle_option("The principle that was asked for.")
@click.option("--question", metavar="TEXT", help="The question as it was asked.")
@click.option("--went", type=click.Choice(["well", "mixed", "badly"]), help="How it went.")
@click.option("--note", metavar="TEXT", default="", help="What to remember, such as a follow-up that came.")
def told(id_: str, *, bank: str | None, on: str | None, **use: Any) -> None:
    """Write down that a story was told in an interview; plans then know how often it was used, and to whom."""
    from starproof.api.banking import moment
    from starproof.core.bank import Use

    with opened(bank) as found:
        if use["principle"]:
            use["principle"] = principle_named(found, use["principle"], any_asked=True)
        entry = found.record_use(id_, Use(on or moment()[:10], **use))
    times = len(entry.draft.uses)
    click.echo(
        f"{entry.id}: told {times} time{'' if times == 1 else 's'}, last written down for {entry.draft.uses[-1].on}"
    )


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completing.stories)
@click.argument("minutes", type=click.IntRange(2, 4), required=False)
@click.argument("file", required=False)
@bank_option
@click.option("--remove", is_flag=True, help="Take the telling of so many MINUTES away.")
def versions(id_: str, minutes: int | None, file: str | None, *, bank: str | None, remove: bool) -> None:
    """Keep the text of FILE (- is standard input) as the story's telling of 2, 3 or 4 MINUTES.

    Without FILE, prints that telling; without MINUTES, lists what there is.
    """
    if remove and (minutes is None or file is not None):
        raise UsageError("E-USE-041", "--remove takes a number of minutes and no file.", "Say for instance: 2 --remove")
    with opened(bank) as found:
        if minutes is not None and (file is not None or remove):
            _report(
                "taken away" if remove else "kept",
                [found.put_version(id_, minutes, None if remove else text_in(str(file), holds="telling"))],
            )
            return
        kept = found.get(id_).draft.versions
    if minutes is not None:
        click.echo(version_of(id_, kept, minutes), nl=False)
        return
    for length, text in sorted(kept.items()):
        click.echo(f"{length} minutes  {len(text.split())} words")
    if not kept:
        click.echo(f"No telling of its own yet. Keep one with: starproof story versions {id_} 2 FILE", err=True)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.stories)
@bank_option
def rm(ids: tuple[str, ...], *, bank: str | None) -> None:
    """Put stories away: lists, matches and plans pass them over, `starproof story restore` brings them back."""
    with opened(bank) as found:
        _report("put away", found.archive_all(ids).entries)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing.stories)
@bank_option
def restore(ids: tuple[str, ...], *, bank: str | None) -> None:
    """Bring stories back that were put away."""
    with opened(bank) as found:
        _report("back", found.restore_all(ids).entries)


@click.command()
@click.argument("id_", metavar="[ID]", shell_complete=completing.stories, required=False)
@bank_option
def undo(id_: str | None, *, bank: str | None) -> None:
    """Take the last change back, of one story or of the whole bank; again, the one before.

    What was added is put away, not deleted. One import is one change.
    """
    with opened(bank) as found:
        _report("undone", found.undo(id_), found)


@click.command()
@click.argument("id_", metavar="[ID]", shell_complete=completing.stories, required=False)
@bank_option
def redo(id_: str | None, *, bank: str | None) -> None:
    """Do again what was undone last, as long as nothing else was changed since."""
    with opened(bank) as found:
        _report("done again", found.redo(id_), found)


def _report(what: str, entries: Sequence[Entry], bank: Bank | None = None) -> None:
    """A line on each story; with the bank that did it, also which parts of it were changed."""
    latest = bank.history(limit=len(entries)) if bank else ()
    parts = {event.story: f" ({', '.join(_PARTS.get(part, part) for part in event.fields)})" for event in latest}
    for entry in entries:
        state = ", put away" if entry.draft.archived and what != "put away" else ""
        click.echo(f"{entry.id}: {what}{parts.get(entry.id, '')}{state}, revision {entry.revision}")


_PARTS = {"uses": "a telling", "versions": "a shorter telling", "archived": "put away or brought back"}
"""What a part of a story is called where its own name says little."""
