"""A large number without a currency is an outcome in money where its words tell one, and else a count of things."""

from __future__ import annotations

import pytest

from starproof.extract.money.dollars import reference_rates
from tests.extract.test_impact_near import found

MONEY = {
    "not needed any more": ("The overtime we no longer need, that's nine hundred thousand a year.", 900_000),
    "saved": ("The double berths stopped, so we save four hundred thousand a year.", 400_000),
    "would have been": ("A closed harbour would have been six million, and we never closed.", 6_000_000),
    "stayed": ("The owners stayed, and they are one point four million a year to us.", 1_400_000),
    "less": ("The spoiled freight for that quarter was three hundred thousand less.", 300_000),
}
THINGS = {
    "carried": "We carried one point four million a year.",
    "of them": "The passengers came back, two hundred thousand of them.",
    "from and to": "Passengers went from two hundred thousand a year to three hundred thousand.",
    "named": "We kept two hundred thousand subscribers that we would have lost.",
    "fewer": "The crews typed three hundred thousand fewer lines.",
    "people": "That's four hundred thousand a year who no longer wait.",
    "carried more": "So the boats carried four hundred thousand more than the year before.",
    "riders": "The riders who use a card are around four hundred thousand.",
    "no word for it": "And then it was three hundred thousand.",
    "too small to be held against anybody": "The spoiled freight for that quarter was thirty thousand less.",
}
LEVELS = {
    "now and before": ("The diesel bill is $1.2 million a year now, it was $2.4 million.", 1_200_000),
    "two sentences": ("Diesel costs us $1.2 million a year. It was $2.4 million.", 1_200_000),
    "both by the year": ("Our rent is $1.2 million a year, it had been $2 million a year.", 800_000),
    "a loss": ("We lose $200,000 a year to it, it was $900,000.", 700_000),
    "by its own noun": ("Overtime used to be $310,000 a month. These days the overtime's $170,000.", 1_680_000),
    "a saving that grew": ("The list saves $1.2 million a year, it was $900,000 in the first year.", 1_200_000),
}


@pytest.mark.parametrize(("passage", "worth"), MONEY.values(), ids=MONEY)
def test_a_number_that_its_words_tell_as_an_outcome_is_money(passage: str, worth: float) -> None:
    assert found(passage) == worth


@pytest.mark.parametrize("passage", THINGS.values(), ids=THINGS)
def test_a_number_of_things_is_no_money(passage: str) -> None:
    assert found(passage) is None


def test_a_number_alone_is_told_in_the_currency_of_the_story() -> None:
    voted = "They had voted £90,000 for a second list."
    assert found(f"{voted} The spoiled freight for that quarter was three hundred thousand less.") == pytest.approx(
        300_000 * reference_rates()["GBP"]
    )


@pytest.mark.parametrize(("passage", "worth"), LEVELS.values(), ids=LEVELS)
def test_what_something_is_and_was_tells_what_lies_between(passage: str, worth: float) -> None:
    assert found(passage) == worth
