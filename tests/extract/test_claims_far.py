"""Derived figures whose operands stand far away: at the other end of the story, or after a summary at its beginning."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

BETWEEN = (
    "I had 3 teams and 21 engineers in Lyon. My director wanted a new supplier for $400,000 within 5 months. "
    "I went to 4 depots with 2 of my leads and read 60 reports. In 38% of them the driver had waited at the gate for "
    "25 minutes. We tried it on 6 routes, and on 1 of them the tablets froze for 9 hours. The union asked for 2 "
    "meetings, and 7 drivers came. I wrote 11 pages that nobody read. We trained 90 people in 8 days. "
)


def verdicts(text: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in read(text)}


def test_a_fall_is_reckoned_from_a_start_that_is_told_at_the_top() -> None:
    start = "We lost 5,200 parcels a month when I took over. "
    end = "In June we lost 2,100 parcels a month, so 3,100 fewer."
    assert verdicts(start + BETWEEN + end)["3,100"] == "consistent"


def test_a_percentage_over_a_start_and_an_end_far_apart_may_be_wrong() -> None:
    start = "We lost 5,200 parcels a month when I took over. "
    end = "In June we lost 2,100 parcels a month, so 48% fewer parcels."
    (claim,) = [claim for claim in read(start + BETWEEN + end) if claim.text == "48%"]
    assert (claim.verdict, claim.computed) == ("inconsistent", 59.6)


@pytest.mark.parametrize(
    ("told", "verdict"), [("$276,000", "inconsistent"), ("$1,196,000", "consistent")], ids=["times 12", "times 52"]
)
def test_what_is_saved_a_week_is_taken_times_fifty_two(told: str, verdict: str) -> None:
    text = f"Refunds fell from $64,000 a week to $41,000 a week. That is $23,000 a week less, or {told} a year."
    assert verdicts(text)[f"{told} a year"] == verdict


def test_a_length_is_counted_from_where_the_story_says_that_it_began() -> None:
    start, end = "We began in February with a pilot. ", "In November, {} after the start, the queue was gone."
    assert verdicts(start + BETWEEN + end.format("nine months"))["nine months"] == "consistent"
    assert verdicts(start + BETWEEN + end.format("six months"))["six months"] == "inconsistent"


def test_a_length_in_months_is_left_alone_where_nobody_knows_when_it_began() -> None:
    text = "In March the pilot was late. In April the audit came. By November it was done, so six months."
    assert "six months" not in verdicts(text)


def test_1_6_times_is_not_doubled() -> None:
    assert verdicts("Trips went from 2,000 a day to 3,200 a day, so they doubled.")["doubled"] == "inconsistent"
    assert verdicts("Trips went from 2,000 a day to 3,900 a day, so they doubled.")["doubled"] == "consistent"


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("The 940 slots that we no longer lose are worth £150,400 a month.", "£150,400 a month"),
        ("So 940 fewer slots, and at £160 each that is £1.8m a year.", "£1.8m a year"),
    ],
    ids=["once", "by the year"],
)
def test_what_was_saved_is_taken_times_a_price_that_is_told_at_the_top(end: str, told: str) -> None:
    start = "Each missed slot costs us £160, and we had 2,750 missed slots a month. "
    text = start + BETWEEN + "Missed slots came down to 1,810 a month. " + end
    assert verdicts(text)[told] == "consistent"


def test_a_summary_is_reckoned_from_what_follows_it() -> None:
    text = f"Net: load time down 61 %, one producer gone. The load time was 41 seconds when I came. {BETWEEN}"
    assert verdicts(text + "The load time is 16 seconds now.")["61 %"] == "consistent"


def test_a_rate_by_the_day_is_carried_on_over_a_month() -> None:
    assert verdicts("We were losing $3,520 a day, so roughly $105,600 a month.")["$105,600 a month"] == "consistent"


def test_a_figure_that_is_named_again_is_no_distance_from_itself() -> None:
    text = "We used to have twenty-nine stops. In the next quarter we had two stops, so from twenty-nine it's 93% less."
    assert verdicts(text) == {"93%": "consistent"}
