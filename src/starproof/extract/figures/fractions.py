"""Figures in words of their own: "half the team", "a third", "one in five", "doubled", "a week"."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lengths import and_half, lasts, length
from starproof.extract.figures.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.margins import past_goal
from starproof.extract.figures.money import a_coin, money_after
from starproof.extract.figures.nouns import names_things, plural, plural_ahead
from starproof.extract.figures.numerals import VULGAR, numeral, rounded
from starproof.extract.figures.spelled import Numeral
from starproof.extract.figures.units import POINTS


def find_special(tokens: Tokens, at: int) -> Figure | None:
    """The figure that a word at ``at`` states without a number; ``None`` where it states none."""
    word, known = tokens.low[at], tokens.known
    if word in ("a", "an", "another"):
        return _article(tokens, at)
    if word == "half":
        return _half(tokens, at)
    if word in known.factors or word in ("double", "triple", "twice"):
        return _factor(tokens, at)
    if word in ("year", "month") and and_half(tokens, at + 1):
        return length(tokens, at, at, 1.0)
    return None


def find_share(tokens: Tokens, number: Numeral) -> Figure | None:
    """The share that a number opens: "two thirds", "three quarters", "one in five", "one line in eight"."""
    known, under = tokens.known, tokens.over_dash(number.stop)
    word = tokens.word(under)
    if number.digits and number.value < 1 and word == "of" and tokens.low[number.first] in VULGAR:
        return _share(number.first, number.stop, number.value)
    if number.scaled or number.value != int(number.value):
        return None
    if number.digits:
        slashed = _slashed(tokens, number)
        if slashed is not None:
            return slashed
        return _one_in(tokens, number) if number.value == 1 else _some_in(tokens, number)
    if word in known.fractions and number.value < known.fractions[word] and number.stop == number.first + 1:
        return _fraction(tokens, number.first, under, number.value)
    return _one_in(tokens, number) if number.value == 1 else _some_in(tokens, number)


def _slashed(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "2/3 of the code", "about 1/4 of returns" """
    at = number.stop
    under = tokens.low[at + 1] if tokens.word(at) == "/" and tokens.glued(at - 1) and tokens.glued(at) else ""
    if under not in ("2", "3", "4", "5", "6", "8", "10") or tokens.word(at + 2) != "of" or number.value >= int(under):
        return None
    return _share(number.first, at + 2, number.value / int(under))


def _some_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "seven in ten of our users", "three in four said no"; not "four in ten cities"."""
    if tokens.word(number.first - 1) in ("of", "the"):
        return None
    if tokens.word(number.stop) != "in":
        return _things_in(tokens, number)
    if tokens.word(number.stop + 1) == "every":
        return _in_every(tokens, number, number.stop + 1)
    base = numeral(tokens, number.stop + 1)
    if base is None or base.digits != number.digits or base.value not in (3, 4, 5, 10, 100) or base.scaled:
        return None
    after = tokens.word(base.stop)
    if base.value == 100 and base.stop == base.first + 2 and plural_ahead(tokens, base.stop) < 0:
        return _share(number.first, base.stop, number.value / base.value)  # "eleven in a hundred"
    told = after == "of" or after in tokens.known.verbs or after.endswith("ed") or (base.value == 10 and after in _WHO)
    verb = tokens.word(base.stop + 1) in ("were", "are", "had", "have", "came", "went", "said")
    told = told or (plural(after) and verb and base.value <= 5)
    return _share(number.first, base.stop, number.value / base.value) if told and number.value < base.value else None


def _things_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "9 mornings in 10", "six callers in every hundred"; not "six callers in ten minutes"."""
    at = number.stop
    if tokens.low[at : at + 3] == ["times", "out", "of"]:
        base = numeral(tokens, at + 3)
        if base is None or number.value >= base.value or plural_ahead(tokens, base.stop) >= 0:
            return None
        return _share(number.first, base.stop, number.value / base.value)
    if not plural(tokens.word(at)) or tokens.word(at + 1) != "in" or tokens.word(at) in tokens.known.durations:
        return None
    if tokens.word(at + 2) == "every":
        return _in_every(tokens, number, at + 2)
    base = numeral(tokens, at + 2)
    if base is None or base.value not in (10, 100) or base.scaled or number.value >= base.value:
        return None
    ends = tokens.sort(base.stop) != WORD or tokens.word(base.stop) in tokens.known.stop
    return _share(number.first, base.stop, number.value / base.value) if ends else None


def _in_every(tokens: Tokens, number: Numeral, every: int) -> Figure | None:
    """ "six in every hundred": the share, unless a time or other things are told ("two stops in every 30 minutes")."""
    base = numeral(tokens, every + 1)
    if base is None or base.value <= number.value or base.value < 3:
        return None
    if tokens.word(base.stop) in tokens.known.durations or plural_ahead(tokens, base.stop) >= 0:
        return None
    return _share(number.first, base.stop, number.value / base.value)


_WHO = frozenset("people users customers of had have were are was is never say told".split())


def _fraction(tokens: Tokens, first: int, under: int, top: float) -> Figure | None:
    """A share of something, of a time ("a quarter of a second"), or a quarter of the year."""
    known, word, after = tokens.known, tokens.low[under], tokens.word(under + 1)
    share = top / known.fractions[word]
    timed = after == "of" and tokens.word(under + 2) in ("a", "an", "the")
    if timed and tokens.word(under + 3) in known.durations and tokens.word(under + 2) != "the":
        return length(tokens, first, under + 3, share)
    if timed and tokens.word(under + 3) in known.scales:
        scale = known.scales[tokens.word(under + 3)]
        return Figure(first, under + 4, share * scale, scale=scale)
    if word == "quarter" and after in ("million", "billion"):
        scale = known.scales[after]
        return Figure(first, under + 2, share * scale, scale=scale)
    if word in ("quarter", "quarters"):
        return _quarter(tokens, first, under, top)
    if top == 1 and not (after in _AFTER_SHARE or tokens.sort(under + 1) != WORD or tokens.low[first] == "one"):
        summed = after in ("were", "was", "are", "is", "had", "have") and tokens.word(first - 1) in _ABOUT
        return _share(first, under + 1, share) if summed else None
    return _share(first, under + 1, share)


_ABOUT = frozenset("so that's about nearly almost roughly than just".split())
_AFTER_SHARE = frozenset(
    """of less more fewer cheaper faster slower quicker shorter longer smaller larger better worse lower higher off gone
    the our and so by in up down""".split()
)


def _quarter(tokens: Tokens, first: int, under: int, top: float) -> Figure | None:
    """A quarter of a whole where the words say so, else three months."""
    after = tokens.word(under + 1)
    if top == 1 and tokens.word(first - 1) in ("after", "for", "within", "every") and tokens.low[first] != "one":
        return length(tokens, first, under, top)
    delayed = not _DELAYED.isdisjoint(tokens.low[max(0, first - 6) : first])
    if top == 1 and tokens.word(first - 1) == "by" and not delayed:
        return _share(first, under + 1, top / 4)
    if top == 1 and delayed and tokens.word(first - 1) in ("by", *_DELAYED) and tokens.low[first] != "one":
        return length(tokens, first, under, top)
    if _changed(tokens, first, after):
        return _share(first, under + 1, top / 4)
    partial = after in _PARTIAL and not (after == "of" and tokens.word(under + 2) == "time")
    ends = top == 3 and tokens.word(first - 1) in _SUMS_UP
    if partial or ends or tokens.word(first - 1) == "only" or (top == 1 and _apart(tokens, first, under)):
        return _share(first, under + 1, top / 4)
    if top == 1 and tokens.low[first] != "one" and not lasts(tokens, first):
        return None
    return length(tokens, first, under, top)


def _changed(tokens: Tokens, first: int, after: str) -> bool:
    """ "down a quarter", "a cut of three quarters": by how much a measure changed, and not when."""
    before = tokens.word(first - 1)
    if after in ("later", "ago", "late", "early", "earlier", "behind", "ahead"):
        return False
    return before in ("down", "up") or (before == "of" and tokens.word(first - 2) in _CHANGES)


_DELAYED = frozenset("late slip slips slipped slipping delay delays delayed postponed deferred pushed moved".split())
_CHANGES = frozenset(
    "cut fall drop rise gain reduction increase decrease saving improvement decline growth loss".split()
)
_PARTIAL = frozenset(
    "of cheaper less more faster quicker lower higher smaller larger shorter fewer better worse off gone".split()
)
_SUMS_UP = frozenset(", by so is was that's about nearly almost roughly than around".split())


def _apart(tokens: Tokens, first: int, under: int) -> bool:
    """ "312 of them, a third, which", "so a quarter.": a share told beside the numbers that it sums up."""
    before = tokens.word(first - 1) or tokens.word(first - 2)  # over the end of a sentence
    if tokens.word(under + 1) not in (",", ".", ";", ")") or before not in (",", ".", "(", "so", "nearly", "almost"):
        return False
    words = range(max(0, first - 14), first - 1)
    return any(tokens.kind[i] == NUMBER or tokens.low[i] in tokens.known.number_words for i in words)


def _share(first: int, stop: int, share: float) -> Figure:
    percent = round(100 * share, 1) if share >= 0.01 else rounded(100 * share)
    return Figure(first, stop, percent, "percent", "%", noun=True)


def _one_in(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "one in five", "one line in eight": a rate, unless the number has another noun or unit of its own."""
    at = tokens.over_dash(number.stop)
    named = tokens.word(at) not in ("in", "out") and tokens.word(at + 1) == "in" and tokens.sort(at) == WORD
    twice = named or (tokens.word(at + 2) == "in" and tokens.sort(at + 1) == WORD and not named and number.digits)
    at += named or (2 if twice and tokens.word(at) not in ("in", "out") else 0)
    if tokens.word(at) != "in":
        return None
    at = tokens.over_dash(at + 1) + (tokens.word(at + 1) == "every")
    base = numeral(tokens, at)
    if base is None or base.value < 2 or base.year or base.value != int(base.value):
        return None
    unit = tokens.word(base.stop)
    if (
        unit in tokens.known.durations
        or unit in tokens.known.measures
        or ((unit == "of" or named) and tokens.word(base.stop) in ("the", "of"))
    ):
        return None
    return _share(number.first, base.stop, 1 / base.value)


def _is_share(tokens: Tokens, at: int) -> bool:
    """Whether "half" or "a fifth" is a share: the latter also names a day, or a place in an order."""
    if tokens.word(at) not in ("fourth", "fifth", "sixth"):
        return tokens.word(at) != "half"
    return tokens.word(at + 1) in _OF_MORE or tokens.word(at - 2) in _CUT_BY


_OF_MORE = frozenset("of less fewer cheaper faster quicker slower shorter lower higher better worse off gone".split())


_CUT_BY = frozenset("by about roughly nearly almost over under only barely".split())


def _article(tokens: Tokens, at: int) -> Figure | None:
    """ "a third of", "a week", "another month"."""
    known, after = tokens.known, tokens.word(at + 1)
    if after in known.fractions and tokens.low[at] in ("a", "an") and _is_share(tokens, at + 1):
        return _fraction(tokens, at, at + 1, 1.0)
    if after == "half" and tokens.low[at] != "another":
        return None
    if after in known.sizes and and_half(tokens, at + 2):
        figure = Figure(at, at + 5, 1.5)
        figure.become("size", "B", at + 5, known.sizes[after])
        return figure
    point = at + 1 + (after in ("full", "whole"))
    if tokens.word(point) == "point" and tokens.low[at] == "a" and past_goal(tokens, point + 1):
        return Figure(at, point + 1, 1.0, "percent", POINTS)
    if after in known.moneys and after in _ONE_COIN:
        return a_coin(tokens, at)
    if after in ("full", "whole", "solid") and tokens.word(at + 2) in _LONG and not names_things(tokens, at + 3):
        return length(tokens, at, at + 2, 1.0)
    half = after == "half"
    unit = tokens.word(tokens.over_dash(at + 1 + half))
    if unit not in known.durations or unit.endswith("s") or not lasts(tokens, at):
        return None
    told = length(tokens, at, tokens.over_dash(at + 1 + half), 0.5 if half else 1.0)
    if not half and tokens.word(told.stop) == "or" and tokens.word(told.stop + 1) == "two":
        told.high, told.stop = 2 * told.value, told.stop + 2
    return told


_LONG = ("week", "fortnight", "month", "quarter", "year")
_ONE_COIN = frozenset("pound euro dollar quid franc".split())


def _half(tokens: Tokens, at: int) -> Figure | None:
    """ "half a percent", "half an hour", "half-year", "half a cent", and "half the team" as 50 %."""
    known, before, after = tokens.known, tokens.word(at - 1), tokens.word(at + 1)
    here = at + 1 + (after in ("a", "an"))
    here = tokens.over_dash(here)
    unit = tokens.word(here)
    if unit in ("percent", "per", "%", "point") and here > at + (unit == "point"):
        figure = Figure(at, here + 1 + (unit == "per"), 0.5, "percent", "pp" if unit == "point" else "%")
        figure.stop += tokens.word(figure.stop) in ("point", "points")
        return figure
    if unit in known.durations and not unit.endswith("s"):
        return length(tokens, at, here, 0.5)
    if after == "a" and (unit in known.cents or unit in known.moneys):
        figure = Figure(at, at + 2, 0.5)
        return figure if money_after(tokens, figure) else None
    if tokens.word(here) in known.number_words or after in ("past", "edge") or (here != at + 1 and unit == after):
        return None
    if tokens.over_dash(at + 1) != at + 1 or before in ("first", "second", "other", "better", "a", "an"):
        return None
    return _share(at - (before == "the" and after not in known.stop), at + 1, 0.5)


def _factor(tokens: Tokens, at: int) -> Figure | None:
    """ "doubled", "tenfold", "twice the margin", "so, triple"."""
    word, known, after = tokens.low[at], tokens.known, tokens.word(at + 1)
    if word == "twice":
        compares = after in known.comparing or after in ("that", "what", "it") or after.endswith("er")
        return Figure(at, at + 1, 2.0, "multiple", "x", noun=True) if compares else None
    if word in ("double", "triple"):
        ends = tokens.sort(at + 1) != WORD or after in ("the", "that", "what", "our", "and", "so")
        if not ends or after in ("-", "–"):
            return None
        return Figure(at, at + 1, 2.0 if word == "double" else 3.0, "multiple", "x", noun=True)
    return Figure(at, at + 1, known.factors[word], "multiple", "x", noun=True)
