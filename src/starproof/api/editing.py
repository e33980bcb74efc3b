"""Stories as their owner writes them: files to drafts, and one story of the bank to an editor and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from starproof.bank import Bank, Changes, Entry, Event, Line
from starproof.bank.exporting.texts import as_markdown
from starproof.bank.importing import Found, Skipped, gather, gather_bytes, sources
from starproof.bank.importing.exact import record_of
from starproof.core.bank import Draft
from starproof.errors import InputError
from starproof.guides import load_guide

Data = dict[str, Any]
_FIXED = ("id", "archived")
"""What an editor does not change: there are commands for that."""


def drafts_in(paths: Sequence[str]) -> list[Draft]:
    """The stories of these files, one a file unless it is a list of stories.

    Raises:
        InputError: when a file is missing, or no story can be read from it.
    """
    principles = _principles()
    found = gather(sources([Path(path) for path in paths]), principles=principles, split="no")
    return _drafts(one for some in found for one in some)


def draft_from_bytes(data: bytes) -> Draft:
    """The story of a text that came without a name, such as from standard input; its front matter counts.

    Raises:
        InputError: when it holds no story, or more than one.
    """
    drafts = _drafts(gather_bytes(data, "story.md", principles=_principles(), split="no"))
    if len(drafts) != 1:
        raise InputError("E-INP-130", f"There are {len(drafts)} stories where there should be one.", "Give one story.")
    return drafts[0]


def _principles() -> dict[str, str]:
    return {one.id: one.name for one in load_guide().principles}


def _drafts(found: Iterable[Found]) -> list[Draft]:
    drafts = []
    for one in found:
        if isinstance(one, Skipped):
            raise InputError(one.code or "E-INP-131", f"{one.place}: {one.reason}", one.hint)
        drafts.append(one.draft)
    return drafts


def for_editor(entry: Entry) -> str:
    """A story as Markdown with all that its owner says of it as front matter."""
    return as_markdown(entry.draft)


def changes_in(edited: bytes, entry: Entry) -> Changes:
    """What differs from the story once its Markdown has been edited.

    Raises:
        InputError: when it can no longer be read.
    """
    draft = draft_from_bytes(edited)
    names = [field.name for field in fields(Draft) if field.name not in (*_FIXED, "source")]
    return _changes({n: getattr(draft, n) for n in names if getattr(draft, n) != getattr(entry.draft, n)})


def _changes(found: Data) -> Changes:
    return found  # type: ignore[return-value]


def entry_as_dict(entry: Entry, bank: Bank) -> Data:
    """A story of the bank as JSON values: what its owner says, its text, and its review in brief."""
    from starproof.engine.digest import digest_as_dict

    return {
        "schema": "starproof.banked/1",
        **record_of(entry.draft),
        "text": entry.draft.text,
        "revision": entry.revision,
        "added": entry.added,
        "updated": entry.updated,
        "archived": entry.draft.archived,
        "bank": bank.where,
        "digest": digest_as_dict(entry.digest) if entry.digest else None,
    }


def line_as_dict(line: Line) -> Data:
    """A story in a list as JSON values."""
    digest = line.digest
    return {
        "id": line.id,
        "title": line.title,
        "question": line.question,
        "principle": line.principle,
        "principles": list(line.principles),
        "ranked": [[one.id, one.score] for one in digest.principles] if digest else None,
        "reads_as": digest.reads_as if digest else None,
        "flags": list(digest.flags) if digest else None,
        "words": digest.words if digest else None,
        "seconds": digest.seconds if digest else None,
        "tags": list(line.tags),
        "happened": line.happened,
        "told": [use.on for use in line.uses],
        "minutes": list(line.minutes),
        "revision": line.revision,
        "added": line.added,
        "updated": line.updated,
        "archived": line.archived,
    }


def event_as_dict(event: Event) -> Data:
    """A change as JSON values."""
    return {
        "number": event.number,
        "at": event.at,
        "by": event.by,
        "story": event.story,
        "kind": event.kind,
        "fields": list(event.fields),
        "before": dict(event.before),
        "after": dict(event.after),
        "undone": event.undone,
    }
