"""Word documents to the Markdown that means the same, within bounds that keep a hostile one from hanging us."""

from __future__ import annotations

import io
import zipfile

from starproof.bank.importing.found import refused
from starproof.parse.readers.docx import read_docx

MOST_WORDS = 20_000_000
"""Bytes of the document's own part, unpacked; a million characters take about a third of this."""


def text_of_docx(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The document's text, and notes on how it was read.

    Raises:
        InputError: when it is damaged, encrypted, no Word document, or unpacks to too much.
    """
    size = _unpacked(data)
    if size > MOST_WORDS:
        what = f"{place!r} unpacks to {size:,} bytes of text; a document may have {MOST_WORDS:,}."
        raise refused(11, what, "Save the stories alone, in several documents.")
    draft = read_docx(data, place)
    if not draft.text.strip():
        raise refused(13, f"{place!r} has no text.", "Text in pictures or text boxes is not read; type it out.")
    return draft.text, tuple(note.message for note in draft.notes)


def _unpacked(data: bytes) -> int:
    """Bytes of its XML parts; 0 where it is no zip at all, which the reader says better."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(
                info.file_size for info in archive.infolist() if info.filename.lower().endswith((".xml", ".rels"))
            )
    except Exception:  # zipfile raises many kinds on hostile bytes; the reader names what is wrong
        return 0
