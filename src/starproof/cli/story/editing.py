"""``starproof story edit``: in an editor, from a file, or a part of it at once. A text is never lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from starproof.cli import completing
from starproof.cli.banked import opened, principle_named, refresh
from starproof.cli.editor import open_editor
from starproof.cli.options import bank_option, principle_option
from starproof.cli.story.telling import text_in
from starproof.errors import InputError, StarproofError

if TYPE_CHECKING:
    from starproof.bank import Bank, Changes, Entry

_EMPTY = {"notes": ""}


@click.command()
@click.argument("id_", metavar="ID", shell_complete=completing.stories)
@bank_option
@click.option("--file", metavar="FILE", help="Take the text of this file; - is standard input.")
@click.option("--title", metavar="TEXT", help="Its title; an empty one takes it away, as with all that follow.")
@click.option("--question", metavar="TEXT", help="The interview question that it answers.")
@principle_option("The principle that it is meant to show.")
@click.option("--principles", metavar="ID,...", help="Your own principle tags, best first.")
@click.option("--notes", metavar="TEXT", help="What you want to remember about it.")
@click.option("--happened", metavar="DATE", help="When it ended: 2025, 2025-03 or 2025-03-31.")
@click.option("--register", type=click.Choice(["written", "spoken", ""]), help="How the text is to be read.")
@click.option("--expect", type=click.IntRange(1), metavar="N", help="Only if the bank is still at revision N.")
def edit(id_: str, *, bank: str | None, file: str | None, expect: int | None, **said: str | None) -> None:
    """Change a story. Without options, opens it in $VISUAL or $EDITOR with all that you say of it as front matter.

    Other words make a new revision; the ones before stay (`starproof story history`). If the bank cannot take what
    you wrote, it is kept in a file whose name you are told.
    """
    given = {name: value for name, value in said.items() if value is not None}
    with opened(bank) as found:
        before = found.get(id_)
        if file is None and not given:
            after = _in_editor(found, before)
        else:
            changes: Any = {name: _value(found, name, value) for name, value in given.items()}
            if file is not None:
                changes["text"] = text_in(file, holds="story")
            after = found.edit(id_, expected=expect, **changes)
        refresh(found, only=[after.id])
        _tell(before, found.get(after.id))


def _value(bank: Bank, name: str, value: str) -> object:
    if name == "principles":
        said = [one.strip() for one in value.split(",")]
        return tuple(dict.fromkeys(principle_named(bank, one) for one in said if one))
    if name == "principle" and value:
        return principle_named(bank, value)
    return value or _EMPTY.get(name)


def _in_editor(bank: Bank, entry: Entry) -> Entry:
    """What comes of editing a story; its file goes only when the bank has taken it."""
    from starproof.api.editing import changes_in, for_editor

    handle, name = tempfile.mkstemp(prefix=f"starproof-{_plain(entry.id)}-", suffix=".md")
    path = Path(name)
    with os.fdopen(handle, "wb") as file:
        file.write(for_editor(entry).encode())
    original = path.read_bytes()
    try:
        open_editor(path)
        edited = _edited(path)
        changes: Changes = {} if edited == original else changes_in(edited, entry)
        after = bank.edit(entry.id, expected=entry.revision, **changes) if changes else entry
    except BaseException as error:
        raise _kept(path, original, error) from error
    path.unlink()
    return after


def _plain(id_: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in id_)[:40]


def _edited(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            "E-INP-134", f"The editor left no file that can be read: {error.strerror}.", "Nothing was changed."
        ) from error


def _kept(path: Path, original: bytes, error: BaseException) -> BaseException:
    """The error, with the place where the text is kept if anything was written."""
    if not path.exists() or path.read_bytes() == original:
        path.unlink(missing_ok=True)
        return error
    where = f"Your text is kept in {path}."
    if isinstance(error, StarproofError):
        return type(error)(error.code, error.message, f"{error.hint} {where}".strip())
    click.echo(where, err=True)
    return error


def _tell(before: Entry, after: Entry) -> None:
    if after.draft == before.draft:
        click.echo(f"{after.id}: nothing changed")
        return
    moved = f"revision {after.revision}"
    if before.digest and after.digest and before.digest.reads_as != after.digest.reads_as:
        moved += f", reads {after.digest.reads_as} the level (it read {before.digest.reads_as})"
    click.echo(f"{after.id}: {moved}")
