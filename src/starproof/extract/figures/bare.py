"""What a number without a unit takes from its neighbours: "from 19 minutes to 13", "ninety, sorry, nineteen percent"."""

from __future__ import annotations

from dataclasses import dataclass, field

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import BREAK, WORD, Tokens
from starproof.extract.figures.numerals import rounded

REACH = 40
"""Tokens over which a unit carries where no full stop ends the sentence."""
_ENDS = (".", "!", "?", ";")


@dataclass(slots=True)
class Memory:
    """What the text has said so far, as bare numbers need it."""

    measured: list[Figure] = field(default_factory=list)
    """The last figures with a unit, newest last; kept short."""
    told: dict[float, Figure] = field(default_factory=dict)
    """The last figure with a unit by its number as spoken."""

    def add(self, figure: Figure) -> None:
        """Remember a figure whose kind is settled."""
        if figure.kind not in ("count", None):
            self.measured = [*self.measured[-7:], figure]
            self.told[spoken(figure)] = figure
        elif figure.noun:
            self.told.pop(spoken(figure), None)


def spoken(figure: Figure) -> float:
    """The number as it was said, before its unit was applied."""
    return rounded(figure.value / figure.factor)


def settle_bare(figures: list[Figure], tokens: Tokens) -> None:
    """Give every figure a kind; a number that nothing explains is a count."""
    places = _sentences(tokens)
    memory = Memory()
    for index, figure in enumerate(figures):
        if figure.kind is None:
            source = (
                _forward(figures, index, tokens)
                or _topic(figure, figures[index - 1] if index else None, tokens)
                or _backward(figures, index, tokens, places)
                or _retold(figure, memory)
                or _broken(figure, memory, tokens, places)
            )
            if source is None or not _take(figure, source):
                figure.kind = "count"
        memory.add(figure)


def _sentences(tokens: Tokens) -> list[int]:
    """For each token, the number of its sentence."""
    places, place = [], 0
    for index, word in enumerate(tokens.low):
        places.append(place)
        if (word in _ENDS and not tokens.glued(index)) or tokens.kind[index] == BREAK:
            place += 1
    return places


# where a unit may come from


def _forward(figures: list[Figure], index: int, tokens: Tokens) -> Figure | None:
    """The next figure, where this one is set against it or taken back for it."""
    if index + 1 >= len(figures):
        return None
    figure, after = figures[index], figures[index + 1]
    gap = tokens.low[figure.stop : min(after.first, figure.stop + 9)]
    if after.first - figure.stop > 8 or after.kind is None or not gap:
        return None
    corrected = all(word in tokens.known.corrections for word in gap) and any(
        word in ("no", "sorry", "wait", "mean", "rather", "correction", "perdón", "pardon") for word in gap
    )
    if corrected or gap in (["to"], ["or"], ["and"]):
        return after
    partial = gap[0] == "of" and len(gap) <= 2 and after.kind == "duration"
    return after if partial or [word for word in gap if word not in tokens.known.fillers] == [] and "to" in gap else None


def _topic(figure: Figure, before: Figure | None, tokens: Tokens) -> Figure | None:
    """A score, where the sentence speaks of one and no other unit stands between."""
    since = before.stop if before is not None and before.kind != "score" and before.kind is not None else 0
    for at in range(figure.first - 1, max(figure.first - 16, since - 1, -1), -1):
        word = tokens.low[at]
        if word in _ENDS and not tokens.glued(at) or tokens.kind[at] == BREAK:
            return None
        spelt = word == "s" and tokens.word(at - 1) == "p" and tokens.word(at - 2) == "n"
        if (word in tokens.known.nps or spelt) and -100 <= figure.value <= 100:
            return Figure(at, at, 0, "score", "NPS")
        if word in tokens.known.scores and figure.value <= 100:
            return Figure(at, at, 0, "score", "")
    return None


def _backward(figures: list[Figure], index: int, tokens: Tokens, places: list[int]) -> Figure | None:
    """The figure before, where a word such as "to", "from", "instead of" or "was" sets this one against it."""
    figure, known = figures[index], tokens.known
    if not index:
        return None
    before = figures[index - 1]
    if figure.first - before.stop > REACH or before.kind is None:
        return None
    if places[before.stop - 1] != places[figure.first]:
        return None
    at = figure.first - 1
    linked = False
    while at >= before.stop and at > figure.first - 6:
        word = tokens.low[at]
        linked = linked or word in known.links
        if word not in known.fillers and word not in known.links:
            break
        at -= 1
    if not linked:
        return None
    return before


def _retold(figure: Figure, memory: Memory) -> Figure | None:
    """An earlier figure with a unit and the same number: "so who pays me the fifteen million"."""
    distinct = figure.value > 12 or figure.value != int(figure.value)
    return memory.told.get(figure.value) if distinct else None


def _broken(figure: Figure, memory: Memory, tokens: Tokens, places: list[int]) -> Figure | None:
    """For a broken number, which counts nothing: the last percentage, score or length of the text."""
    if figure.value == int(figure.value) or figure.scale != 1.0:
        return None
    near = [f for f in memory.measured if f.kind in ("percent", "score", "duration") and f.unit != "pp"]
    return near[-1] if near and figure.first - near[-1].stop < 120 else None


# taking it


def _take(figure: Figure, source: Figure) -> bool:
    """Take kind and unit from ``source``; false where the number does not fit it."""
    value = figure.value
    if source.kind in ("percent", "score") and (figure.scale != 1.0 or value > 1000):
        return False
    if source.kind == "duration" and (figure.scale != 1.0 or value > 5000):
        return False
    if source.kind == "count" and value != int(value) and figure.scale == 1.0:
        return False
    if source.kind == "multiple" and figure.scale != 1.0 or source.kind == "size" and figure.scale != 1.0:
        return False
    figure.guess = True
    unit = "%" if source.unit == "pp" and source.kind == "percent" else source.unit
    if _shares_scale(figure, source):
        figure.value = rounded(value * source.scale)
        figure.high = None if figure.high is None else rounded(figure.high * source.scale)
        figure.scale = source.scale
    figure.period = figure.period or source.period
    return figure.become(source.kind or "count", unit, figure.stop, source.factor)


def _shares_scale(figure: Figure, source: Figure) -> bool:
    """Whether the scale is left out: "from eighteen million to five point four"."""
    if source.scale == 1.0 or figure.scale != 1.0 or source.kind not in ("money", "count") or figure.value >= 1000:
        return False
    return not (source.scale == 1e3 and figure.value >= 100 and figure.value % 100 == 0)
