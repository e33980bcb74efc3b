"""STR102: a heading without text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from starproof.core.context import StoryContext
from starproof.core.document import Heading
from starproof.rules.base import Hit, rule


@rule("STR102", "empty-section", severity="warning")
def empty_section(context: StoryContext) -> Iterator[Hit]:
    """A heading stands there with nothing under it.

    Rationale:
    An empty section is a place where you meant to say something. In the interview it becomes a pause.

    Weak:
    ## Situation
    Two of our four warehouses shipped a day late all through the spring.
    ## Task
    ## Action
    I put one planner in charge of both and moved the cut-off to noon.
    ## Result
    By July 97 % of the parcels left on the day.

    Stronger:
    ## Situation
    Two of our four warehouses shipped a day late all through the spring.
    ## Task
    I was responsible for both and had promised the shops same-day shipping by July.
    ## Action
    I put one planner in charge of both and moved the cut-off to noon.
    ## Result
    By July 97 % of the parcels left on the day.

    Limits:
    Only headings that name a section are looked at, and a heading whose text stands under a deeper heading
    is not empty.
    """
    headings = sorted(context.document.headings, key=lambda heading: heading.span.start)
    for heading, after in pairwise(chain(headings, [None])):
        if heading is None or heading.label is None or _deeper(context, heading, after):
            continue
        end = after.span.start if after else len(context.document.text)
        if not any(heading.span.end <= s.span.start < end for s in context.document.sentences):
            yield Hit(
                f"“{heading.words}” has no text under it.",
                context.evidence(heading.span),
                f"What belongs under “{heading.words}”?",
            )


def _deeper(context: StoryContext, heading: Heading, after: Heading | None) -> bool:
    """Whether the next heading is part of this one: it has more hashes, or opens the same section."""
    if after is None:
        return False
    return after.label == heading.label or _hashes(context, after) > _hashes(context, heading) > 0


def _hashes(context: StoryContext, heading: Heading) -> int:
    line = context.document.text.rfind("\n", 0, heading.span.start) + 1
    start = context.document.text[line : heading.span.end].lstrip()
    return len(start) - len(start.lstrip("#"))
