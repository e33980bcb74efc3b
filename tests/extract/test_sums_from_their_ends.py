"""From which end a margin is measured, what is left still for others, and what a rate is told by."""

from __future__ import annotations

import pytest

from tests.extract.test_own_years import found, wrong

SILENT = {
    "over what the law allows": (
        "A case took sixty four days on average and the law says forty so we were twenty four days over, basically "
        "sixty five percent over."
    ),
    "some of those that are left": (
        "Typing went from 58 clerks to 16, and 33 of the others moved to the front desk, so that nine left us."
    ),
    "from what is told roughly": (
        "After four months 110 had been fitted, when it should have been nearly 200, so that we were 85 doors behind."
    ),
    "two amounts put together": (
        "it was late and the cost was i think two hundred and forty thousand in people plus seventy for the vans so "
        "three hundred and ten all in."
    ),
    "one of a thing": "In a month another 410 were read by one clerk; that left 505 to keep.",
    "a share among numbers": (
        "In a month 1,300 of the pages were read by nobody, 55%, and another 410 by one clerk; that left 505 to keep."
    ),
    "so many a thousand": "Faults fell from 15 a thousand to 3 a thousand, a fivefold decrease.",
}  # fmt: skip
TOLD = {
    "over what was said": ("It took five months, I'd said four, so a fifth over.", 25.0),
    "an overspend": ("It cost £69,000 against a grant of £60,000, an overspend of 13%, and I said so.", 15.0),
    "under what was said": ("We said 50 days and took 40, so 25% under.", 20.0),
    "of the money": ("I had spent €400,000 of the €500,000 on it, half of the money, and said so.", 80.0),
    "what is left, and no more": ("Of 58 clerks 16 stayed, so the other 33 moved.", 42.0),
    "so many a thousand, wrong": ("Faults fell from 15 a thousand to 3 a thousand, an eightfold decrease.", 5.0),
}  # fmt: skip


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_measured_from_another_end_is_not_called_wrong(text: str) -> None:
    assert not wrong(text)


@pytest.mark.parametrize(("text", "due"), TOLD.values(), ids=TOLD.keys())
def test_what_is_told_from_its_own_end_is_held_to_it(text: str, due: float) -> None:
    assert [claim.computed for claim in found(text) if claim.verdict == "inconsistent"] == [due]


def test_one_of_the_parts_of_a_total_is_no_distance_from_another_amount() -> None:
    text = (
        "Open claims went down from €31M to €1.1M, and the auditors had confirmed the savings: €4.2M a year in France, "
        "€3.1M in Spain and €2.4M in Italy, €{}M a year in all."
    )
    assert [claim.text for claim in found(text.format("9.7")) if claim.likely] == ["€9.7M a year"]
    assert [claim.computed for claim in found(text.format("10.7")) if claim.verdict == "inconsistent"] == [9_700_000.0]
