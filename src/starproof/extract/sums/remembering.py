"""Decisions are kept for as long as the process runs, so that an edit costs those alone that read what it touched.

A decision is taken in three steps: what the wording names, which sums a figure may state, and how those weigh. Each
step is kept by all that it reads, in places relative to the figure (see ``standing.py``), and taken anew where
``Standing`` cannot say what that is. What comes out is the same either way.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from starproof.core.keeping import LONGEST, Shelf, mark
from starproof.core.records import record
from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.lengths import lengths
from starproof.extract.sums.kinds.yearly import by_year
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.said import joint, said_around
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.candidates import asked
from starproof.extract.sums.weighing.placing import new_line
from starproof.extract.sums.weighing.standing import BEHIND, Standing, pairs_of, standing
from starproof.extract.sums.weighing.stated import Sum, Worded, sums
from starproof.extract.sums.weighing.surroundings import fresh
from starproof.extract.sums.weighing.weighed import NOT_WEIGHED, Weighed, weigh

Offsets = Mapping[int, int]
"""By index of a figure how many places it stands from the one that is decided on."""


@record
class _Named:
    """What the wording named, and what of it the further steps read."""

    worded: Worded
    offsets: Offsets
    value: Hashable


@record
class _Operands:
    """What weighing reads of the operands of some sums."""

    places: tuple[int, ...]
    """Where they stand beside the figure."""
    together: tuple[tuple[int, int], ...]
    """Places whose wording between is read."""
    value: object
    """Stands for the sums."""


@dataclass(slots=True, eq=False)
class _Told:
    """The sums that a figure may state."""

    sums: Sequence[Sum]
    offsets: Offsets
    right: bool
    """Whether one comes out as stated."""
    found: _Operands | None = None

    def operands(self) -> _Operands:
        """What weighing reads of the operands, found out when it is first asked for: few figures are weighed."""
        if self.found is None:
            places = tuple(sorted(set(self.offsets.values())))
            rows = {(one.reading.kind == "sum", one.reading.operands) for one in self.sums}
            together = {pair for listed, row in rows for pair in _together(row, self.offsets, listed=listed)}
            value = mark(*[(_value(one.reading, self.offsets), one.right, one.tie) for one in self.sums])
            self.found = _Operands(places, tuple(sorted(together)), value)
        return self.found


_NAMED: Shelf[_Named] = Shelf(most=512)
_TOLD: Shelf[_Told] = Shelf(most=512)
_WEIGHED: Shelf[tuple[Weighed, Offsets]] = Shelf(most=512)


class Memory:
    """The decisions on the figures of one story that were taken before, in it or in another."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._standing: Standing = standing(scene)
        self._said = [said_around(figure) for figure in scene.story.figures]
        self._gaps: dict[tuple[int, int], Hashable] = {}
        self._window: object | None = None
        self._named: _Named = _Named(Worded(), {}, ())

    def worded(self, figure: Figure, read: Callable[[Scene, Figure], Worded]) -> Worded:
        """What the wording names, as ``read`` reads it; figures must be asked for in text order."""
        self._window = self._standing.window(figure.place) if len(figure.tail) <= LONGEST else None
        key = self._wording(figure)
        found = None if key is None else _NAMED.get(key)
        if found is None:
            found = self._as_named(figure, read(self.scene, figure))
            if key is not None:
                _NAMED.put(key, found)
        self._named = found
        return self._worded_here(found, figure)

    def weighed(self, figure: Figure, worded: Worded, *, least: Callable[[], float]) -> Weighed:
        """How the sums weigh that a figure may state; ``least`` says how likely a right one must be to matter."""
        told = self._told(figure, worded)
        if not told.sums or (not told.right and least()):
            return NOT_WEIGHED
        key = self._weighing(figure, told)
        found = None if key is None else _WEIGHED.get(key)
        if found is None:
            here = self._sums_here(told, figure)
            weighed = weigh(self.scene, figure, worded, here, least=least())
            found = weighed, self._offsets(figure, [r for r in (weighed.right, weighed.wrong) if r is not None])
            if key is not None:
                _WEIGHED.put(key, found)
        weighed, offsets = found
        if not offsets or self._stands(offsets, figure):
            return weighed
        right, wrong = (self._here(r, offsets, figure) for r in (weighed.right, weighed.wrong))
        return replace(weighed, right=right, wrong=wrong)

    def decided(self, figure: Figure) -> None:
        """Take in what was decided on a figure, for those that follow."""
        self._standing.decided(figure.place)

    def _turns(self, figure: Figure) -> Hashable:
        """How much of a year counts around a figure that may be the sum of one, which is told further off as well."""
        return self.scene.turns(figure) if figure.kind in ("money", "count") else None

    def _wording(self, figure: Figure) -> Hashable:
        """All that decides what the wording names; dates are read from the whole text, so nothing says it for them."""
        if self._window is None or next(lengths(self.scene, figure.place), None) is not None:
            return None
        low = self._standing.near(figure.place)
        if _reads_far(self.scene, figure):
            low = max(0, figure.place - BEHIND)
        wording = self._standing.wording(figure.place, low)
        return None if wording is None else (self._window, wording, self._turns(figure))

    def _told(self, figure: Figure, worded: Worded) -> _Told:
        counts, year = self._standing.counts(figure.place), self._turns(figure)
        key = (self._window, counts, asked(self.scene, figure), self._named.value, year)
        found = None if self._window is None else _TOLD.get(key)
        if found is None:
            found = self._as_told(figure, sums(self.scene, figure, worded))
            if self._window is not None:
                _TOLD.put(key, found)
        return found

    def _weighing(self, figure: Figure, told: _Told) -> Hashable:
        """All that decides how sums weigh."""
        if self._window is None:
            return None
        place, stand, last = figure.place, self._standing, len(self._said) - 1
        own, new = self._said[place].wide, frozenset(chain.from_iterable(fresh(figure)))
        around = []
        operands = told.operands()
        for at in operands.places:
            said = self._said[place + at]
            words = len(own & said.wide), new & said.wide
            around.append((stand.away(place, place + at), said.told, words))
        between, gaps = [], self._gaps
        for a, b in operands.together:
            if -place <= a and place + b <= last:
                gap = gaps.get((place + a, place + b))
                between.append(self._between(place + a, place + b) if gap is None else gap)
        thing = tuple([at - place for at in self.scene.of_its_thing(place) if at - place in operands.places])
        alone = not thing and bool(self.scene.of_its_thing(place))
        wording = figure.wording, tuple(sorted(thing)), alone
        return self._window, operands.value, self._named.value, wording, tuple(around), tuple(between)

    def _between(self, first: int, last: int) -> Hashable:
        """What is read of the words between two operands, and how far they are about one thing."""
        one = min(3, len(self._said[first].near & self._said[last].near))
        figures = self.scene.story.figures
        words = joint(self.scene.story.between(figures[first], figures[last]))
        line = new_line(self.scene.story, figures[first], figures[last])
        found = self._gaps[first, last] = (words, self._standing.apart(first, last), one, line)
        return found

    def _as_named(self, figure: Figure, worded: Worded) -> _Named:
        offsets = self._offsets(figure, worded.readings)
        values = tuple([_value(reading, offsets) for reading in worded.readings if reading.operands])
        chosen = None if worded.chosen is None else _value(worded.chosen, offsets)
        return _Named(worded, offsets, (values, chosen))

    def _as_told(self, figure: Figure, found: Sequence[Sum]) -> _Told:
        return _Told(found, self._offsets(figure, [one.reading for one in found]), any(one.right for one in found))

    def _offsets(self, figure: Figure, readings: Iterable[Reading]) -> Offsets:
        operands = tuple({index for reading in readings for index in reading.operands})
        return {f.index: f.place - figure.place for f in self.scene.at(operands)}

    def _worded_here(self, named: _Named, figure: Figure) -> Worded:
        if self._stands(named.offsets, figure):
            return named.worded
        readings = [self._moved(reading, named.offsets, figure) for reading in named.worded.readings]
        return Worded(readings, self._here(named.worded.chosen, named.offsets, figure))

    def _sums_here(self, told: _Told, figure: Figure) -> Sequence[Sum]:
        if self._stands(told.offsets, figure):
            return told.sums
        return [replace(one, reading=self._moved(one.reading, told.offsets, figure)) for one in told.sums]

    def _stands(self, offsets: Offsets, figure: Figure) -> bool:
        """Whether operands have the indices here that they had where they were read."""
        figures = self.scene.story.figures
        return all(figures[figure.place + at].index == index for index, at in offsets.items())

    def _here(self, reading: Reading | None, offsets: Offsets, figure: Figure) -> Reading | None:
        return None if reading is None else self._moved(reading, offsets, figure)

    def _moved(self, reading: Reading, offsets: Offsets, figure: Figure) -> Reading:
        figures = self.scene.story.figures
        operands = tuple(figures[figure.place + offsets[index]].index for index in reading.operands)
        return reading if operands == reading.operands else replace(reading, operands=operands)


def _reads_far(scene: Scene, figure: Figure) -> bool:
    """Whether the wording of figures far back may be read: what they are about, or what is told of each."""
    if figure.kind in ("percent", "multiple"):
        return scene.subject(figure.place) is not None
    return by_year(figure) or (figure.kind == "count" and leaves_rest(figure))


def _value(reading: Reading, offsets: Offsets) -> Hashable:
    operands = tuple([offsets[index] for index in reading.operands])
    told = (reading.kind, reading.stated, reading.computed, operands, reading.tie)
    return *told, reading.slips, reading.percent, reading.listed


def _together(operands: Sequence[int], offsets: Offsets, *, listed: bool) -> Iterable[tuple[int, int]]:
    """The places whose wording between is read for a sum: its operands, and what stands beside a list of them."""
    places = sorted({offsets[index] for index in operands})
    yield from pairs_of(places)
    if 1 in places:
        yield 0, 1
    if listed and len(places) > 1:
        yield places[0] - 1, places[0]
        yield places[-1], places[-1] + 1
