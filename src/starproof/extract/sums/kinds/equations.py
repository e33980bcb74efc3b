"""Products that are told word for word: "84 times 4,500 is 378,000", "three at one forty makes four twenty".

Nothing is to be weighed there: two factors and their product stand in one row, and the words between say so.
"""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees
from starproof.extract.sums.story.scales import scale
from starproof.extract.sums.story.scene import Scene

_TIMES = re.compile(r"^ (?:[a-z]+ )?(?:times|x|×|multiplied by|at) (?:an? |the )?$")
"""Between the two factors, perhaps with what the first counts."""
_IS = re.compile(
    r"^ (?:(?:each|apiece|an? (?:head|piece|pop|unit|ticket)) )?(?:[,:–—-] )?"
    r"(?:(?:so |which |that |and )*(?:is|makes|make|comes to|came to|equals|gives|gave|that's|it's|=)|so) "
    r"(?:about |like |roughly |almost |some |nearly )?$"
)
_FACTORS = ("count", "money", "duration")


def equation(scene: Scene, figure: Figure) -> Reading | None:
    """The product that the words right before a figure spell out, if they spell one."""
    if figure.place < 2 or figure.kind not in _FACTORS:
        return None
    count, price = scene.story.figures[figure.place - 2 : figure.place]
    if not (_multiplied(scene, count, price) and _IS.search(scene.story.between(price, figure))):
        return None
    if count.kind != "count" or price.kind not in ("count", figure.kind) or price.often != figure.often:
        return None
    return _product(figure, count, price)


def _multiplied(scene: Scene, count: Figure, price: Figure) -> bool:
    words = scene.story.between(count, price)
    return bool(_TIMES.search(words)) or (count.own[-1:] in (("times",), ("x",)) and not words.strip())


def _product(figure: Figure, count: Figure, price: Figure) -> Reading | None:
    """The product as it is, or in the thousands of what it comes to: "ten at sixty five is 650 grand"."""
    if price.kind != figure.kind and not price.bare:
        return None
    plain = _reading(figure, count, price, 1.0)
    raised = _reading(figure, count, price, scale(figure.quantity))
    return raised if price.bare and agrees(figure.quantity, raised) else plain if price.kind == figure.kind else None


def _reading(figure: Figure, count: Figure, price: Figure, thousands: float) -> Reading:
    computed = count.value * price.value * thousands
    told = partial(wording.joined, (count, price), " times ", computed, figure.quantity)
    return Reading("sum", figure.value, computed, (count.index, price.index), TIGHT, told)
