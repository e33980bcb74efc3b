"""How near a sum comes to what is stated: in how many digits it agrees, or by how much and in which way it misses."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from starproof.extract.sums.story.reading import Reading, resolution
from starproof.extract.sums.weighing.placing import FAR_OFF
from starproof.extract.sums.weighing.surroundings import View

_OFF = (1.03, 1.1, 1.2, 1.35, 1.6, 2.0, 2.5)
_OFF_BY = tuple(f"off {count}" for count in range(len(_OFF) + 1))
_MOST_DIGITS, _SWAPPED, _MOST_TOLD = 4, 2, 1e9
_GAPS = frozenset([*"123456789", *(str(9 * apart) for apart in range(2, 10))])
"""By what two numbers differ, noughts aside, of which one digit is wrong or two next to each other are swapped."""
_MONTHS_OFF = (12 / 10, 12 / 11, 13 / 12, 4 / 3, 3.0)


def in_digits(count: int, kind: str, about: Sequence[str], operands: int) -> Iterator[str]:
    """How many digits come out as stated, told with where the operands stand and how many are multiplied."""
    yield f"{count} digits, {about[0]}"
    yield from (f"{count} digits, {way}" for way in FAR_OFF if way in about)
    if kind == "product":
        yield f"{count} digits, of {operands}"


def agreeing(reading: Reading) -> list[str]:
    """That a sum comes out as stated, in how many digits, and whether by rounding."""
    told = ["agrees", f"agrees in {digits(reading.stated)} digits"]
    if not math.isclose(reading.stated, reading.computed, rel_tol=0.002):
        told.append("agrees when rounded")
    return told


def missing(seen: View, reading: Reading, kind: str) -> list[str]:
    """How a sum misses what is stated."""
    stated, computed = reading.stated, reading.computed
    ratio = stated / computed if stated > computed else computed / stated
    told = [_OFF_BY[bisect_left(_OFF, ratio)]]
    if "in a plain word" in seen.named:
        told.append(f"{told[0]}, in a plain word")
    unit = seen.unit if stated == seen.figure.value else resolution(seen.figure.quantity, stated)
    slack = max(0.5 * unit, 1e-9)
    if reading.slips and [slip for slip in reading.slips if abs(slip - stated) <= slack]:
        told.append("slip")
    told += _slips(stated, computed, unit)
    if ratio > 9:
        told.append("tens off" if ratio < 11 else "twelve off")
    if kind == "annualised" and any(math.isclose(ratio, r, rel_tol=0.02) for r in _MONTHS_OFF):
        told.append("months off")
    return told


def digits(value: float) -> int:
    """How many digits a value is told in, three at most."""
    return min(3, len(f"{value:.4f}".rstrip("0").rstrip(".").replace(".", "").strip("0")))


def _slips(stated: float, computed: float, unit: float) -> Iterator[str]:
    """Whether one digit is wrong, 69 for 59 or 3,400 for 2,400, or two stand in each other's place.

    Of many digits, hardly ever is that by chance.
    """
    gap = str(round(abs(stated - computed) / unit)).rstrip("0") if unit else ""
    if gap in ("1", "2", "3") and abs(stated - computed) / max(stated, computed) < 0.5:
        yield "one digit"
    if gap in _GAPS and stated < _MOST_TOLD * unit:
        yield from _mistyped(str(round(stated / unit)), str(round(computed / unit)))


def _mistyped(one: str, two: str) -> Iterator[str]:
    if len(one) != len(two):
        return
    wrong = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    many = min(len(one), _MOST_DIGITS)
    if len(wrong) == 1 < many:
        yield f"wrong in one of {many} digits"
    elif len(wrong) == _SWAPPED and one[wrong[0]] == two[wrong[1]] and one[wrong[1]] == two[wrong[0]]:
        yield f"swapped in {many} digits"
