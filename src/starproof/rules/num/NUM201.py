"""NUM201: a restated figure does not follow from the figures it restates."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule


@rule("NUM201", "restated-figure-mismatch", severity="error")
def restated_figure_mismatch(context: StoryContext) -> Iterator[Hit]:
    """A figure says one thing, and the figures it is made of say another.

    Rationale:
    An interviewer does the sum in their head. One percentage that does not follow from its own before and
    after puts every other figure of the day in doubt.

    Weak:
    Our archive answered too slowly for the court. I was asked to fix it with my two teams. I had one of them
    build a second index, against the wish of the clerk. A search went from 500 ms to 287 ms, so it is 32%
    less.

    Stronger:
    Our archive answered too slowly for the court. I was asked to fix it with my two teams. I had one of them
    build a second index, against the wish of the clerk. A search went from 500 ms to 287 ms, so it is 43%
    less.

    Limits:
    Only figures whose parts stand in the story are recomputed, and honest rounding passes: to the digits that
    you state, or within a tenth where you say "about". Where two readings are possible, nothing is said.
    """
    quantities = context.facts.quantities
    for claim in context.facts.claims:
        if claim.verdict == "inconsistent":
            operands = (quantities[index].span for index in claim.operands)
            text = " ".join(claim.text.split())
            yield Hit(
                f"Says {text}, but {claim.explanation}.",
                context.evidence(claim.span, *operands),
                probe="Which figure is right, and where does it come from?",
            )
