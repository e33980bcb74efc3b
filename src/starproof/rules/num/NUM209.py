"""NUM209: a goal in figures that the result misses, and nobody says so."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.extract.baselines.missed import missed
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import said


@rule("NUM209", "missed-goal", severity="note")
def missed_goal(context: StoryContext) -> Iterator[Hit]:
    """A goal is named with its figure, and the result misses it without a word about that.

    Rationale:
    Who hears a goal and then a result compares the two. A miss that is told is a fact among others; one that the
    listener finds alone looks like one that you did not notice, or hoped that nobody would.

    Weak:
    Our laundry's running cost had to come down. I had promised the board a running cost of $12M. I closed the two
    oldest halls, which the union fought. The running cost is now $13.5M. The board was happy with it.

    Stronger:
    Our laundry's running cost had to come down. I had promised the board a running cost of $12M. I closed the two
    oldest halls, which the union fought. The running cost is now $13.5M. We missed the promise, because gas got
    dearer. The board was happy with it.

    Limits:
    Goal and result must name one measure, and it must be plain which way is better. Any word of a miss, of a reason or
    of the goal near the result or behind it is enough.
    """
    found = missed(context)
    if found is None:
        return
    goal, result = said(found.goal), said(found.result)
    yield Hit(
        f"Names a goal of {goal} and a result of {result}, and not why that is not the goal.",
        context.evidence(found.goal.span, found.result.span),
        probe=f"The goal was {goal} and you came to {result}: was it missed, or had it changed?",
    )
