"""Numbers in digits, with the grouping marks of the West, India, Europe, and Switzerland."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"\d++(?:\.\d++)?")
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d(?!\d))++,\d{3}(?:\.\d++)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}+(?:,\d++)?|\d{1,3}(?:\.\d{3})++,\d++")
_ROUND = re.compile(r"[1-9]\d{0,2}\.000")
"""300.000 is three hundred thousand: nobody writes three empty decimals."""
_COMMA = re.compile(r"\d++,\d++")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})++(?:[.,]\d++)?")
_SWISS = re.compile(r"\d{1,3}(?:['’]\d{3})++(?:[.,]\d++)?")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
LONGEST = 40
"""Digits and marks of the longest number that is read; beyond it is no figure that anyone says."""


def from_digits(text: str) -> float | None:
    """The number that digits with grouping marks stand for; ``None`` for versions, dates, and the like."""
    if len(text) > LONGEST:
        return None
    if _ROUND.fullmatch(text):
        return float(text.replace(".", ""))
    if _PLAIN.fullmatch(text):
        return float(text)
    if _WESTERN.fullmatch(text) or _INDIAN.fullmatch(text):
        return float(text.replace(",", ""))
    if _EUROPEAN.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _SPACED.fullmatch(text) or _SWISS.fullmatch(text):
        return float(_SPACES.sub("", text).replace(",", "."))
    if _COMMA.fullmatch(text):
        return float(text.replace(",", "."))
    return None
