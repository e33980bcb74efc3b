"""What is told as a part of its own whole is in no other sum with it."""

from __future__ import annotations

import pytest

from tests.extract.test_own_years import found, wrong

OF_ANOTHER_WHOLE = {
    "one in so many": "We had planned 40 visits, made 41, and failed in one, which is 2.4%.",
    "one in so many, which comes near": (
        "In the spring we ran 33 trains where 32 were planned and were late in one, which is 3%."
    ),
    "a part right before its whole": "The three biggest schools joined in May, and 11 of 14 schools are on it now.",
    "distances of two things": (
        "The old machines made 40% of our scrap and slowed each batch by 60%. Within a quarter there was 71% less "
        "scrap. Batches were set up 85% faster."
    ),
    "a week of speech": "40 drivers waited for 3 hours at the gate; that was my decision, to save a week.",
}


@pytest.mark.parametrize("text", OF_ANOTHER_WHOLE.values(), ids=OF_ANOTHER_WHOLE.keys())
def test_a_part_of_one_whole_is_no_change_and_no_total(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We had 50 orders in May and 60 in June, which is 20% more.", True),
        ("We had 50 orders in May and 60 in June, which is 30% more.", False),
        ("It took 30 days before and takes 37 days now, so we lost a week.", True),
        ("Our budget was $2M. We used 40% of it, so $800K.", True),
        ("Our budget was $2M. We used 40% of it, so $900K.", False),
    ],
)
def test_a_sum_of_one_whole_is_still_held_to(text: str, right: bool) -> None:
    assert found(text)
    assert bool(wrong(text)) is not right
