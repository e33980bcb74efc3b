"""Numbers in digits and in words: their value, and a number of the same looks with another value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9}
_WORDS = "|".join(sorted((*_UNITS, *_TENS, *SCALES), key=len, reverse=True))
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
_DIGITS = re.compile(
    rf"(?<![\w.,])(?:{_EUROPEAN})|"
    + r"(?<![\w.,])\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?:\.\d+)?(?![\d])|\d{1,15}(?:[.,]\d{1,9})?"
)
_ONES = "|".join(list(_UNITS)[:10])
_SPELLED = re.compile(
    rf"(?<![\w-])(?:{_WORDS})(?:(?:[ -]|[ ]and[ ])(?:{_WORDS}))*(?: point((?: (?:{_ONES}))+))?(?![\w])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text. ``decimals`` are the digits behind its point."""

    start: int
    end: int
    text: str
    value: float
    decimals: int = 0
    group: str = ""
    point: str = "."
    scale: str = ""
    """The word that a spelled number ends with, such as ``million``."""
    spelled: bool = False

    def with_value(self, value: float) -> str:
        """Another value in the same looks; a spelled number becomes digits."""
        if self.scale:
            return f"{_short(value / SCALES[self.scale])} {self.scale}"
        if self.spelled and not self.decimals:
            return f"{round(value):,}" if value >= 10_000 else str(round(value))
        whole, _, rest = f"{value:.{self.decimals}f}".partition(".")
        if self.group:
            whole = f"{int(whole):,}".replace(",", self.group)
        return whole + (self.point + rest if rest else "")

    def rounded(self, value: float) -> float:
        """The value as it would be read again."""
        if self.scale:
            return float(_short(value / SCALES[self.scale])) * SCALES[self.scale]
        return round(value, self.decimals)


def numerals(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """The numbers of a stretch of text, in order."""
    stop = len(text) if end is None else end
    found = [_in_digits(one) for one in _DIGITS.finditer(text, start, stop)]
    found += [_in_words(one) for one in _SPELLED.finditer(text, start, stop) if not _after_digits(text, one.start())]
    yield from sorted(found, key=lambda one: one.start)


def _after_digits(text: str, at: int) -> bool:
    """Whether the word only scales the digits before it, as in ``1.2 million``."""
    return text[max(0, at - 2) : at].strip()[-1:].isdigit()


def _in_digits(found: re.Match[str]) -> Numeral:
    text = found.group()
    if re.fullmatch(_EUROPEAN, text):
        plain = text.replace(".", "").replace(",", ".")
        return Numeral(found.start(), found.end(), text, float(plain), len(plain.partition(".")[2]), ".", ",")
    group = next(
        (character for character in ",'’\u00a0\u202f " if re.search(rf"\d{re.escape(character)}\d{{3}}", text)), ""
    )
    if group and not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:\.\d+)?", text):
        group = ""
    plain = text.replace(group, "") if group else text
    point = "," if "," in plain else "."
    plain = plain.replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return Numeral(found.start(), found.end(), text, float(plain), decimals, group, point)


def _in_words(found: re.Match[str]) -> Numeral:
    behind = (found.group(1) or "").lower().split()
    words = re.split(r"[ -]+", found.group().lower().partition(" point")[0])
    total, current = 0.0, 0.0
    for word in words:
        if word in SCALES:
            current = (current or 1) * SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif word != "and":
            current += _UNITS.get(word, _TENS.get(word, 0))
    scale = words[-1] if words[-1] in SCALES and words[-1] != "hundred" and len(words) > 1 and not behind else ""
    value = total + current + sum(_UNITS[word] / 10.0**place for place, word in enumerate(behind, 1))
    return Numeral(found.start(), found.end(), found.group(), value, len(behind), scale=scale, spelled=True)


def _short(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if value < 10 else str(round(value))
