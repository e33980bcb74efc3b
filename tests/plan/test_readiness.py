"""Readiness: by principle, with reasons; silent where there is too little."""

from __future__ import annotations

from typing import Any

import pytest

from starproof.core.bank import Banked
from starproof.core.planning import ReadinessLine
from starproof.errors import UsageError
from starproof.plan import Dated, readiness
from tests.plan.making import PRINCIPLES, story


def line(*stories: Banked, today: str | None = None) -> ReadinessLine:
    others = [story(f"other-{n}", "dive-deep") for n in range(3)]
    return next(one for one in readiness([*stories, *others], today=today).lines if one.principle == "have-backbone")


def test_too_few_stories_say_nothing() -> None:
    found = readiness([story("a", "ownership")])
    assert found.lines == ()
    assert found.because == "One story cannot say how ready you are; three can."
    assert found.next == "Write another story."
    assert readiness([]).next == "Write your first story."


def test_two_stories_of_which_one_reads_at_the_level_are_ready() -> None:
    found = line(story("a", "have-backbone"), story("b", "have-backbone", reads_as="below"))
    assert found.standing == "ready"
    assert found.next is None
    assert found.rests_on == ("A", "B")


def test_one_thing_missing_is_nearly() -> None:
    found = line(story("a", "have-backbone"))
    assert found.standing == "nearly"
    assert found.next is not None
    assert "Write a second Have Backbone story" in found.next


def test_figures_that_do_not_add_up_are_mended_first() -> None:
    found = line(story("a", "have-backbone", errors=2, flags=("blame",)), story("b", "have-backbone", reads_as="below"))
    assert found.standing == "nearly"
    assert found.because == "One figure of “A” does not add up."


UNRATED = (("structure", None), ("clarity", None))


def test_another_question_than_its_own_is_no_figure_that_does_not_add_up() -> None:
    astray = story("a", "have-backbone", errors=1, question="What did you invent?", ratings=UNRATED)
    assert line(astray, story("b", "have-backbone")).standing == "ready"
    wrong = story("a", "have-backbone", errors=2, question="What did you invent?", ratings=UNRATED)
    assert line(wrong, story("b", "have-backbone", reads_as="below")).because == "One figure of “A” does not add up."


@pytest.mark.parametrize(
    "more",
    [
        {"question": None, "ratings": UNRATED},
        {"question": "What did you invent?", "ratings": (("structure", 3), ("clarity", None))},
        {"question": "What did you invent?", "ratings": UNRATED, "words": 20},
    ],
    ids=["no question", "rated", "too short"],
)
def test_a_story_that_is_rated_or_not_for_other_reasons_is_not_astray(more: dict[str, Any]) -> None:
    assert not story("a", "have-backbone", errors=1, **more).digest.astray


def test_no_story_at_the_level_and_only_one_is_not_yet() -> None:
    found = line(story("a", "have-backbone", reads_as="below", flags=("single-team",)))
    assert found.standing == "not-yet"
    assert found.because.startswith("No story reads at L6: it stays inside one team.")


def test_the_next_thing_names_the_story_that_it_is_done_to_and_its_flags_by_name() -> None:
    flags = ("no-follow-up", "blame", "jargon")
    found = line(story("a", "have-backbone", flags=flags), story("b", "have-backbone", flags=flags))
    assert found.story == "a"
    assert found.next == "Write “A” anew without its red flags: No follow-up, Blaming others, Technical jargon."
    assert line().story is None, "one is to be written"


def test_no_story_at_all_is_not_yet_and_says_what_to_write() -> None:
    found = line()
    assert found.standing == "not-yet"
    assert found.next is not None
    assert found.next.startswith("Write a story for Have Backbone: whoever shows it disagrees openly")


def test_stale_stories_alone_are_not_ready() -> None:
    found = line(*(story(name, "have-backbone", happened="2010") for name in "ab"), today="2026-01-01")
    assert found.standing == "nearly"
    assert "newer" in (found.next or "")


def test_all_ready_means_practise() -> None:
    stories = [story(f"{p}-{n}", p) for p in PRINCIPLES for n in range(2)]
    found = readiness(stories)
    assert {one.standing for one in found.lines} == {"ready"}
    assert "practise" in (found.next or "")


def test_how_it_moved_is_told_day_by_day() -> None:
    base = [Dated("2026-01-01", story(f"s{n}", "dive-deep")) for n in range(3)]
    later = [
        Dated("2026-02-01T10:00:00Z", story("x", "have-backbone")),
        Dated("2026-03-01", story("y", "have-backbone")),
    ]
    found = readiness([], history=[*later, *base]).over_time
    assert [(snap.on, snap.ready, snap.moved) for snap in found] == [
        ("2026-01-01", 1, ()),
        ("2026-02-01", 1, ("Have Backbone: not yet to nearly",)),
        ("2026-03-01", 2, ("Have Backbone: nearly to ready",)),
    ]


def test_days_with_too_few_stories_leave_no_trace() -> None:
    past = [Dated("2026-01-01", story("a", "ownership")), Dated("2026-01-02", story("b", "ownership"))]
    assert readiness([], history=past).over_time == ()


def test_texts_that_are_no_stories_are_named_with_the_reason() -> None:
    found = readiness([story("a", "ownership", genre="instruction"), story("b", "ownership", genre="plan")])
    assert found.because == (
        "No text counts as a story yet. “A”: It gives instructions and tells no story. "
        "“B”: It is a plan; nothing has happened yet."
    )
    assert [out.story for out in found.left_out] == ["a", "b"]
    many = readiness([story(f"s{n}", "ownership", genre="opinion") for n in range(4)])
    assert many.because.endswith("“S2”: It gives an opinion; nothing happens in it. There is one more.")


def test_texts_left_out_beside_stories_are_told_too() -> None:
    found = readiness([story("a", "ownership"), story("b", "ownership", genre="plan")])
    assert found.because == "One story cannot say how ready you are; three can."
    assert [out.story for out in found.left_out] == ["b"]


@pytest.mark.parametrize("today", ["nope", "", "2026-13-01", "31.3.2026"])
def test_a_day_that_is_none_is_refused(today: str) -> None:
    with pytest.raises(UsageError, match="which is no date"):
        readiness([], today=today)


def test_a_ready_principle_says_that_only_one_of_its_stories_reads_at_the_level() -> None:
    one = line(story("a", "have-backbone"), story("b", "have-backbone", reads_as="below"))
    assert one.because == "Two stories; only “A” reads at L6 or above."
    both = line(story("a", "have-backbone"), story("b", "have-backbone"))
    assert both.because == "Two stories; “A” reads at L6 or above."
