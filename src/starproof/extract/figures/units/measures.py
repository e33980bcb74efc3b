"""Measures of length, weight, speed, temperature and the like: counts of the unit named."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import STAFF, plural
from starproof.extract.figures.numbers.numerals import in_metres

_DEGREES = ("°", "º")
_SHORT = ("g", "ha", "mi", "mp", "db", "nm")


def find_measure(tokens: Tokens, figure: Figure) -> bool:
    """Settle the figure by a measure after it: "40 mph", "1,800 square feet", "-12 °C", "41.2 km/h"."""
    at = tokens.over_dash(figure.stop)
    if tokens.word(at) in _DEGREES:
        lettered = tokens.word(at + 1) in ("c", "f") and tokens.glued(at)
        return _counts(tokens, figure, "degree", at + 1 + lettered)
    if tokens.original(at) in ("C", "F") and figure.digits and tokens.glued(at - 1):
        return _counts(tokens, figure, "degree", at + 1)
    if tokens.word(at) == "in" and figure.digits and tokens.glued(at - 1):
        return _counts(tokens, figure, "inch", at + 1)
    square = tokens.word(at) in ("square", "cubic", "sq")
    word = tokens.word(at + square)
    unit = "metre" if word == "m" and figure.digits and in_metres(tokens, at + 1) else tokens.known.measures.get(word)
    if unit is None or (word in _SHORT and not (figure.digits and tokens.original(at) != "G")):
        return False
    if word == "ml" and tokens.word(at + 1) in STAFF:
        return False  # "two ML teams"
    stop = at + square + 1
    joined = tokens.over_dash(stop)
    apart = unit == "pound" and tokens.word(stop) in ("feet", "foot")
    if (joined != stop or apart) and (tokens.word(joined) in _TIMES or tokens.word(joined) in tokens.known.measures):
        unit, stop = _compound(tokens, unit, tokens.word(joined)), joined + 1
    if tokens.word(stop) == "/" and tokens.glued(stop - 1) and tokens.glued(stop) and tokens.sort(stop + 1) == WORD:
        unit, stop = f"{unit}/{tokens.word(stop + 1)}", stop + 2
    return _counts(tokens, figure, f"{tokens.word(at)} {unit}" if square else unit, stop)


_TIMES = frozenset("hour hours second seconds year years".split())


def _compound(tokens: Tokens, unit: str, second: str) -> str:
    """The unit of "kilowatt-hours", "acre-feet", "pound-feet": that of the short form where there is one."""
    if second in _TIMES:
        short = f"{unit}h"
        return short if short in tokens.known.measures else f"{unit} {second.removesuffix('s')}"
    return f"{unit} {tokens.known.measures[second]}"


def _counts(tokens: Tokens, figure: Figure, unit: str, stop: int) -> bool:
    figure.noun = True
    if unit == "degree" and _below_zero(tokens, figure.first):
        figure.value, figure.first = -figure.value, figure.first - 1
    return figure.become("count", unit, stop)


def _below_zero(tokens: Tokens, first: int) -> bool:
    return tokens.word(first - 1) == "minus" or signed(tokens, first) == "-"


def signed(tokens: Tokens, first: int) -> str:
    """The sign in front of a number, as in "from -4 to +22"; empty where a dash joins it to what comes before."""
    mark = tokens.word(first - 1).replace("−", "-").replace("–", "-")
    alone = tokens.glued(first - 1) and not tokens.glued(first - 2) and tokens.sort(first) == NUMBER
    return mark if mark in ("-", "+") and alone else ""


def part_of_measure(tokens: Tokens, first: int, at: int, share: float) -> Figure | None:
    """So much of the one measure that is named at ``at``, as in "half a mile"."""
    word, unit = tokens.word(at), tokens.known.measures.get(tokens.word(at))
    if unit is None or len(word) < 3 or plural(word) or word == "feet":
        return None
    figure = Figure(first, at + 1, share, noun=True)
    figure.become("count", unit, at + 1)
    return figure
