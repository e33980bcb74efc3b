"""The seating is the best there is: small tables equal a search through every seating."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.planning import Aims
from starproof.errors import InputError
from starproof.plan.loop.seating import Seating, Table, seat
from starproof.plan.weights import weights

Seats = tuple[int | None, ...]


def every_seating(table: Table) -> Iterator[tuple[Seats, Seats]]:
    options = [[None, *sorted(points)] for points in table.points]
    for first in product(*options):
        if repeats(first):
            continue
        backs = product(*options) if table.backups else [locked_backups(table)]
        for back in backs:
            if is_allowed(table, first, back):
                yield first, back


def locked_backups(table: Table) -> Seats:
    return tuple(table.locked.get((q, "backup")) for q in range(len(table.points)))


def repeats(seats: Seats) -> bool:
    taken = [story for story in seats if story is not None]
    return len(taken) != len(set(taken))


def is_allowed(table: Table, first: Seats, back: Seats) -> bool:
    if set(first) & set(back) - {None} or (not table.shared and repeats(back)):
        return False
    for question, story in enumerate(back):
        if story is not None and first[question] is None and (question, "backup") not in table.locked:
            return False
    return all((first if which == "first" else back)[q] == story for (q, which), story in table.locked.items())


def reached(table: Table, first: Seats, back: Seats) -> Aims:
    quality = sum(table.points[q][s] * table.weight(q) for q, s in enumerate(first) if s is not None)
    cost = weights("loop")["same_project"]
    for group in table.groups:
        heard = Counter(table.interviewer[q] for q, s in enumerate(first) if s in group)
        for who, times in heard.items():
            quality -= cost * (times - 1) * table.weight(table.interviewer.index(who))
    told = [table.points[q][s] for q, s in enumerate(back) if s is not None]
    return Aims(sum(s is not None for s in first), quality, len(told), sum(told))


def order(aims: Aims) -> tuple[int, int, int, int]:
    return aims.covered, aims.quality, aims.backups, aims.backup_quality


@st.composite
def tables(draw: st.DrawFn) -> Table:
    questions, stories = draw(st.integers(1, 3)), draw(st.integers(1, 5))
    whom = draw(st.lists(st.integers(0, 1), min_size=questions, max_size=questions).map(sorted))
    raiser = draw(st.integers(0, 2))
    points = draw(
        st.lists(
            st.dictionaries(st.integers(0, stories - 1), st.sampled_from([1, 50, 200, 201, 500, 1000])),
            min_size=questions,
            max_size=questions,
        )
    )
    points = [dict(sorted(p.items())) for p in points]
    group = tuple(sorted(draw(st.sets(st.integers(0, stories - 1), max_size=3))))
    locked = {}
    for question, which in draw(
        st.lists(st.tuples(st.integers(0, questions - 1), st.sampled_from(["first", "backup"])), max_size=2)
    ):
        if points[question]:
            locked[question, which] = draw(st.sampled_from(sorted(points[question])))
    return Table(
        points=points,
        interviewer=whom,
        doubled=[who == raiser for who in whom],
        groups=[group] if len(group) > 1 else [],
        locked=locked,
        backups=draw(st.booleans()),
        shared=draw(st.booleans()),
    )


@settings(max_examples=150)
@given(tables())
def test_no_seating_of_a_small_table_is_better(table: Table) -> None:
    best = max((order(reached(table, first, back)) for first, back in every_seating(table)), default=None)
    if best is None:
        with pytest.raises(InputError, match="leave no plan"):
            seat(table)
        return
    found = seat(table)
    assert order(found.aims) == best
    assert is_allowed(table, found.first, found.backup)
    assert reached(table, found.first, found.backup) == found.aims


def plain(points: list[dict[int, int]], **more: object) -> Seating:
    table = Table(
        points=points,
        interviewer=list(range(len(points))),
        doubled=[False] * len(points),
        groups=[],
        locked={},
        **more,  # type: ignore[arg-type]
    )
    return seat(table)


def test_a_greedy_choice_would_leave_a_question_open() -> None:
    found = plain([{0: 900, 1: 800}, {0: 700}])
    assert found.first == (1, 0)


def test_covering_comes_before_points() -> None:
    found = plain([{0: 1000, 1: 1}, {0: 1}])
    assert found.first == (1, 0)


def test_of_equals_the_first_by_order_is_told_first() -> None:
    same = dict.fromkeys(range(6), 500)
    found = plain([same, same, same])
    assert found.first == (0, 1, 2)
    assert found.backup == (3, 4, 5)


def test_a_shared_backup_stands_by_for_several() -> None:
    points = [{0: 500, 2: 400}, {1: 500, 2: 400}]
    assert plain(points).aims.backups == 1
    assert plain(points, shared=True).backup == (2, 2)


def test_an_empty_table_is_an_empty_plan() -> None:
    assert plain([{}, {}]).first == (None, None)
