"""Coverage: what shows what, and gaps in words that the stories bear out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import starproof
from starproof.core.bank import Banked, Use
from starproof.core.document import Story
from starproof.core.planning import Coverage
from starproof.errors import InputError, UsageError
from starproof.plan import coverage
from tests.growth import assert_under
from tests.plan.making import PRINCIPLES, made_up, story


def row(found: Coverage, principle: str = "have-backbone") -> tuple[list[str], tuple[str, ...]]:
    line = next(row for row in found.rows if row.principle == principle)
    return [cell.of.story for cell in line.cells], line.gaps


def test_the_owners_tag_counts_above_what_was_computed() -> None:
    stories = [story("a", shares={"have-backbone": 0.9}), story("b", "have-backbone", shares={"dive-deep": 0.9})]
    assert row(coverage(stories))[0] == ["b", "a"]
    assert row(coverage(stories), "dive-deep")[0] == ["b"]


@pytest.mark.parametrize(
    "weaker",
    [
        story("a", "have-backbone", reads_as="below"),
        story("a", "have-backbone", flags=("blame",)),
        story("a", "have-backbone", happened="2010"),
        story("a", "have-backbone", uses=[Use("2025-01-01")] * 6),
    ],
    ids=["below the level", "red flag", "stale", "told often"],
)
def test_level_flags_age_and_use_weigh_on_what_a_story_shows(weaker: Banked) -> None:
    found = coverage([weaker, story("b", "have-backbone")], today="2026-01-01")
    assert row(found)[0] == ["b", "a"]
    better, worse = found.rows[6].cells
    assert better.points > worse.points
    assert found.rows[6].points == (better.points + worse.points) // 2


def test_one_story_alone_covers_a_principle_by_half() -> None:
    found = coverage([story("a", "have-backbone")])
    assert found.rows[6].points == found.rows[6].cells[0].points // 2
    assert coverage([]).rows[6].points == 0


def test_the_principle_of_the_front_matter_is_a_tag() -> None:
    found = coverage([story("a", principle="have-backbone")])
    assert found.rows[6].cells[0].tagged
    assert found.rows[6].cells[0].strength == 1.0


def test_a_principle_that_nothing_shows_is_named() -> None:
    assert row(coverage([]))[1] == ("No story shows Have Backbone.",)
    touched = coverage([story("a", shares={"have-backbone": 0.06})])
    assert row(touched)[1] == ("No story shows Have Backbone; one story touches on it, no more.",)


def test_a_gap_in_level_says_what_the_stories_do_instead() -> None:
    stories = [story(name, "have-backbone", reads_as="below", flags=("single-team",)) for name in ("a", "b")]
    assert row(coverage(stories))[1] == ("No Have Backbone story reads at L6: the two you have stay inside one team.",)


def test_a_reason_that_only_some_stories_share_says_how_many() -> None:
    stories = [
        story("a", "have-backbone", reads_as="below", flags=("low-impact",)),
        story("b", "have-backbone", reads_as="below", flags=("low-impact",)),
        story("c", "have-backbone", reads_as="unclear"),
    ]
    assert row(coverage(stories))[1] == (
        "No Have Backbone story reads at L6: 2 of the 3 are worth less than the level asks.",
    )


def test_nothing_is_said_of_why_where_nothing_is_known() -> None:
    found = coverage([story(name, "have-backbone", reads_as="unclear") for name in ("a", "b")])
    assert row(found)[1] == (
        "No Have Backbone story reads at L6: what is told of reach and worth is too little to say.",
    )


def test_one_story_alone_is_a_gap_and_two_are_none() -> None:
    assert "Only one story shows" in row(coverage([story("a", "have-backbone")]))[1][0]
    assert row(coverage([story("a", "have-backbone"), story("b", "have-backbone")]))[1] == ()


def test_stale_and_overused_stories_are_pointed_out() -> None:
    often = [Use("2025-01-01")] * 4
    stories = [story(name, "have-backbone", happened="2015", uses=often) for name in ("a", "b")]
    assert row(coverage(stories, today="2026-01-01"))[1] == (
        "Every Have Backbone story is 5 years old or older.",
        "Every Have Backbone story was told more than three times.",
    )


def test_no_age_is_told_without_a_date() -> None:
    assert coverage([story("a", "have-backbone")], today="2026-01-01").rows[6].cells[0].of.age is None
    assert coverage([story("a", "have-backbone", happened="2015")]).rows[6].cells[0].of.age is None


def test_what_is_no_story_is_left_out_with_its_reason() -> None:
    found = coverage([story("a", genre="plan"), story("b", archived=True), story("c", genre="copied")])
    assert found.stories == 0
    assert [out.because.split(";")[0] for out in found.left_out] == [
        "It is a plan",
        "It is archived.",
        "It repeats an exemplar of the guide, and interviewers know those too.",
    ]


def test_texts_are_reviewed_on_the_way() -> None:
    text = "I ran two teams. My director wanted to launch; I disagreed in front of the board and we waited a quarter."
    found = coverage([Story("x", text, principle="have-backbone")])
    assert row(found)[0] == ["x"]


def test_two_stories_with_one_id_are_an_error() -> None:
    with pytest.raises(InputError, match="share the id 'a'"):
        coverage([story("a"), story("a")])


@given(st.permutations(range(12)))
def test_the_order_of_the_stories_does_not_matter(order: list[int]) -> None:
    stories = made_up(12, seed=3)
    assert coverage([stories[place] for place in order]) == coverage(stories)


def test_ten_thousand_stories_take_a_fraction_of_a_second() -> None:
    stories = made_up(10_000, seed=4)
    found = coverage(stories, today="2026-01-01")
    assert_under(1.0, lambda: coverage(stories, today="2026-01-01"))  # five times the bar: others share the machine
    assert sum(len(row.cells) for row in found.rows) > len(PRINCIPLES)


def test_something_else_than_a_story_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="'str' is no story"):
        starproof.coverage(["a text"])  # type: ignore[list-item]
    with pytest.raises(UsageError, match="'str' is no story"):
        starproof.match("When did you fail?", ["a text"])  # type: ignore[list-item]


def test_a_text_too_short_to_judge_covers_nothing_and_is_named() -> None:
    note = story("a", shares={"have-backbone": 0.9}, words=8, reads_as="unclear")
    found = coverage([note, story("b", shares={"have-backbone": 0.9})])
    assert row(found)[0] == ["b"]
    assert [(out.story, out.because) for out in found.left_out] == [("a", "It is too short to judge.")]


def test_a_short_note_counts_for_what_its_owner_tagged_and_nothing_else() -> None:
    note = story("a", "have-backbone", shares={"dive-deep": 0.9}, words=8, reads_as="unclear")
    found = coverage([note])
    assert (row(found)[0], row(found, "dive-deep")[0]) == (["a"], [])


def test_a_principle_is_reached_by_a_story_at_the_level_that_more_than_touches_on_it() -> None:
    rows = coverage([story("a", "have-backbone"), story("b", "dive-deep", reads_as="below")]).rows
    assert [one.principle for one in rows if one.reached] == ["have-backbone"]
