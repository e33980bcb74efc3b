"""Differences: points between two percentages, an amount saved, the rest of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure, by_wording
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.presented import UNDONE
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.scales import period
from starproof.extract.sums.story.scene import Scene

_OF_WHOLE = re.compile(r" (?:out )?of (?:the |our |my |those |these )?$")
LOOK_BACK = 200
_REST = re.compile(
    r" (?:the |those |these )?(?:other|others|remaining|rest|left us|left with|leaves us|leaves|left) "
    r"(?:us |with |over |the |, )?$"
)
_REST_AFTER = re.compile(
    rf"^ (?:\S+ ){{1,3}}?(?:left|remained|remaining|were lost|was lost|stayed|others|fewer|less|more|did not|"
    rf"didn't|{UNDONE}) "
)


def differences(scene: Scene, place: int) -> Iterator[Reading]:
    """Every pair or whole whose difference this figure may restate."""
    figure = scene.story.figures[place]
    if figure.kind in ("multiple",) or (figure.kind == "percent" and figure.quantity.unit != "pp"):
        return
    words = scene.cues(place)
    than = scene.than(place)
    if than is not None and _fits(figure, than):
        yield _reading(figure, than, TIGHT)
    for pair in scene.pairs_near(figure, LOOK_BACK):
        tie = scene.tie(pair, place, words=words)
        if tie is not None and _fits(figure, pair):
            yield _reading(figure, pair, _tie(figure, pair, tie, bool(words) or _saved(figure)))
    couple = scene.couple(place) if (words or _saved(figure)) and figure.kind != "count" else None
    if couple is not None and _fits(figure, couple):
        yield _reading(figure, couple, NEAR)
    if figure.quantity.unit == "pp":
        yield from _from_base(scene, place)
    else:
        yield from _from_any_base(scene, place)
    if figure.kind == "count":
        yield from _rest(scene, place)
    if figure.kind in ("money", "duration", "score", "percent") and words:
        yield from _beside(scene, place)


def _saved(figure: Figure) -> bool:
    return bool(
        re.search(
            r" (?:saved?|saving|leaving|leaves|left|back|gained|better|more|less|fewer) ",
            figure.tail[:60] + figure.lead[-25:],
        )
    )


def _tie(figure: Figure, pair: Pair, tie: int, cued: bool) -> int:
    if figure.quantity.unit == "pp":
        return tie
    strong = figure.tied.strong or cued
    return tie if strong and (cued or figure.kind == "money") else LOOSE


def _fits(figure: Figure, pair: Pair) -> bool:
    sides = (pair.first, pair.last)
    if figure.quantity.unit == "pp":
        return any(f.kind in ("percent", "score") for f in sides)
    if not any(alike(figure, f) for f in sides):
        return False
    periods = {period(f.quantity) for f in sides if f.kind == "money"} - {""}
    mine = period(figure.quantity)
    return not (periods and mine and mine not in periods)


def _reading(figure: Figure, pair: Pair, tie: int) -> Reading:
    computed = abs(pair.after - pair.before)
    less = pair.after < pair.before
    told = partial(wording.distance, pair.first, pair.last, computed, figure.quantity, less=less)
    return Reading("difference", figure.value, computed, (pair.first.index, pair.last.index), tie, told)


def _from_base(scene: Scene, place: int) -> Iterator[Reading]:
    """Points against a percentage told further back."""
    figure = scene.story.figures[place]
    after = next(
        (f for f in scene.story.earlier(place, within=150) if f.kind == "percent" and f.index not in scene.derived),
        None,
    )
    if after is None:
        return
    for base in scene.story.earlier(after.place):
        if base.kind == "percent" and base.quantity.unit == "%" and base.value != after.value:
            yield _reading(figure, scene.in_order(base, after), LOOSE)


def _from_any_base(scene: Scene, place: int) -> Iterator[Reading]:
    """Less or more than a figure told further back: only ever agreed with."""
    figure, after = scene.story.figures[place], scene.subject(place)
    if after is None or not (scene.cues(place) or _saved(figure)):
        return
    for base in scene.story.earlier(after.place):
        pair = Pair(base, after, base.value, after.value, sure=True)
        if base.value != after.value and alike(base, after) and _fits(figure, pair):
            yield _reading(figure, pair, LOOSE)


def _beside(scene: Scene, place: int) -> Iterator[Reading]:
    """An amount more or less than another, both standing near: only ever agreed with."""
    figure = scene.story.figures[place]
    near = [f for f in scene.story.earlier(place)[:8] if alike(f, figure)]
    near += [f for f in scene.story.figures[place + 1 : place + 2] if alike(f, figure)]
    for at, one in enumerate(near):
        for two in near[at + 1 :]:
            yield _reading(figure, Pair(two, one, two.value, one.value, sure=False), LOOSE)


def _just_before(scene: Scene, part: Figure, place: int) -> bool:
    """Whether nothing but what is derived or a time stands between."""
    between = scene.story.figures[part.place + 1 : place]
    return len(between) <= 3 and all(
        f.index in scene.derived or f.horizon or f.start < part.start + 60 for f in between
    )


@by_wording
def leaves_rest(figure: Figure) -> bool:
    """Whether the words next to a figure say that it is what is left of a whole."""
    return bool(_REST.search(figure.lead) or _REST_AFTER.search(figure.tail))


def known_rest(figure: Figure) -> bool:
    """Whether the words right before a figure tell it as the rest: "the other four"."""
    return bool(_REST.search(figure.lead))


def _rest(scene: Scene, place: int) -> Iterator[Reading]:
    figure = scene.story.figures[place]
    if not leaves_rest(figure):
        return
    before = known_rest(figure)
    counts = [f for f in scene.story.earlier(place)[:12] if alike(f, figure) or f.kind == "count"]
    if not counts:
        return
    for part in counts[:3]:
        wholes = [w for w in counts if w.value > part.value and w is not part]
        alone = len({w.value for w in wholes}) == 1 and part is counts[0]
        for whole in wholes:
            beside = (
                abs(whole.place - part.place) == 1
                and _just_before(scene, part, place)
                and abs(part.start - whole.start) <= 110
            )
            one = alike(whole, part) or bool(_OF_WHOLE.search(whole.lead))
            firm = before and (alone or beside) and one
            tie = (TIGHT if beside else NEAR) if firm else LOOSE
            rest = whole.value - part.value
            told = partial(wording.rest, whole, part, rest, figure.quantity)
            yield Reading("difference", figure.value, rest, (whole.index, part.index), tie, told)
