"""What a bare number is explained by: the figures around it, its sentence, and what the text has said before."""

from __future__ import annotations

from dataclasses import dataclass, field

from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import BREAK, NUMBER, Tokens

REACH = 40
"""Tokens over which a unit carries where no full stop ends the sentence."""
_ENDS = (".", "!", "?")
_BULLETS = ("-", "–", "*", "•", "|", "·")


@dataclass(slots=True)
class Memory:
    """What the text has said so far, as bare numbers need it."""

    measured: list[Figure] = field(default_factory=list)
    """The last figures with a unit, newest last; kept short."""
    broken: list[Figure] = field(default_factory=list)
    """The last rates and short lengths with decimals, newest last; kept short."""
    told: dict[float, Figure] = field(default_factory=dict)
    """The last figure with a unit by its number as spoken."""

    counted: set[float] = field(default_factory=set)
    """The bare numbers that were taken for counts, and the thousands of things."""

    def add(self, figure: Figure) -> None:
        """Remember a figure whose kind is settled."""
        if figure.kind == "count" and (not figure.noun or figure.scale != 1.0):
            self.counted.add(figure.value)
        if figure.kind == "percent" and figure.noun:  # "half the gates" lends nothing
            return
        if figure.kind not in ("count", None):
            self.measured = [*self.measured[-7:], figure]
            self.told[spoken(figure)] = figure
            if spoken(figure) % 1 and (
                figure.unit in ("%", "/5") or (figure.kind == "duration" and figure.factor <= 60)
            ):
                self.broken = [*self.broken[-5:], figure]
        elif figure.noun:
            self.told.pop(spoken(figure), None)


@dataclass(frozen=True, slots=True)
class Text:
    """All that a bare number is explained by."""

    figures: list[Figure]
    tokens: Tokens
    places: list[int]
    """For each token, the number of its sentence."""
    memory: Memory
    has_money: bool = False
    rows: frozenset[int] = frozenset()
    """The sentences that are rows of a list or a table."""

    def apart(self, index: int, source: Figure) -> bool:
        """Whether the figure at ``index`` stands in a row of a list or table that ``source`` is no part of."""
        place = self.places[self.figures[index].first]
        return place in self.rows and self.places[source.stop - 1] != place


def whole(figures: list[Figure], tokens: Tokens) -> Text:
    """The text as bare numbers see it, with nothing remembered yet."""
    places = _sentences(tokens)
    breaks = [index for index, word in enumerate(tokens.low[:-1]) if word == "\n" and _opens_row(tokens, index + 1)]
    rows = frozenset(places[index + 1] for index in breaks)
    return Text(figures, tokens, places, Memory(), _speaks_of_money(figures, tokens), rows)


def _speaks_of_money(figures: list[Figure], tokens: Tokens) -> bool:
    return any(figure.kind == "money" for figure in figures) or any(word in tokens.known.moneys for word in tokens.low)


def _sentences(tokens: Tokens) -> list[int]:
    """For each token, the number of its sentence."""
    places, place = [], 0
    for index, word in enumerate(tokens.low):
        places.append(place)
        closed = (word in _ENDS and not tokens.glued(index)) or tokens.kind[index] == BREAK
        place += closed or (word == "\n" and _opens_row(tokens, index + 1))
    return places


def _opens_row(tokens: Tokens, at: int) -> bool:
    """Whether a line is a row of a list or a table, and so a sentence of its own."""
    return tokens.word(at) in _BULLETS or (tokens.sort(at) == NUMBER and tokens.word(at + 1) in (".", ")"))
