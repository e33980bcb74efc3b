"""What something came to before and what it comes to later, told sentences apart: the outcome lies between."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

BETWEEN = {
    "the burn of a firm": (
        "The burn had been $900K a month. By November it was $700K a month, and all of that came from our list.",
        2_400_000,
    ),
    "a bill that both sentences name": (
        "Overtime used to be $50,000 a month. The crews trade their duties now. These days the overtime is "
        "$20,000 a month.",
        360_000,
    ),
    "a debt that fell, beside people who have a plan": (
        "By May 900 shops had a plan, arrears had fallen from $23M to $17M, and a run takes 8 hours.",
        6_000_000,
    ),
    "a level without its period": (
        "Overtime used to be $50,000 a month. The crews trade their duties now. These days the overtime is $20,000.",
        360_000,
    ),
}


@pytest.mark.parametrize(("passage", "usd"), BETWEEN.values(), ids=BETWEEN)
def test_what_lies_between_two_levels_of_one_thing_is_the_outcome(passage: str, usd: float) -> None:
    assert found(passage) == pytest.approx(usd)


@pytest.mark.parametrize(
    "passage",
    [
        "Overtime used to be $50,000 a month. The crews trade their duties now. These days the harbour dues are "
        "$20,000 a month.",
        "Overtime used to be $20,000 a month. The summer was long. These days the overtime is $50,000 a month.",
    ],
    ids=["of two things", "a cost that rose"],
)
def test_two_levels_tell_no_fall(passage: str) -> None:
    assert found(passage) != pytest.approx(360_000)


ARRIVED = (
    ("By June we had 40 fewer calls, and diesel was down by $80,000 a year. The moorings went to $310,000.", 80_000),
    ("The radar contract is dearer now, by $80,000 a year.", None),
    ("The radar contract is cheaper now, by $80,000 a year.", 80_000),
    ("Our diesel costs $210,000 a year more than before.", None),
    ("Our diesel costs $210,000 a year less than before.", 210_000),
)


@pytest.mark.parametrize(("passage", "usd"), ARRIVED)
def test_a_cost_that_rose_or_where_one_has_arrived_is_no_gain(passage: str, usd: float | None) -> None:
    assert found(passage) == usd
