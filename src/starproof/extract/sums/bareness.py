"""Figures told without their unit, which may be of any sort that a neighbour gives them.

In "ten minutes were promised and we came in at thirteen" the second is minutes, whatever it was read as by itself.
"""

from __future__ import annotations

import re

from starproof.core.facts import Quantity
from starproof.extract.sums.figures import Figure, alike, period, same_frame, scale

_NUMBER = re.compile(
    r"(?:(?:about|around|only|just|nearly|almost|roughly|some|a|an|and|hundred|thousand|million|billion|zero|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|point|half|k|m|\d[\d.,]*(?:k|m)?)(?:[ -]|$))+"
)
_LOOSE_NOUN = frozenset(
    "more fewer less other others left extra short better worse over under above below ahead late early faster "
    "slower cheaper higher lower longer shorter vs".split(" ")
)


_CLOSE, _BESIDE = 3, 150
"""How many figures and code points may stand between a bare number and the figure that gives it its unit."""


_ALIKE, _OWN_SCALE = 20.0, 1000.0


def number_of(figure: Figure) -> float | None:
    """The bare number that a figure is told as, or ``None`` where its own words say what it counts."""
    quantity = figure.quantity
    if quantity.kind == "count" and (not quantity.unit or quantity.unit.split(" ")[0] in _LOOSE_NOUN):
        return quantity.value
    if quantity.kind not in ("count", "percent", "money") or not _NUMBER.fullmatch(quantity.text.lower()):
        return None
    return quantity.value


def comparable(first: Figure, last: Figure) -> bool:
    """Whether two figures are of one sort, or one is a bare number that may be of the other's."""
    if same_frame(first.quantity, last.quantity):
        return True
    if abs(first.place - last.place) > _CLOSE or max(first.start - last.end, last.start - first.end) > _BESIDE:
        return False
    bare = [f for f in (first, last) if number_of(f) is not None]
    return bool(bare) and "multiple" not in (first.kind, last.kind)


def values(first: Figure, last: Figure) -> tuple[float, float]:
    """The two values in one unit, where the unit is told with only one of them."""
    a, b = first.quantity, last.quantity
    if alike(a, b) and (a.unit == b.unit or a.kind != "count"):
        return first.value, last.value
    if a.kind == b.kind:
        low, high = (a, b) if a.value < b.value else (b, a)
        raised = low.value * scale(high) if high.value >= 10_000 and low.value < 1000 and not low.unit else low.value
        return (raised, high.value) if low is a else (high.value, raised)
    if number_of(last) is not None and (last.kind == "count" or number_of(first) is None):
        return first.value, _scaled(last.value, a)
    return _scaled(first.value, b), last.value


def _scaled(value: float, model: Quantity) -> float:
    """A bare number in the unit and the thousands or millions of its model, if that leaves the two comparable."""
    unit = scale(model)
    if not model.value:
        return value  # nothing is comparable with nothing
    if model.kind in ("money", "count") and not 1 / _ALIKE <= value * unit / model.value <= _ALIKE:
        return value
    return value * unit


def measured(figure: Figure, first: Figure, last: Figure) -> float | None:
    """The stated distance in the unit of the two figures it lies between; ``None`` where it is of another sort."""
    sides = (first.quantity, last.quantity)
    if figure.quantity.unit == "pp":
        plain = [number_of(f) is not None for f in (first, last)]
        percents = [q.kind == "percent" and q.unit == "%" for q in sides]
        return figure.value if any(percents) and all(map(max, plain, percents)) else None
    if any(_same(figure.quantity, q) for q in sides):
        return figure.value if _one_period(figure.quantity, *sides) else None
    if number_of(figure) is None:
        return None
    model = next((q for q in sides[::-1] if q.kind != "count"), None)
    if model is None or model.kind == "multiple" or figure.value >= _OWN_SCALE:
        return figure.value
    return figure.value * scale(model)


def _same(figure: Quantity, side: Quantity) -> bool:
    return alike(figure, side) or (figure.kind == "count" == side.kind)


def _one_period(*told: Quantity) -> bool:
    return len({own_period(q) for q in told if q.kind == "money"} - {""}) <= 1


def own_period(quantity: Quantity) -> str:
    """The period of a money unit where its own words name it, and not a neighbour's."""
    told = period(quantity)
    return told if told in quantity.text.lower() or told == "year" else ""
