"""Praise of oneself that names others only to stand out from them: "without me it would not have happened".

Others who had tried before, and everybody who looked on, are put down by it, but no fault is put on them. A sentence
that tells what somebody did wrong to the work is more than that.
"""

from __future__ import annotations

import re

from starproof.core.seeking import Seldom

_OTHERS = (
    r"(?:nobody|no one|no-one|none of them|anyone|everybody|everyone|others?|most (?:people|managers)) (?:else )?"
    r"(?:(?:in|at|on) [^.;:!?,]{3,30} )?(?:had |could |would |can |has )?(?:ever |even )?(?:have )?"
)
_UNABLE = (
    r"(?:saw|seen|see|do|done|believed?|dared?|managed?|manage|solved?|fail\w*|give up|gave up|given up|tried|try|"
    r"want(?:ed)? to touch)"
)
_STANDS_OUT = Seldom(
    r"\bwithout (?:me|my (?:help|energy|drive|leadership|push(?:ing)?|work))\b|"
    r"\b(?:nobody|no one|no-one|none|not one|hardly anyone|few)(?: else)?\b[^.;:!?]{0,60}"
    r"\b(?:but|except|besides|like|save|other than|as well as|as much as) (?:me|I)\b|"
    rf"\b{_OTHERS}{_UNABLE}\b[^.;:!?]{{0,60}}[,;–—-] (?:but |and |so |until |only )*(?:I|me)\b|"
    r"\bI (?:was|am) the (?:only )?(?:one|person|manager)\b(?! (?:they|he|she|who (?:was|got) )blamed)|"
    r"\b(?:two|three|four|five|several|many|all|other|the) (?:\w+ ){0,2}(?:before me|who came before me)\b"
    r"[^.;:!?]{0,30}\b(?:failed|tried|given up|gave up|not managed|could not|couldn[’']t)\b",
    re.IGNORECASE,
)
_WRONGS = re.compile(
    r"\b(?:fault|blame|mess|because (?:they|he|she|of)|let (?:us|me) down|asleep|lazy|late|careless|incompeten\w*|"
    r"sloppy|(?:did(?: not|n[’']t)|never|refused to|forgot to) (?:do (?:their|his|her)|test|deliver|listen|tell|told|"
    r"answer|care|show up))\b",
    re.IGNORECASE,
)


def boasts(words: str) -> bool:
    """Whether a sentence only lifts its teller above others, and says of nobody what they did wrong."""
    return _STANDS_OUT.search(words) is not None and _WRONGS.search(words) is None
