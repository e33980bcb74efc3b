"""The teller's own view against what somebody else decided: "she decided to move it; I thought it the wrong moment".

Alone, "I thought it was too early" is a doubt. It is a disagreement where the same breath, or the one before, says that
somebody else decided or wanted it.
"""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.extract.decisions.somebody import SUBJECT
from starproof.parse.evened import evened, place_of

LONGEST = 600
"""Code points of a sentence that are looked at."""
_VIEW = Seldom(
    r"\bI\s(?:\w{2,10}\s)?(?:thought|felt|believed|said|was\s(?:sure|certain|convinced))\s(?:that\s)?(?:it|this|that)\swas\s"
    r"(?:(?:just|simply|plainly|completely|quite)\s)?(?:(?:the|a|an)\s)?(?:wrong|bad|poor|premature|too\s(?:early|late|soon|"
    r"fast|big|risky|much)|mistake|mad|madness|error)\b",
    re.IGNORECASE,
)
_DECIDED = Seldom(
    rf"(?:\b(?:he|she|they)|{SUBJECT},?(?:\s(?:he|she|they))?)\s(?:had\s|has\s|then\s|already\s|also\s)?"
    r"(?:decided|announced|ordered|wanted|insisted|asked\s(?:me|us)\sto|told\s(?:me|us)\sto|set|promised|pushed\sfor)\b",
    re.IGNORECASE,
)


def own_view(context: StoryContext, place: int) -> tuple[int, int] | None:
    """Where in this sentence the teller says that what somebody else decided was wrong; ``None`` where nobody did."""
    found = _view(context.sentence(place, most=LONGEST))
    if found is None:
        return None
    near = (context.sentence(one, most=LONGEST) for one in (place - 1, place) if one >= 0)
    return found if any(map(_decided, near)) else None


@kept
def _view(words: str) -> tuple[int, int] | None:
    return place_of(_VIEW, words)


@kept
def _decided(words: str) -> bool:
    return _DECIDED.search(evened(words).text) is not None
