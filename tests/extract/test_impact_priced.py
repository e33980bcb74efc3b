"""What a thing came to, and what is left of a sum, is no outcome, whatever the thing is."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

PRICED = {
    "a rental": "The rental of the load generators was eighteen grand for the season.",
    "a hire that came to": "The hire of it came to $9k.",
    "a thing of any kind": "The scaffolding was twelve thousand euros.",
    "several things": "The test phones were nine grand.",
    "by the piece": "The retrofit was thirty-one thousand dollars a ship.",
    "from the own budget": "The spare parts, eight grand, came out of my budget.",
    "left over": "We had $45,000 left at the end.",
    "left in the budget": "There was $60,000 left in the budget.",
    "what it left": "That left us $55,000.",
    "a part that was paid": "The first instalment of $50,000 went out in March.",
    "losses in notes": "47 to 11 days by April, fraud losses $90,000 in the year (cap was 400).",
    "a deposit": "The down payment was $25,000.",
    "by the month": "The rental was two thousand dollars a month.",
}
GAINED = {
    "a saving": ("The saving on the rental was $650,000.", 650_000),
    "a rental that went": ("The rental went away, which was $800,000 a year.", 800_000),
    "a thing sold": ("The extra sales were $1.4 million.", 1_400_000),
    "what was recovered of the rest": ("That left us $900,000 a year better off.", 900_000),
    "a price by the year that fell": ("The overtime is 2.4 million dollars a year lighter.", 2_400_000),
    "a penalty that was spared": ("The penalty that we avoided was $4.1 million.", 4_100_000),
    "losses that were avoided": ("47 to 11 days by April, and we avoided losses of $900,000 in the year.", 900_000),
    "upgrades that came in": ("The upgrades came to $85,000 a month.", 1_020_000),
}


@pytest.mark.parametrize("passage", PRICED.values(), ids=PRICED)
def test_price_of_a_thing_or_what_is_left_is_no_outcome(passage: str) -> None:
    assert found(passage) is None


@pytest.mark.parametrize(("passage", "worth"), GAINED.values(), ids=GAINED)
def test_gain_told_like_a_price_is_one(passage: str, worth: float) -> None:
    assert found(passage) == worth
