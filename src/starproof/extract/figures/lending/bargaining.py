"""A bare number offered, settled on or paid in the place of a figure that was told: "we shook hands on five"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.numbers.telling import in_passing
from starproof.extract.figures.units.after import POINTS

_FAR = 45
"""Tokens over which one bargains."""
_NEAR = 12
"""Tokens over which one bargains for things that are counted."""
_BACK = 5
"""Figures before a number among which that is sought which it takes the place of."""
_OFFERS = frozenset("offered offer asked got gave gives wrote said wanted promised took settled signed".split())
_LEADS = frozenset("for at on with me us him her them only about maybe just".split())
_CLINCHED = (["hands", "on"], ["live", "with"], ["signed", "at"], ["settled", "on"])
"""Before a number, these tell what one came to."""


def bargained(text: Text, index: int) -> Figure | None:
    """The last figure of about this size, for what is offered or settled on; a count where that counts things."""
    figure, tokens = text.figures[index], text.tokens
    if figure.period or not _offered(tokens, figure.first) or not _ends(tokens, figure.stop):
        return None
    near = [f for f in text.figures[max(0, index - _BACK) : index] if figure.first - f.stop < _FAR]
    near = [f for f in near if _alike(tokens, figure, f)]
    if not near or _points_since(text, index, near[-1]):
        return None
    return COUNT if near[-1].kind == "count" else near[-1]


def _points_since(text: Text, index: int, figure: Figure) -> bool:
    """Whether one bargains in points by now."""
    return any(f.unit in ("pp", POINTS) and f.first > figure.first for f in text.figures[max(0, index - 3) : index])


def _offered(tokens: Tokens, first: int) -> bool:
    if tokens.low[first - 2 : first] in _CLINCHED:
        return True
    if tokens.low[first - 3 : first] == ["came", "down", "to"]:
        return tokens.word(first - 4) in ("he", "she", "they")
    at = first - 1
    while tokens.word(at) in _LEADS and at > first - 4:
        at -= 1
    return tokens.word(at) in _OFFERS


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends at ``at``; raw speech goes on with what was got for it: "I asked for twelve got ten"."""
    return ends_clause(tokens, at) or tokens.word(at) in ("got", "on", "in")


def _alike(tokens: Tokens, figure: Figure, other: Figure) -> bool:
    if other.kind in ("multiple", "score", None) or other.unit == "pp" or in_passing(tokens, other):
        return False
    if other.kind == "count" and (not other.noun or figure.value % 1 or figure.first - other.stop > _NEAR):
        return False
    return 0.3 <= times(figure, other) <= 3.4 and (other.kind != "percent" or not other.noun)


def times(figure: Figure, other: Figure) -> float:
    """How many times another figure a bare number is, with the scale of that one where it is left out."""
    scale = other.scale if figure.scale == 1.0 and figure.value < 1000 else 1.0
    return figure.value * scale / max(spoken(other), 1e-9)


def and_length(text: Text, index: int) -> Figure | None:
    """The last length of about this size, behind a sum: "I asked for 2.4 crore and nine months, got 1.4 and seven"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is None or before.kind != "money" or tokens.low[before.stop : figure.first] != ["and"]:
        return None
    if figure.scale != 1.0 or figure.period or not ends_clause(tokens, figure.stop) or index < 3:
        return None
    lengths = [f for f in text.figures[max(0, index - 7) : index - 1] if f.kind == "duration"]
    paired = [f for f in lengths if tokens.word(f.first - 1) == "and"]
    return next((f for f in reversed(paired) if 0.3 <= times(figure, f) <= 3), None)


_PRICED = frozenset("of to from at for pay pays paid it's is was".split())


def price_in_words(text: Text, index: int) -> Figure | None:
    """The price with cents told before, for "we pay four euros twenty ... the union asked for three fifty"."""
    figure = text.figures[index]
    if not _like_a_price(text, figure):
        return None
    sums = [f for f in text.memory.measured if f.kind == "money"]
    if not sums or any(f.scale == 1e3 and 0.3 <= figure.value * 1e3 / f.value <= 3 for f in sums):
        return None
    led = text.tokens.word(figure.first - 1) in _PRICED
    prices = [f for f in sums if f.scale == 1.0 and (f.value % 1 or (led and f.value < 10))]
    prices = [f for f in prices if 0.5 <= figure.value / 100 / f.value <= 2]
    return Figure(0, 0, 0.0, "money", prices[-1].unit, factor=0.01) if prices else None


def _like_a_price(text: Text, figure: Figure) -> bool:
    """Whether a number in words may be of coins and their hundredths, as "three fifty" is."""
    plain = not figure.digits and figure.scale == 1.0 and figure.period in ("", "minute", "hour")
    if not plain or not 100 < figure.value < 1000 or figure.value % 5 or not figure.value % 100:
        return False
    return "hundred" not in text.tokens.low[figure.first : figure.stop]
