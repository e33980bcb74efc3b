"""NUM207: more digits than anybody can know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import said

_DIGITS = re.compile(r"\d[\d,']*(?:\.\d+)?")
_UPTIME, _RARE = 99.0, 1.0
"""Percentages beyond these are told to two decimals with good reason."""


@rule("NUM207", "improbable-precision", severity="note")
def improbable_precision(context: StoryContext) -> Iterator[Hit]:
    """A figure is told to more digits than it can have been measured.

    Rationale:
    "43.27 %" or "about $1,284,317" does not sound exact but copied. Nobody can say it in a room, and the
    question it draws is who measured it.

    Weak:
    Our garden centre lost plants in the frost. I was asked to stop that. I had my team move the heaters, which
    the owner disliked. The loss went down by 43.27%.

    Stronger:
    Our garden centre lost plants in the frost. I was asked to stop that. I had my team move the heaters, which
    the owner disliked. The loss went down by 43%.

    Limits:
    Availability such as 99.95 %, rates under one percent and figures from a ledger told without "about" are
    left alone.
    """
    for figure in context.facts.quantities:
        if _too_exact(figure):
            yield Hit(
                f"{said(figure)} has more digits than a listener will believe.",
                context.evidence(figure.span),
                probe=f"How was {said(figure)} measured, and how exact is that?",
            )


def _too_exact(figure: Quantity) -> bool:
    found = _DIGITS.search(figure.text)
    if found is None or figure.kind not in ("percent", "money", "count", "multiple"):
        return False
    whole, _, decimals = found.group().partition(".")
    if figure.kind in ("percent", "multiple"):
        return (
            len(decimals) >= 2
            and _RARE < figure.value < _UPTIME
            and not (figure.kind == "multiple" and figure.value < 10)
        )
    significant = (re.sub(r"\D", "", whole) + decimals).strip("0")
    return figure.approx and len(significant) >= 5
