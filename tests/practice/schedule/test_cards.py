"""Cards follow from the log: by replay, in whatever order it comes, and in the owner's own days."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.practice import GRADES, CardKey, Rated
from starproof.errors import PracticeError
from starproof.moments import moment_of
from starproof.practice.schedule import CardState, Known, cards, due
from starproof.practice.schedule.days import local_day, zone_of
from tests.growth import assert_under
from tests.practice.schedule.making import NOW, key, rating, stories

START = datetime(2026, 3, 1, 6, tzinfo=UTC)


def stamp(hours: float) -> str:
    return (START + timedelta(hours=hours)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


logs = st.lists(
    st.builds(
        lambda name, hours, grade, spoken: rating(name, stamp(hours), grade, spoken=spoken),
        st.sampled_from("abcde"),
        st.integers(0, 24 * 90),
        st.sampled_from(GRADES),
        st.booleans(),
    ),
    max_size=25,
)
loops = st.dates(datetime(2026, 3, 20).date(), datetime(2026, 7, 1).date())  # noqa: DTZ001
zones = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland", "+05:30", "-11:00"])


def test_a_story_never_practised_is_new_and_due() -> None:
    (card,) = cards([], stories("a"), now=NOW)
    assert (card.count, card.last, card.due, card.recall, card.stability) == (0, None, None, None, None)
    assert [found.card for found in due([card], NOW)] == [card]


def test_memory_is_what_the_package_says() -> None:
    log = [rating("a", "2026-04-01T09:00:00Z", "good"), rating("a", "2026-04-05T09:00:00Z", "hard")]
    (card,) = cards(log, stories("a"), now=NOW)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    theirs = Card(card_id=1)
    for one in log:
        theirs, _ = scheduler.review_card(theirs, Rating(GRADES.index(one.grade) + 1), moment_of(one.at))
    assert card.stability == theirs.stability
    assert card.recall == scheduler.get_card_retrievability(theirs, moment_of(NOW).replace(hour=10))
    assert card.due is not None
    assert card.due[:10] == theirs.due.date().isoformat()
    assert (card.count, card.grade, card.last) == (2, "hard", "2026-04-05T09:00:00.000Z")


@given(logs, st.randoms(use_true_random=False), zones)
@settings(max_examples=60)
def test_the_order_of_the_log_does_not_matter(log: list[Rated], chance: random.Random, zone: str) -> None:
    other = list(log)
    chance.shuffle(other)
    universe = stories(*"abcde")
    assert cards(log, universe, now=NOW, zone=zone) == cards(other, universe, now=NOW, zone=zone)


@given(logs)
@settings(max_examples=40)
def test_ties_are_settled_by_the_ratings_themselves(log: list[Rated]) -> None:
    tied = [replace(one, at="2026-04-01T09:00:00Z", session="s") for one in log]
    assert cards(tied, stories(*"abcde"), now=NOW) == cards(tied[::-1], stories(*"abcde"), now=NOW)


def test_a_rating_from_the_future_counts_once_its_moment_has_come() -> None:
    log = [rating("a", "2026-04-30T09:00:00Z"), rating("a", "2026-05-02T09:00:00Z", "again")]
    assert cards(log, stories("a"), now=NOW) == cards(log[:1], stories("a"), now=NOW)
    assert cards(log, stories("a"), now="2026-05-02T09:00:00Z")[0].count == 2


def test_cards_of_what_is_gone_are_passed_over_and_own_questions_stay() -> None:
    own = CardKey("question", question="Why did you leave?")
    log = [rating("gone", "2026-04-30T09:00:00Z"), rating("", "2026-04-30T09:00:00Z", card=own)]
    assert [card.key for card in cards(log, stories("a"), now=NOW)] == [key("a"), own]


def test_a_story_told_to_different_questions_is_one_card() -> None:
    log = [
        rating("", "2026-04-20T09:00:00Z", card=CardKey("story", story="a", question="q1")),
        rating("", "2026-04-21T09:00:00Z", card=CardKey("story", story="a", question="q2")),
    ]
    (card,) = cards(log, stories("a"), now=NOW)
    assert card.count == 2


def test_days_are_the_owners() -> None:
    log = [rating("a", "2026-04-30T23:30:00Z", "again")]
    assert cards(log, stories("a"), now=NOW)[0].due == "2026-05-01T00:00:00.000Z"
    assert cards(log, stories("a"), now=NOW, zone="Europe/Berlin")[0].due == "2026-05-01T22:00:00.000Z"


def test_a_day_of_23_hours_is_a_day() -> None:
    log = [rating("a", "2026-03-28T20:00:00Z", "again")]
    (card,) = cards(log, stories("a"), now="2026-03-29T20:00:00Z", zone="Europe/Berlin")
    assert card.due == "2026-03-28T23:00:00.000Z"
    log = [rating("a", "2026-03-29T20:00:00Z", "again")]
    (card,) = cards(log, stories("a"), now="2026-03-29T20:00:00Z", zone="Europe/Berlin")
    assert card.due == "2026-03-29T22:00:00.000Z"


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "", "../etc", "+99:00", "\x00"])
def test_a_zone_that_is_none_is_refused_by_name(zone: str) -> None:
    with pytest.raises(PracticeError, match="no time zone"):
        cards([], [], now=NOW, zone=zone)


def test_moments_and_days_that_are_none_are_refused() -> None:
    with pytest.raises(PracticeError, match="no moment"):
        cards([], [], now="soon")
    with pytest.raises(PracticeError, match="no moment"):
        cards([rating("a", "soon")], [], now=NOW)
    for text in ("Friday", "0001-01-01", "9999-12-31"):
        with pytest.raises(PracticeError, match="no day"):
            cards([], [], now=NOW, loop_on=text)
        with pytest.raises(PracticeError, match="no moment"):
            cards([], [], now=text, zone="-11:00")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading_of_moments_days_and_zones(text: str) -> None:
    for call in ({"now": text}, {"now": NOW, "loop_on": text}, {"now": NOW, "zone": text}):
        with suppress(PracticeError):
            cards([], [], **call)


def test_no_clock_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Clock:
            raise AssertionError("the clock was read")

    for module in ("fsrs.card", "fsrs.scheduler"):
        monkeypatch.setattr(f"{module}.datetime", Clock)
    monkeypatch.setattr("time.sleep", lambda seconds: pytest.fail("slept"))
    log = [rating("a", "2026-04-20T09:00:00Z", "good"), rating("a", "2026-04-25T09:00:00Z", "again")]
    assert len(due(cards(log, stories("a"), now=NOW), NOW)) == 1


@given(logs, loops, zones, st.integers(0, 24 * 100))
@settings(max_examples=150)
def test_no_card_is_due_on_the_loops_day_or_after_it(log: list[Rated], loop: object, zone: str, hours: int) -> None:
    universe = [*stories(*"abc"), *stories(*"de", planned=False)]
    found = cards(log, universe, now=stamp(hours), loop_on=str(loop), zone=zone)
    plain = cards(log, universe, now=stamp(hours), zone=zone)
    if str(loop) < str(local_day(moment_of(stamp(hours)), zone_of(zone))):
        assert found == plain
        return
    for card, alone in zip(found, plain, strict=True):
        if card.due is not None and alone.due is not None:
            assert str(local_day(moment_of(card.due), zone_of(zone))) < str(loop)
            assert card.due <= alone.due


@given(st.lists(st.sampled_from(GRADES), min_size=1, max_size=6), st.integers(1, 30), loops, st.booleans())
@settings(max_examples=150)
def test_a_weaker_card_is_never_due_later_than_a_stronger_one_of_its_age(
    grades: list[str], gap: int, loop: object, planned: bool
) -> None:
    def last(card: CardState) -> str:
        return card.due or "9999"

    history = [rating("x", stamp(24 * gap * n), grade) for n, grade in enumerate(grades)]  # type: ignore[arg-type]
    log = [
        replace(one, card=key(name), grade=name if one is history[-1] else one.grade)  # type: ignore[arg-type]
        for name in GRADES
        for one in history
    ]
    now = stamp(24 * gap * len(grades))
    for on in (None, str(loop)):
        found = cards(log, stories(*GRADES, planned=planned), now=now, loop_on=on)
        ranked = sorted(found, key=lambda card: (card.stability or 0, last(card)))
        assert [last(card) for card in ranked] == sorted(last(card) for card in ranked)


def test_each_planned_card_comes_up_within_the_last_days() -> None:
    days = ("2026-01-02", "2026-01-20", "2026-03-01", "2026-04-28")
    log = [rating(name, f"{day}T09:00:00Z", "easy") for name in "ab" for day in days]
    planned, other = cards(log, [*stories("a"), *stories("b", planned=False)], now=NOW, loop_on="2026-05-08")
    assert planned.due == "2026-05-05T00:00:00.000Z"
    assert other.due == "2026-05-07T00:00:00.000Z"


def test_more_is_asked_of_memory_as_the_loop_nears() -> None:
    log = [rating("a", "2026-04-24T09:00:00Z", "easy")]
    (plain,) = cards(log, stories("a"), now=NOW)
    (near,) = cards(log, stories("a"), now=NOW, loop_on="2026-05-06")
    (far,) = cards(log, stories("a"), now=NOW, loop_on="2026-09-06")
    assert near.due is not None
    assert plain.due is not None
    assert near.due < plain.due == far.due
    assert near.fades == plain.due


def test_a_loop_that_is_over_is_none() -> None:
    log = [rating("a", "2026-04-24T09:00:00Z", "easy")]
    assert cards(log, stories("a"), now=NOW, loop_on="2026-04-30") == cards(log, stories("a"), now=NOW)


def test_ten_thousand_ratings_of_a_thousand_stories_take_less_than_a_second() -> None:
    chance = random.Random(7)
    names = [f"s{n}" for n in range(1000)]
    log = [rating(chance.choice(names), stamp(chance.random() * 1400), chance.choice(GRADES)) for _ in range(10_000)]
    universe = stories(*names)
    assert_under(
        1, lambda: due(cards(log, universe, now=NOW, loop_on="2026-05-20"), NOW, loop_on="2026-05-20", most=20)
    )
    found = cards(log, universe, now=NOW, loop_on="2026-05-20")
    ordered = due(found, NOW, loop_on="2026-05-20", most=20)
    assert len(found) == 1000
    assert len(ordered) == 20


def test_the_same_card_twice_in_the_bank_is_one() -> None:
    assert len(cards([], [Known(key("a"), title="first"), Known(key("a"), title="second")], now=NOW)) == 1
