"""The second look: whether anything that was replaced still stands in the copy, in any spelling.

It reads the finished copy and the list of what was to go, and shares no code with the replacing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from starproof.core.months import SHORT

_MONTH = "|".join(SHORT)
_NUMBER = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?!\d)"
    r"(?:[ \u00a0-]?(k|m|mn|mm|bn|b|thousand|million|billion|lakh|crore)\b)?"
    rf"[ \u00a0]?(%|per ?cent|x\b|pp\b|st\b|nd\b|rd\b|th\b|(?:of )?(?:{_MONTH}))?",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(rf"(?:{_MONTH})[a-z]*\.? $", re.IGNORECASE)
_SCALE = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mm": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "billion": 1e9,
}
_SCALE |= {"lakh": 1e5, "crore": 1e7}
_JOINED = re.compile(r"[^\W_]+(?:[-_./·][^\W_]+)+")
_BLANK = "\u25af"
_SHORTEST, _INSIDE = 5, 8
"""Letters of a name that is looked for at either end of longer words, and inside of them."""
_REST = 3
"""Letters that a longer word has besides a short name."""


@dataclass(frozen=True, slots=True)
class Survivor:
    """Something that should be gone and is not."""

    story: int
    """Index of the story."""
    field: str
    original: str
    context: str
    """The words around it in the copy."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One field of the copy, and the half-open ranges in it where stand-ins stand."""

    story: int
    field: str
    text: str
    stand_ins: tuple[tuple[int, int], ...]

    @property
    def own(self) -> str:
        """The text with the stand-ins blanked, so that they cannot be taken for what they replaced."""
        parts, at = [], 0
        for start, end in self.stand_ins:
            parts += [self.text[at:start], _BLANK * (end - start)]
            at = end
        return "".join([*parts, self.text[at:]])


def survivors(
    copies: Sequence[Copy],
    names: Collection[str],
    everyday: Collection[str],
    figures: Sequence[Collection[str]],
    *,
    whole: Collection[str] = (),
    harmless: Callable[[str], bool],
) -> tuple[Survivor, ...]:
    """What is left of these names and figures.

    Args:
        copies: every field of the copy.
        names: what was replaced, looked for in any case, with any ending and inside of words.
        everyday: names that are everyday words as well; only with a capital inside of a sentence are they found.
        figures: by story, the numbers that were replaced, as they stood.
        whole: further names, which stood in lower case; they are looked for as whole words only.
        harmless: whether a longer word in lower case, such as ``baseline``, hides no name.
    """
    found: list[Survivor] = []
    wanted = {_squeezed(name): (name, False) for name in whole if _squeezed(name)}
    wanted |= {_squeezed(name): (name, True) for name in names if _squeezed(name)}
    for copy in copies:
        found += _names(copy, wanted, harmless)
        found += _everyday(copy, everyday)
        found += _figures(copy, figures[copy.story] if copy.story < len(figures) else ())
    return tuple(found)


def _names(copy: Copy, wanted: dict[str, tuple[str, bool]], harmless: Callable[[str], bool]) -> Iterator[Survivor]:
    plain = _folded(copy.own)
    padded = f" {re.sub(r'[^a-z0-9]+', ' ', plain)} " if plain.isascii() else f" {_spaced(plain)} "
    squeezed = padded.replace(" ", "")
    words = [word for word in set(padded.split()) if len(word) > _SHORTEST and not harmless(word)]
    pairs = {re.sub(r"[\W_]", "", pair) for pair in _JOINED.findall(plain)}
    for short, (name, inside) in wanted.items():
        if short not in squeezed:
            continue
        phrase = _spaced(_folded(name)).strip()
        long = inside and len(short) >= _SHORTEST
        stuck = long and (short in pairs or any(_hides(word, short) for word in words))
        ends = (f" {phrase} ", f" {phrase} s ", *([f" {phrase}s "] if len(phrase) > 3 else []))
        if any(end in padded for end in ends) or stuck or f" {short} " in padded:
            yield Survivor(copy.story, copy.field, name, _around(copy, name))


def _hides(word: str, name: str) -> bool:
    if len(name) < _INSIDE and len(word) - len(name) < _REST and not any(character.isdigit() for character in word):
        return word == name + "s"
    return word.startswith(name) or word.endswith(name) or (len(name) >= _INSIDE and name in word)


def _everyday(copy: Copy, names: Collection[str]) -> Iterator[Survivor]:
    own = copy.own
    for name in names:
        for found in re.finditer(rf"(?<=[a-z,] ){re.escape(name)}(?!\w)", own):
            yield Survivor(copy.story, copy.field, name, own[max(0, found.start() - 30) : found.end() + 30])


def _figures(copy: Copy, figures: Collection[str]) -> Iterator[Survivor]:
    gone = {value: text for text in figures for value in _values(text) if value >= 10 or value != int(value)}
    if not gone:
        return
    own = copy.own
    for found in _NUMBER.finditer(own):
        if found.group(3) or _AFTER_MONTH.search(own[max(0, found.start() - 12) : found.start()]):
            continue
        hit = next((gone[value] for value in _values(found.group()) if value in gone), None)
        if hit is not None:
            yield Survivor(copy.story, copy.field, hit, own[max(0, found.start() - 30) : found.end() + 30])


def _values(text: str) -> Iterator[float]:
    """What a number may mean: with its scale, and with commas and points read either way."""
    found = _NUMBER.search(text)
    if found is None:
        return
    digits, scale = found.group(1), _SCALE.get((found.group(2) or "").lower(), 1.0)
    whole = re.sub(r"[,'’\u00a0\u202f ](?=\d{3}(?:\D|$))", "", digits)
    readings = {whole.replace(",", "."), re.sub(r"\.(?=\d{3}(?:\D|$))", "", whole)}
    for reading in readings:
        try:
            yield round(float(reading) * scale, 6)
        except ValueError:
            continue


def _folded(text: str) -> str:
    """Lower case without accents and possessives."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def _spaced(text: str) -> str:
    return " ".join("".join(character if character.isalnum() else " " for character in text).split())


def _squeezed(name: str) -> str:
    return _spaced(_folded(name)).replace(" ", "")


def _around(copy: Copy, name: str) -> str:
    at = copy.own.casefold().find(name.casefold())
    return copy.own[max(0, at - 30) : at + len(name) + 30] if at >= 0 else copy.own[:60]
