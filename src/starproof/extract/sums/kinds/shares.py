"""Shares: part of a whole, stated as a percent or a fraction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from starproof.extract.sums.kinds.bases import bases
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.bareness import values
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike, same_frame
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.scene import Scene

_SOFT = (
    r"(?:(?:the|our|my|those|these|some|all|about|its|their|a|total|nearly|every|last|year's|them|us|"
    r"roughly|around|only|first|new|last) ){0,4}"
)
_OF = re.compile(rf"^ (?:\S+ ){{0,4}}?(?:of|from) {_SOFT}$")
_OUT_OF = re.compile(rf"^ (?:\S+ ){{0,6}}?,? ?out of {_SOFT}$")
_WHOLE_FIRST = re.compile(rf" (?:of|out of|from|in) {_SOFT}$")
_OF_THEM = re.compile(r"^ (?:\S+ ){1,4}?(?:of|from) (?:them|'em|those|us|these|it|all|the|our) ")
_AFTER = re.compile(rf"^ {_SOFT}(?:of|from) {_SOFT}$")
_WHAT_IT_WAS = re.compile(
    r"^ (?:\S+ ){1,3}?of (?:what|before|the (?:normal|old|original|usual|former|previous|time)|its) "
)
_OPENS = re.compile(r" (?:\(|:|,|that is|–|—|-) (?:about |that is |or )?$")
LOOK_BACK = 200
_TURN = 20
"""Length of the words between a whole and a part that is told right behind it."""
_KINDS = ("count", "money", "duration", "size")


def shares(scene: Scene, place: int) -> Iterator[Reading]:
    """Every part and whole whose share this percent may restate."""
    figure = scene.story.figures[place]
    if figure.kind == "percent" and figure.quantity.unit == "%":
        yield from _percent(scene, place)
    elif figure.kind in ("money", "count"):
        yield from _part(scene, place)


def _percent(scene: Scene, place: int) -> Iterator[Reading]:
    found = list(_told(scene, place))
    yield from found
    yield from _in_turn(scene, place)
    yield from _whole_after(scene, place)
    yield from _of_before(scene, place)
    yield from _spelled_out(scene, place)
    if not any(reading.tie == TIGHT for reading in found):
        yield from _far_whole(scene, place)


def _spelled_out(scene: Scene, place: int) -> Iterator[Reading]:
    """``65% of the nurses (52 of 80)``."""
    figure = scene.story.figures[place]
    for part, whole in zip(
        scene.story.figures[place + 1 : place + 2], scene.story.figures[place + 2 : place + 3], strict=False
    ):
        gap = scene.story.between(figure, part)
        found = _part_and_whole(scene, part, whole) if len(gap) <= 40 and _OPENS.search(gap) else None
        if found is not None and found[0] is part:
            yield _reading(figure, *found, TIGHT)


def _of_before(scene: Scene, place: int) -> Iterator[Reading]:
    """``from 960 to 120, so one eighth of what it was``."""
    figure = scene.story.figures[place]
    if not _WHAT_IT_WAS.search(figure.tail):
        return
    for pair in scene.pairs_near(figure, LOOK_BACK):
        tie = scene.tie(pair, place, words=frozenset())
        if tie is not None and pair.before:
            yield _ratio(figure, pair, tie)
    after = scene.subject(place)
    for base in bases(scene, after) if after is not None else ():
        if after is not None and base.value:
            yield _ratio(figure, Pair(base, after, base.value, after.value, sure=True), LOOSE)


def _ratio(figure: Figure, pair: Pair, tie: int) -> Reading:
    computed = pair.after / pair.before * 100
    told = partial(wording.share, pair.last, pair.first, computed, figure.quantity)
    return Reading("share", figure.value, computed, (pair.last.index, pair.first.index), tie, told)


def _told(scene: Scene, place: int) -> Iterator[Reading]:
    """``34 of the 130`` or ``of the 130, 34`` just before the percent."""
    figure = scene.story.figures[place]
    near = [f for f in scene.story.earlier(place, within=LOOK_BACK)[:5] if f.kind in _KINDS]
    found = [(right, f) for right, left in pairwise(near) if (f := _part_and_whole(scene, left, right))]
    for right, (part, whole) in sorted(found, key=lambda told: not alike(told[1][0], told[1][1]))[:1]:
        sure = alike(part, whole)
        yield _reading(figure, part, whole, _tie(scene, place, right, near[0]) if sure else LOOSE)


def _in_turn(scene: Scene, place: int) -> Iterator[Reading]:
    """``we made forty offers, thirty-one accepted, so 78 %``: the part right behind its whole, without a noun."""
    if place < 2:
        return
    whole, part, figure = scene.story.figures[place - 2 : place + 1]
    tied = figure.tied
    if not (tied.strong and tied.plain and len(tied.rest) <= 2) or tied.stop or _changed(scene, figure):
        return
    words = scene.story.between(whole, part)
    counted = whole.kind == part.kind == "count" and whole.noun and part.bare and part.value < whole.value
    if counted and whole.sentence == figure.sentence and words.startswith(" , ") and len(words) <= _TURN:
        yield _reading(figure, part, whole, NEAR)


def _part_and_whole(scene: Scene, left: Figure, right: Figure) -> tuple[Figure, Figure] | None:
    words = scene.story.between(left, right)
    if scene.targets & {left.index, right.index}:
        return None
    if (not words.strip() and right.start - left.end > 3) or not _one_unit(left, right):
        return None
    if len(words) <= 60 and (_OF.search(words) or _OUT_OF.search(words)) and left.value <= right.value:
        return left, right
    whole_first = _WHOLE_FIRST.search(left.lead[-40:]) and right.value <= left.value
    if whole_first and " . " not in words and len(words) <= 110 and " to " not in words[-5:]:
        return right, left
    return None


def _one_unit(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one kind, or a bare number has the unit of what follows: "18 of the 31 hours"."""
    return left.kind == right.kind or (left.bare and left.kind == "count" and left.place == right.place - 1)


def _told_as(part: Figure, whole: Figure) -> tuple[float, float]:
    """The two values in one unit."""
    if part.kind == whole.kind:
        return part.value, whole.value
    return values(part, whole) if part.place < whole.place else values(whole, part)[::-1]


def _tie(scene: Scene, place: int, last: Figure, nearest: Figure) -> int:
    figure = scene.story.figures[place]
    tied = figure.tied
    between = scene.story.figures[last.place + 1 : place]
    if _changed(scene, figure) or any(f.kind != "duration" for f in between):
        return LOOSE
    if tied.stop and not tied.strong:
        return LOOSE
    firm = (
        tied.strong
        or (tied.pause and len(tied.rest) <= 8)
        or (len(figure.before) <= 2 and "and" not in figure.before and not between)
    )
    return TIGHT if firm and len(tied.rest) <= 16 and "." not in tied.rest else LOOSE


def _changed(scene: Scene, figure: Figure) -> bool:
    """Whether the words around a figure tell it as a change; "more than a third" is a bound and no change."""
    bound = {"more", "less", "better"} if figure.before[-1:] == ("than",) or "than" in figure.own else set()
    return bool(scene.cues(figure.place) - {"off", "over", "under"} - bound)


def _whole_after(scene: Scene, place: int) -> Iterator[Reading]:
    """``9,400 calendars, 23 % of the 40,800 sold``."""
    figure = scene.story.figures[place]
    if place + 1 >= len(scene.story.figures) or place == 0:
        return
    whole, part = scene.story.figures[place + 1], scene.story.figures[place - 1]
    if not _AFTER.search(scene.story.between(figure, whole)) or not same_frame(part.quantity, whole.quantity):
        return
    tied = figure.tied
    if part.kind in _KINDS and part.value <= whole.value and (tied.strong or tied.pause) and tied.plain:
        yield _reading(figure, part, whole, TIGHT if alike(part, whole) else NEAR)


def _far_whole(scene: Scene, place: int) -> Iterator[Reading]:
    """The part stands just before, the whole further back."""
    figure = scene.story.figures[place]
    tied = figure.tied
    if not (tied.strong or tied.pause) or len(tied.rest) > 16:
        return
    told = [f for f in scene.story.earlier(place, within=120)[:3] if f.index not in scene.derived and f.kind in _KINDS]
    part = next((f for f in told if f.kind != "duration"), told[0] if told else None)
    if part is None:
        return
    wholes = [w for w in scene.story.earlier(part.place) if w.value > part.value and w.kind == part.kind]
    of_them = _OF_THEM.search(part.tail) or _OF_THEM.search(figure.tail)
    alone = len({w.value for w in wholes if alike(w, part)}) == 1
    for whole in wholes:
        yield _reading(figure, part, whole, _far_tie(scene, figure, part, whole, of_them=bool(of_them), alone=alone))


def _far_tie(scene: Scene, figure: Figure, part: Figure, whole: Figure, *, of_them: bool, alone: bool) -> int:
    if scene.cues(figure.place) or whole.kind == "duration" or not whole.value:
        return LOOSE
    off = abs(part.value / whole.value * 100 - figure.value)
    beside = whole.place == part.place - 1 and part.start - whole.end <= 80
    tied = figure.tied
    if off > 20 or not tied.plain:
        return LOOSE
    one = alike(part, whole) or bool(_OF_THEM.search(part.tail))
    if of_them and one and beside and part.place == figure.place - 1:
        return TIGHT
    same = bool(whole.quantity.unit) and whole.quantity.unit == part.quantity.unit
    close = len(tied.rest) <= 3 or tied.strong
    return NEAR if same and alone and close and off <= 15 else LOOSE


def _reading(figure: Figure, part: Figure, whole: Figure, tie: int) -> Reading:
    some, all_of_it = _told_as(part, whole)
    computed = some / all_of_it * 100 if all_of_it else 0.0
    told = partial(wording.share, part, whole, computed, figure.quantity)
    return Reading("share", figure.value, computed, (part.index, whole.index), tie if whole.value else LOOSE, told)


def _part(scene: Scene, place: int) -> Iterator[Reading]:
    """``25 % of it, $21M``: only ever agreed with."""
    figure = scene.story.figures[place]
    near = scene.story.earlier(place, within=LOOK_BACK)
    percents = [f for f in near if f.kind == "percent" and f.quantity.unit == "%"][:2]
    tied = figure.tied
    if not percents or not (tied.strong or tied.pause):
        return
    for percent in percents:
        for whole in [f for f in scene.story.earlier(place) if alike(f, figure)][:4]:
            computed = whole.value * percent.value / 100
            told = partial(wording.joined, (percent, whole), " of ", computed, figure.quantity)
            yield Reading("share", figure.value, computed, (percent.index, whole.index), LOOSE, told)
