"""Plain fractions that stand right behind what was and what is: "the wait went from 16 days to two, an eighth"."""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees, rest_of
from starproof.extract.sums.story.scene import Scene

_FRACTION = re.compile(r"(?:an?|one) (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|half")
_BEFORE = ((",",), ("–",), ("—",), ("-",), (",", "so"), ("so",))
_ENDS = frozenset(". ; : ! ? ¶".split())
_ALL = 100.0


def spelled_fraction(scene: Scene, figure: Figure) -> Reading | None:
    """What is left of what was, where a fraction says it at once and ends its sentence with it."""
    if figure.quantity.unit != "%" or figure.place < 2 or figure.before not in _BEFORE:
        return None
    if not _FRACTION.fullmatch(" ".join(figure.own)) or (figure.after and figure.after[0] not in _ENDS):
        return None
    pair = scene.pair_of(figure.place - 2, figure.place - 1)
    if pair is None or not pair.sure or min(pair.before, pair.after) <= 0 or pair.first.kind != pair.last.kind:
        return None
    low, high = sorted((pair.first, pair.last), key=lambda one: one.value)
    told = partial(wording.share, low, high, _ALL * low.value / high.value)
    reading = Reading("share", figure.value, _ALL * low.value / high.value, (low.index, high.index), TIGHT, told)
    return None if agrees(figure.quantity, rest_of(reading)) else reading
