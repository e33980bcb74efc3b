"""Figures in words of their own: "half the team", "a third", "one in five", "doubled", "a week"."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.numerals import VULGAR
from starproof.extract.figures.numbers.spelled import Numeral
from starproof.extract.figures.numbers.telling import MISSED, off_goal, past_goal
from starproof.extract.figures.units.after import POINTS, find_unit
from starproof.extract.figures.units.coins import a_coin
from starproof.extract.figures.units.factors import factor
from starproof.extract.figures.units.halves import half
from starproof.extract.figures.units.lengths import and_half, lasts, length
from starproof.extract.figures.units.measures import part_of_measure
from starproof.extract.figures.units.money import money_after
from starproof.extract.figures.units.proportions import one_in, share_of, some_in
from starproof.extract.figures.units.quarters import OF_MORE, PARTS, apart, quarter
from starproof.extract.figures.units.slang import a_small_sum


def find_special(tokens: Tokens, at: int) -> Figure | None:
    """The figure that a word at ``at`` states without a number; ``None`` where it states none."""
    word, known = tokens.low[at], tokens.known
    if word in ("a", "an", "another"):
        return _article(tokens, at)
    if word == "half":
        return None if tokens.word(at + 2) in _IDIOMS and tokens.word(at + 1) in ("a", "an") else half(tokens, at)
    if word in known.factors or word in ("double", "triple", "twice"):
        return factor(tokens, at)
    if word == "fortnight" and tokens.word(at - 1) in ("first", "last", "past", "next", "second"):
        return length(tokens, at, at, 1.0)
    if word in ("year", "month") and and_half(tokens, at + 1):
        return length(tokens, at, at, 1.0)
    return None


_IDIOMS = frozenset("loaf mind chance eye ear heart clue".split())
"""After "half a", these measure nothing."""


def find_share(tokens: Tokens, number: Numeral) -> Figure | None:
    """The share that a number opens: "two thirds", "three quarters", "one in five", "one line in eight"."""
    known, under = tokens.known, tokens.over_dash(number.stop)
    word = tokens.word(under)
    if number.digits and number.value < 1 and word == "of" and tokens.low[number.first] in VULGAR:
        return share_of(number.first, number.stop, number.value)
    if number.scaled or number.value != int(number.value):
        broken = not number.scaled and tokens.low[number.stop : number.stop + 2] == ["in", "a"]
        return some_in(tokens, number) if broken else None  # "one point seven in a thousand"
    if number.digits:
        slashed = _slashed(tokens, number)
        if slashed is not None:
            return slashed
    elif word in known.fractions and number.value < known.fractions[word] and number.stop == number.first + 1:
        return _fraction(tokens, number.first, under, number.value)
    return one_in(tokens, number) if number.value == 1 else some_in(tokens, number)


def _slashed(tokens: Tokens, number: Numeral) -> Figure | None:
    """ "2/3 of the code", "about 1/4 of returns" """
    at = number.stop
    under = tokens.low[at + 1] if tokens.word(at) == "/" and tokens.glued(at - 1) and tokens.glued(at) else ""
    moved = tokens.word(number.first - 1) in ("down", "up", "by", "cut") and tokens.word(at + 2) != "/"
    if under not in ("2", "3", "4", "5", "6", "8", "10") or number.value >= int(under):
        return None
    if tokens.word(at + 2) != "of" and not (moved and number.value == 1):
        return None
    return share_of(number.first, at + 2, number.value / int(under))


def _fraction(tokens: Tokens, first: int, under: int, top: float) -> Figure | None:
    """A share of something, of a time ("a quarter of a second"), or a quarter of the year."""
    known, word, after = tokens.known, tokens.low[under], tokens.word(under + 1)
    if top == 1 and word != "quarter" and tokens.over_dash(under + 1) != under + 1:
        return None
    share = top / known.fractions[word]
    timed = after == "of" and tokens.word(under + 2) in ("a", "an", "the")
    if timed and tokens.word(under + 3) in known.durations and tokens.word(under + 2) != "the":
        return length(tokens, first, under + 3, share)
    if timed and tokens.word(under + 3) in known.scales:
        scale = known.scales[tokens.word(under + 3)]
        return Figure(first, under + 4, share * scale, scale=scale)
    part = _part_of_unit(tokens, first, under + 1, share)
    if part is not None:
        return part
    if word == "quarter" and after in ("million", "billion"):
        scale = known.scales[after]
        return Figure(first, under + 2, share * scale, scale=scale)
    if word in ("quarter", "quarters"):
        return quarter(tokens, first, under, top)
    or_so = after == "short" and tokens.word(under + 2) == "of"  # "a tenth short of the target"
    or_so = or_so or (after == "or" and tokens.word(under + 2) in ("so", "thereabouts"))
    split = tokens.low[first - 2 : first] == ["of", "which"] and after in ("was", "is", "were", "went")
    ends = or_so or split or after in _AFTER_SHARE or tokens.sort(under + 1) != WORD or _filled(tokens, under + 1)
    ends = ends or off_goal(tokens, under + 1) or _as_much(tokens, under + 1)
    if top == 1 and not (ends or tokens.low[first] == "one"):
        summed = after in ("were", "was", "are", "is", "had", "have") and tokens.word(first - 1) in _ABOUT
        if tokens.word(first - 1) == "by" and after in known.stop:
            return share_of(first, under + 1, share)
        if tokens.word(first - 1) in _MOVED and after in known.stop:
            return share_of(first, under + 1, share)  # "sales fell a tenth when the road closed"
        near = tokens.low[max(0, first - 12) : first]
        rest = (after == "said" or after.endswith("ed")) and not PARTS.isdisjoint(near)
        return share_of(first, under + 1, share) if summed or rest else None
    return share_of(first, under + 1, share)


def _as_much(tokens: Tokens, at: int) -> bool:
    """ "a third as long as before" """
    return tokens.word(at) == "as" and tokens.word(at + 1) in _AS_MUCH


_AS_MUCH = frozenset("many much long often big large fast likely dear expensive quick".split())


def _filled(tokens: Tokens, at: int) -> bool:
    """ "the boat was a third empty", where no thing follows that is the third of its kind."""
    return tokens.word(at) in ("empty", "full", "done", "complete", "built") and not names_things(tokens, at + 1)


def _part_of_unit(tokens: Tokens, first: int, at: int, share: float) -> Figure | None:
    """ "a tenth of a percent", "three-tenths of 1 percent", "a fifth of a cent", "a quarter-mile" """
    of = tokens.word(at) == "of" and tokens.word(at + 1) in ("a", "an", "one", "1")
    here = at + 2 if of else tokens.over_dash(at)
    word, figure = tokens.word(here), Figure(first, here, share)
    if of and word == "point":
        figure.become("percent", POINTS, here + 1)
        return figure
    if of and word in ("percent", "%", "percentage", "per"):
        return figure if find_unit(tokens, figure) else None
    if of and (word in tokens.known.cents or word in _ONE_COIN):
        return figure if money_after(tokens, figure) else None
    one = tokens.word(at - 1) == "quarter" and tokens.low[first] == "a"
    return part_of_measure(tokens, first, here, share) if one or of else None


_MOVED = frozenset("fell dropped rose grew shrank lost gained climbed".split())
_ABOUT = frozenset("so that's about nearly almost roughly than just".split())
_AFTER_SHARE = OF_MORE | frozenset("the our and so by in up down".split())


def _is_share(tokens: Tokens, at: int) -> bool:
    """Whether "half" or "a fifth" is a share: the latter also names a day, or a place in an order."""
    if tokens.word(at) not in ("fourth", "fifth", "sixth"):
        return tokens.word(at) != "half"
    if tokens.word(at + 1) in OF_MORE or tokens.word(at - 2) in _CUT_BY or off_goal(tokens, at + 1):
        return True
    return _sums_up(tokens, at - 1, at)


def _sums_up(tokens: Tokens, first: int, under: int) -> bool:
    """ "27,000 did not renew, more than a fifth.", "7 points, or a fifth.": a share of what was just counted."""
    if tokens.word(first - 1) == "than":
        return tokens.sort(under + 1) != WORD and tokens.word(first - 2) in ("more", "less")
    return apart(tokens, first, under)


_CUT_BY = frozenset("by about roughly nearly almost over under only barely".split())


def _article(tokens: Tokens, at: int) -> Figure | None:
    """ "a third of", "a week", "another month"."""
    known, after = tokens.known, tokens.word(at + 1)
    if after in known.fractions and tokens.low[at] in ("a", "an") and _is_share(tokens, at + 1):
        return _fraction(tokens, at, at + 1, 1.0)
    if after == "half" and tokens.low[at] != "another":
        return None
    if after in known.moneys and after in _ONE_COIN:
        return a_coin(tokens, at)
    part = _good(tokens, at) or _a_point(tokens, at) or _size_and_half(tokens, at) or a_small_sum(tokens, at)
    if part is not None:
        return part
    if after[-2:] in ("'s", "’s") and after[:-2] in _SPANS:
        return Figure(at, at + 2, known.durations[after[:-2]], "duration", "s", factor=known.durations[after[:-2]])
    half = after == "half"
    here = tokens.over_dash(at + 1 + half)
    when = after == "single" and tokens.word(at - 1) == "on"  # "nobody went short on a single day"
    if after in _ALL and tokens.word(here + 1) in _SPANS and not when:
        return length(tokens, at, here + 1, 1.0)
    unit = tokens.word(here)
    if unit in known.measures and not half and tokens.word(here + 1) == "and":
        return _measure_and(tokens, at, here)
    if unit not in known.durations or unit.endswith("s") or unit == "sec" or not lasts(tokens, at):
        return None
    told = length(tokens, at, here, 0.5 if half else 1.0)
    if not half and tokens.word(told.stop) == "or" and tokens.word(told.stop + 1) == "two":
        told.high, told.stop = 2 * told.value, told.stop + 2
    return told


def _good(tokens: Tokens, at: int) -> Figure | None:
    """ "a good third of the turbines" """
    under = tokens.word(at + 2) in tokens.known.fractions and tokens.word(at + 3) == "of"
    return _fraction(tokens, at, at + 2, 1.0) if under and tokens.word(at + 1) in _RATHER else None


_RATHER = frozenset("good full clear bare mere solid big".split())
"""Before "third of", these leave it a share: "a good third of the turbines"."""


def _a_point(tokens: Tokens, at: int) -> Figure | None:
    """ "a full percentage point", "a point and a half", "about a percent" """
    here = at + 1 + (tokens.word(at + 1) in ("full", "whole"))
    if tokens.word(here) not in ("point", "percentage", "percent") or tokens.low[at] != "a":
        return None
    margin = tokens.word(at - 1) in _CUT_BY or off_goal(tokens, here + 1)
    if tokens.word(here) == "percent" and (here > at + 1 or margin):
        return Figure(at, here + 1, 1.0, "percent", "%", noun=True)
    if tokens.word(here) == "percentage" and tokens.word(here + 1) == "point":
        return Figure(at, here + 2, 1.0, "percent", "pp", noun=True)
    by = tokens.word(at - 1) == "by" and not _BEATEN.isdisjoint(tokens.low[max(0, at - _NEAR) : at - 1])
    if tokens.word(here) == "point" and and_half(tokens, here + 1):
        return Figure(at, here + 4, 1.5, "percent", POINTS)
    told = tokens.word(here) == "point" and (by or past_goal(tokens, here + 1))
    return Figure(at, here + 1, 1.0, "percent", POINTS) if told else None


_BEATEN, _NEAR = MISSED, 6
"""Within so many words before "by a point", these tell how far from a goal."""


def _size_and_half(tokens: Tokens, at: int) -> Figure | None:
    """ "a terabyte and a half", "a terabyte each night"; not "a gigabyte link" """
    factor = tokens.known.sizes.get(tokens.word(at + 1))
    if factor is None or not tokens.word(at + 1).endswith("byte") or tokens.low[at] == "another":
        return None
    half = and_half(tokens, at + 2)
    if not half and names_things(tokens, tokens.over_dash(at + 2)):
        return None
    figure = Figure(at, at + 2, 1.5 if half else 1.0)
    figure.become("size", "B", at + 5 if half else at + 2, factor)
    return figure


_ALL = frozenset("whole single full solid entire free further extra spare".split())
_SPANS = frozenset("hour day week month quarter year fortnight decade century".split())
"""After "a whole", and before "'s worth", these are lengths of time."""


def _measure_and(tokens: Tokens, at: int, unit: int) -> Figure | None:
    """ "a mile and a quarter", "an inch and a half" """
    part = {"half": 1.5, "quarter": 1.25}.get(tokens.word(unit + 3), 0.0) if tokens.word(unit + 2) == "a" else 0.0
    figure = Figure(at, unit + 4, part, noun=True)
    return figure if part and figure.become("count", tokens.known.measures[tokens.low[unit]], unit + 4) else None


_ONE_COIN = frozenset("pound euro dollar quid franc buck".split())
