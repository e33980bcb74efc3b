"""The practice log counts what was done, and speaks of a trend only where the numbers bear it."""

from __future__ import annotations

import math
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.practice import Asked, Assignment, Attempt, CardKey, Session, Setup, Turn
from starproof.practice.log import LEAST, Try, practice_log, rehearsals, trend, tries
from starproof.practice.log.trends import sen

NOW = "2026-05-01T08:00:00.000Z"
"""A Friday; the week began on 27 April."""


def one(at: str, story: str | None = "a", **more: Any) -> Try:
    known = {
        "session": at,
        "mode": "story",
        "card": CardKey("story", story=story),
        "spoken": True,
        "seconds": 120.0,
        "aloud": 120.0,
        "follow_ups": 2,
        "grade": "good",
        "reaction": None,
    }
    return Try(at=at, story=story, **(known | more))  # type: ignore[arg-type]


def session(*attempts: Attempt, mode: Any = "story") -> Session:
    key = CardKey("question", question="q")
    assignments = tuple(Assignment("Tell me", "chosen", key, story="a") for _ in attempts)
    setup = Setup("s", mode, "neutral", 1, "2026-04-28T09:00:00Z", assignments, "guide/1")
    return Session(setup, "done", len(attempts) - 1, attempts, 9, "2026-04-28T10:00:00Z")


def test_attempts_are_read_from_sessions() -> None:
    asked = Asked("Why?", "", "reason", "reason:1")
    told = Attempt(
        0,
        (Turn(None, "I led it.", 100.0, recording="r"), Turn(asked, "Because.", 20.0, recording="r2")),
        grade="hard",
        began="2026-04-28T09:01:00Z",
    )
    typed = Attempt(1, (Turn(None, "I led it.", 300.0),))
    found = tries([session(told, typed, Attempt(2, skipped=True), Attempt(3))])
    assert [(tried.at, tried.story, tried.spoken, tried.aloud, tried.follow_ups) for tried in found] == [
        ("2026-04-28T09:01:00Z", "a", True, 120.0, 1),
        ("2026-04-28T09:00:00Z", "a", False, 0, 0),
    ]


def test_a_drill_in_which_nothing_was_named_has_no_reaction_time() -> None:
    named, none = Attempt(0, named="b", reaction=3.2), Attempt(1, reaction=10.0)
    found = tries([session(named, none, mode="retrieval")])
    assert [tried.reaction for tried in found] == [3.2, None]


def test_weeks_run_from_monday_in_the_owners_zone() -> None:
    late = [one("2026-04-26T23:30:00Z")]
    assert [week.monday for week in practice_log(late, now=NOW).weeks] == ["2026-04-20", "2026-04-27"]
    assert [week.monday for week in practice_log(late, now=NOW, zone="Europe/Berlin").weeks] == ["2026-04-27"]


def test_a_week_counts_its_sessions_attempts_days_and_minutes() -> None:
    done = [
        one("2026-04-28T09:00:00Z", session="s"),
        one("2026-04-28T09:05:00Z", session="s", aloud=60.0),
        one("2026-04-30T09:05:00Z", session="t", spoken=False, aloud=0.0),
    ]
    (week,) = practice_log(done, now=NOW).weeks
    assert (week.sessions, week.attempts, week.days, week.minutes_aloud) == (2, 3, 2, 3.0)


def test_rehearsals_are_stories_told_aloud() -> None:
    done = [
        one("2026-04-28T09:00:00Z"),
        one("2026-04-28T09:01:00Z", mode="loop", story="b"),
        one("2026-04-28T09:02:00Z", spoken=False),
        one("2026-04-28T09:03:00Z", mode="defence"),
        one("2026-04-28T09:04:00Z", story=None),
    ]
    log = practice_log(done, now=NOW)
    assert (log.rehearsals, log.stories_aloud, rehearsals(done)) == (2, 2, 2)
    assert log.rehearsals_say == "two tellings aloud of the nine that being ready asks for."


def test_a_week_that_is_not_over_ends_no_run() -> None:
    done = [one("2026-04-15T09:00:00Z"), one("2026-04-22T09:00:00Z")]
    log = practice_log(done, now=NOW)
    assert log.running == 2
    assert log.weeks_say == "You practised in two of the last three weeks."
    assert practice_log([*done, one("2026-04-30T09:00:00Z")], now=NOW).running == 3


def test_a_long_pause_is_met_with_silence() -> None:
    log = practice_log([one("2026-01-15T09:00:00Z")], now=NOW)
    assert log.running == 0
    assert log.weeks_say is None
    assert len(log.weeks) == 12


def test_nothing_done_is_nothing_said() -> None:
    log = practice_log([], now=NOW)
    assert (log.attempts, log.weeks, log.weeks_say, log.stories, log.reactions) == (0, (), None, (), ())


def test_what_is_yet_to_come_is_left_out_and_order_does_not_matter() -> None:
    done = [one(f"2026-04-{day}T09:00:00Z", seconds=float(day)) for day in range(10, 30)]
    assert practice_log([*done, one("2026-06-01T09:00:00Z")], now=NOW) == practice_log(done[::-1], now=NOW)


def test_seconds_are_of_tellings_aloud_alone() -> None:
    done = [one("2026-04-28T09:00:00Z"), one("2026-04-28T10:00:00Z", spoken=False, seconds=900.0)]
    (story,) = practice_log(done, now=NOW).stories
    assert story.seconds is not None
    assert (story.seconds.points, story.seconds.highest) == (1, 120.0)
    assert (story.attempts, story.aloud) == (2, 1)


def test_reaction_times_stand_by_mode() -> None:
    done = [one(f"2026-04-28T09:0{n}:00Z", mode="retrieval", reaction=2.0 + n) for n in range(3)]
    (found,) = practice_log(done, now=NOW).reactions
    assert found.mode == "retrieval"
    assert found.times.says == "2 to 4 seconds; too few to speak of a trend"


@pytest.mark.parametrize("number", range(1, LEAST))
def test_few_points_give_their_range_and_no_trend(number: int) -> None:
    found = trend([100.0 - 10 * n for n in range(number)], unit="seconds")
    assert found is not None
    assert (found.direction, found.slope, found.between) == (None, None, None)


def test_a_steady_fall_is_said_with_its_interval() -> None:
    found = trend([150.0, 143, 141, 133, 128, 122, 121, 112, 109, 101], unit="seconds")
    assert found is not None
    assert found.direction == "falling"
    assert found.says == "101 to 150 seconds; falling by 4.9 to 5.7 seconds with each attempt"


def test_noise_and_no_movement_are_no_trend() -> None:
    for values in ([120.0, 90, 131, 99, 140, 95, 128, 102, 119], [100.0] * 12):
        found = trend(values, unit="seconds")
        assert found is not None
        assert found.direction == "unclear"


def test_the_more_is_looked_at_the_more_a_trend_must_show() -> None:
    values = [100.0, 97, 98, 94, 92, 90, 87, 85]
    alone, among = trend(values, unit="s"), trend(values, unit="s", looks=40)
    assert alone is not None
    assert among is not None
    assert (alone.direction, among.direction) == ("falling", "unclear")


@given(st.lists(st.integers(0, 12).map(float), min_size=LEAST, max_size=20))
@settings(max_examples=150)
def test_slope_and_interval_are_those_of_scipy(values: list[float]) -> None:
    slope, (low, high) = sen(values, sure=0.95)
    from scipy.stats import theilslopes  # takes a second to load, and each worker loads this file

    theirs = theilslopes(values, alpha=0.95)
    assert slope == pytest.approx(theirs.slope, abs=1e-12)
    assert (low, high) == pytest.approx((theirs.low_slope, theirs.high_slope), abs=1e-12)


def test_noise_of_forty_stories_seldom_shows_a_trend_anywhere() -> None:
    chance = random.Random(3)
    alarms = 0
    for _ in range(100):
        found = [trend([chance.gauss(100, 15) for _ in range(10)], unit="s", looks=40) for _ in range(40)]
        alarms += any(moved is not None and moved.direction != "unclear" for moved in found)
    assert alarms <= 10


def test_a_time_that_is_no_number_is_not_measured() -> None:
    (story,) = practice_log([one("2026-04-28T09:00:00Z", seconds=math.nan, aloud=math.inf)], now=NOW).stories
    assert story.seconds is None
