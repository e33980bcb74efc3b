"""Whether a unit is the teller's own by what the story says of who leads it: "I run search", "my search team"."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.parse.words import said

LONGEST = 600
"""Code points of a sentence that are looked at."""
_HEADING = frozenset("run ran running lead led leading manage managed head headed own owned my our had".split())
_HEADED = 4
"""Words between the teller's own lead and the department that is led."""


def leads(context: StoryContext, unit: str) -> bool:
    """Whether the teller is told to lead this: "I run search", "my search team", "our department"."""
    return any(unit in _led(context.document.quote(one.span, most=LONGEST)) for one in context.labels)


@kept
def _led(sentence: str) -> frozenset[str]:
    """The words straight behind the teller's own lead in a sentence."""
    row = [token.word for token in said(sentence)]
    found: set[str] = set()
    for place, word in enumerate(row):
        own = word in ("my", "our") or (
            word in _HEADING and bool({"i", "i'd"}.intersection(row[max(0, place - 3) : place]))
        )
        if own:
            found.update(row[place + 1 : place + 1 + _HEADED])
    return frozenset(found)
