"""Taking a unit: when a bare number may have it, and what it then comes to."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.numerals import rounded
from starproof.extract.figures.units.after import POINTS
from starproof.extract.figures.units.measures import signed


def spoken(figure: Figure) -> float:
    """The number as it was said, before its unit was applied."""
    return rounded(figure.value / figure.factor)


def ratio(figure: Figure, other: Figure) -> float:
    """A bare number over that of another figure as it was said."""
    return figure.value / max(spoken(other), 1e-9)


def take(tokens: Tokens, figure: Figure, source: Figure) -> bool:
    """Take kind and unit from ``source``; false where the number does not fit it."""
    taken = source.kind == "count" and source.first < source.stop
    if not _fits(figure, source) or (taken and _cued(tokens, figure)):
        return False
    if _of_another_kind(tokens, figure, source):
        return False
    if source.kind == "percent" and (_rate(tokens, figure.stop) or _out_of(tokens, figure)):
        return False
    if source.kind == "percent" and not _PRICES.isdisjoint(tokens.low[max(0, figure.first - 5) : figure.first]):
        return False
    figure.guess = True
    if source.kind == "score" and (tokens.word(figure.first - 1) == "minus" or signed(tokens, figure.first) == "-"):
        figure.value = -figure.value
    apiece = tokens.word(figure.stop) == "apiece" or tokens.low[figure.stop : figure.stop + 2] == ["a", "piece"]
    if not apiece and _shares_scale(figure, source):
        scale = _smaller(figure, source) or _hundreds(figure, source) or source.scale
        figure.value = rounded(figure.value * scale)
        figure.high = None if figure.high is None else rounded(figure.high * scale)
        figure.scale = scale
    if source.kind == "money" and not (figure.period or _summed(tokens, figure.first) or _outgrown(figure, source)):
        figure.period, figure.lent = source.period, bool(source.period)
    unit = _percent_unit(tokens, figure, source) if source.kind == "percent" else source.unit
    cents = source.kind == "money" and source.factor == 0.01
    dollars = cents and figure.value % 1 != 0 and ratio(figure, source) < 0.1  # "ninety cents, now 1.20"
    factor = 1.0 if dollars else source.factor
    if source.kind == "duration" and _sixtieths(figure, source):
        figure.value = rounded(
            figure.value // 100 + figure.value % 100 / 60
        )  # "from nine minutes forty to eight fifty"
    if source.kind == "duration" and factor == 1.0 and figure.value >= 50 and ratio(figure, source) > 50:
        factor = 1e-3  # "2.3 seconds, and the target was 800"
    return figure.become(source.kind or "count", unit, figure.stop, factor)


def _of_another_kind(tokens: Tokens, figure: Figure, source: Figure) -> bool:
    """Whether the words around a number give it away: "3 or fewer" is counted, and "it took us 19" is no size."""
    if source.kind in ("percent", "duration") and tokens.low[figure.stop : figure.stop + 2] == ["or", "fewer"]:
        return True
    others = tokens.low[figure.first - 2 : figure.first] == ["the", "other"]
    if source.kind == "percent" and others and tokens.word(figure.first - 3) in ("to", "in", "at", "for", "on"):
        return True  # "and I took it to the other fifteen"
    return source.kind == "size" and _lasted(tokens, figure.first)


def _lasted(tokens: Tokens, first: int) -> bool:
    """ "6 terabytes in 8 hours; it took us 19": what takes somebody so much, which is no size."""
    at = first - 1 - (tokens.word(first - 1) in ("us", "me", "them", "it"))
    return tokens.word(at) in ("took", "takes", "lasted")


_PRICES = frozenset("price prices bill bills charge charged charges fee fees".split())
"""What is told in money, however near a percentage stands."""


def _cued(tokens: Tokens, figure: Figure) -> bool:
    """Whether the words right before a large number make it money: "the bonus was a hundred and fifteen thousand"."""
    at = figure.first - 1
    while tokens.word(at) in tokens.known.approx:
        at -= 1
    lead = tokens.low[max(0, at - 4) : at]
    told = tokens.word(at) in ("was", "is") and not tokens.known.money_cues.isdisjoint(lead)
    return (told or _sum_of(tokens, figure.first)) and figure.scale != 1.0


def _sum_of(tokens: Tokens, first: int) -> bool:
    """ "a budget of, I want to say, eight hundred thousand" """
    near = range(max(1, first - 9), first)
    return any(tokens.low[at] == "of" and tokens.low[at - 1] in tokens.known.money_cues for at in near)


def _sixtieths(figure: Figure, source: Figure) -> bool:
    """Whether a number in words is of minutes and seconds, or of hours and minutes, as the one before was."""
    parted = source.factor in (60.0, 3600.0) and spoken(source) % 1 != 0 and not figure.digits
    return parted and 100 <= figure.value < 2400 and figure.value % 100 < 60


def _outgrown(figure: Figure, source: Figure) -> bool:
    """Whether a sum is too large to come as often: "22 euros an hour, it's ten thousand"."""
    return source.period in ("minute", "hour", "day") and figure.value > 50 * source.value


def _fits(figure: Figure, source: Figure) -> bool:
    value, plain = figure.value, figure.scale == 1.0
    if source.kind == "money":
        return _fits_money(figure, source)
    if source.kind == "percent" and figure.period and source.unit == "%" and not source.guess and not source.period:
        return False
    if source.kind == "percent":
        return plain and 0 < value <= 150
    if source.kind == "score":
        return plain and (value <= 10 or spoken(source) > 10 or not spoken(source))
    if source.kind in ("duration", "size") and figure.period and source.first < source.stop:
        return False
    if source.kind == "duration":
        return (plain and value < 1000) or (source.factor <= 3600 and figure.scale < _MILLIONS)
    if source.kind == "count" and source.first < source.stop and figure.scale >= 1e3 and source.scale == 1.0:
        return figure.value <= 1000 * source.value
    if source.kind == "count":
        return source.first == source.stop or value == int(value) or not plain
    return plain


def _fits_money(figure: Figure, source: Figure) -> bool:
    if figure.scale != 1.0:
        return source.factor != 0.01  # thousands of things beside a price with cents
    if source.scale >= 1e6 and figure.period in _OFTEN and figure.value < 20 and source.period != figure.period:
        return False  # "reopenings are at two a day", and no two millions
    scaled = figure.value * source.scale >= source.value / 200
    return scaled if source.scale != 1.0 else figure.value >= source.value / 50


_OFTEN = ("hour", "day", "night", "week")
_MILLIONS = 1e6
"""What is told in millions lasts no minutes: "a delay of ten minutes ... and 2.8 million less"."""


def _percent_unit(tokens: Tokens, figure: Figure, source: Figure) -> str:
    """Points where the number is a margin: "point six over"; per cent for a level, even after points."""
    margin = tokens.word(figure.stop) in _PAST
    if margin and tokens.word(figure.first - 1) not in ("to", "from", "at", "of"):
        return "pp"
    if beat_by(tokens, figure.first):
        return "pp"
    at = figure.first - 1 - (tokens.word(figure.first - 1) in ("us", "me", "them", "it"))
    margin = tokens.word(at) in tokens.known.asking
    level = source.unit in ("pp", POINTS) and figure.first - source.stop > 2 and not margin
    return "%" if level else source.unit


_PAST = frozenset("over above below under better worse inside ahead short shy".split())


def beat_by(tokens: Tokens, first: int) -> bool:
    """ "we beat the line by, what, point six": a margin, and no level."""
    at = first - 1
    while tokens.word(at) in tokens.known.fillers and at > first - 6:
        at -= 1
    return tokens.word(at) == "by" and not _BEAT.isdisjoint(tokens.low[max(0, at - 6) : at])


_BEAT = frozenset("beat beats beating missed miss exceeded undercut wrong out off".split())


def _summed(tokens: Tokens, first: int) -> bool:
    """ "which comes to about 1.8 million": over a longer time than the sum it is made of."""
    at = first - 1 - (tokens.word(first - 1) in tokens.known.approx)
    return tokens.word(at) == "to" and tokens.word(at - 1) in ("comes", "came", "amounts", "adds")


def _rate(tokens: Tokens, at: int) -> bool:
    """ "four a shift", "eleven per machine": so many for each, which is no percentage."""
    word, known = tokens.word(at + 1), tokens.known
    each = tokens.word(at) in ("a", "per") and tokens.sort(at + 1) == WORD
    return each and word not in known.stop and word not in known.periods and word not in ("cent", "little", "bit")


def _out_of(tokens: Tokens, figure: Figure) -> bool:
    """ "Seventy two out of one twenty": a part and its whole, which are counted."""
    first, stop = figure.first, figure.stop
    return tokens.low[max(0, first - 2) : first] == ["out", "of"] or tokens.low[stop : stop + 2] == ["out", "of"]


def _shares_scale(figure: Figure, source: Figure) -> bool:
    """Whether the scale is left out: "from eighteen million to five point four"."""
    if source.scale == 1.0 or figure.scale != 1.0 or source.kind not in ("money", "count") or figure.value >= 1000:
        return False
    if source.kind == "count" and source.scale == 1e3 and figure.value * source.scale > 20 * source.value:
        return False
    rounded_off = source.scale == 1e3 and figure.value >= 100 and figure.value % 100 == 0
    return not rounded_off or source.value / 5 <= figure.value * 1e3 <= source.value * 5


def _hundreds(figure: Figure, source: Figure) -> float:
    """The scale of hundreds of thousands: "I'd written four hundred thousand and thought we'd get three"."""
    single = figure.value < 10 and figure.value % 1 == 0 and source.scale == 1e3 and not figure.digits
    told = source.value >= 1e5 and source.value % 1e5 == 0 and 0.25 <= figure.value * 1e5 / source.value <= 4
    return 1e5 if single and told and source.value > 50 * figure.value * 1e3 else 0.0


def _smaller(figure: Figure, source: Figure) -> float:
    """The scale below, where the hundreds are left over: "one point two million, now nine hundred"."""
    far = figure.value >= 100 and figure.value * source.scale > 20 * source.value
    return source.scale / 1000 if far and source.scale in (1e6, 1e9) else 0.0
