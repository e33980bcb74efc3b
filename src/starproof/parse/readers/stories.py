"""Stories as JSON: one object, a list of them, ``{"stories": [...]}``, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from starproof.core.document import ParseNote, Register
from starproof.errors import InputError
from starproof.parse.numbers import numbers_from_json
from starproof.parse.readers.draft import Draft, where

_SHAPE = 'A story looks like {"id": "migration", "text": "We had..."}; all but the text is optional.'
_REGISTERS = ("written", "spoken")


def load_json(text: str, name: str | None, *, line: int | None = None) -> Any:
    """The value of a JSON text; ``line`` is the line's number in a file of JSON Lines.

    Raises:
        InputError: when it is broken; names line and column.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {line or error.lineno}, column {error.colno}"
        what = f"{where(name)} is broken JSON at {place}: {error.msg}."
        raise InputError("E-INP-006", what, "Is it cut off there? Write or export it again.") from None
    except (RecursionError, ValueError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else "a number in it is too long"
        raise InputError("E-INP-006", f"{where(name)} cannot be read as JSON: {why}.", _SHAPE) from None


def read_stories(data: Any, name: str | None) -> list[Draft]:
    """The stories of one JSON value.

    Raises:
        InputError: when it has another shape; names the field.
    """
    if isinstance(data, Mapping) and isinstance(data.get("stories"), list) and "text" not in data:
        return _each(data["stories"], "stories", name)
    if isinstance(data, list):
        return _each(data, "", name)
    return [story_from(data, where(name))]


def read_lines(text: str, name: str | None) -> list[Draft]:
    """One story a line; blank lines are passed over.

    Raises:
        InputError: when a line is broken or has another shape; names the line and the field.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return [story_from(load_json(line, name, line=number), f"line {number} of {where(name)}") for number, line in lines]


def story_from(record: Any, place: str) -> Draft:
    """The story of one JSON object; ``place`` names it in messages.

    Raises:
        InputError: when it is no object, has no text, or a field has the wrong type.
    """
    if not isinstance(record, Mapping):
        raise InputError("E-INP-007", f"In {place} stands {_kind(record)} and no story.", _SHAPE)
    text = _words(record, "text", place)
    register = _words(record, "register", place)
    if register not in (None, *_REGISTERS):
        raise InputError(
            "E-INP-007",
            f"Field 'register' in {place} is {register[:40]!r}.",
            "Write written or spoken, or leave it out.",
        )
    numbers = numbers_from_json(record.get("numbers"))
    return Draft(
        text if text is not None else _joined(record, place),
        id=_id(record, place),
        title=_words(record, "title", place),
        question=_words(record, "question", place),
        principle=_words(record, "principle", place),
        register=cast("Register | None", register),
        notes=numbers.notes,
        provenance=numbers.provenance,
    )


def with_ids(drafts: list[Draft], default: str) -> list[tuple[str, Draft]]:
    """Each draft with an id of its own: its own, or the default, numbered where there are several."""
    taken = {draft.id for draft in drafts if draft.id}
    used: set[str] = set()
    given = []
    for number, draft in enumerate(drafts, 1):
        wanted = draft.id or (default if len(drafts) == 1 else f"{default}-{number}")
        id = wanted if wanted not in used and (draft.id or wanted not in taken) else _free(wanted, taken | used)
        if draft.id and id != wanted:
            draft = draft.noted(ParseNote("duplicate-id", f"The id {wanted!r} came twice; this story is {id!r}."))
        used.add(id)
        given.append((id, draft))
    return given


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _each(records: list[Any], field: str, name: str | None) -> list[Draft]:
    if not records:
        raise InputError("E-INP-007", f"The list of stories in {where(name)} is empty.", _SHAPE)
    return [story_from(record, f"{field}[{at}] of {where(name)}") for at, record in enumerate(records)]


def _words(record: Mapping[str, Any], field: str, place: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise InputError("E-INP-007", f"Field {field!r} in {place} is {_kind(value)} and no words.", _SHAPE)


def _id(record: Mapping[str, Any], place: str) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    return _words(record, "id", place) or None


def _joined(record: Mapping[str, Any], place: str) -> str:
    """The sentences as one text: a space between two, a blank line before one that opens a paragraph."""
    sentences = record.get("sentences")
    if not isinstance(sentences, list):
        raise InputError("E-INP-007", f"The object in {place} has no field 'text'.", _SHAPE)
    text = ""
    for at, sentence in enumerate(sentences):
        words = sentence.get("text") if isinstance(sentence, Mapping) else None
        if not isinstance(words, str):
            raise InputError("E-INP-007", f"Field 'sentences[{at}].text' in {place} is no words.", _SHAPE)
        gap = "\n\n" if sentence.get("para") is True else " "
        text += (gap if text else "") + words
    return text


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
