"""Against the target: a stated margin over, under, before or after what was promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.directions import direction
from starproof.extract.sums.story.figures import Figure, by_wording
from starproof.extract.sums.story.likeness import alike, of_like_size, same_frame, same_scale, value_beside
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT, Reading
from starproof.extract.sums.story.scales import period
from starproof.extract.sums.story.scene import Scene

_AFTER = re.compile(
    r" (?:\S+ ){1,4}?(?:(?:better|higher|lower|more|less|faster|earlier|later|above|below|under|over|"
    r"inside|ahead|beyond|"
    r"short|off|within|past|beneath)(?: \S+)? (?:than )?(?:of )?(?:the |our |my |his |her |their |what |"
    r"it |its |we |i )*"
    r"(?:\S+ )?(?:targets?|goals?|plan(?:ned)?|promised?|budget|limit|forecast|obligation|contract|"
    r"mandate|window|asked|ask|"
    r"time|schedule|date|deadline|need(?:ed)?|expected|required|agreed|wanted|sla|commitment|they|it|that)|"
    r"over |under |short |early|ahead|inside|late |to the good|to spare|better |of (?:delay|advance))"
)
_BEFORE = re.compile(r" (?:beat|beats|beating|exceed(?:s|ed|ing)?|missed|miss|overshot|undershot) (?:\S+ ){0,5}?by $")
_AIMED = re.compile(
    r" (?:targets?|goals?|plan(?:ned)?|promised?|budget|limit|forecast|obligation|asked|mandate|need(?:ed)?|window) "
)
_OFF = re.compile(r"^ (?:\S+ ){1,4}?(?:early|ahead|late|before time) ")
LOOK_BACK = 200


@by_wording
def aimed(figure: Figure) -> bool:
    """Whether the words name a goal that this figure is measured against."""
    return bool((_AFTER.match(figure.tail) and _AIMED.search(figure.tail[:60])) or _BEFORE.search(figure.lead))


def aims(scene: Scene, place: int) -> Iterator[Reading]:
    """Every target that this margin may be measured against."""
    figure = scene.story.figures[place]
    if figure.kind == "multiple" or figure.index in scene.targets or not _cued(scene, place):
        return
    told = [(actual, goals) for actual in _actuals(scene, place) if (goals := _goals(scene, actual, place))]
    for distance, (actual, goals) in enumerate(told):
        near = [goal for goal in goals if goal.place > actual.place or abs(goal.start - actual.start) <= 120]
        values = {goal.value for goal in goals}
        for goal in goals:
            alone = distance == 0 and (len(values) == 1 or goal in near[:1])
            yield from _margin(scene, figure, actual, goal, _tie(scene, figure, actual, goal, alone))


@by_wording
def _margin_told(figure: Figure) -> bool:
    """Whether the words around a figure say that it is how far something is from a goal."""
    return bool(_AFTER.match(figure.tail) or _BEFORE.search(figure.lead))


def _cued(scene: Scene, place: int) -> bool:
    figure = scene.story.figures[place]
    if _margin_told(figure):
        return True
    if place < 2:
        return False
    tied = figure.tied
    actual, goal = scene.story.figures[place - 2 : place]
    beside = goal.index in scene.targets and tied.strong and tied.plain and len(tied.rest) <= 4 and alike(actual, goal)
    return beside and bool(scene.cues(place))


def _actuals(scene: Scene, place: int) -> list[Figure]:
    figure = scene.story.figures[place]
    found = []
    for f in scene.story.earlier(place, within=LOOK_BACK)[:5]:
        if (
            f.index in scene.targets
            or f.before[-2:-1] == ("for",)
            or (f.index in scene.derived and f.kind != "money")
            or f.kind == "multiple"
        ):
            continue
        if figure.kind == "percent" or alike(f, figure) or same_frame(f.quantity, figure.quantity):
            found.append(f)
    return found[:3]


def _goals(scene: Scene, actual: Figure, place: int) -> list[Figure]:
    around = [*scene.story.figures[place + 1 : place + 2], *scene.story.earlier(place)]
    like = [g for g in around if g is not actual and g.value > 0 and _like(g, actual)]
    named = [g for g in like if g.index in scene.targets]
    return named or [g for g in like if g.index not in scene.derived and not scene.led(g, actual)]


def _like(goal: Figure, actual: Figure) -> bool:
    periods = {period(goal.quantity), period(actual.quantity)} - {""}
    if len(periods) > 1:
        return False
    if goal.kind == "duration" and actual.kind == "duration":
        return same_scale(goal.quantity, actual.quantity)
    return alike(goal, actual)


def _tie(scene: Scene, figure: Figure, actual: Figure, goal: Figure, alone: bool) -> int:
    beside = goal.place == actual.place - 1 and goal.sentence == actual.sentence and _OFF.search(figure.tail)
    if beside and goal.kind == "duration" and alone and figure.place == actual.place + 1:
        return NEAR
    if not alone or (goal.index not in scene.targets and not (aimed(figure) and _twin(goal, actual))):
        return LOOSE
    tied = figure.tied
    listed = aimed(figure) and figure.before[-1:] == ("and",)
    said_so = bool(_AIMED.search(figure.tail[:70]) or _AIMED.search(figure.lead[-40:]))
    if (tied.strong or tied.pause or listed) and len(tied.rest) <= 10:
        return TIGHT if said_so or figure.place - goal.place == 1 else NEAR
    return NEAR


def _twin(goal: Figure, actual: Figure) -> bool:
    return bool(goal.quantity.unit) and goal.quantity.unit == actual.quantity.unit and goal.kind != "duration"


def _margin(scene: Scene, figure: Figure, actual: Figure, goal: Figure, tie: int) -> Iterator[Reading]:
    value, aim = actual.value, goal.value
    if not alike(actual, goal):
        value = value_beside(actual.quantity, goal.quantity)
    operands = (actual.index, goal.index)
    if figure.kind == "percent" and figure.quantity.unit == "%":
        if (value - aim) * direction(scene, figure) < 0:
            return
        computed = abs(value - aim) / aim * 100
        yield Reading(
            "versus_target",
            figure.value,
            computed,
            operands,
            tie,
            partial(wording.change, goal, actual, computed, None, less=value < aim),
            percent=True,
        )
    elif (alike(figure, actual) or alike(figure, goal)) and of_like_size(value, aim):
        computed = abs(value - aim)
        yield Reading(
            "versus_target",
            figure.value,
            computed,
            operands,
            tie,
            partial(wording.margin, actual, goal, computed, figure.quantity),
        )
