"""What limited the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.text import Span
from starproof.timing.asks import detector
from starproof.timing.passage import Passage

REACH = 48
"""Code points before a time or an amount in which it may be said that it was given to the speaker."""
_GIVEN = re.compile(
    r"\b(?:g[ai]ve[ns]?|grant\w{0,3}|allow\w{0,3}|left|allotted) (?:me|us|my \w{2,12}|our \w{2,12})\b[^.;:!?]*$|"
    r"\b(?:I|we) (?:was|were|had been) (?:given|granted|allowed|left with)\b[^.;:!?]*$|"
    r"\b(?:I|we)(?: only| just)? (?:had|have got|[’']d got)"
    r"(?: (?:about|around|roughly|only|just|exactly|all of|a budget of|another))?(?: [^.;:!?,]{1,24} and)? $",
    re.IGNORECASE,
)
"""Somebody gives the speaker so much, or the speaker has so much, and no more."""


@detector("constraints", within=("situation", "task", "action"), anywhere=True)
def constraints(passage: Passage) -> Iterator[Span]:
    """Limits of money, people, time or mandate, and the time or the money that was given, before anything came of it.

    In the midst of the deeds only what was given counts.
    """
    scene = passage if "result" in passage.within else passage.narrowed("situation", "task")
    yield from (signal.span for signal in scene.signals("constraint"))
    first = next((one.span.start for one in passage.labels if one.label == "result"), None)
    for figure in passage.quantities("duration", "money"):
        before = passage.document.text[max(0, figure.span.start - REACH) : figure.span.start]
        if (first is None or figure.span.start < first) and _GIVEN.search(before):
            yield figure.span
