"""What a turn leaves open: figures, choices and people, the ends of the story, and the telling itself."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.practice.interviewer.finding.choices import choices
from starproof.practice.interviewer.finding.ends import ends
from starproof.practice.interviewer.finding.figures import figures
from starproof.practice.interviewer.finding.telling import telling
from starproof.practice.interviewer.hearing import Heard
from starproof.practice.interviewer.point import Point


def left_open(heard: Heard, *, first: bool) -> Iterator[Point]:
    """The open points of one turn, in no order of weight.

    Args:
        heard: the turn.
        first: whether it is the answer itself. What a story as a whole lacks is asked of the answer alone.
    """
    if not heard.context.labels:
        return
    if not first:
        if heard.legible:
            yield from figures(heard, first=False)
            yield from choices(heard, first=False)
        return
    short = list(telling(heard))
    yield from short
    if heard.context.facts.genre.genre == "story" and not short:
        yield from figures(heard, first=True)
        yield from choices(heard, first=True)
        yield from ends(heard)
