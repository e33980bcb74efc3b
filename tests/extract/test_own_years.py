"""A year by the story's own count: what is told of its weeks, months or days is what a rate is taken by."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from starproof.core.document import Story
from starproof.core.facts import Claim
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.extract.sums.story import turns
from starproof.parse.story import parse


def found(text: str) -> tuple[Claim, ...]:
    document = parse(Story("case", text))
    spans = [sentence.span for sentence in document.sentences]
    return claims(document.text, quantities(document.text, within=spans), spans)


def wrong(text: str) -> list[str]:
    return [claim.explanation for claim in found(text) if claim.verdict == "inconsistent"]


COUNTED = {
    "working weeks behind": "We save €34,200 a week, €1.71 million a year over fifty working weeks.",
    "weeks behind": "We save €34,200 a week, or €1.71 million a year over 50 weeks.",
    "weeks a year, a sentence before": "The mill runs 48 weeks a year. We save €30,000 a week: €1.44 million a year.",
    "weeks a year, far before": (
        "Our mill runs 48 weeks a year. I had two teams there. Nobody could say who was on duty at night, and I asked "
        "each of them to keep a list. They did not like it. We save €30,000 a week, so €1.44 million a year."
    ),
    "school weeks": "Schools use it 38 weeks a year. It saves us £12,000 a week, so £456,000 a year.",
    "a term": "In term time, which is 39 weeks, it saves £12,000 a week, £468,000 a year.",
    "months of a season": "We save $90,000 a month in the nine months of the season, $810,000 a year.",
    "months a year": "We run ten months a year, so $60,000 a month is $600,000 a year.",
    "a change over months": (
        "We went from $90,000 to $60,000 a month, and over the ten months we operate that is $300,000 a year."
    ),
    "days a year": "The kitchen is open 330 days a year, so 45 kilos a day is 14,850 kilos a year.",
    "working days": "The saw makes 400 boards a day, and with 240 working days that is 96,000 boards a year.",
    "a shutdown": "It saves €34,200 a week, €1.64 million a year once you take out the four weeks of shutdown.",
    "a closure before": ("We close for four weeks each summer. The saving of $10,000 a week is thus $480,000 a year."),
    "a season of weeks": (
        "The lifts run twenty weeks, from December to April. Queues cost us $80,000 a week, so $1.6 million a year."
    ),
    "a working day": "We save $4,000 a working day, so $1 million a year.",
    "a business day": "We saved $2,000 per business day, which is $504,000 a year.",
    "days of shifts": "Two shifts a day at $1,500 each, 300 days a year, comes to $900,000 a year.",
}
HINTED = {
    "from a month on": "We saved $50,000 a month from March, $500,000 in the first year.",
    "from month to month": "The ferry runs from April to October. It saves us $60,000 a month, $420,000 a year.",
    "a month closed": "The plant stands still in August, so €50,000 a month is €550,000 a year.",
    "months closed": (
        "The saving was $60,000 a month, and because we close in July and August that makes $600,000 a year."
    ),
    "quarters left": ("We saved $200,000 a quarter in the three quarters that were left, $600,000 for the year."),
    "that year": "It saved $100,000 a month and we went live in April, so $900,000 that year.",
    "a season": "It saves us $30,000 a week in the season, which comes to $420,000 a year.",
    "a term": "We saved £8,000 a week during term, roughly £312,000 a year.",
    "a length that would do": "They worked it out on eleven months: €20,000 a month, €220,000 a year.",
}
BAD = {
    "a stated count of weeks": (
        "We save €34,200 a week, €2.1 million a year over fifty working weeks.",
        "€34,200 a week over 50 weeks is €1.71 million a year",
    ),
    "a stated count before": (
        "The mill runs 48 weeks a year, so €34,200 a week is €1.94 million a year.",
        "€34,200 a week over 48 weeks is €1.642 million a year",
    ),
    "ten months, where none is told": (
        "We save $50,000 a month, $500,000 a year.",
        "$50,000 a month is $600,000 a year",
    ),
    "more than a whole year": (
        "We save $50,000 a month from March, that is $720,000 a year.",
        "$50,000 a month is $600,000 a year",
    ),
    "a hint that is of another sentence": (
        "Since August we load in an hour. I sell the hours for $70,000 a month, $700,000 a year.",
        "$70,000 a month is $840,000 a year",
    ),
}


@pytest.mark.parametrize("text", COUNTED.values(), ids=COUNTED.keys())
def test_a_year_by_the_count_that_is_told_holds(text: str) -> None:
    assert not wrong(text)
    assert [claim for claim in found(text) if claim.verdict == "consistent"]


@pytest.mark.parametrize("text", HINTED.values(), ids=HINTED.keys())
def test_nobody_is_held_to_a_whole_year_where_the_words_say_that_it_is_none(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize(("text", "told"), BAD.values(), ids=BAD.keys())
def test_a_year_that_is_wrong_by_any_count_is_said(text: str, told: str) -> None:
    assert wrong(text) == [told]


def test_a_count_told_far_off_is_read_anew_when_it_is_edited() -> None:
    text = COUNTED["weeks a year, far before"]
    assert not wrong(text)
    assert wrong(text.replace("Our mill runs 48 weeks a year. ", "Our mill is old. "))
    assert not wrong(text)


TOLD = "We paid 40 a shift. Midterm time ran on; in term time, 9 tills in Marchand or from March on were open, so 360."


@pytest.mark.parametrize("pattern", [(turns._PART, turns._tells_part), (turns._LASTING, turns._tells_seasons)])
def test_words_cut_from_a_story_say_the_same_of_a_year_as_where_they_stand(
    pattern: tuple[re.Pattern[str], Callable[[str], bool]],
) -> None:
    """A word may be cut in two: "Midterm time" tells of no term."""
    searched, told = pattern
    places = range(len(TOLD) + 1)
    found = {(a, b): told(turns._behind(TOLD, a, b)) for a in places for b in places if a <= b}
    assert found == {(a, b): searched.search(TOLD, a, b) is not None for a, b in found}
    assert set(found.values()) == {True, False}
