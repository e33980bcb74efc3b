"""What is left once several parts of a whole are told one by one: "of 1,500 orders 240 were fraud, 780 late; the rest".

Each part may be told with its share. Of a percent that is told of a whole, the other one is what is left of all.
"""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.kinds.differences import known_rest
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees
from starproof.extract.sums.story.scene import Scene

_ALL, _APART = 100.0, 1.6
"""What the shares of a whole come to, and how many times one another what is told and what is left may be."""
_MOST, _SENTENCES = 8, 2
"""How many figures before a rest its whole is looked for, and in how many sentences."""
_OF_WHICH = re.compile(r" (?:of|among) (?:which|whom|them|those|these) ")
_OF = re.compile(r" of (?:the |our |those |these |some |about )?$")
_TAKEN = frozenset("sampled read checked looked took traced sorted counted had tested examined reviewed".split())
"""Before a whole, these tell that it is gone through."""
_OTHER = re.compile(r" the (?:other|remaining|rest ,) $")


def spelled_rest(scene: Scene, figure: Figure) -> Reading | None:
    """What the parts told one by one leave of their whole, where the figure is told as the rest."""
    if figure.quantity.unit == "%":
        return _other_share(scene, figure)
    if figure.kind not in ("count", "money") or not known_rest(figure) or figure.per:
        return None
    told = _whole_and_parts(scene, figure)
    if told is None:
        return None
    whole, parts = told
    left = whole.value - sum(part.value for part in parts)
    if left <= 0 or not 1 / _APART <= figure.value / left <= _APART:
        return None
    write = partial(wording.joined, (whole, *parts), " less ", left, figure.quantity)
    operands = tuple(f.index for f in (whole, *parts))
    return Reading("difference", figure.value, left, operands, TIGHT, write)


def _whole_and_parts(scene: Scene, figure: Figure) -> tuple[Figure, list[Figure]] | None:
    """The figures back to the first that is more than all since, if words tell it as a whole that is parted."""
    parts: list[Figure] = []
    for f in scene.story.figures[max(0, figure.place - _MOST) : figure.place][::-1]:
        if figure.sentence - f.sentence > _SENTENCES or scene.in_pair(f) or f.often != figure.often:
            return None
        if f.quantity.unit == "%":
            continue
        if not alike(f, figure) or f.quantity.approx or f.quantity.high:
            return None
        if len(parts) > 1 and f.value > sum(part.value for part in parts) + figure.value / _APART:
            return (f, parts[::-1]) if _parted(scene, f, parts[-1]) else None
        parts.append(f)
    return None


def _parted(scene: Scene, whole: Figure, part: Figure) -> bool:
    said = f"{scene.story.between(whole, part)}{' '.join(part.after[:3])} "
    return bool(_OF_WHICH.search(said) or _OF.search(whole.lead)) or not _TAKEN.isdisjoint(whole.before[-2:])


def _other_share(scene: Scene, figure: Figure) -> Reading | None:
    """What one share leaves of all: "58% of the stops had not changed; only the other 42% were solved"."""
    if not figure.place or not _OTHER.search(figure.lead):
        return None
    one = scene.story.figures[figure.place - 1]
    whole = one.quantity.unit == "%" and one.after[:1] == ("of",) and one.sentence == figure.sentence
    if (
        not whole
        or scene.in_pair(one)
        or not 0 < one.value < _ALL
        or one.quantity.approx
        or figure.after[:1] == ("of",)
    ):
        return None
    left = _ALL - one.value
    write = partial(wording.rest_of_all, (one,), left, figure.quantity)
    reading = Reading("difference", figure.value, left, (one.index,), TIGHT, write)
    near = 1 / _APART <= figure.value / left <= _APART
    return reading if near or agrees(figure.quantity, reading) else None
