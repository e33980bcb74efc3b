"""Paths to stories: which files are read, how each kind is read, and that one bad file never spoils the rest."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from starproof.bank.importing import tables
from starproof.bank.importing.columns import sorted_out
from starproof.bank.importing.drafting import Reader
from starproof.bank.importing.encoding import text_of
from starproof.bank.importing.found import Found, Item, Skipped, refused
from starproof.bank.importing.markdown import read_markdown
from starproof.bank.importing.records import read_json, read_json_lines
from starproof.bank.importing.splitting import Split
from starproof.bank.importing.walking import files_of, read_file
from starproof.bank.importing.word import text_of_docx
from starproof.errors import InputError
from starproof.parse.readers import read
from starproof.parse.readers.docx import MAGIC
from starproof.parse.readers.text import refuse_ending

FORMATS = ("markdown", "docx", "csv", "jsonl", "json", "subtitles")
_KINDS: Mapping[str, str] = {
    **dict.fromkeys((".md", ".markdown", ".txt", ".text", ".mdx"), "markdown"),
    ".docx": "docx",
    **dict.fromkeys((".csv", ".tsv", ".tab"), "csv"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".json": "json",
    **dict.fromkeys((".srt", ".vtt"), "subtitles"),
}
_LEFT = "It is no story but an attachment."


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read. ``alone`` is one that was named itself, not found in a folder."""

    path: Path
    place: str
    alone: bool


def sources(paths: Sequence[Path]) -> list[Source | Skipped]:
    """The files under these paths, in order, each once.

    Raises:
        InputError: when a path that was named is missing or cannot be looked into.
    """
    found: list[Source | Skipped] = []
    seen: set[Path] = set()
    for root in paths:
        alone = not os.path.isdir(root)  # noqa: PTH112 - this one never raises
        for one in files_of(root):
            if isinstance(one, Skipped):
                found.append(one)
                continue
            path, place = one
            real = path.resolve()
            if real in seen:
                found.append(Skipped(place, "It is the same file as one before."))
                continue
            seen.add(real)
            found.append(Source(path, place, alone))
    return found


def gather(
    files: Iterable[Source | Skipped], *, principles: Mapping[str, str], form: str | None = None, split: Split = "auto"
) -> Iterator[tuple[Found, ...]]:
    """What each file holds, file by file and in order; of a bad one, why it was skipped.

    Args:
        files: what ``sources`` found.
        principles: the guide's principles, ids to names.
        form: one of ``FORMATS``, to read every file as that; told by endings where not given.
        split: how to cut long documents: ``auto``, ``no``, or the level of the headings over stories.

    Raises:
        InputError: when the only file that was named cannot be read at all.
    """
    tables_beside: list[tuple[str, dict[str, dict[str, str]]]] = []
    for file in files:
        if isinstance(file, Skipped):
            yield (file,)
            continue
        try:
            data = read_file(file.path, file.place)
            if not file.alone and _is_details(data, file.place, tables_beside):
                continue
            found = tuple(
                gather_bytes(data, file.place, alone=file.alone, principles=principles, form=form, split=split)
            )
        except InputError as error:
            found = (Skipped.because_of(error, file.place),)
        yield tuple(_completed(one, tables_beside, principles) for one in found)


def gather_bytes(
    data: bytes,
    place: str,
    *,
    principles: Mapping[str, str],
    alone: bool = True,
    form: str | None = None,
    split: Split = "auto",
) -> Iterator[Found]:
    """The stories in one file's bytes.

    Raises:
        InputError: when nothing in it can be read.
    """
    ending = PurePosixPath(place).suffix.lower()
    kind = form or _kind(ending, data, place, alone)
    if kind is None:
        yield Skipped(place, _LEFT)
        return
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise refused(13, f"{place!r} is empty.", "Put the story in it.")
    if kind == "subtitles":
        yield from _spoken(data, place)
        return
    text, notes = text_of_docx(data, place) if kind == "docx" else text_of(data, place)
    if kind == "csv":
        yield from tables.read_table(text, place, principles=principles, notes=notes)
    elif kind in ("json", "jsonl"):
        reader = read_json if kind == "json" else read_json_lines
        yield from _noted(reader(text, place, principles=principles), notes)
    else:
        yield from read_markdown(text, place, split=split, generous=alone, principles=principles, notes=notes)


def _kind(ending: str, data: bytes, place: str, alone: bool) -> str | None:
    """How to read a file; ``None`` for one in a folder whose ending is of no story.

    Raises:
        InputError: when it was named itself and cannot be read.
    """
    if ending in _KINDS:
        return _KINDS[ending]
    if not alone:
        return None
    refuse_ending(ending, place)
    if data.startswith(MAGIC) and _is_docx(data):
        return "docx"
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2]
    if head[:1] == b"{":
        return "json" if b"\n{" not in data else "jsonl"
    return "json" if head in (b"[{", b"[\n", b"[\r", b"[ ") and b'"' in data[:200] else "markdown"


def _is_docx(data: bytes) -> bool:
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except Exception:  # zipfile raises many kinds on hostile bytes; then it is none
        return False


def _spoken(data: bytes, place: str) -> Iterator[Found]:
    for document in read(data, name=place):
        reader = Reader(sorted_out({"register": "spoken"}), place, {})
        draft = reader.draft(text=document.text, source=place, title=PurePosixPath(place).stem)
        yield Item(draft, place, tuple(note.message for note in document.notes))


def _noted(found: Iterator[Found], notes: tuple[str, ...]) -> Iterator[Found]:
    for one in found:
        yield one.noted(*notes) if isinstance(one, Item) else one


def _is_details(data: bytes, place: str, beside: list[tuple[str, dict[str, dict[str, str]]]]) -> bool:
    """Take a table without texts, which stands beside the pages that it describes."""
    if PurePosixPath(place).suffix.lower() != ".csv":
        return False
    text, _ = text_of(data, place)
    if not tables.is_table_of_details(text):
        return False
    beside.append((place, tables.details(text)))
    return True


def _completed(
    one: Found, beside: Sequence[tuple[str, dict[str, dict[str, str]]]], principles: Mapping[str, str]
) -> Found:
    """A page with what the table beside it says of it, where the page itself does not."""
    if not isinstance(one, Item) or one.draft.title is None:
        return one
    for place, records in beside:
        record = records.get(one.draft.title)
        if record is None:
            continue
        reader = Reader(sorted_out(dict(record)), place, principles)
        said = reader.draft(text=one.draft.text)
        draft = one.draft
        draft = replace(
            draft,
            question=draft.question or said.question,
            principle=draft.principle or said.principle,
            principles=draft.principles or said.principles,
            tags=draft.tags or said.tags,
            happened=draft.happened or said.happened,
            notes=draft.notes or said.notes,
        )
        return replace(one, draft=draft)
    return one
