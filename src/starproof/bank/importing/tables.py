"""CSV to stories: columns are known by their names in many spellings, whatever separates them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from starproof.bank.importing.columns import field_of, has_text, sorted_out
from starproof.bank.importing.drafting import Reader
from starproof.bank.importing.found import Found, Item, Skipped, refused
from starproof.bank.store.words import words
from starproof.errors import InputError
from starproof.parse import LONGEST

_SEPARATORS = ",;\t|"
MOST_ROWS = 200_000
LEAST_WORDS = 3
"""Different words below which a row holds an entry of a list, such as a name or a number, and no story."""
MOST_BROKEN = 1_000
"""Broken rows after which a file is given up: it is no table."""


def read_table(text: str, place: str, *, principles: Mapping[str, str], notes: tuple[str, ...] = ()) -> Iterator[Found]:
    """One story a row.

    Raises:
        InputError: when there is no row of names, or no column that can hold a story.
    """
    rows = _rows(text.removeprefix("\ufeff"))
    header = next((row for _, row in rows if not isinstance(row, str) and any(cell.strip() for cell in row)), None)
    if header is None:
        raise refused(13, f"{place!r} is an empty table.", "Its first row names the columns, such as title,text.")
    names = [cell.strip() for cell in header]
    if not has_text(names):
        shown = ", ".join(repr(name[:40]) for name in names[:20])
        hint = "Name the column with the stories 'text', or their parts 'situation', 'task', 'action', 'result'."
        raise refused(9, f"No column of {place!r} holds the stories' text; its columns are {shown}.", hint)
    for line, row in rows:
        found = _found(names, row, f"{place}, line {line}", f"{place}:{{}}", principles)
        if found is not None:
            yield found.noted(*notes) if isinstance(found, Item) else found


def is_table_of_details(text: str) -> bool:
    """Whether a table has no column for texts but one for titles, as Notion's beside its pages."""
    header = next((row for _, row in _rows(text.removeprefix("\ufeff")) if not isinstance(row, str)), [])
    return not has_text(header) and any(field_of(name) == "title" for name in header)


def details(text: str) -> dict[str, dict[str, str]]:
    """What a table without texts says of each title."""
    rows = _rows(text.removeprefix("\ufeff"))
    names = next((row for _, row in rows if not isinstance(row, str)), [])
    said = [dict(zip(names, row, strict=False)) for _, row in rows if not isinstance(row, str)]
    title = next(name for name in names if field_of(name) == "title")
    return {record[title].strip(): record for record in said if record.get(title, "").strip()}


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the number of its first line; a row that cannot be read is what is wrong with it."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST + 1))
    separator = _separator(text)
    body = io.StringIO(text, newline="")
    if text[:4].lower() == "sep=":
        body.readline()
    reader = csv.reader(body, delimiter=separator)
    broken = 0
    for _ in range(MOST_ROWS):
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            broken += 1
            if broken > MOST_BROKEN:
                return
            yield line, str(error)


def _separator(text: str) -> str:
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS and text[4:5]:
        return text[4]
    counts = dict.fromkeys(_SEPARATORS, 0)
    quoted = False
    for character in text[:20_000].lstrip():
        quoted ^= character == '"'
        if not quoted and character in "\r\n":
            break
        if not quoted and character in counts:
            counts[character] += 1
    return max(_SEPARATORS, key=counts.__getitem__)


def _told(text: str) -> list[str]:
    """The lines of a text without the headings that its columns became."""
    return [line for line in text.splitlines() if not line.startswith("## ")]


def _found(
    names: list[str], row: list[str] | str, place: str, source: str, principles: Mapping[str, str]
) -> Found | None:
    if isinstance(row, str):
        return Skipped(place, f"The row cannot be read: {row}.", "Is a quotation mark missing?", "E-IMP-010")
    if not any(cell.strip() for cell in row):
        return None
    said = sorted_out(dict(zip(names, row, strict=False)))
    if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
        why = f"The row has {len(row)} cells for {len(names)} columns."
        return Skipped(place, why, "Put texts that hold the separator in quotation marks.", "E-IMP-010")
    reader = Reader(said, place, principles)
    try:
        draft = reader.draft()
        if not draft.text.strip():
            raise refused(13, f"In {place} the text is blank.", "Put the story in it, or take the row out.")
        if len(words(_told(draft.text))) < LEAST_WORDS:
            shown = " ".join(draft.text.split())[:40]
            hint = "Put the story in it, or name the column with the stories 'text'."
            raise refused(19, f"{shown!r} is too short to be a story; who did what takes {LEAST_WORDS} words.", hint)
        key = draft.id or draft.title or place.rpartition(", ")[2]
        named = reader.draft(source=source.format(key))
    except InputError as error:
        return Skipped.because_of(error, place)
    return Item(named, place, tuple(dict.fromkeys(reader.notes)))
