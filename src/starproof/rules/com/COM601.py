"""COM601: the telling is hedged."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule

PER_HUNDRED = 2.5
"""Hedges in a hundred words from which they are heard; people speak with one or two."""
LEAST = 3


@rule("COM601", "hedging", severity="note")
def hedging(context: StoryContext) -> Iterator[Hit]:
    """Words that take back half of what is said come too often.

    Rationale:
    "I think", "kind of" and "hopefully" are how people talk, and a few do no harm. When they stand beside every
    decision and every figure, the listener cannot tell what you know from what you guess.

    Weak:
    I think we sort of had a problem with the night bus, and I guess I was kind of in charge of two teams. I think I
    told them to more or less stop the new line, and hopefully that was right. I believe complaints maybe fell from
    90 to 30 a week, to be honest.

    Stronger:
    The night bus came late every second day, and I was in charge of its two teams. I told them to stop the new line,
    and I was not sure that it was right. Complaints fell from 90 to 30 a week.

    Limits:
    Some of us speak this way by habit or by upbringing, so it is a note about the telling, in a share of all words,
    and it never touches what the story shows. An honest doubt about a decision is no hedge.
    """
    hedges = [signal.span for signal in context.facts.of("hedge")]
    share = 100 * len(hedges) / max(context.document.words, 1)
    if len(hedges) >= LEAST and share >= PER_HUNDRED:
        yield Hit(
            f"{len(hedges)} hedges in {context.document.words} words: say what you know, and say once what you do not.",
            context.evidence(*hedges[:6]),
        )
