"""How the figures of a story stand to each other, in places relative to one figure: what a decision on it reads.

Two stories in which a figure stands in the same way get the same decision. Distances count only as far as something
asks for them, so that a word more in one sentence changes nothing for figures that stand elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from starproof.core.keeping import LONGEST, mark
from starproof.extract.sums.kinds.columns import opens_line
from starproof.extract.sums.kinds.products import by_the_point, length_unit, names_unit
from starproof.extract.sums.story.bareness import BESIDE, CLOSE
from starproof.extract.sums.story.distant import CLOSE_BY, FAR, opens
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import REACH
from starproof.extract.sums.story.scene import COMES, Scene
from starproof.extract.sums.weighing.candidates import RUN
from starproof.extract.sums.weighing.circular import came_from
from starproof.extract.sums.weighing.placing import APART, CLOSE_BEFORE, GAPS

BEHIND, AHEAD = FAR + CLOSE_BY, 9
"""How many figures before and after one are ever read for it; of one that opens the story, ``FAR`` after it."""
NEARBY, GOAL_BESIDE = 300, 120
"""Within how many code points the wording of earlier figures is read, and that of a goal beside one of those."""
TOGETHER = 2 * REACH
"""Code points between two figures within which their wording is read as one."""
PAIR_COMING = 40
_LISTED, _LIST = 70, 7
_FROM_HERE = tuple(sorted((*GAPS, CLOSE_BEFORE)))


@dataclass(slots=True)
class Standing:
    """The figures of a story by how they stand; ``derived`` grows while the story is read."""

    scene: Scene
    rows: tuple[object, ...] = ()
    """What each figure says, and how it hangs on those just before it."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    derived: list[Hashable] = field(default_factory=list)
    """Whether each figure read so far is derived, and how far from it stand those that it rests on."""

    def window(self, place: int) -> object | None:
        """Stands for all figures that are ever read for one, not their wording; ``None`` where too many are near."""
        low, high = max(0, place - BEHIND), place + AHEAD + 1
        crowded = high <= len(self.rows) and self.starts[high - 1] - self.ends[place] <= NEARBY
        if crowded or (low and self.near(place) <= low):
            return None
        return mark(place - low, self.rows[low : self._ahead(place)], tuple(self.derived[low:place]))

    def _ahead(self, place: int) -> int:
        """The place behind the last figure that is ever read for this one: the next few, and those nearby."""
        if opens(self.scene.story.figures[place]):
            return place + 1 + FAR
        listed = self._following(place)
        if listed > place + 1 and self.starts[place + 1] - self.ends[place] <= PAIR_COMING:
            return place + AHEAD + 1
        nearby = bisect_right(self.starts, self.ends[place] + RUN, lo=place + 1, hi=min(place + 8, len(self.starts)))
        return max(place + 5, listed + 1, nearby + 1)

    def near(self, place: int) -> int:
        """The first earlier figure whose wording may be read with this one's: those nearby, and always the last two."""
        low = min(bisect_left(self.ends, self.starts[place] - NEARBY, hi=place), max(0, place - 2))
        return bisect_left(self.ends, self.starts[low] - GOAL_BESIDE, hi=low)

    def wording(self, place: int, low: int) -> tuple[Hashable, ...] | None:
        """The wording from one figure to this one and those that follow it at once; ``None`` where it is very long."""
        high = self._following(place)
        start, end = self.starts[low], self.ends[high - 1]
        if end - start > 4 * LONGEST:
            return None
        figures, text = self.scene.story.figures, self.scene.story.text
        marks = tuple(f.wording for f in figures[low:high])
        return place - low, marks, text[max(0, self.starts[place] - 1) : self.starts[place]], text[start:end]

    def _following(self, place: int) -> int:
        """The place behind the figures that follow so closely that they are read with this one."""
        high = place + 1
        while high < len(self.starts) and high - place <= _LIST:
            if self.starts[high] - self.ends[high - 1] > (TOGETHER if high - place <= 2 else _LISTED):
                break
            high += 1
        return high

    def counts(self, place: int) -> tuple[int, ...]:
        """How many figures stand within the distances that parts and operands may have."""
        start, end = self.starts[place], self.ends[place]
        behind = place - bisect_left(self.ends, start - RUN, hi=place)
        ahead = self.starts[place + 1 : place + 8]
        return min(behind, BEHIND), bisect_right(ahead, end + RUN), bisect_right(ahead, end + COMES)

    def apart(self, first: int, last: int) -> int:
        """How far two figures are apart, as far as it matters."""
        return bisect_left(APART, self.starts[last] - self.ends[first])

    def away(self, place: int, other: int) -> int:
        """How far another figure stands from one, as far as it matters."""
        first, last = (other, place) if other < place else (place, other)
        return bisect_left(_FROM_HERE, self.starts[last] - self.ends[first])

    def decided(self, place: int) -> None:
        """Take in what was decided on a figure."""
        index = self.scene.story.figures[place].index
        pair = self.scene.derived.get(index)
        parts = tuple([at - place for at in self.scene.parts.get(place, ())])
        rest = self.scene.rests.get(place)
        rests = () if rest is None else (rest.of_a_rate, *[at - place for at in rest.places])
        if pair is None:
            self.derived.append((index in self.scene.derived, parts, rests))
        else:
            self.derived.append((pair.first.place - place, pair.last.place - place, rests))


def standing(scene: Scene) -> Standing:
    """The figures of a story that nothing is decided about yet."""
    figures = scene.story.figures
    found = Standing(scene, starts=[f.start for f in figures], ends=[f.end for f in figures])
    found.rows = tuple(_rows(scene))
    return found


def _rows(scene: Scene) -> Iterator[object]:
    paired, opened = _paired(scene)
    units = sorted({length_unit(f) for f in scene.story.figures if f.kind == "duration"})
    sentence = 0
    for f in scene.story.figures:
        named = tuple(unit for unit in units if names_unit(f, unit)) if f.kind == "money" else ()
        named = (*named, "point") if by_the_point(f) else named
        named = (*named, "from") if came_from(f) else named
        step = min(f.sentence - sentence, 3)
        sentence = f.sentence
        goal, line = f.index in scene.targets, opens_line(scene.story, f.place)
        yield mark(f.number, paired.get(f.place), goal, f.place in opened, step, line, _units_beside(scene, f), named)


def _units_beside(scene: Scene, figure: Figure) -> int:
    """How many figures of another sort stand near enough to give a bare number its unit, or to get theirs from it."""
    found = 0
    for f in scene.story.figures[max(0, figure.place - CLOSE) : figure.place]:
        if (f.bare or figure.bare) and (f.kind != figure.kind or f.kind == "money"):
            found += figure.start - f.end <= BESIDE
    return found


def _paired(scene: Scene) -> tuple[dict[int, Hashable], set[int]]:
    """By the place of its later figure how far back the other of a pair stands, and where sure pairs open."""
    paired: dict[int, Hashable] = {}
    opened = set()
    for pair in scene.pairs:
        first, last = sorted((pair.first.place, pair.last.place))
        paired[last] = last - first, pair.last.place == last, pair.sure
        if pair.sure:
            opened.add(first)
    return paired, opened


def pairs_of(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each two places that follow each other in a row, and the two ends of the row."""
    yield from pairwise(places)
    if len(places) > 2:
        yield places[0], places[-1]
