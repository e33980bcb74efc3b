"""Bytes to text for an import: UTF-8 where it is, else the encoding that fits, with a note that says so."""

from __future__ import annotations

import re

from starproof.bank.importing.found import refused
from starproof.bank.importing.matter import MARK
from starproof.errors import InputError
from starproof.parse.readers.text import decode

_OURS = tuple(f"---{end}{MARK}{end}".encode() for end in ("\n", "\r\n"))
NOT_UTF8 = "E-INP-004"
_ODD = re.compile("[\x80-\x9f\ufffd]")
_LETTERS = 0.6
"""Share of letters and spaces from which bytes in no Unicode encoding are read as Windows-1252."""


def text_of(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The text of these bytes, and notes on how it was read.

    Raises:
        InputError: when they are binary, or text in an encoding that cannot be told.
    """
    if data.startswith(_OURS):
        return _exactly(data, place), ()
    try:
        text, notes = decode(data, place)
    except InputError as error:
        if error.code != NOT_UTF8:
            raise
        return _guessed(data, error)
    if "\x00" in text:
        raise refused(5, f"{place!r} is binary: it holds the character NUL.", "Name a text, .docx, CSV or JSON file.")
    return text, tuple(note.message for note in notes)


def _exactly(data: bytes, place: str) -> str:
    """The text of our own export, which may hold any character."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"{place!r} is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start:,} fits no character."
        raise refused(6, what, "Export the story again, or save the file as UTF-8.") from None


def _guessed(data: bytes, error: InputError) -> tuple[str, tuple[str, ...]]:
    for encoding, called in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_words(text):
            return text, (f"It is not UTF-8; it was read as {called}. Check letters with accents.",)
    raise error


def _candidates(data: bytes) -> tuple[tuple[str, str], ...]:
    if b"\x00" not in data:
        return (("cp1252", "Windows-1252"),)
    return ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")


def _reads_as_words(text: str) -> bool:
    if not text or "\x00" in text or _ODD.search(text):
        return False
    some = text[:20_000]
    return sum(character.isalpha() or character == " " for character in some) >= _LETTERS * len(some)
