"""Figures that are told in passing: they say when, or how few there were, and nothing of what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starproof.core.facts import Quantity
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom

DAY = 86_400.0
"""Seconds; a shorter time is a measurement, a longer one says when."""
FEW = 10
"""A count below this tells the scene, not the outcome."""


_NONE_SINCE = Seldom(
    r"\b(?:no|not (?:a|one)(?: single)?|zero|none|nobody|nothing|never)\b[^.;:!?]{0,60}\b(?:since|again|in|for)\b",
    re.IGNORECASE,
)
"""That a thing has not come in so long is an outcome with its figure: "no duplicate since, nineteen months now"."""


@kept
def none_since(words: str) -> bool:
    """Whether these words tell that nothing of a kind has come in some time."""
    return _NONE_SINCE.search(words) is not None


def is_passing(figure: Quantity, beside: Iterable[Quantity] = ()) -> bool:
    """Whether a figure tells time or a handful and not an outcome, such as "two weeks later" or "both".

    Args:
        beside: the other figures of its sentence; one like it makes both a comparison, "from nine to two".
    """
    if figure.kind == "duration":
        passing = figure.value >= DAY
    else:
        passing = figure.kind == "count" and (not figure.unit or figure.value < FEW)
    return passing and not any(_alike(figure, other) for other in beside)


def _alike(figure: Quantity, other: Quantity) -> bool:
    return other.kind == figure.kind and (figure.unit == other.unit or not figure.unit or not other.unit)
