"""NUM208: an outcome in money without the time in which it came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.months import IN_FULL
from starproof.core.seeking import Seldom
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import said

_TIME = Seldom(
    r"\b(?:years?|yearly|annual\w*|months?|monthly|quarters?|quarterly|weeks?|weekly|weekends?|"
    r"days?|daily|hours?|nights?|seasons?|semesters?|sessions?|[am]rr|run[- ]rate|"
    rf"once|one-off|so far|in all|since|by (?:{IN_FULL}|christmas|easter|summer|autumn|winter|spring)|"
    r"spring|summer|autumn|winter|christmas|easter|(?:19|20)\d\d|Q[1-4]|penalty|penalties|fine|fee|contract|refund\w*|"
    r"budgets?|approved|(?:gave|given|give|handed|got|won|paid) (?:\w+ )?back|"
    r"recover(?:ed|y)|regained|settle(?:d|ment)|compensation|auction\w*|insurers?|buy|bought|purchased?)\b",
    re.IGNORECASE,
)


@rule("NUM208", "no-time-frame", severity="note")
def no_time_frame(context: StoryContext) -> Iterator[Hit]:
    """The largest outcome in money does not say whether it is a month's or a decade's.

    Rationale:
    A million a month and a million once are two levels apart. If you leave it open, the listener takes the
    smaller.

    Weak:
    Our laundries lost sheets. I was asked to stop that. I had the drivers count them at the door, though two
    of them refused at first. We saved $900,000.

    Stronger:
    Our laundries lost sheets. I was asked to stop that. I had the drivers count them at the door, though two
    of them refused at first. We saved $900,000 a year.

    Limits:
    Any word for a time in the same sentence or in the one before it is enough, and so are a fine, a fee, a contract
    or money that was got back, which come once.
    """
    impact = context.facts.impact
    if impact is None:
        return
    figure = context.facts.quantities[impact.quantity]
    place = context.sentence_at(figure.span.start)
    if "/" in figure.unit or place is None or any(_TIME.search(words) for words in _around(context, place)):
        return
    yield Hit(
        f"Says {said(figure)}, but not over what time.",
        context.evidence(figure.span),
        probe=f"{said(figure)}: once, a month, or a year?",
    )


def _around(context: StoryContext, place: int) -> tuple[str, ...]:
    """The sentence of the figure, and the one before it where it belongs to the same section."""
    first = max(0, place - 1)
    same = [one for one in context.labels[first : place + 1] if one.label == context.labels[place].label]
    return tuple(context.document.quote(one.span) for one in same)
