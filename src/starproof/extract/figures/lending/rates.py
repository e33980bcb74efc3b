"""A bare number for a percentage or a score that was told before: "it's still about three", "so 1.7 points"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause, is_weak, lead
from starproof.extract.figures.lending.levels import change_of, of_people
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.telling import in_passing
from starproof.extract.figures.units.after import POINTS


def pointed(text: Text, index: int) -> Figure | None:
    """A percentage or score, where the difference is told in points: "from 4.6 to 2.9, so 1.7 points"."""
    figure = text.figures[index]
    ahead = next((f for f in text.figures[index + 1 : index + 3] if f.unit in (POINTS, "pp")), None)
    if (
        ahead is None
        or ahead.first - figure.stop > 12
        or "\n" in text.tokens.low[figure.stop : ahead.first]
        or text.places[ahead.first] != text.places[figure.first]
    ):
        return None
    rated = [f for f in text.memory.measured if f.kind in ("percent", "score") and f.unit != "pp"]
    return rated[-1] if rated else None


def again(text: Text, index: int) -> Figure | None:
    """The last percentage or score, for "it's still about three", "it used to be eighteen"."""
    figure = text.figures[index]
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "count" and text.places[before.first] == text.places[figure.first]:
        return None
    words = lead(text, figure, 0)
    ends = ends_clause(text.tokens, figure.stop)
    owned = ends and figure.high is None and any(word.endswith(("'s", "’s")) for word in words - _WHO)
    if not is_weak(text, words) and "to" not in words and not owned:
        return None
    near = [f for f in text.memory.measured if f.kind in ("percent", "score") and figure.first - f.stop < 60]
    if not near or near[-1].unit == "pp" or change_of(text.tokens, near[-1]):
        return None
    if figure.period or of_people(text, figure):
        return None
    rival = _rival(text, index, near[-1])
    if rival is not None:
        return rival if rival.kind == "duration" else None
    return near[-1] if figure.value <= 8 * abs(spoken(near[-1])) else None


_WHO = frozenset("who's he's she's who’s he’s she’s".split())


def _rival(text: Text, index: int, rate: Figure) -> Figure | None:
    """What was measured since a rate and is nearer in size: "40% of it took 14 weeks, and it's nine now"."""
    figure = text.figures[index]
    for other in reversed(text.figures[max(0, index - 6) : index]):
        if other.stop <= rate.first:
            return None
        share = ratio(figure, other)
        length = (
            other.kind == "duration"
            and figure.value >= 1
            and not in_passing(text.tokens, other)
            and 0.1 <= share <= 2.5
        )
        if length or (other.kind == "count" and other.noun and 0.3 <= share <= 3):
            return other
    return None
