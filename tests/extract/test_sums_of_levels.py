"""Figures that tell how things are, and follow from nothing, however near some sum comes to them."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.figures import telling
from starproof.extract.sums.story.pairs import pairs
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.stated import Worded, sums
from starproof.parse.story import parse
from tests.extract.telling import read


def accused(text: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == "inconsistent"]


def scene(text: str) -> Scene:
    document = parse(Story("case", text))
    sentences = [sentence.span for sentence in document.sentences]
    story = telling(document.text, quantities(document.text, within=sentences), sentences)
    return Scene(story, pairs(story))


def proposed(scene: Scene, figure: str) -> list[set[str]]:
    """The operands of each total and each product that a figure may state."""
    (asked,) = [f for f in scene.story.figures if f.quantity.text == figure]
    found = [one for one in sums(scene, asked, Worded()) if one.reading.kind == "sum"]
    return [{f.quantity.text for f in scene.at(one.reading.operands)} for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "So out of our two we paid one point one, and now it's one point four. So what's left is point six.",
        "Loss was 10.5%, 3.5 points lower than in spring, and by August 7.7%.",
        "The fault rate was 14 in a hundred. In May it was 10.5%, 3.5 points lower, and by August it stood at 7.7%.",
    ],
)
def test_a_level_is_no_sum_of_the_figures_around_it(text: str) -> None:
    assert accused(text) == []


def test_a_distance_to_now_and_one_from_before_are_still_held_to_their_figures() -> None:
    assert accused("The rate was 14%. In May it was 10.5%, 4.5 points lower, and by August 7.7%.") == ["4.5 points"]
    assert accused("The queue went from 62 to 48, so it is now 19 shorter.") == ["19"]


def test_what_a_figure_was_is_no_part_of_what_it_became() -> None:
    became = scene("Two lanes of 2 m and 3 m. The bay went from 31 m to 36 m.")
    assert not any("31 m" in operands for operands in proposed(became, "36 m"))
    added = scene("Two lanes of 2 m and 3 m. The bay has 31 m, so 36 m in all.")
    assert {"2 m", "3 m", "31 m"} in proposed(added, "36 m")


def test_a_price_is_not_taken_times_a_figure_less_its_own_margin() -> None:
    told = scene("We had 3.9 calls, and that is 0.4 calls under the 4.3 calls of the goal. At €100 a call it is €350.")
    assert {"3.9 calls", "0.4 calls", "€100"} in proposed(told, "€350")
    calls, margin, goal = told.story.figures[:3]
    told.add_up(margin, [calls.index, goal.index])
    assert {"3.9 calls", "0.4 calls", "€100"} not in proposed(told, "€350")
    assert {"3.9 calls", "€100"} in proposed(told, "€350")


@pytest.mark.parametrize(
    "more",
    [
        "70% stayed",
        "45% of them in May",
        "and 45% of the staff left",
        "45% in the north and 10% in the south",
    ],
)
def test_a_percent_with_a_predicate_of_its_own_is_not_the_share_before_it(more: str) -> None:
    assert accused(f"12 of the 40 shops closed, {more}.") == []


@pytest.mark.parametrize("more", ["45%", "45% of them", "45% of the shops, as I feared", "so 45% in all"])
def test_a_percent_that_ends_its_clause_tells_the_share_before_it(more: str) -> None:
    assert accused(f"12 of the 40 shops closed, {more}.") == ["45%"]
    assert accused(f"12 of the 40 shops closed, {more}.".replace("45", "30")) == []


@pytest.mark.parametrize(("after", "percent"), [("3.7 million", 20), ("€3.7M", 20), ("3.6 million", 17)])
def test_a_percent_of_rounded_millions_may_be_right_before_rounding(after: str, percent: int) -> None:
    before = "€3.1M" if "€" in after else "3.1 million"
    assert accused(f"Sales went from {before} to {after}, so up {percent}%.") == []
    assert accused(f"Sales went from {before} to {after}, so up {percent + 11}%.") == [f"{percent + 11}%"]
    assert accused("Sales went from 31 boats to 37, so up 20%.") == ["20%"]
