"""What all kinds of sums share about one story: its figures, pairs, targets, and what is already derived."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from starproof.core.records import record
from starproof.extract.sums.story.bareness import comparable, values
from starproof.extract.sums.story.dates import Moment
from starproof.extract.sums.story.distant import FAR, ahead, far_apart, far_pairs, opens
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike, same_scale
from starproof.extract.sums.story.links import cues
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, NEAR, TIGHT
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.things import things, told_of
from starproof.extract.sums.story.turns import TIMES, Turns, Years

_LONGEST_REST = 7
_SPEED = frozenset("faster quicker quick fast sooner earlier".split(" "))
_NEAR_FIGURES = 6
_THAN = re.compile(r"^ (?:\S+ ){0,3}?than (?:the |our |that |those |what was )?(?:old |previous )?$")

Couple = tuple[Figure, Figure, float, float]
"""Two figures in text order that may be set against each other, and their values in one unit."""
NEAREST, FURTHEST, COMING = 7, 16, 2
"""How many earlier figures may be the nearer operand, how many the other, and how many may follow; see ``distant``."""
_TOTALLED = 0.02
"""How far a total may be off its parts, as a share."""
COMES = 120
"""Code points within which a figure that follows may be an operand."""


@record
class Rest:
    """The places of the figures that a figure follows from, and whether it is the year of one that recurs."""

    places: tuple[int, ...]
    of_a_rate: bool


@dataclass(slots=True)
class Kept:
    """What is asked for again and again while a story is read, by the places of figures."""

    by_index: dict[int, Figure] = field(default_factory=dict)
    around: dict[int, list[Figure]] = field(default_factory=dict)
    couples: dict[int, list[Couple]] = field(default_factory=dict)
    distant: dict[int, list[Couple]] = field(default_factory=dict)
    behind: dict[int, list[Couple]] = field(default_factory=dict)
    pairs: dict[tuple[int, int], Pair] = field(default_factory=dict)
    openings: frozenset[int] | None = None
    in_pair: dict[int, bool] = field(default_factory=dict)
    cues: dict[int, frozenset[str]] = field(default_factory=dict)
    things: list[frozenset[str]] | None = None
    of_thing: dict[int, frozenset[int]] = field(default_factory=dict)
    years: Years | None = None
    notes: dict[tuple[str, tuple[int, ...]], tuple[str, ...]] = field(default_factory=dict)
    """Evidence that hangs on the operands alone."""


@dataclass(slots=True)
class Scene:
    """A story being read from left to right."""

    story: Telling
    pairs: tuple[Pair, ...]
    derived: dict[int, Pair | None] = field(default_factory=dict)
    """The figures that a claim already states, by index, with the before and after they rest on."""
    parts: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """The places of the parts that a figure adds up, by its place, as far as that is known."""
    rests: dict[int, Rest] = field(default_factory=dict)
    """What every figure that follows from others follows from, by its place."""
    targets: frozenset[int] = frozenset()
    moments: tuple[Moment, ...] = ()
    """Dates and times of day, in text order."""
    kept: Kept = field(default_factory=lambda: Kept())

    def cues(self, place: int) -> frozenset[str]:
        """The words of change right around a figure."""
        if place not in self.kept.cues:
            figure = self.story.figures[place]
            self.kept.cues[place] = cues(figure.before, figure.tail, len(figure.own))
        return self.kept.cues[place]

    def around(self, figure: Figure) -> list[Figure]:
        """The figures that may be operands, nearest first: the earlier ones and the next few."""
        place = figure.place
        if place not in self.kept.around:
            later = self.story.figures[place + 1 : place + 1 + COMING]
            coming = [f for f in later if f.start - figure.end <= COMES]
            self.kept.around[place] = [*self.story.earlier(place)[:FURTHEST], *coming]
        return self.kept.around[place]

    def couples(self, figure: Figure) -> list[Couple]:
        """Two figures in text order that may be set against each other: one of them near, then those far apart."""
        if figure.place not in self.kept.couples:
            furthest, found, coming = figure.place - FURTHEST, list[Couple](), dict[int, list[Couple]]()
            around = self.around(figure)
            for couple in [c for f in around if f.place > figure.place for c in self._behind(f)]:
                coming.setdefault(couple[0].place, []).append(couple)
            for last in around:
                if figure.place - NEAREST <= last.place < figure.place:
                    found += [couple for couple in self._behind(last) if couple[0].place >= furthest]
                found += coming.get(last.place, ())
            self.kept.couples[figure.place] = found + self.distant(figure)
        return self.kept.couples[figure.place]

    def distant(self, figure: Figure) -> list[Couple]:
        """Two figures of one measure in text order that are told far apart, or far from this one."""
        if figure.place not in self.kept.distant:
            coming = len([f for f in self.around(figure)[-COMING:] if f.place > figure.place])
            found = list(far_apart(self.story, figure, behind=FURTHEST, coming=coming))
            told = bisect_right(self.pairs, figure.start, key=lambda pair: pair.end)
            near = self.pairs[max(0, told - FAR) : told]  # a figure closes one pair at most
            found += far_pairs(near, figure, nearest=NEAREST, behind=FURTHEST)
            if opens(figure):
                found += ahead(self.story, self.pairs, figure)
            self.kept.distant[figure.place] = [(first, last, *values(first, last)) for first, last in found]
        return self.kept.distant[figure.place]

    def at(self, indices: Sequence[int]) -> list[Figure]:
        """The figures with these indices."""
        by_index = self.kept.by_index
        if not by_index:
            by_index.update((f.index, f) for f in self.story.figures)
        return [by_index[index] for index in indices]

    def _behind(self, last: Figure) -> list[Couple]:
        """The figures that this one may be set against, nearest first."""
        if last.place not in self.kept.behind:
            firsts = self.story.earlier(last.place)[: FURTHEST + COMING]
            couples = [(f, last, *values(f, last)) for f in firsts if comparable(f, last)]
            self.kept.behind[last.place] = couples
        return self.kept.behind[last.place]

    def turns(self, figure: Figure) -> Turns:
        """How often a year has a period by what is told around a figure."""
        if self.kept.years is None:
            self.kept.years = Years(self.story)
        return self.kept.years.around(figure)

    def of_its_thing(self, place: int) -> frozenset[int]:
        """The places of the figures that are told of the same thing as the one at this place."""
        if place not in self.kept.of_thing:
            if self.kept.things is None:
                self.kept.things = things(self.story.figures)
            self.kept.of_thing[place] = told_of(self.kept.things, place)
        return self.kept.of_thing[place]

    def add_up(self, figure: Figure, operands: Sequence[int]) -> None:
        """Take in which figures a figure follows from: if it is their total, they are its parts."""
        parts = self.at(operands)
        if parts:
            rates = [part.often in TIMES for part in parts if part.kind != "duration"]
            rate = rates == [True] and (figure.often == "year" or figure.a_year)
            self.rests[figure.place] = Rest(tuple([part.place for part in parts]), of_a_rate=rate)
        one_kind = len(parts) > 1 and all(part.kind == figure.kind for part in parts)
        if one_kind and math.isclose(sum(part.value for part in parts), figure.value, rel_tol=_TOTALLED):
            self.parts[figure.place] = tuple([part.place for part in parts])

    def added_up(self, place: int) -> bool:
        """Whether a figure is a part of a total that is told already."""
        return any(place in parts for parts in self.parts.values())

    def pair_of(self, one: int, two: int) -> Pair | None:
        """The first pair that the wording makes of two figures, by their places."""
        if not self.kept.pairs:
            for pair in reversed(self.pairs):
                places = (pair.first.place, pair.last.place)
                self.kept.pairs[min(places), max(places)] = pair
        return self.kept.pairs.get((one, two) if one < two else (two, one))

    def set_against(self, one: int, two: int) -> bool:
        """Whether the wording is sure that figures at two places are before and after: nobody multiplies those."""
        pair = self.pair_of(one, two)
        return pair is not None and pair.sure

    def led(self, first: Figure, last: Figure) -> bool:
        """Whether the wording is sure that one figure is what another came from."""
        pair = self.pair_of(first.place, last.place)
        return pair is not None and pair.sure and pair.first.place == first.place

    def opens_pair(self, figure: Figure) -> bool:
        """Whether the wording sets a later figure against this one: "22% -> 16.5%"."""
        if self.kept.openings is None:
            sure = (pair for pair in self.pairs if pair.sure)
            self.kept.openings = frozenset(min(pair.first.place, pair.last.place) for pair in sure)
        return figure.place in self.kept.openings

    def in_pair(self, figure: Figure) -> bool:
        """Whether the wording already uses this figure as a before or an after."""
        if figure.place not in self.kept.in_pair:
            at = bisect_right(self.pairs, figure.start, key=lambda pair: pair.end)
            sure = [pair for pair in self.pairs[max(0, at - 2) : at + 3] if pair.sure and pair.end == figure.end]
            self.kept.in_pair[figure.place] = any(figure.place in (p.first.place, p.last.place) for p in sure)
        return self.kept.in_pair[figure.place]

    def pairs_near(self, figure: Figure, look_back: int) -> list[Pair]:
        """Pairs just told, nearest first, then one that follows at once."""
        place = bisect_right(self.pairs, figure.start, key=lambda pair: pair.end)
        told = [p for p in self.pairs[max(0, place - 4) : place] if figure.start - p.end <= look_back]
        coming = [p for p in self.pairs[place : place + 2] if figure.end <= p.start <= figure.end + 40]
        return [*told[::-1], *coming[:1]]

    def told_again(self, place: int) -> Pair | None:
        """The pair of the derived figure just before: "$18M a year, or 55 % less" has one pair for both."""
        if not place:
            return None
        figure, previous = self.story.figures[place], self.story.figures[place - 1]
        tied = figure.tied
        close = len(figure.before) <= 9 and (tied.strong or tied.pause) and len(tied.rest) <= 5
        goes_on = (tied.plain and not tied.stop) or bool(self.cues(place))
        return self.derived.get(previous.index) if close and goes_on else None

    def in_order(self, one: Figure, two: Figure) -> Pair:
        """Two figures from the first to the last in time: as the wording says, else as they are told."""
        named = self.pair_of(one.place, two.place)
        return named if named is not None and named.sure else Pair(one, two, one.value, two.value, sure=False)

    def loose_pairs(self, place: int) -> list[Pair]:
        """Any two like figures of the last few, in the order told."""
        near = self.story.earlier(place, within=300)[:_NEAR_FIGURES]
        return [
            self.in_order(two, one)
            for at, one in enumerate(near)
            for two in near[at + 1 :]
            if at < 2
            if alike(one, two) and same_scale(one.quantity, two.quantity)
        ]

    def tie(self, pair: Pair, place: int, *, words: frozenset[str], longest: int = _LONGEST_REST) -> int | None:
        """How firmly the figure at ``place`` hangs on ``pair``; ``None`` where it does not."""
        figure = self.story.figures[place]
        if pair.start >= figure.end:
            gap = words_of(self.story.text[figure.end : pair.start])
            said = bool(words) or figure.before[-1:] == ("by",) or figure.kind == "multiple"
            direct = len(gap) <= _LONGEST_REST and said and not {".", ";", "and", "¶"} & set(gap)
            return TIGHT if direct else None
        fast = bool(words & _SPEED)
        since = self.story.figures[max(0, place - 6) : place]
        between = [f for f in since if f.start >= pair.end and (fast or not f.horizon)]
        if any(f.index not in self.derived for f in between):
            return LOOSE if words and figure.sentence - pair.last.sentence <= 1 else None
        tied = figure.tied
        begins = tied.stop and not words and figure.quantity.unit != "pp"
        if between:
            near = len(figure.before) <= 9 and figure.start - pair.end <= 120 and not begins
            return TIGHT if near and (tied.strong or tied.pause) and tied.plain else None
        run_on = len(tied.rest) <= 4 and (not figure.before or bool(cues((), figure.tail, len(figure.own))))
        most = 2 * longest if tied.strong else longest
        if (tied.strong or tied.pause or run_on) and tied.plain and len(tied.rest) <= most:
            firm = TIGHT if tied.strong or words or not tied.rest else NEAR
            return None if begins else firm
        return None

    def than(self, place: int) -> Pair | None:
        """``€350,000 more than the €2.6M of the old contract``: what stands before against what comes next."""
        figures = self.story.figures
        if place + 1 >= len(figures) or not place:
            return None
        figure, following = figures[place], figures[place + 1]
        if not _THAN.search(spaced(figure.after)):
            return None
        for after in self.story.earlier(place, within=150)[:3]:
            if alike(after, following) and after.index not in self.derived:
                return Pair(following, after, following.value, after.value, sure=True)
        return None

    def couple(self, place: int) -> Pair | None:
        """The two like figures just before, where "so" follows them and nothing says which was first."""
        figure = self.story.figures[place]
        tied = figure.tied
        cued = tied.strong or (tied.pause and not tied.stop and bool(self.cues(place)) and len(tied.rest) <= 3)
        if place < 2 or not cued or not tied.plain or len(tied.rest) > _LONGEST_REST:
            return None
        two, one = self.story.figures[place - 1], self.story.figures[place - 2]
        close = two.start - one.end <= 130 and figure.start - two.end <= 60 and two.sentence - one.sentence <= 1
        units = two.quantity.unit == one.quantity.unit and same_scale(one.quantity, two.quantity)
        barred = {*self.derived, *(self.targets if figure.kind in ("percent", "multiple") else ())}
        free = not {one.index, two.index} & barred
        if close and units and free and alike(one, two):
            return self.in_order(one, two)
        return None

    def subject(self, place: int) -> Figure | None:
        """The figure that this one comments on: the nearest before it that is not derived itself."""
        figure = self.story.figures[place]
        tied = figure.tied
        if not (tied.strong or tied.pause) or not tied.plain or len(tied.rest) > _LONGEST_REST:
            return None
        near = self.story.earlier(place, within=150)[:4]
        fast = bool(self.cues(place) & _SPEED)
        return next((f for f in near if f.index not in self.derived and (fast or not f.horizon)), None)
