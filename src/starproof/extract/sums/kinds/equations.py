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
_BY = frozenset("a an per each every".split())
_TURNS = frozenset("second minute hour shift day night week month quarter season year time bit lot few".split())
_NEAR, _BESIDE = 7, 3
"""How many figures before one may be its factors, and how far apart those may stand."""
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


def by_piece(scene: Scene, figure: Figure) -> Reading | None:
    """How many there are of what so many come with each, if it comes out: "six scanners a door and four doors, 24".

    What the one is told by is what the other counts, so no other sum is meant.
    """
    near = [f for f in scene.story.earlier(figure.place)[:_NEAR] if f.kind in _FACTORS]
    for rate in near:
        piece = _piece(rate)
        if not piece or not (rate.kind == figure.kind or (figure.bare and rate.kind == "count")):
            continue
        for count in near:
            fits = count.kind == "count" and _one_thing(count.noun, piece) and abs(count.place - rate.place) <= _BESIDE
            if fits and (figure.bare or figure.kind != "count" or _one_thing(figure.noun, rate.noun)):
                reading = _reading(figure, count, rate, 1.0)
                if agrees(figure.quantity, reading):
                    return reading
    return None


def _piece(rate: Figure) -> str:
    """What a figure is told by: the "door" of "six scanners a door"; no stretch of time."""
    told = next((at for at, word in enumerate(rate.after[:3]) if word in _BY), None)
    piece = "" if told is None else "".join(rate.after[told + 1 : told + 2])
    return piece if piece.isalpha() and piece not in _TURNS else ""


def _one_thing(one: str, two: str) -> bool:
    return bool(one and two) and one.rstrip("s") == two.rstrip("s")
