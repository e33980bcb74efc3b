"""How often a sum recurs, where its own words leave that open: what is said around it, and the sums before it."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.numbers.subjects import measure, measures, near
from starproof.extract.figures.numbers.telling import past_goal, tells_level
from starproof.extract.figures.recurring.alongside import (
    LEMMAS,
    SPENDS,
    did_again,
    elsewhere,
    haggled,
    in_brackets,
    next_door,
    out_of_it,
)
from starproof.extract.figures.recurring.behind import told_behind
from starproof.extract.figures.recurring.wording import apiece, once, over_a_time, per_thing, worded

_TURNS = {
    "hour": {"year": 8760.0},
    "day": {"year": 365.0, "month": 30.0},
    "week": {"year": 52.0},
    "month": {"year": 12.0, "quarter": 3.0},
    "quarter": {"year": 4.0},
    "night": {"year": 365.0},
}
"""How many of a period make another."""
_TURNS_BACK = {"year": {"month": 12.0, "quarter": 4.0, "week": 52.0, "day": 365.0}, "month": {"day": 30.0}}
_NEAR = 6
"""Sums before one that are looked at to explain it."""
_FAR = 250
"""Tokens over which a sum explains another that is a multiple of it."""


def recurs(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """The period of a sum that does not tell it itself; empty where nothing does, or where it is paid but once."""
    figure = sums[index]
    behind = told_behind(figure, tokens)
    if behind or once(figure, tokens) or apiece(figure, tokens):
        return behind
    if over_a_time(figure, tokens):
        return worded(figure, tokens)
    told = [f for f in sums[max(0, index - _NEAR) : index] if f.period]
    return (
        times_exactly(sums, index, tokens)
        or (worded(figure, tokens) if not per_thing(figure, tokens) else "")
        or _bound(sums, index, tokens)
        or _moved(sums, index, tokens)
        or _carried(sums, index, tokens)
        or _margin(sums, index, tokens)
        or _measured(sums, index, tokens)
        or _back_at(sums, index, tokens)
        or _accepted(sums, index, tokens)
        or next_door(sums, index, tokens)
        or in_brackets(sums, index, tokens)
        or out_of_it(sums, index, tokens)
        or haggled(sums, index, tokens)
        or _turned(figure, tokens, [other for other in told if figure.first - other.stop < _FAR])
        or retold(sums, index)
        or _derived(sums, index, tokens)
        or _so_much(sums, index, tokens)
    )


def _bound(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "from $74M to $52M a year": the first bound of a change has the period of the second."""
    figure = sums[index]
    after = sums[index + 1] if index + 1 < len(sums) else None
    if after is None or not after.period or after.first - figure.stop >= 20:
        return ""
    gap = tokens.low[figure.stop : after.first]
    parts = _TURNS_BACK.get(after.period, {}) if gap in (["or"], [",", "or"], ["so"], [",", "so"]) else {}
    shorter = next((p for p, n in parts.items() if abs(figure.value * n - after.value) <= 0.01 * after.value), "")
    if shorter:
        return shorter
    if _enumerated(sums, index, tokens):
        return after.period
    less = tokens.word(after.stop) in _COMPARED or tokens.word(after.stop) == "more"
    ends = "to" in gap[-2:] and tokens.word(figure.first - 1) == "from"
    less = less and (len(gap) == 1 or gap == [",", "so"])
    balanced = len(gap) == 2 and gap[0] == "and" and gap[1] in LEMMAS and tokens.word(figure.first - 1) in SPENDS
    return after.period if gap == ["to"] or ends or balanced or less or _arrow(gap) else ""


def _enumerated(sums: list[Figure], index: int, tokens: Tokens) -> bool:
    """ "$1.2M, $850K and $2.4M a year": three or more sums in one list share what the last one says."""
    gaps = [tokens.low[a.stop : b.first] for a, b in zip(sums[index:], sums[index + 1 : index + 6], strict=False)]
    last = next((i for i, gap in enumerate(gaps) if gap != [","]), len(gaps))
    before = tokens.low[sums[index - 1].stop : sums[index].first] if index else []
    joined = last < len(gaps) and gaps[last] in (["and"], [",", "and"])
    return joined and (last > 0 or before == [","]) and sums[index].unit == sums[index + 1].unit


def _moved(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "€118,000 a month to €21,000", "$38M, $6M better than": a sum set against the one before shares its period."""
    figure = sums[index]
    before = sums[index - 1] if index else None
    if before is None or not before.period or figure.first - before.stop >= 20:
        return ""
    lead = tokens.low[max(before.stop, figure.first - 5) : figure.first]
    after = tokens.word(figure.stop)
    compared = after in _COMPARED or (after in ("better", "more") and tokens.word(figure.stop + 1) == "than")
    partial = after == "of" and tokens.word(figure.stop + 1) in ("it", "that", "this", "which")
    partial = partial or tokens.low[figure.first - 2 : figure.first] == ["of", "which"]
    if figure.value > 20 * before.value:
        return ""
    linked = (
        not _AGAINST.isdisjoint(lead)
        or ("from" in lead and tokens.word(figure.first - 1 - (tokens.word(figure.first - 1) in _NEARLY)) == "from")
        or lead in (["and", "was"], [",", "was"], ["and", "is"])
        or lead in ([",", "so", "up"], [",", "so", "down"], [",", "up"], [",", "down"])
        or lead[-2:] == ["later", ","]
        or _reached(lead, tokens)
        or elsewhere(tokens, before, figure)
        or _arrow(tokens.low[before.stop : figure.first])
    )
    return before.period if compared or partial or linked else ""


_COMPARED = frozenset("above less lower higher down up back saved cheaper".split())
_NEARLY = frozenset("about around roughly nearly almost some".split())
_AGAINST = frozenset("instead against under versus vs now no wait sorry mean".split())


def _reached(lead: list[str], tokens: Tokens) -> bool:
    """Whether "to" leads to the sum itself, and opens no verb: "to about €21,000", not "to replace it for €9m"."""
    after = lead[len(lead) - lead[::-1].index("to") :] if "to" in lead else ["no"]
    if not _SUMS_UP.isdisjoint(lead):
        return False  # "which comes to 1.8 million": over a longer time
    return all(word in tokens.known.fillers or word in tokens.known.approx for word in after)


_SUMS_UP = frozenset("comes came amounts amounted adds added".split())


def _arrow(gap: list[str]) -> bool:
    return gap in (["→"], ["-", ">"], ["=", ">"], ["–", ">"])


def _carried(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "It was £4,000 a week. ... By May it had fallen to £1,100.": a later level of the same measure."""
    figure = sums[index]
    if "budget" in tokens.low[max(0, figure.first - 7) : figure.first]:
        return ""
    reach = _LEVEL * (2.5 if sums[index - 1].value / 2.5 <= figure.value <= sums[index - 1].value * 2.5 else 1)
    reach = reach * (3 if tokens.word(figure.stop) in ("now", "today") else 1)
    near = [f for f in sums[max(0, index - 3) : index] if f.period and figure.first - f.stop <= reach]
    if not near or near[-1].unit != figure.unit or _nearer_once(sums[index - 1], near[-1], figure):
        return ""
    times = 50 if near[-1] is sums[index - 1] else 4
    alike = near[-1].value / times <= figure.value <= near[-1].value * times
    aimed = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in _GOALS
    return near[-1].period if alike and (aimed or tells_level(tokens, figure)) else ""


def _nearer_once(last: Figure, told: Figure, figure: Figure) -> bool:
    """ "€25,000 a day ... so €225,000. I got it down to €80,000": whether a sum paid once is as near in size."""
    if last.period or last.unit != figure.unit or not told.value < figure.value <= last.value:
        return False
    return last.value * told.value <= 1.05 * figure.value**2


def _back_at(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "By December we were at $390,000.": a level, where all sums of about its size recur alike."""
    figure = sums[index]
    if not tells_level(tokens, figure) or "budget" in tokens.low[max(0, figure.first - 6) : figure.first]:
        return ""
    alike = [f for f in sums[:index] if f.unit == figure.unit and 0.25 <= figure.value / max(f.value, 1e-9) <= 4]
    periods = {f.period for f in alike}
    return periods.pop() if len(periods) == 1 else ""


def _margin(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "₱5.7 million a month. That's ₱2.3 million under what she wanted", "so the bank is ahead by 1.1 million"."""
    figure, before = sums[index], sums[index - 1] if index else None
    if before is None or not before.period or before.unit != figure.unit or figure.first - before.stop > _LEVEL:
        return ""
    if past_goal(tokens, figure.stop):
        near = [f for f in sums[max(0, index - 4) : index] if f.period and f.unit == figure.unit]
        if before.value > 10 * figure.value:
            return min(near, key=lambda f: abs(f.value - figure.value)).period
        return before.period
    ahead = tokens.word(figure.first - 1) == "by" and tokens.word(figure.first - 2) in ("ahead", "behind", "off")
    again = did_again(tokens, before, figure) and 0.3 <= figure.value / max(before.value, 1e-9) <= 3
    return before.period if ahead or again else ""


_GOALS = frozenset("target goal cap ceiling limit".split())


def _measured(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "Overtime was S$62,000 a month. ... Overtime is S$21,000.": the same measure, named again."""
    figure = sums[index]
    name = measure(tokens, figure.first)
    for other in reversed(sums[max(0, index - 12) : index]) if name else ():
        size = figure.value / max(other.value, 1e-9)
        alike = other.unit == figure.unit and 0.1 <= size <= 10
        if alike and (measures(tokens, other, name) or (0.4 <= size <= 2.5 and near(tokens, other, name))):
            return other.period
    return ""


def _accepted(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "That is 14 million a year. The controller accepts 16.8": what others make of the sum just told."""
    figure, before = sums[index], sums[index - 1] if index else None
    if before is None or not before.period or before.unit != figure.unit or figure.first - before.stop > 30:
        return ""
    alike = 0.4 <= figure.value / max(before.value, 1e-9) <= 2.5
    return before.period if alike and tokens.word(figure.first - 1) in _ACCEPTS else ""


_ACCEPTS = frozenset("accepts accepted confirms confirmed counts counted reckons reckoned booked books says".split())
_LEVEL = 60
"""Tokens over which a measure is told again."""


def times_exactly(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "a million each month we save, that is twelve million": the longer period, told right after the shorter."""
    figure, before = sums[index], sums[index - 1] if index else None
    if before is None or before.period in ("", "day") or figure.first - before.stop > 12 or before.unit != figure.unit:
        return ""
    times = _turns(before.period, figure, tokens)
    return next((period for period, n in times.items() if abs(figure.value - before.value * n) < 1e-6 * n), "")


def _turns(period: str, figure: Figure, tokens: Tokens) -> dict[str, float]:
    """The longer periods that a sum may be of; a quarter only where one is spoken of."""
    longer = _TURNS.get(period, {})
    if "quarter" in longer and _QUARTERS.isdisjoint(tokens.low[max(0, figure.first - 15) : figure.stop + 5]):
        return {name: times for name, times in longer.items() if name != "quarter"}
    return longer


_QUARTERS = frozenset("quarter quarters quarterly q".split())


def _turned(figure: Figure, tokens: Tokens, near: list[Figure]) -> str:
    """The longer period, where the sum is an earlier one times as many periods as it holds."""
    if not _ASKED.isdisjoint(tokens.low[max(0, figure.first - 8) : figure.first]):
        return ""  # the price of a thing may be a year's loss by chance
    for other in reversed(near):
        if figure.unit != other.unit:
            continue
        close = figure.first - other.stop < _CLOSE
        for period, times in _turns(other.period, figure, tokens).items():
            rough = close or tokens.word(figure.first - 1) in tokens.known.approx
            off = (0.15 if close and times >= 10 else 0.05) if rough else 0.02
            if abs(figure.value - other.value * times) <= off * figure.value:
                return period
    return ""


_ASKED = frozenset(
    "asked asks ask proposal proposed quote quoted bid offer offered request requested sold bought buy".split()
)
_CLOSE = 25
"""Tokens within which a sum is held to be another one over a longer time, even where it is not quite that."""


def retold(sums: list[Figure], index: int) -> str:
    """The period of the same sum told before."""
    figure = sums[index]
    near = [f for f in sums[max(0, index - _NEAR) : index] if f.period and not f.lent]
    return next((f.period for f in reversed(near) if f.value == figure.value and f.unit == figure.unit), "")


def _derived(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """The period of a sum that this one and a third make up: 74 less 52 is 22, and 17 with 7 are 24."""
    figure = sums[index]
    around = [
        other
        for other in sums[max(0, index - 4) : index + 4]
        if other is not figure and other.unit == figure.unit and abs(other.first - figure.first) < 70
    ]
    for place, left in enumerate(around):
        for right in around[place + 1 :]:
            periods = {f.period for f in (left, right) if f.period}
            if len(periods) == 1 and _adds_up(figure.value, left.value, right.value):
                return periods.pop()
    return ""


def _so_much(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "from $74M a year to $52M, so $24M": what two levels are held to differ by, even where they do not."""
    if index < 2:
        return ""
    figure, (first, last) = sums[index], sums[index - 2 : index]
    alike = first.period == last.period and first.unit == last.unit == figure.unit
    near = figure.first - last.stop <= 8 and last.first - first.stop <= 12
    at = figure.first - 1 - (tokens.word(figure.first - 1) in tokens.known.approx)
    at -= tokens.word(at) == ":"
    summed = tokens.word(at) in _SO_MUCH and figure.value < max(first.value, last.value)
    added = tokens.word(at) in ("together", "altogether", "combined", "total") and figure.value > last.value
    return last.period if alike and near and (summed or added) else ""


_SO_MUCH = frozenset("so that's thats hence thus keep keeps kept save saves saved gain gained".split())


def _adds_up(*values: float) -> bool:
    low, middle, high = sorted(values)
    return abs(low + middle - high) <= 0.02 * high and low > 0.02 * high
