"""What a turn leaves open: figures, choices and people, the ends of the story, and the telling itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.practice.interviewer.finding.choices import choices
from starproof.practice.interviewer.finding.ends import ends
from starproof.practice.interviewer.finding.figures import figures
from starproof.practice.interviewer.finding.telling import beside, telling
from starproof.practice.interviewer.hearing import Heard
from starproof.practice.interviewer.point import Point


def main_turn(turns: Sequence[Heard]) -> int:
    """Index of the turn that is the answer: the first that is one, else the first of all."""
    return next((n for n, turn in enumerate(turns) if turn.legible and not any(telling(turn))), 0)


def left_open(heard: Heard, *, main: bool, late: bool) -> Iterator[Point]:
    """The open points of one turn, in no order of weight.

    Args:
        heard: the turn.
        main: whether it is the answer itself. What a story as a whole lacks is asked of the answer alone.
        late: whether something was said after it; until then an answer that is none is asked about as such.
    """
    if not heard.legible:
        return
    short = list(telling(heard)) if main else []
    yield from short
    if short and (not late or short[0].kind == "rambling"):
        return
    story = main and not short and heard.context.facts.genre.genre == "story"
    if story or not main or late:
        yield from figures(heard, first=story)
        yield from choices(heard, first=story)
    if story:
        yield from beside(heard)
        yield from ends(heard)
