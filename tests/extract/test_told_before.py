"""Figures that the scene gave already, that an outcome is held against, or that somebody only thought of."""

from __future__ import annotations

import pytest

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.engine import Reviewer
from starproof.extract.baselines.told_before import has_base, is_restated, is_thought_of
from tests.probes.stories import seen

REVIEWER = Reviewer()


def figure(text: str, words: str) -> tuple[StoryContext, int, Quantity]:
    """The last figure that stands in these words."""
    context = seen(REVIEWER.review(text))
    found = [n for n, q in enumerate(context.facts.quantities) if q.text == words]
    assert found, [q.text for q in context.facts.quantities]
    return context, found[-1], context.facts.quantities[found[-1]]


def story(scene: str, result: str) -> str:
    return f"**Situation:** {scene}\n\n**Action:** I asked two leads to try it.\n\n**Result:** {result}"


def test_what_the_scene_counts_is_no_outcome_where_it_is_told_again() -> None:
    scene = "We run the meters of 60 cities."
    context, index, _ = figure(story(scene, "Complaints were 42 across 60 cities."), "60 cities")
    assert is_restated(context, index)
    context, index, _ = figure(story(scene, "Complaints fell in 58 cities."), "58 cities")
    assert not is_restated(context, index)


@pytest.mark.parametrize(
    ("scene", "base"),
    [
        ("The crash rate of our app was 2.9%.", True),
        ("The share of old tablets was 2.9%.", False),
        ("Crashes rose 2.9%.", False),
    ],
)
def test_a_share_has_its_base_where_the_same_measure_is_told_in_the_scene(scene: str, base: bool) -> None:
    context, _, found = figure(story(scene, "The crash rate became 0.4%."), "0.4%")
    assert has_base(context, found) is base


def test_a_change_has_no_base_in_another_change() -> None:
    context, _, found = figure(story("Losses were 12%.", "Losses fell 41%."), "41%")
    assert not has_base(context, found)


@pytest.mark.parametrize(
    ("result", "words", "thought"),
    [
        ("The owner had reckoned with 5% of the drivers.", "5%", True),
        ("We expected to lose 5% of the drivers.", "5%", True),
        ("Since then any spending above £100,000 waits a night.", "£100,000", True),
        ("We lost 5% of the drivers.", "5%", False),
        ("We saved above £100,000.", "£100,000", False),
    ],
)
def test_what_somebody_expected_or_set_as_a_bound_did_not_come_about(result: str, words: str, thought: bool) -> None:
    context, _, found = figure(story("Our depot lost parcels.", result), words)
    assert is_thought_of(context, found) is thought


@pytest.mark.parametrize(("scene", "base"), [("One seedling in nine died.", True), ("A bed of nine rows died.", False)])
def test_odds_are_held_against_other_odds(scene: str, base: bool) -> None:
    context, _, quantity = figure(story(scene, "Losses went down to one in forty."), "one in forty")
    assert has_base(context, quantity) is base


def test_where_a_figure_came_back_to_is_told_before() -> None:
    context, _, quantity = figure(story("Sales fell.", "The share came back to 3.1%."), "3.1%")
    assert has_base(context, quantity)
    context, _, quantity = figure(story("Sales fell.", "The share came to 3.1%."), "3.1%")
    assert not has_base(context, quantity)


def test_what_the_teller_does_not_claim_is_no_outcome() -> None:
    context, _, quantity = figure(
        story("We cut chips.", "A new mask costs $4M, and I won't claim that we saved one."), "$4M"
    )
    assert is_thought_of(context, quantity)
    context, _, quantity = figure(story("We cut chips.", "A new mask costs $4M, and I claim that we saved one."), "$4M")
    assert not is_thought_of(context, quantity)


@pytest.mark.parametrize(
    ("scene", "base"),
    [
        ("We said the share was 92%. The true figure was 81%.", True),
        ("We said the share was 92%.", False),
        ("Losses fell from 30% to 20%, a third less.", True),
    ],
)
def test_a_state_after_others_of_its_kind_has_its_before(scene: str, base: bool) -> None:
    context, _, quantity = figure(story(scene, "We were at 91% of it by then."), "91%")
    assert has_base(context, quantity) is base


@pytest.mark.parametrize(
    ("result", "base"),
    [("1.9% -> 0.6%\n\nstill at 0.6% a year on", True), ("the rota has 1.9% and 0.6%. It is at 0.7% a year on", False)],
)
def test_what_a_change_ended_at_has_its_base_wherever_it_is_told_again(result: str, base: bool) -> None:
    words = "0.6%" if base else "0.7%"
    context, _, found = figure(story("The labels were new.", result), words)
    assert has_base(context, found) is base


@pytest.mark.parametrize(
    ("before", "base"),
    [
        ("In the first half year 75% came on time.", True),
        ("In the first half year six were late.", False),
    ],
)
def test_what_it_was_a_year_after_has_its_base_in_the_sentence_before(before: str, base: bool) -> None:
    context, _, found = figure(story("We had bread to bring.", f"{before} The year after it was 92%."), "92%")
    assert has_base(context, found) is base


@pytest.mark.parametrize(
    ("result", "words", "base"),
    [
        ("and the waste was 1.1% and before that it'd been 1.4", "1.1%", True),
        ("the waste was 1.1%, and the year before it had been 1.4%", "1.4%", True),
        ("before that it was 1.4 so it went down by 21%", "21%", True),
        ("the waste was 1.1% and before that we had moved the ovens", "1.1%", False),
        ("we moved the ovens before that, so it went down by 21%", "21%", False),
    ],
)
def test_how_it_stood_before_told_in_the_same_breath_is_its_base(result: str, words: str, base: bool) -> None:
    context, _, found = figure(story("We had bread to bring.", result), words)
    assert has_base(context, found) is base
