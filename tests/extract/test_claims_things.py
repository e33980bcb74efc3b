"""Sums by the thing that a figure is told of, by what its sentence spells out, and by the unit that they would have."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.claims import wordings
from starproof.extract.quantities import quantities
from starproof.extract.sums.doubts.strangers import counted
from starproof.extract.sums.story.figures import telling
from starproof.extract.sums.story.pairs import pairs
from starproof.extract.sums.story.reading import LOOSE, Reading
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.things import things, told_of
from starproof.extract.sums.weighing.stated import sums
from starproof.parse.story import parse
from tests.extract.telling import read


def verdicts(text: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in read(text)}


def scene(text: str) -> Scene:
    document = parse(Story("story", text))
    spans = [sentence.span for sentence in document.sentences]
    story = telling(document.text, quantities(document.text, within=spans), spans)
    return Scene(story, pairs(story))


def named(text: str) -> str:
    """The sum that the wording names for the last figure."""
    here = scene(text)
    chosen = wordings(here, here.story.figures[-1]).chosen
    return "" if chosen is None else chosen.sum()


def told(text: str) -> list[frozenset[str]]:
    return things(scene(text).story.figures)


def test_cells_of_a_row_are_told_of_its_heading() -> None:
    row, other, summary = range(0, 2), range(2, 4), 4
    found = told("| Lost parcels | 8.4% | 3.1% |\n| Refunds | 22% | 14% |\n\n- Refunds fell by 9%.")
    assert all("parce" in found[place] and "refun" not in found[place] for place in row)
    assert told_of(found, summary) == frozenset(other)


def test_what_goes_back_to_the_sentence_before_is_told_of_its_thing() -> None:
    first, second, third = told("The turbine stood for 96 hours. That is 14% of the quarter. In May 20 guests came.")
    assert "turbi" in first & second
    assert "turbi" not in third


def test_a_figure_that_names_nothing_is_told_of_no_thing_of_another() -> None:
    found = told("We lost 40 trucks. It was 12%.")
    assert told_of([frozenset(), *found], 0) == frozenset()


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("I had 2 designers. Nobody had asked. The deliveries went from 2.1 to 2.8 an hour, so up 40%.", False),
        ("I had 2 designers. Nobody had asked. The deliveries are at 2.8 an hour now, so up 40%.", True),
    ],
    ids=["spelled out", "not spelled out"],
)
def test_for_a_change_that_one_sentence_spells_out_no_figures_of_another_are_looked_for(
    text: str, elsewhere: bool
) -> None:
    here = scene(text)
    figure = here.story.figures[-1]
    assert any(one.right for one in sums(here, figure, wordings(here, figure))) is elsewhere


def test_what_is_saved_a_year_may_be_reckoned_from_a_sentence_before() -> None:
    text = "The map cost $71,000 a month. We kept half of the searches. It is $26,000 a month now, so {} a year saved."
    assert verdicts(text.format("$540,000"))["$540,000 a year"] == "consistent"


def test_a_list_item_ends_with_its_line() -> None:
    text = "* Drying time per load went from 96 to 84 hours, so {} shorter\n* Savings of SEK 5.2 million a year"
    assert verdicts(text.format("14%"))["14%"] == "inconsistent"
    assert "25%" not in verdicts("The wait went from 8 minutes to 4, with a 25% higher basket.")


def test_what_a_point_is_worth_is_taken_times_points_and_nothing_else() -> None:
    text = "We had two merchants. The rate went from 91% to 94%, and each point is worth $1.1M, so that is {} more."
    assert verdicts(text.format("$2.2M")).get("$2.2M") != "consistent"
    assert verdicts(text.format("$3.3M"))["$3.3M"] == "consistent"


@pytest.mark.parametrize(("told", "verdict"), [("$134,000", "consistent"), ("$67,000", "inconsistent")])
def test_what_comes_every_half_year_comes_twice_a_year(told: str, verdict: str) -> None:
    assert verdicts(f"It saves $67,000 each half-year, so {told} a year.")[f"{told} a year"] == verdict


def test_half_a_year_is_told_by_the_month_as_six_of_them() -> None:
    assert verdicts("The lab saves $66,000 every half year, or $11,000 a month.")["$11,000 a month"] == "consistent"
    assert "$5,500 a month" not in verdicts("The lab saves $66,000 every half year, or $5,500 a month.")


def test_a_bare_number_before_of_has_the_unit_of_its_whole() -> None:
    text = "We waited. 18 of the 31 hours passed in a queue, and that was {} of the whole delay."
    assert named(text.format("42%")) == "18 of 31 hours is 58.1 %"
    assert verdicts(text.format("42%"))["42%"] == "inconsistent"
    assert verdicts(text.format("58%"))["58%"] == "consistent"


def test_more_than_a_third_is_a_bound_and_no_change() -> None:
    text = "At present 1,300 of our {} wagons carry the tag, more than a third; that is fine."
    assert verdicts(text.format("4,800")) == {"a third": "inconsistent"}
    assert verdicts(text.format("3,600")) == {"a third": "consistent"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("So that's nine ninety a day, so three hundred and twenty thousand a year.", False),
        ("So that's nine ninety a day, so three hundred and twenty thousand dollars a year.", True),
        ("That's 19,000 plates a day, so $4.1M a year.", True),
    ],
    ids=["two numbers alone", "dollars", "plates"],
)
def test_a_number_told_alone_may_be_money(text: str, told: bool) -> None:
    here = scene(text)
    rate, figure = here.story.figures
    reading = Reading("annualised", figure.value, 365 * rate.value, (rate.index,), LOOSE, str)
    assert counted(here, figure, reading) is told


@pytest.mark.parametrize(("told", "verdict"), [("eight", "inconsistent"), ("six", "consistent")])
def test_a_day_until_which_something_else_lasted_starts_nothing(told: str, verdict: str) -> None:
    text = "I gave them the keys on 1 June; until 15 June it got worse; on 1 December we had it. So, {} months."
    assert verdicts(text.format(told)) == {f"{told} months": verdict}


def test_a_part_right_behind_its_whole_needs_no_noun_of_its_own() -> None:
    text = "We made forty offers, thirty-one accepted, so {} percent. The rest went elsewhere."
    assert named(text.format("eighty-seven")) == "thirty-one of forty offers is 77.5 %"
    assert verdicts(text.format("eighty-seven")) == {"eighty-seven percent": "inconsistent"}
    assert verdicts(text.format("seventy-eight")) == {"seventy-eight percent": "consistent"}


def test_fourteen_towns_at_so_much_a_week_make_nothing_by_the_year() -> None:
    text = "We have 14 towns. Refunds run at $21,000 a week, so the yearly saving is {}."
    assert verdicts(text.format("$294,000")).get("$294,000") != "consistent"
    assert verdicts(text.format("$1,092,000")) == {"$1,092,000": "consistent"}
