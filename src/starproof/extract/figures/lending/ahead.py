"""The figure ahead whose unit a bare number shares: "40, 25 and 55 minutes", "ninety, sorry, nineteen percent"."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import MARK
from starproof.extract.figures.numbers.telling import changes

ARROWS = (["→"], ["-", ">"], ["=", ">"])
TAKEN_BACK = frozenset("no sorry wait mean rather correction perdón pardon".split())


def forward(text: Text, index: int) -> Figure | None:
    """The next figure, where this one is set against it or taken back for it."""
    if index + 1 >= len(text.figures):
        return None
    figure, after, known = text.figures[index], text.figures[index + 1], text.tokens.known
    listed = _last_listed(text, index) or _not_as_told(text, index) or _from_what_it_was(text, index)
    if listed is not None:
        return listed
    if after.kind is None or after.first - figure.stop > 8:
        return None
    gap = text.tokens.low[figure.stop : after.first]
    corrected = all(word in known.corrections for word in gap) and not TAKEN_BACK.isdisjoint(gap)
    if not gap:
        return after if spoken(after) / after.scale == figure.value else None
    paired = gap == [","] and after.kind == "percent" and 0.6 <= ratio(figure, after) < 1 and not after.noun
    joined = "to" in gap and all(word in known.fillers for word in gap)
    joined = joined or (len(gap) == 3 and gap[2] == "to" and gap[1] in _CAME)
    repeated = all(word in known.fillers for word in gap) and spoken(after) / after.scale == figure.value
    partial = gap[:1] == ["of"] and len(gap) <= 2 and after.kind == "duration" and figure.value <= spoken(after)
    if figure.period and after.kind == "count" and after.noun:
        return None  # "nineteen a month, and two thousand people"
    if gap in (["and"], ["or"]) and after.kind == "money" and text.tokens.kind[after.first] == MARK:
        return None  # "61 people" is meant by "in year three 61 and €7.2m a year"
    if gap in (["and"], ["or"]) and after.kind == "percent" and after.noun:
        return None  # "at 1.09 and nine crashes out of ten"
    pointed = gap in ARROWS and not changes(text.tokens, after) and not _comes_to(text, index)
    return (
        after if corrected or paired or joined or partial or repeated or pointed or gap in (["or"], ["and"]) else None
    )


def _comes_to(text: Text, index: int) -> bool:
    """ "sent 160, accepted 104 -> 65%": whether the percentage ahead is what this number makes of the one before."""
    figure, after = text.figures[index : index + 2]
    whole = text.figures[index - 1] if index else figure
    if after.kind != "percent" or whole.kind != "count" or whole.value <= figure.value:
        return False
    return abs(100 * figure.value / whole.value - after.value) < 0.6


def _last_listed(text: Text, index: int) -> Figure | None:
    """The last of a list, for "40, 25 and 55 minutes", where a unit is told with no other of it."""
    figures, low = text.figures, text.tokens.low
    gaps = [low[a.stop : b.first] for a, b in zip(figures[index:], figures[index + 1 : index + _LIST], strict=False)]
    if gaps[:2] == [["to"], ["to"]] and figures[index].kind is figures[index + 1].kind is None:
        return _stepped(figures[index : index + 3])
    commas = next((at for at, gap in enumerate(gaps) if gap != [","]), len(gaps))
    if not commas or commas == len(gaps) or gaps[commas] not in _JOINED:
        return None
    last = figures[index + commas + 1]
    bare = all(other.kind is None for other in figures[index : index + commas + 1])
    return last if bare and last.kind in ("duration", "percent", "size") else None


def _stepped(figures: list[Figure]) -> Figure | None:
    """The last of "four to two to point three percent"."""
    last = figures[-1]
    return last if last.kind in ("duration", "percent", "size", "score") and last.unit != "pp" else None


_CAME = frozenset("came went got moved come go dropped grew fell".split())


def _from_what_it_was(text: Text, index: int) -> Figure | None:
    """The sum told before, for "by August we were at one fifty, from the two sixty"."""
    figure, after = text.figures[index : index + 2]
    gap = [word for word in text.tokens.low[figure.stop : after.first] if word not in (",", "down", "up")]
    if gap not in (["from"], ["from", "the"], ["from", "that"]) or after.kind is not None or after.scale != 1.0:
        return None
    sums = (f for f in text.memory.measured if f.kind == "money" and spoken(f) / f.scale == after.value)
    told = next(sums, None)
    return told if told is not None and 0.1 <= figure.value / max(after.value, 1e-9) <= 10 else None


def _not_as_told(text: Text, index: int) -> Figure | None:
    """The sum told before, for "a round of thirty million ... it was twenty-two, not thirty"."""
    figure, after = text.figures[index : index + 2]
    if text.tokens.low[figure.stop : after.first] not in ([",", "not"], ["not"]) or after.kind is not None:
        return None
    sums = (f for f in text.memory.measured if f.kind == "money" and spoken(f) / f.scale == after.value)
    told = next(sums, None)
    return told if told is not None and 0.2 <= figure.value / after.value <= 5 else None


_LIST, _JOINED = 6, (["and"], ["or"], [",", "and"], [",", "or"])
