"""Products that are told word for word: "84 times 4,500 is 378,000", "three at one forty makes four twenty".

Nothing is to be weighed there: two factors and their product stand in one row, and the words between say so.
"""

from __future__ import annotations

import math
import re
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.presented import presented
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
_FOR_ALL = re.compile(r" (?:on|for|across|over|with) (?:all |the |our |those |these )*$")
_IT_IS = re.compile(
    r"^ (?:[a-z]+ ){0,2}?(?:, )?(?:(?:it|that|this|which) (?:is|makes|made|means|meant|comes to|came to|was)|that's|"
    r"it's) "
    r"(?:about |like |roughly |almost |some |nearly |over |just )*$"
)
"""Between so many and what it comes to for all of them."""
_COME_TO = re.compile(
    r"^ (?:(?:would|will|could|had|have|has) ){0,2}(?:needs?|needed|costs?|comes? to|came to|takes?|took|taken|pays?|"
    r"paid|brings?|brought|makes?|made)(?: in)? (?:us |another |about |roughly |almost |nearly |some |only |just )*$"
)
"""Between so many of those that have a price and what they come to."""
_BY = frozenset("a an per each every".split())
_TURNS = frozenset("second minute hour shift day night week month quarter season year time bit lot few".split())
_NEAR, _BESIDE = 7, 3
"""How many figures before one may be its factors, and how far apart those may stand."""
_FACTORS = ("count", "money", "duration")
_SHORTENED = (1e3, 1e6)
"""What people leave off an amount when they name it again."""


def equation(scene: Scene, figure: Figure) -> Reading | None:
    """The product that the words right before a figure spell out, if they spell one."""
    if figure.place < 2 or figure.kind not in _FACTORS:
        return None
    count, price = scene.story.figures[figure.place - 2 : figure.place]
    if not (_multiplied(scene, count, price) and _IS.search(scene.story.between(price, figure))):
        return None
    price = _taken_up(scene, figure, price)
    if count.kind != "count" or price.kind not in ("count", figure.kind):
        return None
    return _product(figure, count, price) if price.often in (figure.often, _yearly(figure)) else None


def spelled_for_all(scene: Scene, figure: Figure) -> Reading | None:
    """What is told of each, for so many of them: "Thirteen minutes is little. On 39,000 permits it is 8,450 hours"."""
    if figure.place < 2 or figure.kind not in ("money", "duration"):
        return None
    price, count = scene.story.figures[figure.place - 2 : figure.place]
    told = count.kind == "count" and price.kind == figure.kind and count.value > 1 and not count.often
    if not told or figure.sentence - price.sentence > 1 or not _FOR_ALL.search(count.lead):
        return None
    said = count.sentence == figure.sentence and bool(_IT_IS.search(scene.story.between(count, figure)))
    alone = price.often in ("", figure.often) and (price.index in scene.derived or not _was_another(scene, price))
    return _reading(figure, count, price, 1.0) if said and alone and presented(figure) != "margin" else None


def _was_another(scene: Scene, price: Figure) -> bool:
    """Whether the amount right before is of the same sort, so that the one became the other."""
    before = scene.story.figures[price.place - 1 : price.place] if price.place else ()
    return any(one.kind == price.kind and price.sentence - one.sentence <= 1 for one in before)


def _yearly(figure: Figure) -> str:
    return "year" if figure.a_year else figure.often


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


def _taken_up(scene: Scene, figure: Figure, price: Figure) -> Figure:
    """The amount that a bare number names again without its thousands: the 650,000 of "twelve times six fifty"."""
    told = [f for f in scene.story.earlier(price.place)[:_NEAR] if f.kind == figure.kind == "money"]
    again = [f for f in told if any(math.isclose(f.value, price.value * times) for times in _SHORTENED)]
    return again[0] if again and price.bare and price.kind == "count" else price


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
        by = piece(rate)
        if not by or not (rate.kind == figure.kind or (figure.bare and rate.kind == "count")):
            continue
        for count in near:
            fits = count.kind == "count" and one_thing(count.noun, by) and abs(count.place - rate.place) <= _BESIDE
            if fits and (figure.bare or figure.kind != "count" or one_thing(figure.noun, rate.noun)):
                reading = _reading(figure, count, rate, 1.0)
                if agrees(figure.quantity, reading):
                    return reading
    return None


def spelled_by_piece(scene: Scene, figure: Figure) -> Reading | None:
    """What so many come to of which each has its price: "At $1.8M a site, the other seven sites would need $12.6M"."""
    if figure.place < 2 or figure.kind not in ("money", "duration"):
        return None
    rate, count = scene.story.figures[figure.place - 2 : figure.place]
    if rate.kind != figure.kind or count.kind != "count" or not one_thing(count.noun, piece(rate)):
        return None
    at_once = rate.sentence == count.sentence == figure.sentence and rate.often == figure.often
    return (
        _reading(figure, count, rate, 1.0) if at_once and _COME_TO.search(scene.story.between(count, figure)) else None
    )


def piece(rate: Figure) -> str:
    """What a figure is told by: the "door" of "six scanners a door"; no stretch of time."""
    told = next((at for at, word in enumerate(rate.after[:3]) if word in _BY), None)
    named = "" if told is None else "".join(rate.after[told + 1 : told + 2])
    return named if named.isalpha() and named not in _TURNS else ""


def one_thing(one: str, two: str) -> bool:
    """Whether two nouns name one thing, in the singular or the plural."""
    return bool(one and two) and one.rstrip("s") == two.rstrip("s")
