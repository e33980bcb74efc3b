"""Words for a choice that tell of none: of two ways that are both open, or whose a choice is or was."""

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
_MAY_CHOOSE = re.compile(
    r"\b(?:let|allow(?:ed|s)?|trust(?:ed|s)?|ask(?:ed|s)?|told|tells|want(?:ed|s)?) (?:me|us) (?:to )?"
    r"(?:make|take) (?:the|that|this) (?:decision|call)$",
    re.IGNORECASE,
)
"""The right to choose, or to telephone, which says nothing of what was chosen."""
_WOULD_MAKE = re.compile(
    r"\b(?:would|could|might|will) (?:ever )?(?:make|have|get|cause|force|lead|move) "
    r"(?:him|her|them|us|me|it|you|[a-z]{3,14})(?: to)? $",
    re.IGNORECASE,
)
"""What might bring somebody to choose: "what would make them stop the project"."""


def is_undecided(context: StoryContext, signal: Signal, said: str) -> bool:
    """Whether the teller only owns up to a choice in the words ``said``, may make one, or names one that is open still.

    "I told the team it was my call" is the first, "she let me make the call" the second, "I had to turn this around or
    let him go" the third.
    """
    before = heard_before(context, signal.span.start, most=FAR)
    only_whose = _OWNS_UP.search(said) is not None or _MAY_CHOOSE.search(said) is not None
    return only_whose or _OPEN.search(before) is not None or _WOULD_MAKE.search(before) is not None
