"""Stories of our own, each with one thing that an interviewer would pick up."""

from __future__ import annotations

from dataclasses import replace

from starproof.core.context import StoryContext
from starproof.core.facts import Claim
from starproof.core.results import Review
from starproof.guides import load_guide

WRONG = (
    "Our ferry office answered the phone in 14 minutes and the island council had complained twice. I was responsible "
    "for both call teams and was to bring it under five minutes by June.\n\n"
    "I decided to move the timetable questions to a tape, although the mayor was against it, because two thirds of the "
    "calls asked for nothing else. I sat with her for an afternoon and we agreed to keep one person on the line for "
    "pensioners.\n\n"
    "The wait went from 14 minutes to 4 minutes, so it is 45% less. Complaints are down 60%. The council counts "
    "$420,000 a year in saved fees, and 300 captains signed a letter of thanks. I learned to listen to the calls "
    "before I change the desk."
)
SOLID = (
    "The night shift of our bakery lost one loaf in nine. I ran the ovens with 14 people and had to halve that by "
    "spring.\n\n"
    "I gave each oven an owner, which the old bakers found silly, and I told them that I would drop it after a month "
    "if nothing came of it. I spent a week of nights beside them first.\n\n"
    "Burnt loaves fell from 110 a night to 44, measured by the scales at the door over the whole of March, and no "
    "other recipe or oven was changed. I learned that a name on a door helps more than a rule."
)
OPINION = (
    "I believe that a leader should always listen to customers. Leaders should be humble. In my opinion trust grows by "
    "30% when managers listen, and a good team saves $1M a year. Leaders should never shout."
)
MANY = (
    "Our depot lost parcels. I was responsible for its six crews and 80 drivers.\n\n"
    "I decided to scan at the gate instead of at the desk, and asked two leads to try it.\n\n"
    "Losses fell 41%. Claims fell 22%. Overtime fell 17%. Returns fell 12%. Refunds fell 9%. Damage fell 35%. "
    "Delays fell 28%. Sick days fell 7%. We saved $2.4M."
)


def seen(review: Review, *, wrong: str | None = None, grounds: tuple[str, ...] = ()) -> StoryContext:
    """What the questions are asked of; the figure ``wrong`` does not follow from its ``grounds``, and no other is."""
    figures = review.quantities
    claims = ()
    if wrong is not None:
        index = next(i for i, figure in enumerate(figures) if figure.text == wrong)
        operands = tuple(next(i for i, figure in enumerate(figures) if figure.text == words) for words in grounds)
        span = figures[index].span
        why = f"{' to '.join(grounds)} is something else"
        claims = (Claim(span, wrong, "relative_change", 45, 71.4, "inconsistent", operands, why, index),)
    facts = replace(review.facts, claims=claims)
    return StoryContext(review.document, review.sentences, facts, load_guide(), review.timing)
