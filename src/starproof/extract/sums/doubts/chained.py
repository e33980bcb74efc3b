"""Figures that follow from one that is itself told wrong: whoever reckons on from the true one is right.

"35 trips at $90, so we saved $3,510 a week, $163,800 a year": the week is wrong, and the year is that of the true week.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from starproof.core.facts import Claim
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading, agrees

_PRODUCTS = ("annualised", "sum")


def of_the_true_one(figure: Figure, reading: Reading, told: Sequence[Claim]) -> bool:
    """Whether a product comes out as stated once an operand that was told wrong is what it should have been."""
    if reading.kind not in _PRODUCTS or reading.listed:
        return False
    if any(claim.quantity in reading.operands and figure.index in claim.operands for claim in told):
        return True  # "47 minutes, so twice as fast as the last time, 70 minutes": the factor is of this one
    wrong = [claim for claim in told if claim.verdict == "inconsistent" and claim.quantity in reading.operands]
    true = [claim.computed / claim.stated for claim in wrong if claim.stated > 0]
    return any(agrees(figure.quantity, replace(reading, computed=reading.computed * times)) for times in true)
