"""What counts as time."""

from __future__ import annotations

import pytest

from starproof.errors import PracticeError
from starproof.moments import moment_of
from starproof.practice.session import time_left
from tests.practice.session.making import Table, asked, moment


def test_a_pause_does_not_count() -> None:
    table = Table.of("loop", think=0.0)
    table.take("paused", after=100)
    assert time_left(table.session, moment(100_000)) == 500.0
    table.take("resumed", after=86_400)
    table.take("answered", after=50, text="An answer.")
    assert table.session.attempt.turns[0].seconds == 150.0
    assert time_left(table.session, table.now) == 450.0


def test_coming_back_after_a_crash_counts_from_there() -> None:
    table = Table.of("story")
    table.take("resumed", after=7_200)
    assert time_left(table.session, table.now) == 20.0


def test_follow_ups_use_the_same_time_as_the_answer_and_transcribing_uses_none() -> None:
    table = Table.of("loop", think=0.0)
    table.take("answered", after=200, recording="r1")
    assert time_left(table.session, table.now) is None
    table.take("transcribed", after=500, text="An answer.")
    table.take("probed", after=0, asked=asked(1))
    assert time_left(table.session, table.now) == 400.0
    assert time_left(table.session, moment(table.clock + 1_000)) == 0.0


def test_there_is_no_time_where_none_is_set() -> None:
    table = Table.of("story", think=0.0)
    assert time_left(table.session, moment(50)) is None


def test_thought_and_answer_are_timed_apart() -> None:
    table = Table.of("loop")
    assert time_left(table.session, moment(5)) == 15.0
    table.take("ready", after=5)
    assert time_left(table.session, table.now) == 600.0


def test_a_clock_that_is_set_back_takes_no_time() -> None:
    table = Table.of("loop", think=0.0)
    table.take("answered", after=-3_600, text="An answer.")
    assert table.session.attempt.turns[0].seconds == 0.0


@pytest.mark.parametrize(("after", "kept"), [(86_400, 86_400.0), (86_401, None), (20 * 365 * 86_400, None)])
def test_a_clock_that_leaps_ahead_measures_nothing(after: int, kept: float | None) -> None:
    table = Table.of("story")
    table.take("ready", after=after)
    assert table.session.attempt.think == kept
    table.take("answered", after=after, text="An answer.")
    assert table.session.attempt.turns[0].seconds == kept


def test_time_cannot_be_called_up_early() -> None:
    table = Table.of("loop", think=0.0)
    with pytest.raises(PracticeError, match="300 s are left"):
        table.take("closed", after=300, closing="time")


@pytest.mark.parametrize(
    "at",
    ["", "yesterday", "2026-03-31", "2026-03-31T09:00:00", "1969-12-31T09:00:00Z", "3000-01-01T09:00:00Z", None, 5],
)
def test_a_moment_needs_its_zone_and_a_year_that_can_be(at: str) -> None:
    with pytest.raises(PracticeError, match="no moment"):
        moment_of(at)
