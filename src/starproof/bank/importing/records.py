"""JSON and JSON Lines to stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from starproof.bank.importing.columns import sorted_out
from starproof.bank.importing.drafting import Reader
from starproof.bank.importing.exact import SCHEMA, exact_draft
from starproof.bank.importing.found import Found, Item, Skipped, refused
from starproof.core.bank import Draft
from starproof.errors import InputError
from starproof.parse.readers.stories import load_json, story_from
from starproof.parse.readers.transcript import is_transcript, read_transcript


def read_json(text: str, place: str, *, principles: Mapping[str, str]) -> Iterator[Found]:
    """The stories of one JSON value: an object, a list of them, ``{"stories": [...]}``, or a transcript.

    Raises:
        InputError: when it is broken or has another shape.
    """
    data = load_json(text, place)
    if is_transcript(data):
        draft = read_transcript(data, place)
        yield Item(Draft(draft.text, register="spoken", source=place), place, tuple(n.message for n in draft.notes))
        return
    if isinstance(data, Mapping) and isinstance(data.get("stories"), list) and "text" not in data:
        data = data["stories"]
    if isinstance(data, Mapping):
        yield from _found(data, place, place, principles)
    elif isinstance(data, list) and data:
        for number, record in enumerate(data, 1):
            yield from _found(record, f"{place}, entry {number}", f"{place}:{number}", principles)
    else:
        raise refused(8, f"{place!r} holds no story.", 'A story looks like {"id": "migration", "text": "We had..."}.')


def read_json_lines(text: str, place: str, *, principles: Mapping[str, str]) -> Iterator[Found]:
    """One story a line; a broken line never spoils the rest."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{place}, line {number}"
        try:
            record = load_json(line, place, line=number)
        except InputError as error:
            yield Skipped.because_of(error, where)
            continue
        if number == 1 and _is_backup(record):
            hint = "Bring it back with `starproof bank restore`, into a bank of its own where --bank names one."
            yield Skipped(place, f"{place!r} is the backup of a bank and holds more than stories.", hint, "E-IMP-021")
            return
        yield from _found(record, where, f"{place}:{number}", principles)


def _is_backup(record: Any) -> bool:
    return isinstance(record, Mapping) and str(record.get("format", "")).startswith("starproof.bank/")


def _found(record: Any, place: str, source: str, principles: Mapping[str, str]) -> Iterator[Found]:
    try:
        yield _item(record, place, source, principles)
    except InputError as error:
        yield Skipped.because_of(error, place)


def _item(record: Any, place: str, source: str, principles: Mapping[str, str]) -> Item:
    if not isinstance(record, Mapping):
        raise refused(
            8, f"In {place} stands no object.", 'A story looks like {"id": "migration", "text": "We had..."}.'
        )
    if record.get("schema") == SCHEMA:
        return Item(exact_draft(record, place), place)
    if isinstance(record.get("sentences"), list) and "text" not in record:
        record = {"text": story_from(record, place).text} | {k: v for k, v in record.items() if k in _ANNOTATED}
    reader = Reader(sorted_out(record), place, principles)
    draft = reader.draft(source=_named(record, source))
    if not draft.text.strip():
        raise refused(13, f"In {place} the text is blank.", "Put the story in it, or take the entry out.")
    return Item(draft, place, tuple(reader.notes))


_ANNOTATED = ("id", "title", "question", "principle", "register")
"""What is read beside the sentences of an annotated story; its labels are no part of it."""


def _named(record: Mapping[str, Any], source: str) -> str:
    """A source that stays when lines move: by the story's id or title where it has one."""
    key = record.get("id") or record.get("title")
    return f"{source.rpartition(':')[0] or source}:{key}" if isinstance(key, str) and key else source
