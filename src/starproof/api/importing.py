"""Stories into the bank: from files of many kinds and other banks, planned before anything is done."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from starproof.api.watching import Progress, unwatched
from starproof.bank.checking import check_draft
from starproof.bank.importing import (
    Entry,
    Found,
    ImportPlan,
    Item,
    Known,
    Skipped,
    digest_of,
    gather,
    gather_bytes,
    plan_import,
    sources,
)
from starproof.bank.importing.splitting import Split
from starproof.errors import BankError, InputError
from starproof.guides import load_guide

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.bank.records import Changes
    from starproof.core.guide import Guide

_SQLITE = b"SQLite format 3\x00"
_CHANGES = (
    "title", "question", "principle", "register", "provenance", "versions", "principles", "tags", "notes", "happened",
    "uses",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the ids of the stories."""

    added: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    """Stories of which only details changed."""
    change: int | None = None
    """The number by which ``Bank.undo`` takes the whole import back; ``None`` where there was nothing to do."""


def plan_story_import(
    paths: Sequence[str | Path],
    bank: Bank,
    *,
    form: str | None = None,
    split: Split = "auto",
    guide: Guide | None = None,
    progress: Progress = unwatched,
) -> ImportPlan:
    """What an import of these files, folders and banks would do. Nothing is changed.

    Args:
        paths: files and folders of any form that can be read, other banks by their file, ``-`` for standard input.
        bank: that the stories are held against.
        form: one of ``bank.importing.FORMATS``, to read every file as that.
        split: how to cut long documents: ``auto``, ``no``, or the level of the headings over stories.
        guide: whose principles and exemplars stories are held against; default: the shipped one.
        progress: told after each file.

    Raises:
        InputError: when a path is missing or cannot be looked into, or none holds anything to read.
    """
    used = guide or load_guide()
    plan = plan_import(_found(paths, used, form, split, progress), known_of(bank), exemplars=used.exemplars)
    only = plan.failed
    if not plan.entries and len(only) == len(plan.skipped) == 1:
        raise InputError(only[0].code or "E-IMP-015", only[0].reason, only[0].hint)
    return plan


def plan_upload(
    data: bytes, name: str, bank: Bank, *, form: str | None = None, split: Split = "auto", guide: Guide | None = None
) -> ImportPlan:
    """The same for the bytes of one file, such as one that a page received.

    Raises:
        InputError: when nothing in it can be read.
    """
    used = guide or load_guide()
    principles = {one.id: one.name for one in used.principles}
    found = [_kept(one) for one in gather_bytes(data, name, principles=principles, form=form, split=split)]
    return plan_import(found, known_of(bank), exemplars=used.exemplars)


def carry_out(plan: ImportPlan, bank: Bank, *, details: bool = False, progress: Progress = unwatched) -> Imported:
    """Do what the plan says, all or none, as one change: new stories are added, changed ones get a new revision.

    Near-duplicates stay outside; ``ImportPlan.choosing`` turns them into ``add`` or ``revise``.

    Args:
        plan: from ``plan_story_import``.
        bank: the same bank.
        details: whether other details of a story whose text is the same are taken too.
        progress: told when it is done.

    Raises:
        BankError: when the bank cannot keep it.
    """
    fresh = [entry.draft for entry in plan.entries if entry.step == "add"]
    steps = ("revise", "details") if details else ("revise",)
    others = [entry for entry in plan.entries if entry.step in steps and entry.story is not None]
    if not fresh and not others:
        return Imported()
    done = bank.take(fresh, [(str(entry.story), _changes(entry)) for entry in others])
    progress(len(done.entries), len(done.entries))
    added = tuple(entry.id for entry in done.entries[: len(fresh)])
    revised, updated = (tuple(str(one.story) for one in others if one.step == step) for step in ("revise", "details"))
    return Imported(added, revised, updated, done.change)


def _changes(entry: Entry) -> Changes:
    """A new text, and with it the details that the source states; what it does not state stays."""
    names = [name for name in _CHANGES if name in entry.changed]
    changes: dict[str, Any] = {name: getattr(entry.draft, name) for name in names}
    if entry.step == "revise":
        changes["text"] = entry.draft.text
    return cast("Changes", changes)


def known_of(bank: Bank) -> list[Known]:
    """The stories of a bank with the texts that they had before, as imports are held against."""
    return [
        Known(
            entry.draft,
            frozenset(digest_of(one.text) for one in bank.revisions(entry.id)) if entry.revision > 1 else frozenset(),
        )
        for entry in bank.all(archived=None)
    ]


def _found(
    paths: Sequence[str | Path], guide: Guide, form: str | None, split: Split, progress: Progress
) -> Iterator[Found]:
    principles = {one.id: one.name for one in guide.principles}
    for _ in [path for path in paths if str(path) == "-"][:1]:
        yield from map(_kept, _from_stdin(principles, form, split))
    named = [Path(path) for path in paths if str(path) != "-"]
    if not named:
        return
    banks = [path for path in named if _is_bank(path)]
    files = sources([path for path in named if path not in banks])
    if not files and not banks:
        hint = "Stories are read from Markdown, text, .docx, .csv, .json, .jsonl, .srt and .vtt files."
        raise InputError("E-IMP-015", f"There is nothing to import in {', '.join(map(repr, map(str, paths)))}.", hint)
    total = len(files) + len(banks)
    done = 0
    for found in gather(files, principles=principles, form=form, split=split):
        yield from map(_kept, found)
        done += 1
        progress(done, total)
    for path in banks:
        yield from map(_kept, _from_bank(path))
        done += 1
        progress(done, total)


def _from_stdin(principles: Mapping[str, str], form: str | None, split: Split) -> Iterator[Found]:
    """The stories on standard input; another one there later is no other text of the same story."""
    from starproof.api.reading import read_stdin

    for one in gather_bytes(read_stdin(), "standard input", principles=principles, form=form, split=split):
        yield replace(one, draft=replace(one.draft, source=None)) if isinstance(one, Item) else one


def _kept(one: Found) -> Found:
    """What was read, unless the bank would refuse it."""
    if isinstance(one, Skipped):
        return one
    try:
        check_draft(one.draft)
    except BankError as error:
        return Skipped.because_of(error, one.place)
    return one


def _is_bank(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False  # ``sources`` says what is wrong with it


def _from_bank(path: Path) -> Iterator[Found]:
    """The stories of another bank, read from a copy, so that it is neither changed nor brought forward."""
    from starproof.api.banking import open_bank

    with tempfile.TemporaryDirectory(prefix="starproof-") as folder:
        copy = Path(folder) / "bank.db"
        try:
            with (
                closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old,
                closing(sqlite3.connect(copy)) as new,
            ):
                old.backup(new)
            with open_bank(copy, create=False) as other:
                entries = list(other.all(archived=None))
        except (BankError, sqlite3.Error) as error:
            what = f"It cannot be read as a bank: {error}."
            if isinstance(error, BankError):
                what = error.message.replace(repr(str(copy)), repr(str(path)))
            hint = error.hint if isinstance(error, BankError) else "Name a bank that starproof made."
            yield Skipped(path.name, what, hint, "E-IMP-018")
            return
    for entry in entries:
        yield Item(entry.draft, f"{path.name}, story {entry.id!r}")


def plan_as_dict(plan: ImportPlan) -> dict[str, Any]:
    """The plan as plain data, texts left out."""
    return {
        "schema": "starproof.import-plan/1",
        "entries": [_entry_as_dict(entry) for entry in plan.entries],
        "skipped": [
            {"place": one.place, "code": one.code, "reason": one.reason, "hint": one.hint} for one in plan.skipped
        ],
    }


def _entry_as_dict(entry: Entry) -> dict[str, Any]:
    match = entry.match
    return {
        "step": entry.step,
        "place": entry.place,
        "title": entry.draft.title,
        "id": entry.draft.id,
        "words": len(entry.draft.text.split()),
        "story": entry.story,
        "like": match and {"id": match.id, "title": match.title, "share": match.share, "contained": match.contained},
        "exemplar": entry.exemplar,
        "changed": list(entry.changed),
        "notes": list(entry.notes),
    }


def near_as(plan: ImportPlan, step: Literal["hold", "add", "revise"]) -> ImportPlan:
    """The plan with all near-duplicates added, or taken as new texts of the stories that they are like.

    One that is like another story of the same import is added or stays outside.
    """
    if step == "hold":
        return plan
    entries = [
        replace(entry, step="revise" if step == "revise" and entry.story else "add")
        if entry.step == "near" and (step == "add" or entry.story)
        else entry
        for entry in plan.entries
    ]
    return replace(plan, entries=tuple(entries))
