"""A rhythm tells how often a sum recurs only where both belong to one clause, or the rhythm opens what follows."""

from __future__ import annotations

import pytest

from starproof.extract.quantities import quantities


def unit(text: str) -> str:
    return next(one.unit for one in quantities(text) if one.kind == "money")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Every transaction was compared every night, and the regulator dropped the fine of €18 million.", "EUR"),
        ("The backups were tested each week and the insurer waived the claim of $4 million.", "USD"),
        ("We checked the meters every month, but the ministry kept a penalty of £2.5 million.", "GBP"),
    ],
)
def test_the_rhythm_of_another_clause_says_nothing_of_a_sum(text: str, told: str) -> None:
    assert unit(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Every night the trucks came back empty, and the diesel was $4,000.", "USD/night"),
        ("Every week we lost pallets and the customers claimed $40,000.", "USD/week"),
        ("We lost pallets every week, and that cost us $40,000.", "USD/week"),
        ("The trucks came back empty every week, and the diesel cost $4,000.", "USD/week"),
        ("We paid late every month and it cost $20,000.", "USD/month"),
    ],
)
def test_a_rhythm_that_opens_its_clause_or_is_taken_up_is_of_the_sum(text: str, told: str) -> None:
    assert unit(text) == told
