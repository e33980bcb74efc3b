"""GDE903: figures inside one exemplar do not agree."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.rules.base import Hit, guide_rule

IMPOSSIBLE = "NUM206"
"""The rule about shares that no whole number of the stated count can give."""


@guide_rule("GDE903", "exemplar-figures-disagree", severity="error")
def exemplar_figures_disagree(context: GuideContext) -> Iterator[Hit]:
    """An exemplar states a figure that its other figures contradict.

    Rationale:
    Candidates learn an exemplar by heart, wrong sum included, and the next interviewer recomputes it.

    Weak:
    ## Examples
    ### Customer Obsession
    #### CO-1: Faster search
    **Situation**: Search took 4.2 seconds on average and dealers gave up.
    **Task**: I ran the search team and was to bring it under 500 ms within six weeks.
    **Action**:
    - We cached frequent queries.
    **Result**:
    - Search took 287 ms on average, 32 % better than the target.

    Stronger:
    ## Examples
    ### Customer Obsession
    #### CO-1: Faster search
    **Situation**: Search took 4.2 seconds on average and dealers gave up.
    **Task**: I ran the search team and was to bring it under 500 ms within six weeks.
    **Action**:
    - We cached frequent queries.
    **Result**:
    - Search took 287 ms on average, 43 % better than the target.

    Limits:
    Only figures whose operands stand in the same exemplar are recomputed.
    """
    for number, review in context.reviews.items():
        for claim in review.claims:
            if claim.verdict == "inconsistent":
                yield Hit(f"{number}: says {claim.text}, but {claim.explanation}.")
        for finding in review.findings:
            if finding.code == IMPOSSIBLE:
                yield Hit(f"{number}: {finding.message}", severity="note")
