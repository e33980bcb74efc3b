"""Right figures side by side that follow from one another by chance alone: nobody is held to those, none is proven."""

from __future__ import annotations

import pytest

from tests.extract.telling import read
from tests.extract.test_own_years import found, wrong

SIDE_BY_SIDE = {
    "another measure behind an arrow": "lead time 16 wks -> 11 wks, overtime down 40%",
    "another measure in a sentence": "We cut lead time from 16 weeks to 11, overtime by 40%.",
    "another measure with a sign": "headcount 9 -> 12, bugs -40%",
    "another measure on the next line": "return temp 58 C -> 44 C\n- gas -19%",
    "the same without a bullet": "return temp 58 C -> 44 C\ngas -19%, pumping power -35%",
    "shares one by one": "50% were jams, 30% were sensors, 20% were belts.",
    "shares of one whole": "35% of the cost was steel, 28% was labour, 22% was energy and 15% was freight.",
    "hired after some had gone": "We were down to 17 from 26. I hired five, so we were 22.",
    "so many at a time": "12 zones at three weeks each, four at a time, so nine weeks.",
    "a rate beside a length": "We did the first in five days and the other nine one a day, so nine days.",
    "the same with other verbs in front": (
        "3 crushers, 31 people. Injuries 4, then 1. Budget $2.6m; spend $2.5m. Hired 2, lost 5, so 28 at the end."
    ),
}
BY_CHANCE = {
    "some who left": "We had 9 in Leeds and 5 in Pune. Four left in March.",
    "some who were hired": "Stops fell from 9.4 hours to 6.4. We hired three more in May.",
    "things beside people": "I took six people off the plan, and two people had to sign. The other four labs followed.",
    "a part of what was": "We had 540 wet bales, and bad ones went to 360, a third of before.",
    "what recurs": "The meters stopped from two to four every night. Reading took two guys two days a month.",
    "unlike things in a list": "Team of 7 eng. 260 growers, ~1,900 greenhouses. Every grower had a file.",
    "unlike things": "I had 2 vans and 7 hand sorters. The machines stopped 14 times a week.",
}
MEANT = {
    "the same measure behind an arrow": "wait 40 min -> 22 min, -30%",
    "the same measure by its name": "wait 40 min -> 22 min, wait -30%",
    "a drop": "We cut the wait from 40 minutes to 22, a drop of 30%.",
    "a change of a share": "Churn was 40%, now it is 30%, which is 20% less.",
    "hired, and wrong": "We were down to 17 from 26. I hired five, so we were 24.",
    "rows of so many": "We had 3 halls and 12 machines in each, so 38 machines.",
}


@pytest.mark.parametrize("text", SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE.keys())
def test_right_figures_side_by_side_are_not_called_wrong(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize("text", BY_CHANCE.values(), ids=BY_CHANCE.keys())
def test_a_number_of_other_things_is_not_proven(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", MEANT.values(), ids=MEANT.keys())
def test_a_sum_that_is_told_is_still_called_wrong(text: str) -> None:
    assert wrong(text)


def test_what_remains_is_still_proven() -> None:
    assert found("We had 9 pilots and 5 of them flew. Four were left.")


def test_points_between_so_many_of_a_hundred_are_proven() -> None:
    (claim,) = found("A tap is mended at the first visit in 81 of 100 flats, where it was 70, so eleven points better.")
    assert claim.verdict == "consistent"
    assert not found("We had four shops, each of them up, and now 93, so 89 points.")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "We had shown it at two fairs. I led the work and halted it.\n\nIn that year 288 practices stayed at "
            "$3,120 a year each, a little under $900K; the viewer brought $1.2M in its first year, for a "
            "total of $2.4M.",
            "$2.4M",
        ),
        ("I read three comments aloud. She said nothing for a week. Of the two juniors, one stayed.", "one"),
    ],
)
def test_a_total_of_others_and_people_taken_from_things_prove_nothing(text: str, figure: str) -> None:
    assert figure not in [claim.text for claim in read(text)]


def test_a_total_of_what_each_brought_and_a_rest_of_those_who_were_there_are_sums() -> None:
    each = (
        "We had shown it at two fairs. I led the work and halted it.\n\n"
        "Each fair brought $1.2M in its first year, for a total of $2.4M."
    )
    assert [claim.verdict for claim in read(each) if claim.text == "$2.4M"] == ["consistent"]
    rest = "Of the nine juniors two left, and seven stayed."
    assert [claim.verdict for claim in read(rest) if claim.text == "seven"] == ["consistent"]
