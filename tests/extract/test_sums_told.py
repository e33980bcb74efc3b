"""Sums as people tell them in passing: told as a change, as left over, as late, or as a product word by word."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.quantities import quantities
from starproof.parse.story import parse
from tests.extract import sums_in_prose as prose
from tests.extract.telling import read

WRONG = {
    "what is left told as what went": (
        "The cost to each tape was €11 in place of the €26 quoted, a saving of 42%.", "42%", 57.7
    ),
    "the same with the percent first": (
        "Refunds were seven hundred a night and by May two hundred eighty. Forty percent down.", "Forty percent", 60.0
    ),
    "what is left of a rate": (
        "we had an error rate of four percent and got it down to one point six so we said forty percent fewer crashes",
        "forty percent", 60.0,
    ),
    "late by another date than the planned one": (
        "We planned to go live on 3 May. The dry run was on 10 May. We went live on 24 May, two weeks late.",
        "two weeks", 1_814_400.0,
    ),
    "a length between the dates that it is told of": (
        "We worked on it from January 2021 to December 2021, fourteen months in all.", "fourteen months", 28_512_000.0
    ),
    "a product word by word": ("I did the sum on a napkin, 84 times 4,500 is 387,000.", "387,000", 378_000.0),
    "a price that sounds like a time": (
        "and i costed it three at one forty is three eighty and churn was down", "three eighty", 420.0
    ),
}  # fmt: skip
RIGHT = {
    "a share that is no change": (
        "The cost to each tape was €11 where it had been €26. That is 42% of the old cost.", "42%"
    ),
    "late by the planned date": (
        "We planned to go live on 3 May. The dry run was on 10 May. We went live on 24 May, three weeks late.",
        "three weeks",
    ),
    "late where nothing says what was planned": (
        "The dry run was on 10 May. We went live on 24 May, so two weeks later.", "two weeks"
    ),
    "a product after a comma": (
        "I gave up our new board, nine months at $80,000 a month, $720,000 that my own people had looked forward to.",
        "$720,000",
    ),
    "a product in thousands": ("so ten at sixty five is six hundred and fifty k", "six hundred and fifty k"),
    "hundreds behind thousands": (
        "we saved twenty thousand two fifty and then ten thousand so total thirty thousand two fifty",
        "thirty thousand two fifty",
    ),
    "parts that are waves": (
        "first wave we did seventy and second wave eighty five and third wave one hundred and five so total two "
        "hundred and sixty", "two hundred and sixty",
    ),
    "a part out of a whole beside percents": (
        "twenty percent of the girls passed and boys were passing seventy two out of one twenty that is sixty percent",
        "sixty percent",
    ),
    "what is left of a whole told far back": (
        "I had 46 supermarkets. Five nights of ten are enough for 50 markets. After three nights we were at 20 "
        "markets, and 26 remained.", "26",
    ),
    "a figure corrected by what was meant": (
        "the cap is a hundred twenty a week and we'd have ninety-six, twenty under the cap. I mean twenty-four under. "
        "And then we went live.", "twenty-four",
    ),
    "a fifth of what is measured": (
        "My team spent 50 hours a week on releases and 10 hours of that on support, a fifth of the time.", "a fifth"
    ),
}  # fmt: skip
SILENT = {
    "what has passed since": (
        "It went live in January 2021 and was finished in December 2021. Fourteen months on, nobody has paged us."
    ),
    "the same with what follows": (
        "We began in January with 40 trucks. We closed the gap in December, and 14 months on the trucks still run."
    ),
    "what went, of what it went from": (
        "The takings were down by €19,000 on the €64,000 of the year before, a drop of 30%."
    ),
    "all but the part, of them": (
        "We had six thousand agents but only twenty one hundred did anything in a week so basically sixty five percent "
        "of them were dead."
    ),
    "a share of what no figure is of": (
        "My team spent 50 hours a week on releases and 10 hours on support. A fifth of the customers had left by May."
    ),
    "shared out": (
        "we do ninety thousand lipsticks per day on five lines so eighteen thousand each and we throw four thousand "
        "five hundred per day"
    ),
}


ALL_WRONG, ALL_RIGHT, ALL_SILENT = WRONG | prose.WRONG, RIGHT | prose.RIGHT, SILENT | prose.SILENT


@pytest.mark.parametrize(("text", "told", "computed"), ALL_WRONG.values(), ids=ALL_WRONG)
def test_a_slip_is_found(text: str, told: str, computed: float) -> None:
    found = [(claim.text, claim.verdict, claim.computed) for claim in read(text)]
    assert (told, "inconsistent", computed) in found


@pytest.mark.parametrize(("text", "told"), ALL_RIGHT.values(), ids=ALL_RIGHT)
def test_what_is_told_right_is_called_right(text: str, told: str) -> None:
    found = {claim.text: claim.verdict for claim in read(text)}
    assert found.get(told) == "consistent"
    assert "inconsistent" not in found.values()


@pytest.mark.parametrize("text", ALL_SILENT.values(), ids=ALL_SILENT)
def test_nothing_is_accused_that_follows_from_nothing_told(text: str) -> None:
    assert [claim.text for claim in read(text) if claim.verdict == "inconsistent"] == []


def test_a_share_of_something_else_is_not_called_right_either() -> None:
    assert read(SILENT["a share of what no figure is of"]) == ()


NUMBERS = {
    "a price below one in reais": ("Each message cost R$0.018 and we sent 4 million.", 0.018),
    "a grouped price in reais": ("Each licence cost R$1.250 and we had forty.", 1250.0),
    "hundreds behind thousands": ("It took forty seven thousand two fifty calls.", 47_250.0),
    "a year is none": ("In two thousand nine twenty people came.", 20.0),
    "hundreds by themselves": ("We had two fifty calls.", 250.0),
    "a clock time stays one": ("We met at one forty and had six people.", 6.0),
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.values(), ids=NUMBERS)
def test_a_number_is_read_by_its_parts(text: str, value: float) -> None:
    spans = [sentence.span for sentence in parse(Story("case", text)).sentences]
    assert quantities(text, within=spans)[0].value == value


def test_what_all_are_worth_with_each_told_is_a_price() -> None:
    text = "Of the 120 tenants, 6 left; those six were worth $90,000 a year each, so we lost $480,000 a year."
    assert [claim.text for claim in read(text) if claim.verdict == "inconsistent"] == ["$480,000 a year"]


def test_nothing_is_proven_of_a_part_times_its_whole_or_of_what_passed_since() -> None:
    told = "Of the 340 customers, 331 moved and 9 left; those nine were worth $112,540 a year."
    since = (
        "The date was 30 September. We shut it on 14 October, two weeks late. A year later, nobody has asked for it."
    )
    assert "$112,540 a year" not in [claim.text for claim in read(told)]
    assert "A year" not in [claim.text for claim in read(since)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The oven was on for 93% of the hours, before it was 58%, an increase of 35 points.",
            "58% to 93% is 35 points more",
        ),
        ("Scores are at 81 now, before they were 61, so 20 more.", "61 to 81 is 20 more"),
        ("The oven was on for 93% of the hours, and by May for 58%, 35 points less.", "93% to 58% is 35 points less"),
    ],
)
def test_a_difference_is_explained_in_the_order_of_time_that_the_words_tell(text: str, told: str) -> None:
    assert told in [claim.explanation for claim in read(text)]
