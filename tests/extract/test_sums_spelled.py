"""Averages, paybacks and frequencies that the words spell out, and what looks like one of them."""

from __future__ import annotations

import pytest

from tests.extract.telling import read


def verdict(text: str, figure: str) -> str | None:
    return next((claim.verdict for claim in read(text) if claim.text == figure), None)


@pytest.mark.parametrize(
    ("text", "figure", "said"),
    [
        ("The last three weeks had brought 65, 80 and 95 orders, an average of 80.", "80", "consistent"),
        ("The last three weeks had brought 65, 80 and 95 orders, an average of 95.", "95", "inconsistent"),
        ("Rounds took 31 minutes in the north, 36 in the south and 44 in the west, 37 on average.", "37", "consistent"),
        ("we had thirty leaks in may forty eight in june forty two in july so forty a month", "forty a month", None),
    ],
)
def test_an_average_is_what_the_figures_of_its_row_come_to_each(text: str, figure: str, said: str | None) -> None:
    assert verdict(text, figure) == (said or "consistent")


@pytest.mark.parametrize(
    "text",
    [
        "Rounds took 31 minutes in the north, 36 in the south and 44 in the west, 42 on average.",  # most go west
        "We sell 65, 80 and 95 kinds of seed. An average of 120 people come in every day.",
        "Two boats carried 40 and 90 guests, an average of 70.",
    ],
)
def test_an_average_of_something_else_or_with_weights_is_not_accused(text: str) -> None:
    assert all(claim.verdict == "consistent" for claim in read(text))


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The robot cost €18,000 and saves €60 a day, so it pays for itself in {}.", "300 days", "200 days"),
        ("boxes €85 each, saves €34/yr per box → pays back in {}", "2.5 yrs", "4 yrs"),
        ("the oven cost us ninety thousand and it saves two thousand a day so {} and it's paid", "forty five days", ""),
    ],
)
def test_a_price_is_back_as_soon_as_its_savings_make_it_up(text: str, right: str, wrong: str) -> None:
    assert verdict(text.format(right), right) == "consistent"
    assert not wrong or verdict(text.format(wrong), wrong) == "inconsistent"


def test_a_loan_paid_back_beside_other_amounts_is_no_payback() -> None:
    text = "The kiln cost €18,000, the shed €4,000, and a helper €60 a day. We paid back the loan in 200 days."
    assert verdict(text, "200 days") is None


def test_what_comes_every_so_many_seconds_comes_so_often_an_hour() -> None:
    text = "The pump started every 30 seconds, that is {} an hour."
    assert verdict(text.format("120 times"), "120 times") == "consistent"
    assert verdict(text.format("150 times"), "150 times") == "inconsistent"
    apart = "The pump started every 30 seconds. On the other shore one had started 150 times an hour."
    assert verdict(apart, "150 times") is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("We have 62,400 reels, each of which was to be checked every twelve years, 5,200 a year.", "5,200 a year"),
        ("We posted 5.4 million letters in a year, 450,000 a month.", "450,000 a month"),
        ("96,000 fans wanted in; we had 61,000 seats, and therefore 35,000 people stood outside.", "35,000 people"),
    ],
)
def test_counts_of_a_year_and_of_unlike_things_may_come_out(text: str, figure: str) -> None:
    assert verdict(text, figure) == "consistent"
    for figures in (("96,000", "98,000"), ("5.4 million", "5.9 million"), ("62,400", "63,900")):
        assert verdict(text.replace(*figures), figure) == (None if figures[0] in text else "consistent")


@pytest.mark.parametrize(
    ("text", "figure", "said"),
    [
        ("27% of 61M litres → 16.5M litres", "16.5M litres", "consistent"),
        ("6,400 hives, 2.5% lost each spring -> 160. new queens cost $30 each = $4.8k", "$4.8k", "consistent"),
        ("letters: of 10k cold ones, answered = 310 -> 31%. stopped", "31%", "inconsistent"),
        ("letters: of 10k cold ones, answered = 310 -> 3.1%. stopped", "3.1%", "consistent"),
        ("uptime 61% → 84%, so 23 points", "23 points", "consistent"),
        ("calls 310/wk → 120, -61%", "61%", "consistent"),
    ],
)
def test_an_arrow_leads_to_what_follows_as_well_as_to_what_became_of_a_figure(
    text: str, figure: str, said: str
) -> None:
    assert verdict(text, figure) == said


def test_an_arrow_may_lead_from_a_list_to_its_total() -> None:
    text = "tents cost a lot. canvas $210, poles $95, ropes $45 → {} each."
    assert verdict(text.format("$350"), "$350") == "consistent"
    assert verdict(text.format("$305"), "$305") == "inconsistent"
