"""How soon an amount comes back at so much a day, and how often a thing happens that comes every so many seconds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import product

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure, by_wording
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.reading import LOOSE, Reading, agrees, conceivable
from starproof.extract.sums.story.scales import PERIODS, SECONDS
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_BACK_BEFORE = re.compile(
    r" (?:(?:pay|pays|paid|paying) (?:for (?:itself|themselves|it)|itself (?:back|off)|it back|back|off)|pay ?back"
    r"(?: time| period)?|recoup(?:s|ed)?(?: it)?|earn(?:s|ed) (?:itself |it )?back|br(?:oke|eaks?) even)"
    r"(?: (?:in|within|after|of|is|was|:|=|about|around|roughly|just|under|over|some|only|a|like|good|well))* $"
)
_BACK_AFTER = re.compile(
    r"^ (?:[^ .;]+ ){1,4}?(?:(?:and|until|till|before) (?:it's|it is|it was|they were|it had|it has) paid|to (?:pay "
    r"(?:for itself|itself back|it back)|break even|recoup|earn)|pay ?back) "
)
_NEAR, _WITHIN, _GAP = 4, 260, 60
"""How many amounts before a length may be the price and what comes back, within so many code points; and how many may
stand between how often something comes and how many times that is."""
_OFTEN = re.compile(r"^ (?:\S+ ){1,3}?(?:an?|per|each|every|the) (minute|hour|day|week) ")
_SURE = frozenset(("minute", "hour"))
"""Of a day nobody knows how many hours count."""
_WORKING = 365 / 250
"""How much longer a stretch is of which only the working days count."""


@by_wording
def told_as_back(figure: Figure) -> bool:
    """Whether the words next to a length say that it is how soon something is paid back."""
    return bool(_BACK_BEFORE.search(figure.lead[-70:]) or _BACK_AFTER.search(figure.tail[:80]))


def spelled_payback(scene: Scene, figure: Figure) -> Reading | None:
    """How soon the one price is back at the one rate: "€18,000, and it saves €60 a day: paid back in 300 days"."""
    if figure.kind != "duration" or not told_as_back(figure):
        return None
    found = list(_paybacks(scene, figure))
    right = next((one for one in found if agrees(figure.quantity, one)), None)
    if right is not None or len({one.operands for one in found}) != 1:
        return right
    return found[0] if conceivable(found[0].stated, found[0].computed) else None


def paybacks(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every such length that is told as one, if it comes out."""
    if told_as_back(figure):
        yield from [one for one in _paybacks(scene, figure) if agrees(figure.quantity, one)]


def _paybacks(scene: Scene, figure: Figure) -> Iterator[Reading]:
    near = [f for f in scene.story.earlier(figure.place, within=_WITHIN) if f.kind == "money"][:_NEAR]
    rates = [f for f in near if f.often in TIMES or f.often == "year"]
    for whole, rate in product([f for f in near if f not in rates], rates):
        if alike(whole, rate) and whole.value > rate.value > 0:
            seconds = whole.value / rate.value * SECONDS.get(rate.often, SECONDS["year"] / 2)
            for times in (1.0, _WORKING) if rate.often == "day" else (1.0,):
                told = partial(wording.joined, (whole, rate), " over ", seconds * times, figure.quantity)
                yield Reading("sum", figure.value, seconds * times, (whole.index, rate.index), LOOSE, told)


def spelled_often(scene: Scene, figure: Figure) -> Reading | None:
    """How many times an hour something comes that comes "every 30 seconds": 120 times."""
    hit = _OFTEN.search(figure.tail) if figure.kind == "count" and figure.noun in ("", "time") else None
    every = scene.story.figures[figure.place - 1] if hit and figure.place else figure
    if not hit or every.kind != "duration" or every.before[-1:] != ("every",) or figure.start - every.end > _GAP:
        return None
    computed = PERIODS.get(hit[1], SECONDS["minute"]) / every.value
    told = partial(wording.times_in, every, hit[1], computed, figure.quantity)
    reading = Reading("sum", figure.value, computed, (every.index,), LOOSE, told)
    if agrees(figure.quantity, reading):
        return reading
    firm = figure.tied.strong and figure.tied.plain and hit[1] in _SURE
    return reading if firm and conceivable(figure.value, computed) else None
