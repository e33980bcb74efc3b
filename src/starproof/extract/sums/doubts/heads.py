"""Head counts: teams of so many, leads with their reports, and one person more that no figure tells.

"Three managers with six engineers each and a data scientist, so 22 people" is right, though no two figures come to 22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE

_MOST = 6
"""How many numbers of one sentence are put together."""
_ROLE = "|".join(sorted(PEOPLE))
_ONE_MORE = re.compile(rf"\b(?:an?|another|the) (?:[a-z]+ ){{0,2}}?(?:{_ROLE})\b|\bmyself\b|\b(?:and|plus) (?:me|i)\b")
"""One person that no figure tells; "one designer" is a figure."""


def comes_to_heads(scene: Scene, figure: Figure) -> bool:
    """Whether a number of people is what its sentence comes to, each team and each person taken in."""
    if figure.kind != "count" or figure.noun not in PEOPLE:
        return False
    told = [f for f in scene.story.figures[max(0, figure.place - _MOST) : figure.place] if _beside(f, figure)]
    if not told:
        return False
    words = scene.story.text[told[0].start : figure.start].lower()
    more = len(_ONE_MORE.findall(words))
    starts = range(len(told))
    return any(0 <= figure.value - total <= more for at in starts for total in _totals(told[at:]))


def _beside(told: Figure, figure: Figure) -> bool:
    return told.kind == "count" and told.sentence == figure.sentence and told.value <= figure.value


def _totals(told: Sequence[Figure]) -> Iterator[float]:
    """What numbers come to: people added, or each team so many times, with or without those who lead them."""
    if not told:
        yield 0.0
        return
    first, rest = told[0], told[1:]
    people = first.bare or first.noun in PEOPLE or first.value == 1
    if people:
        yield from (first.value + total for total in _totals(rest))
    if rest and first.value > 1 < rest[0].value and (not people or "each" in rest[0].after[:3]):
        for total in _totals(rest[1:]):
            yield first.value * rest[0].value + total
            if people:
                yield first.value * (rest[0].value + 1) + total
