"""Reach beyond the speaker's own work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NOT_OURS = Seldom(
    r"\b(?:not|never|n[’']t|wasn[’']t|isn[’']t|aren[’']t|weren[’']t) (?:even )?(?:mine|ours|(?:my|our) own)\b",
    re.IGNORECASE,
)
"""Says of somebody who takes part in the outcome that they are not the speaker's."""
_TOO = Seldom(
    r"(?<!\bi )(?<!\bwe )\b(?:do|does|did|use|uses|run|runs|keep|keeps|have|has) "
    r"(?:it|this|that|the same) (?:too|as well|the same way|like (?:us|ours|this|that)|our way)\b",
    re.IGNORECASE,
)
"""Others do it now: "search and billing, they both do it too"."""


@detector("wider-influence", within=("result", "reflection"))
def wider_influence(passage: Passage) -> Iterator[Span]:
    """Others took it up, or it reached across the organisation or outside it."""
    yield from (signal.span for signal in passage.signals("spread", "organisation", "adoption", "external"))
    for one in passage.sentences():
        words = passage.document.quote(one.span, most=LONGEST)
        if (found := _NOT_OURS.search(words) or _TOO.search(words)) is not None:
            yield Span(one.span.start + found.start(), one.span.start + found.end())
