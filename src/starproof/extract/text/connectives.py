"""Words that say how a clause stands to the facts: what never came, and what gives a reason."""

from __future__ import annotations

from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.parse.evened import evened

_NEVER_CAME = Seldom(
    r"\b(?:(?:would|could|might|should)(?:n[’']t| not)?(?: \w{1,12})? have"
    r"(?! (?:it|that|this|them|any|none)\b)|(?:would|could|might|should)[’']ve|"
    r"(?:i|we|he|she|it|they|that)[’']d(?: \w{1,12})? have)\b"
)
"""Of words in small letters, as a search that is blind to capitals takes three times as long."""
_REASON = Seldom(
    r"(?:\bbcs?(?=\.? [a-z])|\b(?:because|b/c|cos|coz|cuz|since|so that|in order to|otherwise|"
    r"as long as|which meant|rather than|instead of|why|reason|reasoning|due to|given that)|[’']cause|"
    r"what (?:decided|made|convinced|persuaded|swayed|moved) (?:me|us|it)|"
    r"\bi (?:said|thought|argued|told (?:(?:the|my|our) )?\w{2,12})(?: to (?:him|her|them))?(?: that)? if "
    r"(?:i|we|they|he|she|it)\b[^.;!?]{1,80}\b(?:would|will))\b"
)
"""The same."""


def never_came(words: str) -> bool:
    """Whether these words tell what would have been: "replaying would have saved two hours"."""
    small = words.lower()
    return "ve" in small and _NEVER_CAME.search(small) is not None


@kept
def gives_reason(words: str) -> bool:
    """Whether these words give a reason."""
    return _REASON.search(evened(words).text.lower()) is not None
