"""What keeps a figure from being called wrong, though a sum over figures beside it does not come out as stated."""

from __future__ import annotations

import pytest

from tests.extract.telling import read


def accused(text: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == "inconsistent"]


def test_a_share_of_something_is_no_change_of_the_counts_beside_it() -> None:
    assert accused("We cut the forms from 9 to 4, 93% less.") == ["93%"]
    assert accused("We cut the forms from 9 to the 4 that made up 93% of the volume.") == []


@pytest.mark.parametrize("told", ["a third of that", "a third of what it was"])
def test_so_much_of_what_it_was_is_a_share(told: str) -> None:
    assert accused(f"The page took 6 seconds to load, 2 now, {told}.") == []


def test_parts_that_add_up_to_one_total_are_not_held_against_another() -> None:
    assert accused("I had 29 engineers: 12 on cameras, 9 on billing and 6 on the network.") == ["29 engineers"]
    text = "I ran 38 toll plazas with 27 engineers: 12 on cameras, 9 on billing and 6 on the network."
    assert accused(text) == []


def test_things_counted_by_the_day_are_no_money_by_the_year() -> None:
    assert accused("We misread 19,000 plates a day, 19,000 a day, and so we lost $4.1M a year.") == []


def test_dates_without_a_year_may_lie_on_either_side_of_its_end() -> None:
    assert accused("Went live 1 Jan, we started 11 Sept (so 16 weeks).") == []
    assert accused("We started 11 Sept and went live 1 Jan (so 12 weeks).") == ["12 weeks"]


def test_a_part_of_a_total_that_is_told_follows_from_no_figure_beside_it() -> None:
    told = read("I had 27 engineers in three teams: 12 on cameras, 9 on billing and 6 on the network.")
    assert [(claim.text, claim.kind) for claim in told] == [("27 engineers", "sum")]


def test_points_may_be_as_many_as_the_percents_that_they_lie_between() -> None:
    assert accused("The trucks idle 22% of the day, down from 34% last year, a fall of 22 points.") == ["22 points"]


def test_parts_told_without_their_unit_are_of_the_last_one() -> None:
    told = read("We lost 40, 25 and 55 minutes in three outages, together 120 minutes.")
    assert [claim.verdict for claim in told if claim.text == "120 minutes"] == ["consistent"]


@pytest.mark.parametrize("told", ["which is over eighty percent", "so call it eighty percent"])
def test_a_figure_that_is_told_as_about_so_much_is_kept(told: str) -> None:
    assert accused("Nine of the eleven stops were in the evening, so that is eighty percent.") == ["eighty percent"]
    assert accused(f"Nine of the eleven stops were in the evening, {told}.") == []
