"""Work arranged with others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.words import CAPITAL, SMALL
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

REACH = 24
"""Code points behind a deed of leading in which it may be said whom it was done with."""
_SOMEBODY = Seldom(
    r"\b(?:told|asked|met|rang|called|phoned|visited|invited|showed|sat|spoke|talked|went|persuaded|convinced|paired|"
    r"gathered|agreed)\b[^.;:]{0,24}\b(?:him|her|them|both|each|everyone|everybody|all of)\b",
    re.IGNORECASE,
)
"""Words of turning to people who are named before."""
_BROUGHT = re.compile(
    r"(?:then |so |also )?(?:had|got|asked|told|met|paired|sat|took|brought|gave)\b[^.;:]{0,16}?"
    rf"(?:(?-i:\b[{CAPITAL}][{SMALL}]{{1,14}})|\b(?:him|her|them|both)\b)",
    re.IGNORECASE,
)
"""How a note begins in which somebody is asked, brought together or told."""
OTHERS = ("reports", "peers", "stakeholder")
"""People with whom something has to be arranged."""


@detector("coordination", within=("action",))
def coordination(passage: Passage) -> Iterator[Span]:
    """Work with the team or with other teams: together with, sat with both, asked Priya to, rang the depot's head."""
    others = {signal.sentence for signal in passage.signals(*OTHERS)}
    yield from (signal.span for signal in passage.signals("coordination", "delegation"))
    for signal in passage.signals("managing"):
        behind = passage.document.text[signal.span.start : signal.span.end + REACH]
        if signal.sentence in others or _SOMEBODY.search(behind):
            yield signal.span
    yield from (note.span for note in passage.notes() if _BROUGHT.match(passage.document.quote(note.span)))
