"""``starproof story add``: stories into the bank."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from starproof.cli import completing
from starproof.cli.banked import names_in, opened, principle_named, refresh
from starproof.cli.options import bank_option, principle_option
from starproof.errors import StarproofError, UsageError

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.bank.importing.likeness import Match
    from starproof.core.bank import Draft


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@bank_option
@click.option("--id", "id_", metavar="ID", help="Of the only story; default: made from its title.")
@click.option("--title", metavar="TEXT", help="The story's title.")
@click.option("--question", metavar="TEXT", help="The interview question that it answers.")
@principle_option("The principle that it is meant to show.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="A tag; may be said again.")
@click.option("--happened", metavar="DATE", help="When it ended: 2025, 2025-03 or 2025-03-31.")
@click.option("--notes", metavar="TEXT", help="What you want to remember about it.")
def add(
    files: tuple[str, ...], *, bank: str | None, id_: str | None, tags: tuple[str, ...], **said: str | None
) -> None:
    """Put stories into the bank, one a file; - is standard input. Prints their ids.

    Front matter (title, question, principle, tags, happened ...) is taken, and what you say here counts above it.
    A text that the bank has to the letter is not added again. For folders, long documents and tables use
    `starproof story import`.
    """
    from starproof.cli.story.screens import in_short

    fields: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    drafts = [replace(d, **fields, tags=tuple(dict.fromkeys((*d.tags, *tags)))) for d in _read(files)]
    if id_ is not None:
        if len(drafts) != 1:
            raise UsageError("E-USE-040", f"--id names one story, and there are {len(drafts)}.", "Add them one by one.")
        drafts = [replace(drafts[0], id=id_)]
    from starproof.api.kindred import earlier_of

    with opened(bank, create=True) as found:
        if fields.get("principle"):
            drafts = [replace(draft, principle=principle_named(found, fields["principle"])) for draft in drafts]
        added = found.add_all([draft for draft in drafts if not _there(found, draft)])
        for entry in added:
            click.echo(entry.id)
        refresh(found, only=[entry.id for entry in added])
        for entry in added:
            click.echo(f"  {in_short(found.get(entry.id), names_in(found))}", err=True)
            if (match := earlier_of(entry.draft, found, besides=entry.id)) is not None:
                _say_alike(entry.id, match)


def _say_alike(id_: str, match: Match) -> None:
    """Say that it may be a later draft, and how it becomes that."""
    click.echo(
        f"  It is much like {match.id}, and each now counts as a story of its own. If it is a later draft:", err=True
    )
    click.echo(f"  starproof story merge {shlex.quote(id_)} {shlex.quote(match.id)}", err=True)


@click.command()
@click.argument("later", metavar="LATER", shell_complete=completing.stories)
@click.argument("earlier", metavar="EARLIER", shell_complete=completing.stories)
@bank_option
def merge(later: str, earlier: str, *, bank: str | None) -> None:
    """Make the text of LATER the next revision of EARLIER, and put LATER away.

    For a draft that was added beside the story that it is of. Nothing is deleted: the text before stays among the
    revisions, and `starproof story restore LATER` brings the other back.
    """
    from starproof.api.kindred import take_into

    if later == earlier:
        raise UsageError("E-USE-045", f"{later!r} was named twice.", "Name the later draft, then the story it is of.")
    with opened(bank) as found:
        revision = take_into(found, later, earlier)
        refresh(found, only=[earlier])
        click.echo(f"{earlier}: revision {revision}; {later} is put away.")


def _there(bank: Bank, draft: Draft) -> bool:
    """Whether the bank has this very text; then it says so."""
    ids = bank.with_text(draft.text)
    if ids:
        name = draft.title or draft.source or "The story"
        click.echo(f"{name}: not added, the bank has this very text as {', '.join(ids)}.", err=True)
    return bool(ids)


def _read(files: tuple[str, ...]) -> list[Draft]:
    from starproof import api
    from starproof.api.editing import draft_from_bytes, drafts_in

    if files.count("-") > 1:
        raise UsageError("E-USE-003", "Standard input can be read only once.", "Name a file for one of the two.")
    found: list[Draft] = []
    for file in files:
        try:
            found += [replace(draft_from_bytes(api.read_stdin()), source=None)] if file == "-" else drafts_in([file])
        except StarproofError as error:
            if len(files) > 1:
                error.hint = f"{error.hint} None of the {len(files)} files was added.".lstrip()
            raise
    return found
