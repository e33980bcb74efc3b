"""A figure in the making, and the small steps that every part of the grammar shares."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.facts import QuantityKind
from starproof.extract.figures.numbers.numerals import rounded
from starproof.extract.figures.numbers.spelled import Numeral


@dataclass(slots=True)
class Figure:
    """A figure that covers tokens ``first`` up to ``stop``; ``kind`` is ``None`` while nothing says what it is."""

    first: int
    stop: int
    value: float
    kind: QuantityKind | None = None
    unit: str = ""
    high: float | None = None
    factor: float = 1.0
    """Seconds or bytes to one of the unit named, so that a bare neighbour can take it."""
    scale: float = 1.0
    """The scale spoken: 1e6 for "two million"; 1 for plain numbers."""
    digits: bool = False
    grand: bool = False
    noun: bool = False
    """What is counted stands there, so that nothing is taken from a neighbour."""
    period: str = ""
    """For a sum, how often it recurs."""
    lent: bool = False
    """The period is that of a neighbour, and gives way to one told in words."""
    guess: bool = False
    """The kind is taken from a neighbour."""

    def become(self, kind: QuantityKind, unit: str, stop: int, factor: float = 1.0) -> bool:
        """Settle kind, unit and end; the value is turned into the unit's base. Always true."""
        self.kind, self.unit, self.stop, self.factor = kind, unit, stop, factor
        if factor != 1.0:
            self.value = rounded(self.value * factor)
            self.high = None if self.high is None else rounded(self.high * factor)
        return True

    def moved(self, by: int) -> Figure:
        """The same figure so many tokens further on."""
        return Figure(
            self.first + by, self.stop + by, self.value, self.kind, self.unit, self.high, self.factor, self.scale,
            self.digits, self.grand, self.noun, self.period, self.lent, self.guess,
        )  # fmt: skip


def figure_of(number: Numeral, *, first: int | None = None) -> Figure:
    """A figure without a kind from a number."""
    return Figure(
        number.first if first is None else first,
        number.stop,
        number.value,
        scale=number.scale,
        digits=number.digits,
        grand=number.grand,
    )


COUNT, MONEY = Figure(0, 0, 0.0, "count", ""), Figure(0, 0, 0.0, "money", "")
"""What a bare number is taken for where its words say so and no other figure does."""
