"""Bytes to text: UTF-8, or UTF-16 and UTF-32 that say so; anything else is refused by name."""

from __future__ import annotations

import codecs
import re

from starproof.core.document import ParseNote
from starproof.errors import InputError
from starproof.parse.front_matter import front_matter
from starproof.parse.readers.draft import Draft, where

_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's, so it is asked for first
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_TO_TEXT = "Export it as plain text, Markdown or .docx."
_SPOKEN = "Transcribe it first; .srt, .vtt and Whisper's .json are read."
_MAGIC = (
    (b"\x89PNG", "a PNG picture", "Type out the words that it shows."),
    (b"\xff\xd8\xff", "a JPEG picture", "Type out the words that it shows."),
    (b"GIF8", "a GIF picture", "Type out the words that it shows."),
    (b"%PDF-", "a PDF", _TO_TEXT),
    (b"PK\x03\x04", "a zip archive", "Unpack it; a Word document needs the ending .docx."),
    (b"PK\x05\x06", "an empty zip archive", "Unpack it and name the story itself."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and name the story itself."),
    (b"BZh", "a bzip2 archive", "Unpack it and name the story itself."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it and name the story itself."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and name the story itself."),
    (b"\xd0\xcf\x11\xe0", "an old Word .doc", "Save it as .docx, or as plain text."),
    (b"{\\rtf", "rich text (RTF)", _TO_TEXT),
    (b"ID3", "an MP3 recording", _SPOKEN),
    (b"\xff\xfb", "an MP3 recording", _SPOKEN),
    (b"\xff\xf3", "an MP3 recording", _SPOKEN),
    (b"OggS", "an Ogg recording", _SPOKEN),
    (b"fLaC", "a FLAC recording", _SPOKEN),
    (b"RIFF", "a WAV recording or a RIFF file", _SPOKEN),
    (b"\x1aE\xdf\xa3", "a WebM or Matroska recording", _SPOKEN),
    (b"SQLite format 3", "an SQLite database", _TO_TEXT),
    (b"\x7fELF", "a program", "Name the story instead."),
)
_UNREAD = {
    ".pdf": ("a PDF", _TO_TEXT),
    ".rtf": ("rich text", _TO_TEXT),
    ".doc": ("an old Word document", "Save it as .docx, or as plain text."),
    ".odt": ("an OpenDocument text", "Save it as .docx, or as plain text."),
    ".pages": ("a Pages document", "Export it to Word (.docx) or to plain text."),
    **dict.fromkeys((".mp3", ".wav", ".m4a", ".ogg", ".flac", ".mp4", ".webm"), ("a recording", _SPOKEN)),
}
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.05
"""A larger share of control characters than this is no text that a person wrote."""


def read_text(text: str) -> Draft:
    """Plain text and Markdown are taken as they are; front matter may name the story."""
    return Draft(text, id=front_matter(text).values.get("id") or None)


def refuse_ending(ending: str, name: str | None) -> None:
    """Stop at a file whose ending says that it holds no text that can be read.

    Raises:
        InputError: with the way to export it.
    """
    if ending in _UNREAD:
        what, hint = _UNREAD[ending]
        raise InputError("E-INP-003", f"{where(name)} is {what}, which is not read.", hint)


def decode(data: bytes, name: str | None) -> tuple[str, tuple[ParseNote, ...]]:
    """The text of these bytes, and a note where a byte-order mark was left out.

    Raises:
        InputError: when they are binary, or text in another encoding; names the first bad byte.
    """
    for mark, encoding, called in _MARKS:
        if data.startswith(mark):
            text = _decoded(data, encoding, called, len(mark), name)
            if called != "UTF-8" or "\x00" not in text:
                return text, (_mark_note(called),)
    _refuse_binary(data, name)
    return _decoded(data, "utf-8", "UTF-8", 0, name), ()


def _mark_note(called: str) -> ParseNote:
    return ParseNote("byte-order-mark", f"The {called} byte-order mark at the start was left out of the text.")


def _decoded(data: bytes, encoding: str, called: str, skip: int, name: str | None) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = skip + error.start
        raise InputError(
            "E-INP-004",
            f"{where(name)} is not {called}: byte 0x{data[at]:02x} at offset {at:,} fits no character.",
            "Save it as UTF-8; for a Western European file: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW.",
        ) from None


def _refuse_binary(data: bytes, name: str | None) -> None:
    for magic, what, hint in _MAGIC:
        if data.startswith(magic):
            raise InputError("E-INP-003", f"{where(name)} is no story but {what}.", hint)
    if data[4:8] == b"ftyp":
        raise InputError("E-INP-003", f"{where(name)} is no story but an MP4 or M4A recording.", _SPOKEN)
    zero = data.find(b"\x00")
    if zero >= 0:
        _refuse_zeros(data, zero, name)
    controls = sum(1 for _ in _CONTROL.finditer(data))
    if controls > _MOST_CONTROL * len(data):
        raise InputError(
            "E-INP-003",
            f"{where(name)} is binary: {controls:,} of its {len(data):,} bytes are control characters.",
            "Name a text, Markdown, .docx, subtitle or JSON file.",
        )


def _refuse_zeros(data: bytes, zero: int, name: str | None) -> None:
    halves = data[0::2].count(0), data[1::2].count(0)
    if max(halves) > len(data) // 4 and min(halves) <= len(data) // 50:
        raise InputError(
            "E-INP-004",
            f"{where(name)} seems to be UTF-16 without a byte-order mark: byte 0x00 at offset {zero:,}.",
            "Save it as UTF-8: iconv -f UTF-16LE -t UTF-8 OLD > NEW.",
        )
    raise InputError(
        "E-INP-003",
        f"{where(name)} is binary: byte 0x00 at offset {zero:,}.",
        "Name a text, Markdown, .docx, subtitle or JSON file.",
    )
