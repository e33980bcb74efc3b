"""A price that is noted without a verb is no outcome; what a note calls a saving or a result is one."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

PRICES = [
    "Two extra servers, $30k.",
    "Two extra servers, $30k a year.",
    "Cost: 12k.",
    "Cost 12k a month.",
    "New rack 40 grand.",
    "New rack, 40 grand, and done.",
    "Total cost of the pilot: $120k.",
    "One more van, 60k, and a driver.",
    "Two contractors, $90k.",
    "Licence for the queue, $30k a year.",
    "Used forklift, 18 grand.",
    "Spend: 30k.",
]
OUTCOMES = [
    ("Saved: 12k.", 12_000),
    ("Result: $30k a year.", 30_000),
    ("Savings: 40 grand.", 40_000),
    ("Cost savings: $700k a year.", 700_000),
    ("Server costs down, $90k a year.", 90_000),
    ("Two servers less, $30k a year.", 30_000),
    ("Two extra servers saved us $30k a year.", 30_000),
    ("Three new customers, $90k a year.", 90_000),
    ("Extra sales: 90k a year.", 90_000),
    ("Licences: $90k a year saved.", 90_000),
    ("Licence fees, $700k a year, gone.", 700_000),
    ("Hosting: $700k a year, down from $1.2M.", 500_000),
]


@pytest.mark.parametrize("passage", PRICES)
def test_a_price_noted_without_a_verb_is_no_outcome(passage: str) -> None:
    assert found(passage) is None


@pytest.mark.parametrize(("passage", "worth"), OUTCOMES)
def test_a_gain_noted_without_a_verb_is_one(passage: str, worth: float) -> None:
    assert found(passage) == worth


BUDGET = "I own the infra budget of two teams. {} I built a ledger and set quotas with the research groups. {}"


def test_what_an_arrow_leads_to_is_none_of_the_goal_before_it() -> None:
    end = "Yr-end $29.4M, vs $43.4M forecast => $14M avoided."
    assert found(BUDGET.format("Keep spend flat while volume doubles.", end)) == 14_000_000
    assert found(BUDGET.format("Keep spend flat.", "Yr-end $29.4M, forecast of $14M was wrong.")) != 14_000_000


@pytest.mark.parametrize("cap", ["Keep spend <= $31M a year.", "Asked to bring costs down to $31M a year."])
def test_what_may_be_spent_at_the_most_is_no_outcome(cap: str) -> None:
    assert found(BUDGET.format(cap, "Volume doubled and nobody had to leave.")) != 31_000_000
