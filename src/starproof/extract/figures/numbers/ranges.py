"""Ranges: "three to five weeks", "15-20%", "between 3 and 5", "two or three ships", "fourteen, fifteen"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import DASHES, NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural_ahead
from starproof.extract.figures.numbers.numerals import numeral, rounded
from starproof.extract.figures.numbers.spelled import Numeral


def find_range(tokens: Tokens, figure: Figure) -> None:
    """Take in an upper bound that follows the bare number of ``figure``."""
    opening = _joint(tokens, figure)
    if opening is None:
        return
    joint, at = opening
    other = numeral(tokens, at)
    if other is None or other.year or (other.digits != figure.digits and not _digits_from_ten(joint, figure, other)):
        return
    if (
        joint == "to"
        and _bare_of(other, figure) > 20 * figure.value
        and not names_things(tokens, tokens.over_dash(other.stop))
    ):
        return
    hundreds = joint == "or" and not figure.digits and 100 * (figure.value + 1) == other.value
    near = hundreds or ((joint or figure.value < 10) and _close(joint, figure.value, other.value))
    if joint in ("or", ",", "") and not (near or (joint == "" and _guessed(tokens, figure, other))):
        return
    if joint == "," and _goes_on(tokens, other):
        return
    if joint == "," and other.value != figure.value + 1 and (figure.digits or _listed(tokens, figure, other)):
        return
    if joint == "-" and not tokens.glued(figure.stop - 1) and other.value > 3 * figure.value and not other.scaled:
        return
    if not (joint == "to" and changed(tokens, figure, other)):
        widen(figure, other)


def _goes_on(tokens: Tokens, other: Numeral) -> bool:
    """ "11, 12 and 17 weeks": three of a list, and no guess."""
    at = other.stop
    third = numeral(tokens, at + 1) if tokens.word(at) in ("and", ",", "or") else None
    return third is not None and third.digits == other.digits and third.value > other.value


def _bare_of(other: Numeral, figure: Figure) -> float:
    """The upper bound as it is told beside the lower one: 6 of "five to six K"."""
    bare = other.value / other.scale
    return bare if figure.scale == 1.0 and bare > figure.value else other.value


def _digits_from_ten(joint: str, figure: Figure, other: Numeral) -> bool:
    """Whether digits begin at ten, as in "seven to 10 days"."""
    return (
        joint in ("to", "or", "and")
        and not figure.digits
        and 1 < figure.value < 10 <= other.value < 100
        and other.digits
    )


def changed(tokens: Tokens, figure: Figure, other: Numeral) -> bool:
    """Whether "to" leads from a change to what it came to, as in "rose 14 to 1,203", "by $5 billion to $73 billion"."""
    if tokens.word(figure.first - 1) == "by" and tokens.word(figure.first - 2) not in tokens.known.changes:
        verb = tokens.word(figure.first - 2)
        if not verb.endswith("ed") and plural_ahead(tokens, other.stop) == other.stop:
            return False  # "the marks were wrong by four to twenty points"
    lone = other.scaled and figure.scale == 1.0
    return tokens.word(figure.first - 1) in tokens.known.changes and not lone and other.value > 2.5 * figure.value


def repeat_unit(tokens: Tokens, figure: Figure, other: Figure) -> None:
    """Take in an upper bound with the same unit: "at 5.25 percent to 5.5 percent", "between 3 days and 5 days"."""
    if other.kind == figure.kind and other.unit == figure.unit and other.value > figure.value and other.high is None:
        figure.high, figure.stop = other.value, other.stop


def _joint(tokens: Tokens, figure: Figure) -> tuple[str, int] | None:
    """What joins two bounds after the figure, and where the upper one begins."""
    at, before = figure.stop, tokens.word(figure.first - 1)
    if before in ("like", "about", "around", "roughly") and tokens.word(figure.first - 2) == "from":
        before = "from"
    word = tokens.word(at)
    if word in DASHES:
        if tokens.word(at + 1) in ("to", "or") and tokens.word(at + 2) in DASHES:
            return "to", at + 3
        if tokens.word(at + 1) == "to" and tokens.glued(at - 1) and tokens.kind[at - 1] == tokens.sort(at + 2):
            return "to", at + 2  # "18- to 34-year-olds"
        if _of_games(tokens, at):
            return None
        return ("-", at + 1) if tokens.kind[at - 1] == NUMBER else None
    if word in ("to", "or"):
        rated = word == "to" and not tokens.known.nps.isdisjoint(tokens.low[max(0, figure.first - 5) : figure.first])
        return None if before == "from" or rated else (word, at + 1)
    if word == "and":
        return (word, at + 1) if before == "between" else None
    if word == ",":
        return word, at + 1
    spoken = tokens.sort(at) == WORD and not figure.digits and figure.scale == 1.0 and 1 < figure.value < 100
    return ("", at + (spoken and word in _NEARLY)) if spoken else None


_NEARLY = frozenset("nearly almost maybe".split())
"""Between two bounds of a guess, as in "eight, nearly nine years"."""


def _guessed(tokens: Tokens, figure: Figure, other: Numeral) -> bool:
    """ "twelve fourteen months", "thirty thirty five thousand euros": a guess that its unit follows."""
    low = figure.value
    high = other.value / other.scale if other.scaled else other.value
    if low < 10 or not low < high <= 1.5 * low or tokens.word(figure.first - 1) in tokens.known.names:
        return False
    word, known = tokens.word(other.stop), tokens.known
    if high - low < 2:
        return high - low == 1 and word in ("percent", "%")
    things = high <= 1.25 * low and plural_ahead(tokens, other.stop) == other.stop
    return (
        other.scaled or things or word in known.durations or word in known.moneys or word in ("percent", *known.people)
    )


def _of_games(tokens: Tokens, dash: int) -> bool:
    """ "lost 21-25, 25-19, 25-23": the points of one game among others."""
    low = tokens.low
    after = low[dash + 2 : dash + 3] == [","] and low[dash + 4 : dash + 5] == [low[dash]]
    before = dash > 4 and low[dash - 2] == "," and low[dash - 4] == low[dash]
    return (after and tokens.sort(dash + 3) == NUMBER) or (before and tokens.sort(dash - 3) == NUMBER)


def _listed(tokens: Tokens, figure: Figure, other: Numeral) -> bool:
    """ "ten, fifteen and twenty sites": numbers of a list, and no guess as in "ten, fifteen percent"."""
    at = other.stop + (tokens.word(other.stop) == ",")
    at += tokens.word(at) in ("and", "or")
    further = at > other.stop and numeral(tokens, at) is not None
    return further or (
        tokens.word(figure.first - 1) == "," and tokens.word(figure.first - 2) in tokens.known.number_words
    )


def _close(joint: str, low: float, high: float) -> bool:
    """Whether two numbers are near enough to be one guess: "two or three", "fourteen, fifteen"."""
    ahead = high - low
    if joint == "," and low >= 10 and low % 5 == high % 5 == 0 and ahead in (5, 10):
        return True
    return ahead == 1 if joint in (",", "") else 0 < ahead <= max(2.0, low / 2)


def widen(figure: Figure, other: Numeral) -> bool:
    """Make the figure a range up to ``other``, whose scale it shares: "two to three hundred", "$2-3M"."""
    low = figure.value
    if figure.scale == 1.0 and other.scaled:
        hundreds = low < 10 and other.value / other.scale in range(200, 1000, 100)  # "four and five hundred K"
        scale = other.scale * (100 if hundreds else 1)
        low = rounded(low * scale) if low * scale < other.value else low
    elif not other.digits and low < 10 and other.value in range(200, 1000, 100):
        low *= 100  # "two to three hundred"
    if low >= other.value:
        return False
    figure.value, figure.high, figure.stop = low, other.value, other.stop
    figure.scale, figure.grand = max(figure.scale, other.scale), figure.grand or other.grand
    return True
