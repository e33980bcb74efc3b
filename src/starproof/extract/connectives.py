"""Words that say how a clause stands to the facts: what never came, and what gives a reason."""

from __future__ import annotations

import re

_NEVER_CAME = re.compile(
    r"\b(?:(?:would|could|might|should)(?:n[’']t| not)?(?: \w{1,12})? have|(?:would|could|might|should)[’']ve|"
    r"(?:i|we|he|she|it|they|that)[’']d(?: \w{1,12})? have)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:\b(?:because|cos|coz|cuz|since|so that|in order to|otherwise|as long as|which meant|rather than|instead of|"
    r"why|reason|reasoning|due to|given that)|[’']cause|"
    r"what (?:decided|made|convinced|persuaded|swayed|moved) (?:me|us|it)|"
    r"\bI (?:said|thought|argued|told \w{2,10})(?: to (?:him|her|them))?(?: that)? if (?:I|we|they|he|she|it)\b"
    r"[^.;!?]{1,80}\b(?:would|will))\b",
    re.IGNORECASE,
)


def never_came(words: str) -> bool:
    """Whether these words tell what would have been: "replaying would have saved two hours"."""
    return _NEVER_CAME.search(words) is not None


def gives_reason(words: str) -> bool:
    """Whether these words give a reason."""
    return _REASON.search(words) is not None
