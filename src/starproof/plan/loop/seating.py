"""Who tells what to whom: the exact optimum, aim after aim.

Every question (an interviewer and a principle) has a seat for a first story and one for a backup. The aims, each
reached fully before the next counts:

1. as many questions as possible have a first story,
2. the points of the first stories, a bar raiser's counting double, less what two stories of one project for one
   interviewer cost, are as many as possible,
3. as many of them as possible have a backup,
4. the points of the backups are as many as possible,
5. what comes first by id comes first in the loop, and what cannot be covered stands late in it.

No story has two seats; where ``share_backups`` is set, one story may be the backup of several questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.planning import Aims, Seat
from starproof.errors import InputError
from starproof.plan.loop.solver import Program, best
from starproof.plan.weights import weights


@dataclass(frozen=True, slots=True)
class Table:
    """What there is to seat."""

    points: Sequence[Mapping[int, int]]
    """By question: story index to points, for those that may be told; locked ones among them."""
    interviewer: Sequence[int]
    """By question: who asks."""
    doubled: Sequence[bool]
    """By question: whether a bar raiser asks."""
    groups: Sequence[tuple[int, ...]]
    """Stories of one project."""
    locked: Mapping[tuple[int, Seat], int]
    """By question and seat: the story that its owner put there."""
    backups: bool = True
    shared: bool = False

    def weight(self, question: int) -> int:
        """How often a first story's points count here."""
        times: int = weights("loop")["bar_raiser"]
        return times if self.doubled[question] else 1


@dataclass(frozen=True, slots=True)
class Seating:
    """By question the index of its story, or ``None``; and what it reaches."""

    first: tuple[int | None, ...]
    backup: tuple[int | None, ...]
    aims: Aims


def seat(table: Table) -> Seating:
    """The best seating; the same table gives the same one.

    Raises:
        InputError: when the locks leave no seating at all.
        MissingExtra: when the solver does not run here.
    """
    if not any(table.points):
        empty = (None,) * len(table.points)
        return Seating(empty, empty, Aims(0, 0, 0, 0))
    model = _Model(table)
    if not model.reach(model.covering(), model.quality()):
        raise InputError("E-PLN-032", "The locked choices leave no plan at all.", "Take one of the locks away.")
    if table.backups:
        model.open_backups()
        model.reach(model.backing(), model.backup_quality())
    model.reach({}, model.order())
    return model.seating()


class _Model:
    """The integer program of one table. ``x3_7`` seats story 7 first at question 3, ``y3_7`` as its backup."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._program = Program()
        self._values: Mapping[str, int] = {}
        self._zeros: set[str] = set()
        self._first = [{story: f"x{q}_{story}" for story in points} for q, points in enumerate(table.points)]
        self._back: list[dict[int, str]] = [{} for _ in table.points]
        for names in self._first:
            self._program.binary.extend(names.values())
        self._open(sorted((q, story) for (q, seat_), story in table.locked.items() if seat_ == "backup"))
        for names in self._first:
            self._program.add(dict.fromkeys(names.values(), 1), "<=", 1)
        self._repeats = dict(self._variety())
        self._once_each()
        for (question, seat_), story in table.locked.items():
            names = (self._first if seat_ == "first" else self._back)[question]
            self._program.add({names[story]: 1}, "=", 1)

    def open_backups(self) -> None:
        """Offer the seats of backups, now that it is known which stories may be first where."""
        self._open([(q, story) for q, points in enumerate(self._table.points) for story in points])
        for question, (first, back) in enumerate(zip(self._first, self._back, strict=True)):
            alone = (question, "backup") in self._table.locked
            needed = {} if alone else dict.fromkeys(self._left(first.values()), -1)
            self._program.add({**dict.fromkeys(back.values(), 1), **needed}, "<=", int(alone))
        self._once_each()

    def _open(self, seats: Sequence[tuple[int, int]]) -> None:
        for question, story in seats:
            if story not in self._back[question]:
                self._back[question][story] = f"y{question}_{story}"
                self._program.binary.append(f"y{question}_{story}")

    def _once_each(self) -> None:
        """No story has two seats."""
        for story in sorted({story for points in self._table.points for story in points}):
            first = dict.fromkeys(self._left(names[story] for names in self._first if story in names), 1)
            backs = [names[story] for names in self._back if story in names]
            if not self._table.shared:
                self._program.add({**first, **dict.fromkeys(backs, 1)}, "<=", 1)
                continue
            self._program.add(first, "<=", 1)
            for name in backs:
                self._program.add({**first, name: 1}, "<=", 1)

    def _left(self, names: Iterable[str]) -> list[str]:
        """Those of the names that are still in question."""
        return [name for name in names if name not in self._zeros]

    def _variety(self) -> Iterator[tuple[str, int]]:
        """For each interviewer and project: how many of its stories more than one are told, and what that costs."""
        cost: int = weights("loop")["same_project"]
        for who in sorted(set(self._table.interviewer)):
            mine = [q for q, asked_by in enumerate(self._table.interviewer) if asked_by == who]
            for number, group in enumerate(self._table.groups):
                names = [self._first[q][story] for q in mine for story in group if story in self._first[q]]
                if len(names) > 1 and len(mine) > 1:
                    extra = f"e{who}_{number}"
                    self._program.whole.append(extra)
                    self._program.add({**dict.fromkeys(names, 1), extra: -1}, "<=", 1)
                    yield extra, -cost * self._table.weight(mine[0])

    def reach(self, count: Mapping[str, int], points: Mapping[str, int]) -> bool:
        """Make the count largest and then the points, and hold both; ``False`` where nothing keeps all rows."""
        count, points = ({n: w for n, w in goal.items() if n not in self._zeros} for goal in (count, points))
        step = 1 + sum(_largest_each(points)) + len(self._first) * sum(map(abs, self._repeats.values()))
        goal = {name: step * count.get(name, 0) + points.get(name, 0) for name in {**count, **points}}
        answer = best(self._program, goal)
        if answer is None:
            return False
        self._values = answer.values
        self._zeros |= answer.zeros
        self._program = self._program.without(answer.zeros)
        for terms in (count, points):
            worth = _total(terms, answer.values)
            self._program.add({name: w for name, w in terms.items() if name not in answer.zeros}, "=", worth)
        return True

    def covering(self) -> Mapping[str, int]:
        """Aim 1."""
        return {name: 1 for names in self._first for name in names.values()}

    def quality(self) -> Mapping[str, int]:
        """Aim 2."""
        found = {
            name: self._table.points[q][story] * self._table.weight(q)
            for q, names in enumerate(self._first)
            for story, name in names.items()
        }
        return {**found, **self._repeats}

    def backing(self) -> Mapping[str, int]:
        """Aim 3."""
        return {name: 1 for names in self._back for name in names.values()}

    def backup_quality(self) -> Mapping[str, int]:
        """Aim 4."""
        return {
            name: self._table.points[q][story] for q, names in enumerate(self._back) for story, name in names.items()
        }

    def order(self) -> Mapping[str, int]:
        """Aim 5: the earlier a seat, the more it counts that it is taken, and by a story that comes early by id."""
        seats = [*self._first, *self._back]
        last = 1 + max((story for names in seats for story in names), default=0)
        return {
            name: (last - story) * (len(seats) - place)
            for place, names in enumerate(seats)
            for story, name in names.items()
        }

    def seating(self) -> Seating:
        """What was reached last, as seats."""
        first, back = (tuple(self._taken(names) for names in side) for side in (self._first, self._back))
        return Seating(first, back, Aims(*(_total(goal, self._values) for goal in self._goals())))

    def _taken(self, names: Mapping[int, str]) -> int | None:
        return next((story for story, name in names.items() if self._values.get(name)), None)

    def _goals(self) -> Iterator[Mapping[str, int]]:
        yield self.covering()
        yield self.quality()
        yield self.backing()
        yield self.backup_quality()


def _largest_each(points: Mapping[str, int]) -> Iterable[int]:
    """For each seat its largest points."""
    largest: dict[str, int] = {}
    for name, worth in points.items():
        at, _, _ = name.partition("_")
        largest[at] = max(largest.get(at, 0), worth)
    return largest.values()


def _total(goal: Mapping[str, int], values: Mapping[str, int]) -> int:
    return sum(worth * values.get(name, 0) for name, worth in goal.items())
