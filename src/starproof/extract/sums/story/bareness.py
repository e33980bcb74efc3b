"""Figures told without their unit, which may be of any sort that a neighbour gives them.

In "ten minutes were promised and we came in at thirteen" the second is minutes, whatever it was read as by itself.
"""

from __future__ import annotations

import re

from starproof.core.facts import Quantity
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import PERCENTS, alike, same_frame
from starproof.extract.sums.story.looks import NUMBER
from starproof.extract.sums.story.scales import period, scale, units

CLOSE, BESIDE = 6, 300
"""How many figures and code points may stand between a bare number and the figure that gives it its unit."""


_ALIKE, _OWN_SCALE, _ELIDED = 20.0, 1000.0, 100.0
CURRENCY = re.compile(r"dollar|euro|pound|buck|franc|rupee|[$€£]")
_ALONE = re.compile(
    rf"(?!.*(?:{CURRENCY.pattern}))(?P<number>[a-z0-9 ,.-]+?) (?:a|per|each|every) (?:year|month|week|day)"
)
"""An amount by the year or the like that names no currency."""


def comparable(first: Figure, last: Figure) -> bool:
    """Whether two figures are of one sort, or one is a bare number that may be of the other's."""
    if same_frame(first.quantity, last.quantity):
        return True
    if abs(first.place - last.place) > CLOSE or max(first.start - last.end, last.start - first.end) > BESIDE:
        return False
    bare = [f for f in (first, last) if f.bare]
    if "percent" in (first.kind, last.kind) and max(first.value, last.value) > PERCENTS:
        return False
    return bool(bare) and "multiple" not in (first.kind, last.kind)


def values(first: Figure, last: Figure) -> tuple[float, float]:
    """The two values in one unit, where the unit is told with only one of them."""
    a, b = first.quantity, last.quantity
    if alike(first, last) and (a.unit == b.unit or a.kind != "count"):
        return _one_scale(first, last)
    if a.kind == b.kind:
        low, high = (a, b) if a.value < b.value else (b, a)
        raised = low.value * scale(high) if high.value >= 10_000 and low.value < 1000 and not low.unit else low.value
        return (raised, high.value) if low is a else (high.value, raised)
    if last.bare and (last.kind == "count" or not first.bare):
        return first.value, _scaled(last.value, a)
    return _scaled(first.value, b), last.value


def _one_scale(first: Figure, last: Figure) -> tuple[float, float]:
    """Two like values; a bare number far below the other is told in its thousands or millions: "19.3 million, 13.1"."""
    if first.bare and 0 < first.value * _ELIDED <= last.value:
        return _scaled(first.value, last.quantity), last.value
    if last.bare and 0 < last.value * _ELIDED <= first.value:
        return first.value, _scaled(last.value, first.quantity)
    return first.value, last.value


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
    sides = (first, last)
    if figure.quantity.unit == "pp":
        percents = [f.kind == "score" or (f.kind == "percent" and f.quantity.unit == "%") for f in sides]
        fits = all(f.bare or percent for f, percent in zip(sides, percents, strict=True))
        return figure.value if fits else None
    if any(_same(figure, f) for f in sides):
        return figure.value if figure.kind != "money" or _one_period(figure, *sides) else None
    if figure.kind == "duration" and first.bare and last.bare and first.kind == last.kind == "count":
        return units(figure.quantity)
    if not figure.bare:
        return None
    model = next((f for f in sides[::-1] if f.kind != "count"), None)
    if model is None or model.kind == "multiple" or figure.value >= _OWN_SCALE:
        return figure.value
    return figure.value * max(scale(f.quantity) for f in sides if f.kind == model.kind)  # the bare one names none


def _same(figure: Figure, side: Figure) -> bool:
    return (figure.kind == "count" == side.kind) or alike(figure, side)


def _one_period(*told: Figure) -> bool:
    return len({own_period(f.quantity) for f in told if f.kind == "money"} - {""}) <= 1


def own_period(quantity: Quantity) -> str:
    """The period of a money unit where its own words name it, and not a neighbour's."""
    told = period(quantity)
    return told if told == "year" or told in quantity.text.lower() else ""


def no_money(figure: Figure) -> bool:
    """Whether an amount that recurs names no currency, and so may be a count."""
    hit = _ALONE.fullmatch(figure.quantity.text.lower())
    return hit is not None and NUMBER.fullmatch(hit["number"]) is not None
