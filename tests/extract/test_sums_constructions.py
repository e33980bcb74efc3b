"""Sums that follow from how a quantity is told: of what it is a part, over what it is spread, what came and went."""

from __future__ import annotations

import pytest

from starproof.core.facts import Quantity
from starproof.extract.quantities import quantities
from tests.extract.telling import read

RIGHT = {
    "so many per thousand": (
        "The pickers made 8 slips per thousand lines. At 45,000 lines a day that meant 360 slips.",
        "360 slips",
    ),
    "so many of every ten": (
        "Out of every ten parcels we sent, three came back. At 70,000 parcels that's 21,000 of them.",
        "21,000",
    ),
    "what is not of the share": (
        "It went well for 97.5% of cases. With 2 million cases a week it means 50,000 failures.",
        "50,000 failures",
    ),
    "the change of a share": (
        "Of 60,000 logins a day we went from 11 percent that failed to 4, so that's 4,200 fewer failures a day.",
        "4,200",
    ),
    "the rest of all": ("Six in ten of the faults came from one valve. The remaining 40% were ours.", "40%"),
    "a length for each": ("I counted 72 hours of release work a week for 8 squads, so 9 hours each.", "9 hours"),
    "so many a week": ("We took 6,300 calls in nine weeks, so 700 a week.", "700 a week"),
    "so much a piece": ("They threw away 270 kilos a day over 45 schools, so that's 6 kilos a school.", "6 kilos"),
    "a change times two others": (
        "A driver did 12.4 drops an hour, now 14.1. With 50 drivers on 8-hour shifts it's 680 more drops a day.",
        "680",
    ),
    "two products added up": (
        "Four of the squads spend two hours each and three spend seven, so the total is 29 hours.",
        "29 hours",
    ),
    "a stock, what came and what went": (
        "The pile stood at 4,800 in May. By July we had closed 5,900 and taken in 2,300, so 1,200 were left.",
        "1,200",
    ),
    "a bound that is kept": ("It cost us 21 thousand dollars a week, so over a million dollars a year.", "a million"),
    "a price by the month for some months": (
        "We had 14 people at 8k a month, so 112k a month, all of it for one old system.",
        "112k",
    ),
    "a name whose verb is left out": (
        "In spring, Lyon lost 340 and Turin 260, so six hundred lorries in all stood about.",
        "six hundred",
    ),
}

WRONG = {
    "a length for each": ("I counted 72 hours of release work a week for 8 squads, so 8 hours each.", "8 hours"),
    "so many a week": ("We took 6,300 calls in nine weeks, so 900 a week.", "900 a week"),
    "so much a piece": ("They threw away 270 kilos a day over 45 schools, so that's 8 kilos a school.", "8 kilos"),
    "a price by the month": ("We had 14 people at 8k a month, so 102k a month, all of it for one old system.", "102k"),
    "a name whose verb is left out": (
        "In spring, Lyon lost 340 and Turin 260, so seven hundred lorries in all stood about.",
        "seven hundred",
    ),
    "an amount by the month for some months": ("They paid us 9k a month for six months, so 64k in all.", "64k"),
}


def said(text: str) -> dict[str, str]:
    """The verdict on each figure that is said to follow from others."""
    return {claim.text: claim.verdict for claim in read(text)}


@pytest.mark.parametrize(("text", "figure"), RIGHT.values(), ids=RIGHT.keys())
def test_a_sum_that_follows_from_how_its_quantities_are_told_comes_out(text: str, figure: str) -> None:
    assert {verdict for told, verdict in said(text).items() if figure in told} == {"consistent"}


@pytest.mark.parametrize(("text", "figure"), WRONG.values(), ids=WRONG.keys())
def test_one_that_does_not_is_wrong(text: str, figure: str) -> None:
    assert {verdict for told, verdict in said(text).items() if figure in told} == {"inconsistent"}


@pytest.mark.parametrize(("hours", "verdict"), [("173", "consistent"), ("143", "inconsistent")])
def test_a_length_told_again_in_another_unit_is_held_to_itself(hours: str, verdict: str) -> None:
    assert said(f"The nurses get back 10,400 minutes, about {hours} hours, every month.")[f"{hours} hours"] == verdict


def test_a_number_that_names_a_length_again_is_no_distance_from_it() -> None:
    told = said("It took forty hours. The office took fifteen of that, now three hours. So forty became twenty-eight.")
    assert "inconsistent" not in told.values()


@pytest.mark.parametrize(("points", "wrong"), [("20", False), ("27", True)])
def test_points_from_a_share_in_a_plain_word_are_held_to_it_only_as_loosely_as_it_is_told(
    points: str, wrong: bool
) -> None:
    told = said(f"Late orders used to be a third of all. Now they are 12%, which is {points} points better.")
    assert ("inconsistent" in told.values()) is wrong


def test_a_share_of_people_is_rounded_to_whole_ones_either_way() -> None:
    told = said("We hired 19 people that year. Of those 40% were women, so seven new women on the team.")
    assert "inconsistent" not in told.values()


def of(text: str) -> list[Quantity]:
    return list(quantities(text))


def test_a_number_behind_a_name_is_read_where_another_has_one_and_is_the_name_s_where_none_has() -> None:
    assert [figure.value for figure in of("Lyon lost 340 and Turin 260.")] == [340, 260]
    assert [figure.value for figure in of("We moved 12 servers and Windows 11.")] == [12]


def test_how_long_it_took_lends_no_unit_to_the_level_after_a_colon() -> None:
    assert of("A driver did 11.2 drops an hour. After 8 weeks: 13.3.")[-1].kind == "count"


def test_what_is_told_in_millions_lasts_no_minutes() -> None:
    assert of("A delay of ten minutes on payments. Later 1.3 and so two point eight million less.")[-1].kind == "count"


def test_a_fifth_is_a_share_where_it_sums_up_what_was_counted() -> None:
    assert [figure.text for figure in of("Of 90,000 members 20,000 left, more than a fifth.")][-1] == "a fifth"
    assert "a fifth" not in [figure.text for figure in of("We had four teams and I added a fifth.")]
