"""Profile: what is proven, what is only stated, what nothing shows."""

from __future__ import annotations

import pytest

from starproof.core.planning import ProfileLine
from starproof.errors import InputError
from starproof.plan import profile, read_mine
from tests.plan.making import GUIDE, story


def line(expectation: str, *proofs: tuple[str, float], mine: dict[str, float | str] | None = None) -> ProfileLine:
    stories = [story(f"s{n}", proofs=[proof]) for n, proof in enumerate(proofs)]
    return next(one for one in profile(stories, mine=mine).lines if one.expectation == expectation)


def test_nothing_shown_is_said_in_the_words_of_the_guide() -> None:
    assert line("hiring").because == "Nothing shows 5 to 15 hires a year."
    assert line("hiring").verdict == "not-shown"
    assert line("impact").because == "Nothing shows $1M to $5M a year."
    assert line("ownership").because == "Nothing shows a component or service of your own."


def test_hires_over_an_untold_time_are_mentioned_and_not_counted() -> None:
    found = line("hiring", ("hired", 9))
    assert found.verdict == "not-shown"
    assert found.because.endswith("“S0” tells of nine hires without saying over what time.")


@pytest.mark.parametrize(
    ("expectation", "measure", "value", "verdict"),
    [
        ("direct-reports", "reports", 6, "shown"),
        ("direct-reports", "reports", 2, "short"),
        ("direct-reports", "reports", 14, "beyond"),
        ("impact", "impact", 1_000_000, "shown"),
        ("teams", "teams", 3, "shown"),
        ("horizon", "horizon", 30, "short"),
        ("influence", "engineers", 24, "shown"),
        ("hiring", "hires", 4, "short"),
        ("mentorship", "grown", 1, "shown"),
        ("ownership", "owned", 1, "shown"),
    ],
)
def test_each_expectation_is_held_to_its_own_measure(
    expectation: str, measure: str, value: float, verdict: str
) -> None:
    assert line(expectation, (measure, value)).verdict == verdict


def test_the_story_nearest_to_what_is_expected_comes_first() -> None:
    found = line("direct-reports", ("reports", 30), ("reports", 6), ("reports", 2))
    assert [one.proof.value for one in found.proven_by] == [6, 2, 30]


def test_a_number_is_said_of_those_stories_only_that_tell_it() -> None:
    assert line("teams", ("teams", 3), ("teams", 2), ("teams", 3)).because == "3 teams in “S0” and “S2”."


def test_a_stated_number_that_no_story_shows_is_pointed_out() -> None:
    found = line("hiring", mine={"hiring": 7})
    assert found.against == "You state 7 hires a year; no story shows it."


def test_a_stated_number_that_stories_contradict_is_pointed_out() -> None:
    found = line("direct-reports", ("reports", 4), ("reports", 9), mine={"direct-reports": 6})
    assert found.against == "You state 6 direct reports; your stories say 9 direct reports and 4 direct reports."


def test_a_stated_number_that_a_story_shows_is_left_in_peace() -> None:
    assert line("impact", ("impact", 1_950_000), mine={"impact": 2_000_000.0}).against is None


def test_the_owners_numbers_are_read_from_toml() -> None:
    assert read_mine('direct-reports = 6\nownership = "billing"', guide=GUIDE) == {
        "direct-reports": 6.0,
        "ownership": "billing",
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("direct-report = 6", "Did you mean direct-reports"),
        ("hiring = 'many'", "it is a number"),
        ("hiring = true", "neither number nor text"),
        ("hiring = -1", "0 or more"),
        ("hiring = nan", "0 or more"),
        ("hiring = ", "is no TOML"),
        ("[hiring]", "neither number nor text"),
    ],
)
def test_a_mistake_in_the_owners_numbers_is_named(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_mine(text, guide=GUIDE)
    assert says in str(caught.value)
