"""Word documents (.docx): headings, lists and tables as the Markdown that means the same."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from starproof.core.document import ParseNote
from starproof.errors import InputError
from starproof.parse.headings import section_of
from starproof.parse.readers.draft import Draft, where

if TYPE_CHECKING:
    from docx.document import Document as Word

MAGIC = b"PK\x03\x04"
_MOST_UNPACKED = 100_000_000
"""Bytes; a document of a million characters unpacks to a third of this."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_SHOWN = {_W + "del", _W + "moveFrom", _W + "pPr", _W + "rPr", _W + "instrText"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_BOLD_WORDS = 8
"""A wholly bold paragraph of so many words is meant as a heading."""


def read_docx(data: bytes, name: str | None) -> Draft:
    """The body's paragraphs and tables, in order; text that a tracked change deletes is left out.

    Raises:
        InputError: when it is damaged, no Word document, encrypted, or unpacks to too much.
    """
    _check_size(data, name)
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        lines = list(_blocks(word.element.body, _styles(word)))
        changed = next(word.element.body.iter(_W + "ins", _W + "del"), None) is not None
    except Exception as error:  # the library lets errors of zip, XML and its own through as they come
        raise _damaged(name, type(error).__name__) from error
    note = ParseNote("tracked-changes", "Read as if all tracked changes were accepted.")
    return Draft(_spaced(lines), notes=(note,) if changed else ())


def _check_size(data: bytes, name: str | None) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "E-INP-008", f"{where(name)} is an old or encrypted Word document.", "Save it as .docx without a password."
        )
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
    except Exception as error:  # zipfile raises many kinds on hostile bytes
        raise _damaged(name, type(error).__name__) from error
    if unpacked > _MOST_UNPACKED:
        raise InputError(
            "E-INP-008",
            f"{where(name)} unpacks to {unpacked:,} bytes; a document may have {_MOST_UNPACKED:,}.",
            "Save the story alone, without pictures.",
        )


def _damaged(name: str | None, why: str) -> InputError:
    return InputError(
        "E-INP-008",
        f"{where(name)} is damaged or no Word document ({why}).",
        "Open it in a word processor and save it as .docx again, or export it as plain text.",
    )


def _styles(word: Word) -> dict[str, str]:
    """Style names by id; built-in names are English in every language of Word."""
    return {style.style_id: (style.name or "").lower() for style in word.styles}


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[str]:
    for child in parent:
        if child.tag == _W + "p":
            yield _paragraph(child, styles)
        elif child.tag == _W + "tbl":
            yield from _table(child)
            yield ""
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "moveTo"):
            yield from _blocks(child, styles)


def _paragraph(paragraph: Any, styles: dict[str, str]) -> str:
    words = _words(paragraph).strip()
    if not words:
        return ""
    style = styles.get(_value(paragraph, "pStyle") or "", "")
    depth = _depth(paragraph, style)
    one_line = " ".join(words.split())
    if depth:
        return f"{'#' * depth} {one_line}"
    if style.startswith("list") or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        return f"- {one_line}"
    if len(words.split()) <= _BOLD_WORDS and "\n" not in words and "*" not in words and _all_bold(paragraph):
        return f"**{one_line}**"
    return words


def _depth(paragraph: Any, style: str) -> int:
    if style == "title":
        return 1
    if style.startswith("heading ") and style[8:].isdigit():
        return min(int(style[8:]) + 1, 6)
    level = _value(paragraph, "outlineLvl")
    return min(int(level) + 2, 6) if level and level.isdigit() and int(level) < 9 else 0


def _value(paragraph: Any, field: str) -> str | None:
    found = paragraph.find(f"{_W}pPr/{_W}{field}")
    return None if found is None else found.get(_W + "val")


def _all_bold(paragraph: Any) -> bool:
    runs = [run for run in paragraph.iter(_W + "r") if _words(run).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(mark is not None and mark.get(_W + "val") not in ("0", "false") for mark in marks)


def _words(element: Any) -> str:
    if element.tag == _W + "t":
        return element.text or ""
    if element.tag in _NOT_SHOWN or element.tag == _FALLBACK:
        return ""
    return _BREAKS.get(element.tag) or "".join(_words(child) for child in element)


def _table(table: Any) -> Iterator[str]:
    """Its rows; where cells name sections, beside their text or above it, they are headings."""
    rows = [[_cell(cell) for cell in _within(row, "tc")] for row in _within(table, "tr")]
    if len(rows) > 1 and len(rows[0]) > 1 and all(section_of(cell)[0] for cell in rows[0]):
        for column, name in enumerate(rows[0]):
            yield f"**{name}**"
            yield from (row[column] for row in rows[1:] if column < len(row))
        return
    for row in rows:
        cells = [cell for cell in row if cell]
        if len(cells) > 1 and section_of(cells[0])[0]:
            yield f"**{cells.pop(0)}**"
        yield " | ".join(cells)


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The parts with this tag, without those inside of one another."""
    for child in element:
        if child.tag == _W + tag:
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _within(child, tag)


def _cell(cell: Any) -> str:
    return " ".join(" ".join(_words(paragraph) for paragraph in _within(cell, "p")).split())


def _spaced(lines: list[str]) -> str:
    """A blank line between paragraphs; none between the items of a list."""
    text = ""
    last = ""
    for line in filter(None, lines):
        gap = "\n" if line.startswith("- ") and last.startswith("- ") else "\n\n"
        text += (gap if text else "") + line
        last = line
    return text
