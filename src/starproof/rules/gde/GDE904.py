"""GDE904: an exemplar trips red flags of its own guide."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import GuideContext
from starproof.rules.base import Hit, guide_rule


@guide_rule("GDE904", "exemplar-trips-red-flag", severity="note")
def exemplar_trips_red_flag(context: GuideContext) -> Iterator[Hit]:
    """A model story has faults that the same guide warns of.

    Rationale:
    A guide teaches by its exemplars more than by its rules. An exemplar that would be marked down by the
    guide's own red flags teaches the fault.

    Weak:
    ## Examples
    ### Ownership
    #### OW-1: The night of the pump
    **Situation**: A pump controller had failed at one site.
    **Task**: I had to bring it back.
    **Action**:
    - I read the logs through the night.
    - I wrote the patch and flashed the controller myself.
    **Result**:
    - The pump ran again in the morning, which saved the site $4,000.
    ## Red flags
    ### Impact
    - **Under $500K**: too small for the level

    Stronger:
    ## Examples
    ### Ownership
    #### OW-1: The winter of the pumps
    **Situation**: Pump controllers failed at 40 sites of three regions every month, which cost us $2.4M a year.
    **Task**: I ran three teams with 22 engineers and answered for halving that within the year.
    **Action**:
    - I asked the leads of all three teams to agree on one controller, against the wish of the largest region.
    - I cancelled the new dashboard to pay for it and told its customers myself.
    - When the first rollout failed at two sites I stopped it and owned the mistake before the directors.
    **Result**:
    - Failures cost $900K a year instead of $2.4M, and two years later the standard still holds in every region.
    ## Red flags
    ### Impact
    - **Under $500K**: too small for the level

    Limits:
    Exemplars are outlines of a few lines; a flag about something absent may only mean that the outline is short.
    """
    known = {flag.id: flag.name for flag in context.guide.red_flags}
    for number, review in context.reviews.items():
        raised = [known[flag.id] for flag in review.flags if flag.status == "raised" and flag.id in known]
        if raised:
            yield Hit(f"{number} trips {len(raised)} of the guide's red flags: {', '.join(raised)}.")
