"""``starproof story add``: stories into the bank."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from starproof.cli.banked import names_in, opened, principle_named, refresh
from starproof.cli.options import bank_option
from starproof.errors import UsageError

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.core.bank import Draft


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@bank_option
@click.option("--id", "id_", metavar="ID", help="Of the only story; default: made from its title.")
@click.option("--title", metavar="TEXT", help="The story's title.")
@click.option("--question", metavar="TEXT", help="The interview question that it answers.")
@click.option("--principle", metavar="ID", help="The principle that it is meant to show.")
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
    with opened(bank, create=True) as found:
        if fields.get("principle"):
            drafts = [replace(draft, principle=principle_named(found, fields["principle"])) for draft in drafts]
        added = found.add_all([draft for draft in drafts if not _there(found, draft)])
        for entry in added:
            click.echo(entry.id)
        refresh(found)
        for entry in added:
            click.echo(f"  {in_short(found.get(entry.id), names_in(found))}", err=True)


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
        found += [replace(draft_from_bytes(api.read_stdin()), source=None)] if file == "-" else drafts_in([file])
    return found
