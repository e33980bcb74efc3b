"""Words for a choice that tell of none: of two ways that are both open, or whose a choice was that is answered for."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.extract.text.around import FAR, heard_before

_OWNS_UP = re.compile(
    r"(?:^|\b(?:I|and) )(?:told|admitted|said|wrote)\b[^.;:!?]{0,40}\b(?:it|this|that) (?:was|had been) (?:all )?my "
    r"(?:own )?(?:call|decision|choice|idea)$|"
    r"\b(?:wrote|sent|signed|published)\b[^.;:!?]{2,60}\bunder my (?:own )?name$",
    re.IGNORECASE,
)
"""To say whose a choice was is to answer for it."""
_OPEN = re.compile(
    r"\b(?:had to|have to|must|should|could|would|whether|either|if|to|you(?:[’'](?:ve|d|re))?)\b[^.,;:!?]{0,60}"
    r"\bor (?:(?:to|even|we|i) )?$",
    re.IGNORECASE,
)


def is_undecided(context: StoryContext, signal: Signal, said: str) -> bool:
    """Whether the teller only owns up to a choice in the words ``said``, or names one of two ways that are open still.

    "I told the team it was my call" is the one, "I had to turn this around or let him go" the other.
    """
    return (
        _OWNS_UP.search(said) is not None
        or _OPEN.search(heard_before(context, signal.span.start, most=FAR)) is not None
    )
