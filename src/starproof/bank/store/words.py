"""The words by which a story is found: folded the same way for every database, so that all find the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST = 40
"""Code points of a word that count."""
MOST = 250_000
"""Bytes of different words that one story is found by; a story of ten minutes has about five thousand."""
_WORD = re.compile(r"[^\W_]+")
_SINGLE = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
"""Scripts written without spaces: each of their signs is found alone."""


def folded(text: str) -> str:
    """The text without case, accents and styles of letters."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKD", "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold())


def words(texts: Iterable[str | None]) -> list[str]:
    """The different words of some texts, in order, as long as they fit."""
    found: dict[str, None] = {}
    left = MOST
    for text in filter(None, texts):
        for word in _words(text):
            if word not in found:
                left -= len(word.encode()) + 1
                if left < 0:
                    return list(found)
                found[word] = None
    return list(found)


def _words(text: str) -> Iterator[str]:
    if text.isascii():
        yield from (word[:LONGEST] for word in _WORD.findall(text.lower()))
        return
    # Accents are put onto their letters first, so that few words need to be folded sign by sign.
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        if word.isascii():
            yield word.lower()[:LONGEST]
        else:
            yield from (part[:LONGEST] for part in _WORD.findall(_SINGLE.sub(r" \1 ", folded(word))))
