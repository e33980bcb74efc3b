"""Which figures measure the same sort of thing, and what one told without its unit comes to beside another."""

from __future__ import annotations

import re

from starproof.core.facts import Quantity
from starproof.core.keeping import kept
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scales import DAY, currency, scale

_CLOSE = 12.0
_LEAST_PART = 0.01
"""The least part of an amount that a change may leave of it."""
PERCENTS = 1000.0
"""A number above this is no percentage, whatever stands beside it."""
NOTHING = 0.001
"""A part that comes to less than this share of a total was never added to it."""
_NUMBER_LAST = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|thousand|million|billion|[kmb])$"
)


def alike(a: Figure, b: Figure) -> bool:
    """Whether the two measure the same sort of thing, so that one may be taken from the other."""
    if a.kind != b.kind:
        return False
    if a.kind == "money":
        return currency(a.quantity) == currency(b.quantity)
    if a.kind == "count":
        return not a.noun or not b.noun or a.noun == b.noun
    return a.kind != "score" or a.quantity.unit == b.quantity.unit or not a.quantity.unit or not b.quantity.unit


def of_like_size(before: float, after: float) -> bool:
    """Whether an amount may have become the other: what is $800,000 a month was never $3."""
    small, large = sorted((abs(before), abs(after)))
    return small >= _LEAST_PART * large


def same_scale(a: Quantity, b: Quantity) -> bool:
    """Whether two durations are both waits or both stretches of a calendar; other figures always are."""
    if a.kind != "duration" or b.kind != "duration" or (a.value < DAY) == (b.value < DAY):
        return True
    return max(a.value, b.value) <= _CLOSE * min(a.value, b.value)


def same_frame(a: Quantity, b: Quantity) -> bool:
    """Looser than ``alike``: for two figures that the wording already puts side by side."""
    if a.kind == b.kind:
        return a.kind != "money" or currency(a) == currency(b)
    bare = {a.kind, b.kind}
    if "percent" in bare and max(a.value, b.value) > PERCENTS:
        return False
    return "count" in bare and not bare & {"multiple"} and _bare((a if a.kind == "count" else b).text)


@kept
def _bare(text: str) -> bool:
    return bool(_NUMBER_LAST.search(text.lower()))


def value_beside(figure: Quantity, model: Quantity) -> float:
    """The value of a figure told without its unit, read in the unit of the one beside it.

    In "from 110 thousand a month to 24" the second is 24 thousand a month.
    """
    if figure.kind == model.kind and (figure.kind != "count" or figure.value >= 1000 or model.value < 10_000):
        return figure.value
    if model.kind == "count" and figure.kind == "count" and figure.value < 100 and figure.unit not in ("", model.unit):
        return figure.value
    return figure.value * scale(model)
