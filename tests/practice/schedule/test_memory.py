"""Memory is FSRS's own: its numbers, its curve, and no clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.practice import GRADES, Grade
from starproof.practice.schedule.deadline import ON_THE_DAY, RISE_DAYS, wanted
from starproof.practice.schedule.memory import RETENTION, Memory, rated, recall

DAY = date(2026, 3, 1)


@given(st.lists(st.tuples(st.sampled_from(GRADES), st.integers(0, 60)), min_size=1, max_size=8), st.integers(0, 400))
@settings(max_examples=150)
def test_memory_follows_the_package_rating_by_rating(history: list[tuple[Grade, int]], later: int) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    theirs, ours, day = Card(card_id=1), None, DAY
    for grade, gap in history:
        day += timedelta(days=gap)
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        theirs, _ = scheduler.review_card(theirs, Rating(GRADES.index(grade) + 1), at)
        ours = rated(ours, grade, day)
    assert isinstance(ours, Memory)
    assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
    assert timedelta(days=ours.interval) == theirs.due - at
    then = at + timedelta(days=later)
    expected = scheduler.get_card_retrievability(theirs, then)
    assert recall(ours, then.date()) == pytest.approx(expected, abs=1e-12)


def test_a_card_never_rated_is_not_recalled() -> None:
    assert recall(None, DAY) == 0


def test_what_is_asked_of_memory_only_rises_towards_the_day() -> None:
    asked = [wanted(DAY + timedelta(days=number), DAY + timedelta(days=60)) for number in range(61)]
    assert asked == sorted(asked)
    assert asked[0] == asked[60 - RISE_DAYS] == pytest.approx(RETENTION)
    assert asked[60] == pytest.approx(ON_THE_DAY)
