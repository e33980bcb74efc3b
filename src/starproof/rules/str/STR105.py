"""STR105: the story answers another question than the one it is told for."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.text import Span
from starproof.rules.base import Hit, rule
from starproof.understand.answering import Answer, answer_of
from starproof.understand.principles import rank_question

SURE = 0.5
"""From which share on the principle that the story shows is named."""
MOST = 80
"""So many sentences at the most are looked through for the one that says what the story tells of."""
LONGEST = 600
"""So many code points of a sentence are read for it."""


@rule("STR105", "another-question", severity="error", guide="principles")
def another_question(context: StoryContext) -> Iterator[Hit]:
    """The question asks for one thing, and the story tells of another.

    Rationale:
    An interviewer has one question for a principle and writes down what the answer shows of it. A good story about
    something else leaves that page empty, and often looks like a way round the question. Where a story plainly tells
    of something else, it gets no ratings as an answer to this question; without the question it is read as usual.

    Weak:
    Tell me about a relationship at work that you had to repair.

    Our archive of pictures cost $2.1M a year to keep, and half of it had not been looked at for ten years. I was
    responsible for the three storage teams and had to bring the bill under one million by the summer. I had the teams
    measure who opens what, moved everything that is older than four years to cold disks, and replaced two compression
    formats with one that reads all old files. The first move took nine days longer, since I had underestimated the
    checksums. The archive now costs $800K a year, and a picture opens in two seconds. I learned to measure before I
    buy disks.

    Stronger:
    Tell me about a relationship at work that you had to repair.

    The head of our image desk had stopped speaking to me, because my three storage teams had moved her archive in the
    week of a fair without a word. I was responsible for both the move and the silence. I went to her first, said that
    I should have asked, and offered to move it back. She wanted a date list instead, and from then on nothing moved
    without her yes. It took four months until she invited me to her planning again. Today her desk and my teams share
    one calendar, and nobody has been surprised since. I learned that trust is lost in an evening and comes back in
    small dates that are kept.

    Limits:
    Sees what is asked for and told in principles, themes and words, not whether an answer is a good one. An answer
    that goes round the question on its own subject passes. A story about something else that has what was asked for
    beside it, a mistake or a quarrel, gets a note at the most. A question that any story answers, or that asks for
    none, is left alone, and so is a guide with principles of its own. Where it is only likely, it is a note and the
    ratings stand.
    """
    answer = answer_of(context)
    if answer is not None and answer.misses:
        yield _hit(context, answer)


def _hit(context: StoryContext, answer: Answer) -> Hit:
    named = {principle.id: principle.name for principle in context.guide.principles}
    shown = named[answer.told.id] if answer.told.score >= SURE else "something else"
    seems = "tells of" if answer.plainly else "seems to tell more of"
    return Hit(
        f"The question asks for {named[answer.asked.id]}; this story {seems} {shown}.",
        context.evidence(*_telling(context, answer.told.id)),
        "Which sentence of this answers the question?",
        None if answer.plainly else "note",
    )


def _telling(context: StoryContext, principle: str) -> Iterator[Span]:
    """The sentence of what was done that shows this principle most."""
    done = (context.labelled("action") or context.labels)[:MOST]
    yield max((one.span for one in done), key=lambda span: _share(context, span, principle))


def _share(context: StoryContext, span: Span, principle: str) -> float:
    ranked = rank_question(context.document.quote(span, most=LONGEST), context.guide.principles)
    return next(one.score for one in ranked if one.id == principle)
