"""Staffs: how many people there are, each of those told who came and who went: "we were 24; four left, I hired six".

``stocks.py`` proposes the same of anything, where it comes out; here the words next to each number say which way it
went, and the last of them stands right before what they come to, so that nothing is to be weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from starproof.extract.sums.kinds.parts import of_those
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE

CAME = frozenset("joined came come arrived returned".split())
WENT = frozenset("left leave quit moved went gone resigned retired transferred".split())
"""Behind a number of people, and within a few words of it, these say that they came or went."""
_HIRED, _LOST = frozenset("hired added recruited gained plus".split()), frozenset(["lost", "minus"])
"""The same right before a number, and signs that stand at it."""
_SIGNS = {"+": 1, "-": -1, "−": -1}
_NOW = frozenset("now today".split())
_WE_ARE = frozenset("ended are were is left at to made makes with of had have as so = → ->".split())
_BEHIND, _NEAR, _SENTENCES = 4, 8, 2
_ENDS = frozenset(", . ; : ) ¶ and but".split())


def spelled_staff(scene: Scene, figure: Figure) -> Reading | None:
    """How many people there are after those who came and went, where the words right before tell each of them."""
    if not _of_people(figure) or _way(scene, figure) or not _told_so(scene, figure):
        return None
    moves = list(_moves(scene, figure))
    if not moves:
        return None
    readings = [_reading(scene, figure, base, moves[::-1]) for base in _bases(scene, moves[-1][0])]
    right = next((reading for reading in readings if agrees(figure.quantity, reading)), None)
    if right is None and readings and _nothing_between(scene, figure, readings[0]):
        return readings[0]
    return right


def _nothing_between(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether one sentence tells all of it, so that nobody else may have come or gone, nor tell themselves as one more.

    Whoever writes it as a sum, "8, +3 hired, -1 = 11", leaves nobody out.
    """
    base, *moves = scene.at(reading.operands)
    at_once = base.sentence == figure.sentence and moves[0].place == base.place + 1 and figure.tied.strong
    apart = abs(reading.stated - reading.computed)
    return at_once and len(moves) > 1 and (apart > 1 or figure.before[-1:] == ("=",))


def _of_people(figure: Figure) -> bool:
    return figure.kind == "count" and (figure.bare or figure.noun in PEOPLE) and not figure.per


def _told_so(scene: Scene, figure: Figure) -> bool:
    """Whether words tell a number as what there is now: "so we are nine", "-> 26 today"."""
    return figure.tied.strong or not _NOW.isdisjoint(figure.after[:1]) or bool(_WE_ARE & {*figure.before[-2:]})


def _moves(scene: Scene, figure: Figure) -> Iterator[tuple[Figure, int]]:
    """Those right before a figure who came (1) or went (-1), nearest first."""
    for one in scene.story.earlier(figure.place)[:_NEAR]:
        if figure.sentence - one.sentence > _SENTENCES or not _of_people(one):
            return
        if of_those(one):
            continue  # "four left, three of them in March"
        way = _way(scene, one)
        if not way:
            return
        yield one, way


def _way(scene: Scene, one: Figure) -> int:
    """1 where the words next to a number of people say that they came, -1 where they went, 0 where neither."""
    sign = scene.story.text[max(0, one.start - 1) : one.start]
    if sign in _SIGNS:
        return _SIGNS[sign]
    stop = next((at for at, word in enumerate(one.after[:_BEHIND]) if word in _ENDS), _BEHIND)
    behind = one.after[:stop]
    came = not (_HIRED.isdisjoint(one.before[-1:]) and CAME.isdisjoint(behind))
    went = not (_LOST.isdisjoint(one.before[-1:]) and WENT.isdisjoint(behind))
    return int(came) - int(went)


def _bases(scene: Scene, first: Figure) -> Iterator[Figure]:
    """The numbers of people told before the first who came or went, nearest first."""
    for one in scene.story.earlier(first.place):
        if one.kind == "count" and one.noun in PEOPLE and not _way(scene, one) and not of_those(one):
            yield one


def _reading(scene: Scene, figure: Figure, base: Figure, moves: Sequence[tuple[Figure, int]]) -> Reading:
    computed = base.value + sum(way * one.value for one, way in moves)
    told = partial(wording.staffed, base, moves, computed, figure.quantity)
    operands = (base.index, *(one.index for one, _ in moves))
    return Reading("sum", figure.value, computed, operands, TIGHT, told)
