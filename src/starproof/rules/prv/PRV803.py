"""PRV803: an internal figure is given more exactly than an outsider should know it."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.rules.base import Hit, rule

LEAST_DIGITS = 4
"""Significant digits from which a sum of money reads as copied from the books."""
LEAST_SUM = 10_000
"""Sums below this are prices and give nothing away."""


@rule("PRV803", "exact-internal-figure", severity="note", any_text=True)
def exact_internal_figure(context: StoryContext) -> Iterator[Hit]:
    """A sum of money is told to the last digit.

    Rationale:
    Exact revenue, cost or margin is confidential in most companies, and nobody needs the last digits to believe you.
    A rounded figure is safe, easier to say, and easier to remember.

    Weak:
    I ran the billing teams of a water company. Wrong meter readings cost us 1,247,380 dollars a year. I had both
    teams call every tenth customer for a month, and we replaced the form. The loss fell to 310,000 dollars.

    Stronger:
    I ran the billing teams of a water company. Wrong meter readings cost us about 1.2 million dollars a year. I had
    both teams call every tenth customer for a month, and we replaced the form. The loss fell to 310,000 dollars.

    Limits:
    Knows nothing of what your company has published. Only the number of digits is looked at.
    """
    exact = [q.span for q in context.facts.quantities if q.kind == "money" and _exact(q)]
    if exact:
        first = context.document.quote(exact[0])
        yield Hit(f"“{first}” reads as copied from the books; a rounded sum is safer.", context.evidence(*exact))


def _exact(figure: Quantity) -> bool:
    digits = f"{abs(figure.value):.0f}".rstrip("0")
    return abs(figure.value) >= LEAST_SUM and len(digits) >= LEAST_DIGITS
