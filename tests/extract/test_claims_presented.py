"""Sums by how they are told: with a sign, in points, by the point, three at a time, in a column, or as a factor."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.quantities import quantities
from starproof.extract.sums.kinds.columns import columns
from starproof.extract.sums.kinds.multiples import is_factor
from starproof.extract.sums.story.figures import Telling, telling
from starproof.extract.sums.story.presented import presented
from starproof.parse.story import parse
from tests.extract.telling import read


def verdicts(text: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in read(text)}


def told(text: str) -> Telling:
    document = parse(Story("story", text))
    spans = [sentence.span for sentence in document.sentences]
    return telling(document.text, quantities(document.text, within=spans), spans)


def test_a_sign_of_equality_says_that_a_figure_follows() -> None:
    assert verdicts("Agents on the tool: 369 of 410 = 80%") == {"80%": "inconsistent"}
    assert verdicts("Agents on the tool: 369 of 410 = 90%") == {"90%": "consistent"}


def test_a_number_of_points_is_a_distance_between_two_shares() -> None:
    text = "Churn went from 3.4% to 1.9%, so we are down one and a half points."
    assert verdicts(text) == {"one and a half points": "consistent"}


def test_points_are_taken_times_what_one_of_them_is_worth() -> None:
    text = "The rate went from 91.4% to 93.1%, a gain of 1.7 points, and every point is worth $1.1M, so that is $1.87M."
    assert verdicts(text)["$1.87M"] == "consistent"


def test_three_figures_in_a_row_may_be_multiplied() -> None:
    assert verdicts("Each round costs 0.03 USD x 2 SMS x 1,400 = $84.") == {"$84": "consistent"}


def test_a_line_of_a_table_may_add_up_the_columns_above_it() -> None:
    story = told("paper | 84,000 | 63,000\ndigital | 12,000 | 48,000\nboth | 96,000 | 111,000")
    first, second = (list(columns(story, figure)) for figure in story.figures[-2:])
    assert [(reading.computed, reading.operands) for reading in first] == [(96_000, (0, 2))]
    assert [(reading.computed, reading.operands) for reading in second] == [(111_000, (1, 3))]


def test_a_line_without_others_above_it_adds_nothing_up() -> None:
    story = told("We sold 84,000 papers, 12,000 of them online, and 96,000 magazines.")
    assert not [reading for figure in story.figures for reading in columns(story, figure)]


@pytest.mark.parametrize("words", ["sixty times that is $24,000", "4.9 times eleven hundred"])
def test_a_figure_that_something_is_taken_times_is_a_factor(words: str) -> None:
    assert is_factor(told(words).figures[0])


@pytest.mark.parametrize("words", ["so it is three times faster", "that is 4 times as many as the 60 of before"])
def test_a_ratio_is_no_factor(words: str) -> None:
    assert not is_factor(told(words).figures[0])


def test_a_saving_after_was_and_had_been_is_measured_from_what_had_been() -> None:
    text = "After a year we were at €1.7M. It had been €2.4M, so we gained €700,000, a saving of 29%."
    assert verdicts(text)["29%"] == "consistent"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Of 2,200 offices 1,760 are connected. The rest, 440", "rest"),
        ("We had 12 and 15, altogether 27", "total"),
        ("We promised 45 minutes and missed it by 13 minutes", "margin"),
        ("They took 40 days and we took 30, a difference of 10 days", "change"),
        ("We had 300 of 400, which is 75%", "made"),
        ("We were at 90 days and saved 30 days", "kept"),
        ("Of them 40% of all", "share"),
        ("We had 40 and then 12 more", "more"),
        ("We had 300 of 400 (75%)", "bracket"),
        ("We met on 12 floors and 300 people came", "told"),
    ],
)
def test_the_words_of_its_clause_say_how_a_figure_is_presented(text: str, how: str) -> None:
    assert presented(told(text).figures[-1]) == how


def test_a_margin_is_no_share_of_what_stands_before_it() -> None:
    text = "We sent 9 of the 31 pictures by hand. Delivery takes 9 hours, 25% better than the buyers had asked."
    assert verdicts(text).get("25%") != "inconsistent"


@pytest.mark.parametrize(
    "text",
    [
        "Of the 410,000 quotes that we gave in a week, 118,000 went to robots, 38% of the lot, and people waited.",
        "We made forty offers and thirty-one accepted, so 87 percent. Then we stopped.",
    ],
)
def test_a_wrong_share_is_said_where_its_own_words_tell_it_as_one(text: str) -> None:
    assert "inconsistent" in verdicts(text).values()


def test_a_share_of_a_million_is_reckoned_in_millionths_and_one_in_percent_in_percent() -> None:
    lost = "Of 18.2 million X-rays taken in the year 2,730 could not be found again, which is fifteen in a million."
    assert [one.explanation for one in read(lost)] == ["2,730 of 18.2 million X-rays is 150 in a million"]
    told = "We lost 30 of the 400 X-rays, or 7.5%."
    assert [one.explanation for one in read(told)] == ["30 of 400 X-rays is 7.5 %"]


def test_so_many_x_of_a_price_are_told_with_one_sign() -> None:
    assert [one.explanation for one in read("New leads would have cost 2 x $210k = $420k.")] == [
        "2 times $210k is $420k"
    ]
