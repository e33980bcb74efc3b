"""Figures told as bounds: "over half", "less than a third"; whether the sum that they are told of keeps them."""

from __future__ import annotations

from starproof.extract.sums.figures import Figure
from starproof.extract.sums.reading import NEARLY, Reading

_AT_LEAST, _AT_MOST = (
    ("more than", "better than", "at least", "well over", "a good"),
    ("less than", "at most", "fewer than", "up to", "under", "below"),
)
_FARTHEST = 1.6
"""Up to so many times a bound is kept that is told as one: "more than a third"."""


def kept(figure: Figure, reading: Reading) -> bool:
    """Whether a figure told as a bound is one that the sum keeps; of "less than half" nobody can say what is meant.

    One that is only called so, as in "call it nine times faster", is kept by whatever it may be rounded from.
    """
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.computed / reading.stated
    if figure.before[-2:] == ("call", "it") and abs(ratio - 1) <= NEARLY:
        return True
    return 1 <= ratio <= _FARTHEST if _is_least(figure) else _is_most(figure)


def held(figure: Figure, reading: Reading) -> bool:
    """Whether a figure is told as a bound of what comes out near it, on the side that it names."""
    if reading.computed <= 0 or reading.stated <= 0:
        return False
    ratio = reading.computed / reading.stated
    return 1 < ratio <= _FARTHEST if _is_least(figure) else _is_most(figure) and 1 / _FARTHEST <= ratio < 1


def _is_least(figure: Figure) -> bool:
    return any(bound in _words(figure) for bound in _AT_LEAST) or figure.before[-1:] == ("over",)


def _is_most(figure: Figure) -> bool:
    return any(bound in _words(figure) for bound in _AT_MOST)


def _words(figure: Figure) -> str:
    return " ".join([*figure.before[-2:], figure.quantity.text.lower()])
