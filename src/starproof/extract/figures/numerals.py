"""Numbers in digits and in words: from "1,50,00,000" and "2.5m" to "two hundred and five" and "three point four million"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from starproof.extract.figures.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.tables import Tables

_PLAIN = re.compile(r"\d++(?:\.\d++)?")
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d\d)++,\d{3}(?:\.\d++)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}+(?:,\d++)?|\d{1,3}(?:\.\d{3})++,\d++")
_COMMA = re.compile(r"\d++,\d++")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})++(?:[.,]\d++)?")
_SWISS = re.compile(r"\d{1,3}(?:['’]\d{3})++(?:[.,]\d++)?")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
LONGEST = 40
"""Digits and marks of the longest number that is read; beyond it is no figure that anyone says."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and where it stands: tokens ``first`` up to ``stop``."""

    value: float
    first: int
    stop: int
    digits: bool
    """Written in digits."""
    scaled: bool = False
    """With a scale of its own: thousand, K, million, crore."""
    grand: bool = False
    """Told in "grand": money."""
    year: bool = False
    """Reads as a calendar year: four plain digits, or "nineteen ninety eight"."""


def from_digits(text: str) -> float | None:
    """The number that digits with grouping marks stand for; ``None`` for versions, dates, and the like."""
    if len(text) > LONGEST:
        return None
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


def numeral(tokens: Tokens, index: int, tables: Tables, *, lesser: bool = True) -> Numeral | None:
    """The number that begins at ``index``, with its scale; ``None`` where there is none."""
    if tokens.kind[index] == NUMBER:
        value = from_digits(tokens.low[index])
        if value is None:
            return None
        plain = tokens.low[index]
        year = len(plain) == 4 and plain.isdigit() and 1900 <= value < 2100
        return _scaled(tokens, tables, Numeral(value, index, index + 1, digits=True, year=year), lesser=lesser)
    if tokens.kind[index] == WORD:
        return _in_words(tokens, index, tables)
    return None


def _scaled(tokens: Tokens, tables: Tables, number: Numeral, *, lesser: bool = True) -> Numeral:
    """The number with the scales that follow it: "1.8" "million", "3" "lakh" "crore", "1" "crore" "80" "lakh"."""
    value, stop, scaled, grand = number.value, number.stop, False, False
    stop, half = _and_half(tokens, tables, stop)
    value += half
    while stop < len(tokens):
        at = stop + 1 if tokens.low[stop] == "-" and tokens.glued(stop - 1) and tokens.glued(stop) else stop
        factor = _scale(tokens, tables, at, after=number)
        if factor is None:
            break
        grand = grand or tokens.low[at] == "grand"
        value, stop, scaled = value * factor, at + 1, True
    if not scaled and half and tokens.word(stop) == "":
        return number
    if scaled:
        more, half = _and_half(tokens, tables, stop)
        if half:
            last = tables.scales.get(tokens.low[stop - 1], 1.0)
            value, stop = value + half * last, more
        if lesser:
            value, stop = _lesser(tokens, tables, value, stop)
    if stop == number.stop:
        return number
    return Numeral(value, number.first, stop, digits=number.digits, scaled=scaled, grand=grand)


def _lesser(tokens: Tokens, tables: Tables, value: float, stop: int) -> tuple[float, int]:
    """Add a lesser scale: "1 crore" and "80 lakh", "nine crore" and "twenty lakh"."""
    last = tables.scales.get(tokens.low[stop - 1], 0.0)
    if last < 1e5 or stop >= len(tokens):
        return value, stop
    rest = numeral(tokens, stop, tables, lesser=False) if tokens.kind[stop] in (NUMBER, WORD) else None
    if rest is None or not rest.scaled or rest.value >= last:
        return value, stop
    return value + rest.value, rest.stop


def _scale(tokens: Tokens, tables: Tables, at: int, *, after: Numeral) -> float | None:
    word = tokens.word(at)
    if word in tables.scales:
        return tables.scales[word]
    if word == "hundred" and after.digits and after.value < 100:
        return 100.0
    factor = tables.suffixes.get(word)
    if factor is None or tokens.glued(at) and tokens.kind[at + 1] in (NUMBER, WORD):
        return None
    glued = at == after.stop and tokens.glued(at - 1)
    if glued or word in ("k", "mn", "bn", "cr") or tokens.text[tokens.start[at]] in "MB":
        return factor
    return None


def _and_half(tokens: Tokens, tables: Tables, at: int) -> tuple[int, float]:
    """The fraction of "and a half", "-and-a-half", "and three quarters" at ``at``, and where it ends."""
    low = tokens.low
    here = at + 1 if tokens.word(at) == "-" else at
    if tokens.word(here) != "and":
        return at, 0.0
    words = [i for i in range(here + 1, min(here + 5, len(low))) if low[i] != "-"][:2]
    if len(words) < 2:
        return at, 0.0
    over, under = low[words[0]], low[words[1]]
    top = {"a": 1, "one": 1, "three": 3, "two": 2}.get(over)
    if top and under in ("half", "quarter", "quarters", "third", "thirds"):
        return words[1] + 1, top / tables.fractions[under]
    return at, 0.0


def _in_words(tokens: Tokens, index: int, tables: Tables) -> Numeral | None:
    reader = _Words(tokens, tables, index)
    return reader.read()


class _Words:
    """Reads one number in words, word by word; never looks back further than its own start."""

    def __init__(self, tokens: Tokens, tables: Tables, index: int) -> None:
        self.tokens, self.tables = tokens, tables
        self.first = self.at = index
        self.total = 0.0
        self.part: float | None = None
        self.last = ""
        self.year = self.scaled = self.grand = self.decimal = False
        self.ceiling = float("inf")

    def read(self) -> Numeral | None:
        """The number, or ``None`` where no number begins here."""
        self._article()
        while self.at < len(self.tokens) and self._take(self._next()):
            pass
        if not self.last:
            return None
        value = self.total + (self.part or 0.0)
        found = Numeral(value, self.first, self.at, digits=False, scaled=self.scaled, grand=self.grand, year=self.year)
        if self.scaled or self.year:
            return found
        suffixed = _scaled(self.tokens, self.tables, found)
        return suffixed

    def _article(self) -> None:
        """ "a hundred", "half a million", "a couple of", "the hundred" """
        tokens, low = self.tokens, self.tokens.low
        if low[self.at] in ("a", "an"):
            after = tokens.word(self.at + 1)
            if after in ("hundred", "dozen") or after in self.tables.scales and not after.endswith("s"):
                self.at, self.part, self.last = self.at + 1, 1.0, "article"
            elif after == "couple":
                self.at += 1
                self._couple()
        elif low[self.at] == "half" and tokens.word(self.at + 1) in ("a", "million", "dozen"):
            at = self.at + 1 + (tokens.word(self.at + 1) == "a")
            word = tokens.word(at)
            if word == "dozen" or word in self.tables.scales and not word.endswith("s"):
                self.at, self.part, self.last = at, 0.5, "article"

    def _couple(self) -> None:
        tokens = self.tokens
        after = tokens.word(self.at + 1)
        self.part, self.last = 2.0, "couple"
        self.at += 2 if after == "of" else 1

    def _next(self) -> int:
        """Index of the next word of the number, over a hyphen or "and" where they may stand."""
        tokens, at = self.tokens, self.at
        if not self.last:
            return at
        if tokens.low[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
            at += 1
        if tokens.word(at) == "and" and self.last in ("hundred", "scale"):
            if tokens.word(at + 1) in ("a", "one") and tokens.word(at + 2) in ("half", "quarter", "third"):
                return at
            at += 1
            if tokens.word(at) == "-":
                at += 1
            if not self._small(tokens.word(at)):
                return self.at
        return at

    def _small(self, word: str) -> bool:
        tables = self.tables
        return word in tables.digits or word in tables.teens or word in tables.tens or word in ("a",)

    def _take(self, at: int) -> bool:
        """Add the word at ``at``; false where it is no part of the number."""
        if at >= len(self.tokens) or self.tokens.kind[at] != WORD:
            return False
        word, tables = self.tokens.low[at], self.tables
        if word in tables.digits:
            done = self._digit(tables.digits[word])
        elif word in tables.teens:
            done = self._teen(tables.teens[word])
        elif word in tables.tens:
            done = self._ten(tables.tens[word])
        elif word == "hundred":
            done = self._hundred()
        elif word in tables.scales:
            done = self._scale(word, tables.scales[word])
        elif word == "dozen":
            done = self._dozen()
        elif word in ("oh", "o") and self.last in ("digit", "ten", "teen"):
            return self._oh(at)
        elif word == "point":
            return self._point(at)
        else:
            return False
        if done:
            self.at = at + 1
        return done

    def _digit(self, value: int) -> bool:
        if self.part is None:
            self.part, self.last = float(value), "digit"
        elif self.last in ("ten", "hundred") and value:
            self.part, self.last = self.part + value, "whole"
        else:
            return False
        return True

    def _teen(self, value: int) -> bool:
        if self.part is None or self.last == "hundred":
            self.part, self.last = (self.part or 0.0) + value, "teen" if self.part is None else "whole"
        elif self.last == "digit" and 1 <= self.part <= 9 and self._run_on():
            self.part, self.last = self.part * 100 + value, "whole"
        elif self.last in ("ten", "teen") and self.part in (19, 20):
            self.part, self.last, self.year = self.part * 100 + value, "whole", True
        else:
            return False
        return True

    def _ten(self, value: int) -> bool:
        if self.part is None or self.last == "hundred":
            self.part, self.last = (self.part or 0.0) + value, "ten"
        elif self.last == "digit" and 1 <= self.part <= 9 and self._run_on():
            self.part, self.last = self.part * 100 + value, "ten"
        elif self.last in ("ten", "teen") and self.part in (19, 20):
            self.part, self.last, self.year = self.part * 100 + value, "ten", True
        else:
            return False
        return True

    def _run_on(self) -> bool:
        """Whether nothing but space or a hyphen stands before the next word: "six-fifty", "one twenty five"."""
        return self.at == self.first + 1 and not self.total

    def _hundred(self) -> bool:
        if self.part is None:
            self.part = 1.0
        elif self.part >= 100:
            return False
        self.part, self.last = self.part * 100, "hundred"
        return True

    def _scale(self, word: str, factor: float) -> bool:
        if self.part is None and not self.total:
            if word.endswith("s") or word in ("grand", "mil", "mio", "million", "billion", "trillion"):
                return False
            self.part = 1.0
        if self.part is None:
            self.total *= factor
        elif factor < self.ceiling:
            self.total += self.part * factor
            self.ceiling = factor
        else:
            self.total = (self.total + self.part) * factor
            self.ceiling = factor
        self.part, self.last, self.scaled = None, "scale", True
        self.grand = self.grand or word == "grand"
        return True

    def _dozen(self) -> bool:
        if self.part is None or self.last not in ("article", "digit", "couple"):
            return False
        self.part, self.last = self.part * 12, "whole"
        return True

    def _oh(self, at: int) -> bool:
        digit = self.tables.digits.get(self.tokens.word(at + 1 + (self.tokens.word(at + 1) == "-")))
        if not digit or self.part is None or self.total:
            return False
        self.year = self.last != "digit" and self.part in (19, 20)
        self.part, self.last = self.part * 100 + digit, "whole"
        self.at = at + 2 + (self.tokens.word(at + 1) == "-")
        return True

    def _point(self, at: int) -> bool:
        """ "point nine five", "point oh four": the decimals, then perhaps a scale."""
        if self.decimal or self.last == "scale":
            return False
        text, stop = self._decimals(at + 1)
        if not text:
            return False
        self.part = (self.part or 0.0) + float(f"0.{text}")
        self.at, self.last, self.decimal = stop, "whole", True
        return True

    def _decimals(self, at: int) -> tuple[str, int]:
        tokens, tables, text = self.tokens, self.tables, ""
        while at < len(tokens) and len(text) < 12:
            word = tokens.low[at]
            if word in tables.digits or word in ("oh", "o"):
                text += str(tables.digits.get(word, 0))
            elif word in tables.teens and not text:
                text += str(tables.teens[word])
            elif word in tables.tens and not text:
                digit = tables.digits.get(tokens.word(at + 1 + (tokens.word(at + 1) == "-")), 0)
                text += str(tables.tens[word] + digit)
                at += (1 + (tokens.word(at + 1) == "-")) if digit else 0
                return text, at + 1
            else:
                break
            at += 1
        return text, at
