"""Wrong sums that are told far off, in plain words or behind other words, and what looks like one of them."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

LATE_LOADS = (
    "The damage of late loads was £45,000 a month in credits. We rewrote the loader in spring. Two people left and I "
    "hired three. The hotel in Cork had no price for one morning. I told the director that I should answer for it. The "
    "Sunday load has taken less than its allowance since February, and the damage is nil. Over a year that is {}."
)
OVERTIME = (
    "Overtime was 1,900 hours a month at the start and is 1,150 hours now. Letters arrive sooner, and overtime is {} "
    "hours a month less."
)


def verdicts(text: str) -> dict[str, str]:
    return {claim.text: claim.verdict for claim in read(text)}


def test_a_sum_far_off_is_said_where_it_is_likely_by_far() -> None:
    assert verdicts(LATE_LOADS.format("£450,000")) == {"£450,000": "inconsistent"}
    assert verdicts(LATE_LOADS.format("£540,000")) == {"£540,000": "consistent"}


def test_a_word_of_change_is_heard_behind_the_period_of_a_figure() -> None:
    assert verdicts(OVERTIME.format(650)) == {"650 hours": "inconsistent"}
    assert verdicts(OVERTIME.format(750)) == {"750 hours": "consistent"}


def test_the_time_is_what_two_lengths_are_of() -> None:
    text = (
        "It used to come after {} days. It was finished in June. It comes now in nine days, so half of the {} is gone."
    )
    assert verdicts(text.format("sixteen", "time")) == {"half": "inconsistent"}
    assert verdicts(text.format("eighteen", "time")) == {"half": "consistent"}
    assert verdicts(text.format("sixteen", "staff")) == {}


@pytest.mark.parametrize("bound", ["more than half", "half"])
def test_a_drop_of_more_than_half_is_a_drop(bound: str) -> None:
    text = f"Dead stock was $14.2 million. Today dead stock is $9.1M: $5.1M less, a drop of {bound}."
    assert verdicts(text)["half"] == "inconsistent"
    assert "half" not in verdicts(text.replace("a drop", "a rise"))


def test_what_is_left_of_a_limit_is_measured_from_the_limit() -> None:
    text = "Cart p99 was 240 ms, our limit being 300 ms, so we had {} in hand."
    assert verdicts(text.format("20%")) == {"20%": "consistent"}
    assert verdicts(text.format("25%")).get("25%") != "inconsistent"


def test_a_total_opens_its_sentence_with_all_that_was_spent() -> None:
    text = "The money went as follows: 40 kiosks, $56,000; software, $38,000; training, $9,000. In all we spent {}."
    assert verdicts(text.format("$103,000")) == {"$103,000": "consistent"}
    assert verdicts(text.format("$113,000")) == {"$113,000": "inconsistent"}


def test_a_total_may_give_its_parts_another_name_but_only_where_it_is_told_as_one() -> None:
    text = "We run three parks, with 84, 67 and 49 machines, {} turbines {}, 30 to 70 kilometres from land."
    assert verdicts(text.format(200, "in all")) == {"200 turbines": "consistent"}
    assert verdicts(text.format(210, "in all")) == {"210 turbines": "inconsistent"}
    assert verdicts(text.format(210, "of another make")) == {}


def test_how_far_two_percents_are_apart_is_said_in_points() -> None:
    (claim, *_) = read(
        "Conversion went from three point one percent to three point four, so up point three, and no more."
    )
    assert (claim.text, claim.explanation) == (
        "point three",
        "three point one percent to three point four is 0.3 points more",
    )


def test_a_factor_told_as_times_is_not_said_twice() -> None:
    text = (
        "The season had fourteen stops, forty fewer. Each one costs 3,100 euros, and if you calculate forty times that "
    )
    (claim,) = read(text + "you have 114,000 euros.")
    assert claim.explanation == "forty times 3,100 euros is EUR 124,000"


def test_a_length_told_after_two_times_of_day_comes_out_either_way_round() -> None:
    text = "The store man opened at ten and the crew came at six. {} hours. So of the ten hours they worked only five."
    assert verdicts(text.format("Four")) == {"Four hours": "consistent"}
    assert verdicts(text.format("Nine")) == {"Nine hours": "inconsistent"}


def test_weeks_are_not_counted_from_one_month_to_another() -> None:
    text = "In December I froze the code, {} ahead. It would have saved us: in January we were down for 22 minutes."
    assert verdicts(text.format("six weeks")) == {}


def test_a_change_of_what_is_named_right_behind_it_is_no_change_of_other_things() -> None:
    assert verdicts("There were 24 shops instead of 16, and a 30% higher basket at the airport.") == {}
    assert verdicts("The basket went from 16 euros to 24, so a 30% higher basket.") == {"30%": "inconsistent"}
    assert verdicts("We have 24 shops instead of 16, 30% higher than planned.") == {"30%": "inconsistent"}


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("Hotels bring in $4.1 million a year. With the airline's 1.3 that makes $6.4 million.", "$6.4 million"),
        (
            "Hotels bring in $4.1 million. Together with the airline's $1.3 million, that makes $6.4 million.",
            "$6.4 million",
        ),
        ("Hotels bring in $4.1 million a year. With the airline's 1.3 that makes $5.4 million.", None),
        ("Hotels bring in $4.1 million. With 1.3 million of it we paid the old debt; I ask for $6.4 million.", None),
    ],
)
def test_an_amount_that_is_put_to_the_one_before_it_makes_their_sum(told: str, wrong: str | None) -> None:
    assert [claim.text for claim in read(told) if claim.verdict == "inconsistent"] == ([wrong] if wrong else [])
