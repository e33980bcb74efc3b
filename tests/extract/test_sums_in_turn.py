"""Shares of what the ones before left are never added; basis points are a level or a change as they are told."""

from __future__ import annotations

import pytest

import starproof
from starproof.core.facts import Claim

AROUND = "I lead two teams of engineers. {} It still runs today."


def claims(told: str) -> list[tuple[str, str, str]]:
    """Each recomputed figure of a story, its verdict and the sum."""
    text = AROUND.format(told)
    return [_said(text, one) for one in starproof.review(text).claims]


def _said(text: str, claim: Claim) -> tuple[str, str, str]:
    return claim.span.of(text), claim.verdict, claim.explanation


@pytest.mark.parametrize(
    "told",
    [
        "The first change took off 10%, the next took 20% of what was left, so 28% in all.",
        "We cut the bill by 10%. The next cut took 20% of what was left. That is 28%.",
        "We took 10% off, then 20% of the remainder, 28% altogether.",
    ],
)
def test_shares_of_what_is_left_are_taken_in_turn(told: str) -> None:
    (claim,) = claims(told)
    assert claim == ("28%", "consistent", "10%, then 20% of what is left is 28 %")


def test_three_shares_in_turn_are_rounded_as_they_are_told() -> None:
    told = "We took 10% off, then 20% of the remainder and 15% of the rest, so 39% in all."
    assert claims(told)[0][1:] == ("consistent", "10%, then 20%, then 15% of what is left is 38.8 %")


def test_adding_shares_of_what_is_left_is_wrong() -> None:
    told = "The first change took off 10%, the next took 20% of what was left, so 30% in all."
    assert claims(told) == [("30%", "inconsistent", "10%, then 20% of what is left is 28 %")]


def test_shares_of_one_whole_are_added_as_before() -> None:
    told = "40% of the work is card, 30% is bank and 20% is other, so 90% is ours."
    assert claims(told) == [("90%", "consistent", "40% + 30% + 20% is 90 %")]


def test_what_basis_points_come_to_is_a_change_and_no_level() -> None:
    told = "Losses fell from 0.42% to 0.15%. That is 27 basis points, 64% lower."
    verdicts = [(figure, verdict) for figure, verdict, _ in claims(told)]
    assert verdicts == [("27 basis points", "consistent"), ("64%", "consistent")]


def test_a_wrong_change_in_basis_points_is_told_in_basis_points() -> None:
    told = "Losses fell from 42 basis points to 15 basis points. That is 37 basis points less."
    (claim,) = claims(told)
    assert claim == ("37 basis points", "inconsistent", "42 basis points to 15 basis points is 27 basis points less")


@pytest.mark.parametrize("told", ["a good 20 points", "20 points or so"])
def test_a_good_twenty_points_are_about_twenty(told: str) -> None:
    assert claims(f"We were at 60% in May and at 81% in August, {told} more.")[0][1] == "consistent"


def test_twenty_points_without_more_are_twenty() -> None:
    assert claims("We were at 60% in May and at 81% in August, 20 points more.")[0][1] == "inconsistent"


def test_things_and_a_broken_number_beside_them_are_no_change() -> None:
    told = "Our path went through four services, each of them hitting 99.9, and put in a row that's about 99.6."
    assert claims(told) == []


def test_two_months_named_far_off_tell_nothing_of_a_length() -> None:
    between = "The team wrote down how the queue is run, with the people who asked for it and those who did not. " * 3
    told = f"We began in November. By December the rate was low. {between}I was shy, and it cost us about two months."
    assert claims(told) == []
    assert claims("We began in November and were done in January, about two months.")[0][1] == "consistent"


def test_a_range_times_so_many_is_a_range() -> None:
    told = "We had eleven outages. Each cost between $40,000 and $70,000, so $440,000 to $770,000 in a year."
    (claim,) = claims(told)
    assert claim[1:] == ("consistent", "eleven outages times $40,000 to $70,000 is $440,000 to $770,000")


@pytest.mark.parametrize(
    "told",
    [
        "Prices rose 8% in March and another 5% in June, 13.4% in all.",
        "We cut the bill by 20% and then by 15%, 32% altogether.",
        "Round one gave $1.2 million, round two $720,000 and round three $408,000, so 52%, 31% and 18%.",
        "1,200 tickets came from billing, 720 from search and 408 from login.",
        "Two of three sites, 60% and 70% loaded, went to one at 90%.",
        "Orders rose 12% in 2021 and 15% in 2022, 28.8% over the period.",
        "Orders grew 30% one year and 40% the next, so 82% over the two years.",
        "We cut 30% of the hosts and each host costs 10% less, so the bill is 37% lower.",
        "Marta's team is 40% of the spend and cut 25%, which is 10% of the whole.",
    ],
)
def test_figures_that_stand_in_a_row_are_not_held_to_one_another(told: str) -> None:
    assert claims(told) == []


def test_a_level_that_goes_on_is_no_change() -> None:
    assert claims("The win rate went from 11.0% to 12.1%, then to 12.9%.") == []
    (claim,) = claims("The win rate went from 11.0% to 12.1%, a rise of 15%.")
    assert claim[1] == "inconsistent"


def test_a_part_of_a_total_that_holds_is_no_total_of_the_others() -> None:
    parts = "$1.2 million came from servers, $720,000 from discs and $408,000 from logs"
    told = f"The bill fell by $2.33 million. Of that, {parts}."
    assert claims(told) == [("$2.33 million", "consistent", "$1.2 million + $720,000 + $408,000 is $2.328 million")]


def test_changes_that_come_out_neither_added_nor_on_top_of_one_another_are_wrong() -> None:
    told = "We cut the bill by 20% and then by 15%, 45% altogether."
    assert claims(told) == [("45%", "inconsistent", "20% + 15% is 35 %")]


def test_a_total_told_before_its_parts_is_still_added_up() -> None:
    told = "We had 59 outages in three regions: 17 in the north, 14 in the south and 18 in the west."
    assert claims(told) == [("59 outages", "inconsistent", "17 + 14 + 18 is 49")]


@pytest.mark.parametrize(
    "told",
    [
        "After seven months claims came from 1.2M to 350k per month. So we are saving 850k monthly.",
        "It cost us 3 weeks. Write-offs are 66k a week now. We save EUR 160k a month.",
    ],
)
def test_an_amount_by_the_month_is_no_total_over_months_and_no_amount_by_the_week(told: str) -> None:
    assert "inconsistent" not in {verdict for _, verdict, _ in claims(told)}


def test_an_amount_by_the_month_is_still_held_to_what_it_fell_from() -> None:
    told = "After seven months claims came from $1.2M to $350k per month. So we are saving $750k monthly."
    assert [verdict for _, verdict, _ in claims(told)] == ["inconsistent"]


@pytest.mark.parametrize(("left", "verdict"), [("20%", "300 ms to 240 ms is 20 % less"), ("30%", "20 % less")])
def test_what_is_in_hand_is_measured_from_the_limit(left: str, verdict: str) -> None:
    told = claims(f"Our limit was 300 ms and the cart took 240 ms, so we had {left} in hand.")
    assert told[0][0] == left
    assert told[0][2].endswith(verdict)
