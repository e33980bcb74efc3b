"""What a failure cost is no outcome: its parts, all of it together, and what is told once more of it at the end."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

LOST = {
    "a time and an amount": "It took us four months and $700,000 in lawyers to settle with the owners.",
    "two costs in one breath": "The outage cost $600,000 in refunds and another $300,000 in overtime.",
    "parts, and all of it": (
        "We paid $620,000 to the owners and $80,000 to the lawyers, so $700,000 for a fault that a test would find."
    ),
    "parts, and all of it once more": (
        "Making it good cost us $410,000 in overtime, and the inquiry took another eight months and about $250,000 in "
        "advisers to close. I have no nice ending about the $660,000. It went."
    ),
    "all of it, and its parts": "My mistake came to $1.2 million: $700,000 in credits and $500,000 in penalties.",
    "none of it came back": "The tickets had to be paid back, $900,000 of them, and none of it came back.",
    "never seen again": "The tickets had to be paid back, $900,000 of them. We never saw that money again.",
    "named and gone": "I still think of the $900,000. That money is not coming back.",
    "burned": "It comes to $800,000 that my decision burned.",
    "what helpers took": "The consultants who put it right took $280,000.",
    "a bill that rose": "The cloud bill rose by $22,000 a month because of it.",
    "made good": "Compensation was $640,000. I signed the transfer myself.",
}
GAINED = {
    "a cost beside what it brought": (
        "It cost us $200,000 and two months, and it brings in $1.2 million a year.",
        1_200_000,
    ),
    "savings, and all of them": ("We saved $400,000 in fuel and $300,000 in overtime, so $700,000 in all.", 700_000),
    "contracts, and both together": (
        "Two harbours signed, $500,000 a year and $700,000 a year, so $1.2 million a year that we'd not have had.",
        1_200_000,
    ),
    "what was got back of a loss": ("We recovered $700,000 of the $900,000 that I had lost.", 700_000),
    "what came back of a whole": ("By evening $3.5 million of $3.9 million was back.", 3_500_000),
    "what was kept of a whole": ("Of $3.4 million in fares we kept $2.6 million.", 2_600_000),
    "a bill that rose by less": ("The cloud bill fell by $220,000 a month because of it.", 2_640_000),
    "what came back": ("The double berths were billed again, and $900,000 of it came back.", 900_000),
    "a cost, then what the list saves": (
        "Making it good cost us $40,000 in overtime. The list saves us $660,000 a year in late berths.",
        660_000,
    ),
}


CONTRACT = "The island's contract was worth about $3M a year, and we missed the date twice. "
WENT = {
    "gone": "She took the refund, and the $3M a year was gone.",
    "what came back to her": "She took the refund. So that was $800,000 back, and the $3M a year was gone.",
    "lost once more": "In May we lost the three million a year.",
    "in apposition": "In May we lost the contract, three million dollars a year.",
    "with the customer": "Then the customer was gone, and with her three million dollars a year.",
}
STAYS = {
    "a cost that is gone": (
        "The late boats cost us $3M a year in refunds. By June the $3M a year was gone.",
        3_000_000,
    ),
    "a contract not lost": (f"{CONTRACT}I rode with them, and we did not lose the three million a year.", 3_000_000),
    "a loss that was foretold": (f"{CONTRACT}He said we would lose the $3M a year. They signed again.", 3_000_000),
    "a smaller one lost": (
        "We lost a customer of $400,000 a year over it. The new list brings in $3M a year.",
        3_000_000,
    ),
}


@pytest.mark.parametrize("passage", WENT.values(), ids=WENT)
def test_a_contract_that_was_lost_is_no_outcome(passage: str) -> None:
    assert found(CONTRACT + passage) is None


@pytest.mark.parametrize(("passage", "worth"), STAYS.values(), ids=STAYS)
def test_what_was_not_lost_with_a_contract_is_the_outcome(passage: str, worth: float) -> None:
    assert found(passage) == worth


@pytest.mark.parametrize("passage", LOST.values(), ids=LOST)
def test_what_a_failure_cost_is_no_outcome(passage: str) -> None:
    assert found(passage) is None


@pytest.mark.parametrize(("passage", "worth"), GAINED.values(), ids=GAINED)
def test_what_came_beside_a_cost_is_the_outcome(passage: str, worth: float) -> None:
    assert found(passage) == worth


def test_what_went_with_things_that_were_lost_is_no_outcome() -> None:
    assert found("The 14 tons were lost, about $520,000.") is None
    assert found("The 14 tons were not lost, and that saved about $520,000.") == 520_000
