"""COM602: the outcome is told without figures, or with empty ones."""

from __future__ import annotations

import re
from itertools import pairwise

from starproof.core.context import StoryContext
from starproof.core.facts import Claim
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.extract.baselines.passing import is_passing
from starproof.extract.baselines.told_before import is_thought_of
from starproof.extract.text.around import clause
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, spoken, too_short

_FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}$", re.IGNORECASE)
_TO = re.compile(r"\s(?:\w+\s){0,3}?to\s(?:\w+\s){0,3}$", re.IGNORECASE)
_BACK = 24
"""Code points before a figure in which "from" stands."""
_LOOKED_AT = 12
"""Figures of the outcome that are looked at for a quote."""


@red_flag("COM602", "vague-metrics")
def vague_metrics(context: StoryContext) -> Verdict:
    """The outcome is told in words such as better or faster where a figure belongs.

    Rationale:
    "Much better" cannot be compared, and it sounds as if nobody had measured. One figure before and one after say
    more than any adjective.

    Weak:
    The waiting room of our clinic was always full. I was responsible for the booking software and its two teams. I
    had them give every patient a time, against the wish of the doctors. The first week was chaos, and I apologised
    to the nurses. After that waiting became significantly shorter, the patients were much happier, and it was a huge
    success for everybody.

    Stronger:
    The waiting room of our clinic was always full. I was responsible for the booking software and its two teams. I
    had them give every patient a time, against the wish of the doctors. The first week was chaos, and I apologised
    to the nurses. After that waiting became significantly shorter, 14 minutes instead of 55, and complaints fell
    from 90 a month to eleven.

    Limits:
    A figure in the result clears an empty word beside it, and a change that follows from others clears them all;
    whether it is the figure that matters is not judged here.
    A story that tells no outcome at all is not called vague: its missing result is told elsewhere.
    """
    short = too_short(context)
    if short is not None:
        return short
    worst = spoken(context, "vague-metrics")
    if due(context, "vague-metrics") and worst and _is_empty(context, worst[0].span, alone=len(worst) == 1):
        because = "The outcome is told without a figure, or in words that measure nothing."
        return Verdict("raised", because, worst)
    if not context.labelled("result"):
        return Verdict("cannot_say", "No outcome is told, so there is none to be vague about.")
    figures = _figures(context)
    return Verdict("clear", "The outcome is told in figures." if figures else "It is told in plain facts.", figures)


def _is_empty(context: StoryContext, sentence: Span, *, alone: bool) -> bool:
    """Whether the emptiest sentence, perhaps the only one, tells of an outcome, and nothing measures that."""
    place = context.sentence_at(sentence.start)
    before = place is not None and context.labels[place].label in ("situation", "task")
    no_outcome = before and not context.labelled("result")
    behind = place is not None and _is_followed(context, place, far=alone)
    return not (no_outcome or behind or _measured(context, sentence) or _worked_out(context))


def _is_followed(context: StoryContext, place: int, *, far: bool) -> bool:
    """Whether the next sentence says from where to where: "it got a lot better. The median went from 40 s to 11".

    Args:
        far: whether any result behind the sentence may say it, as nothing else is told in empty words.
    """
    behind = context.labels[place + 1 :] if far else context.labels[place + 1 : place + 2]
    return any(one.label == "result" and _tells_change(context, one.span) for one in behind)


def _tells_change(context: StoryContext, told: Span) -> bool:
    """Whether two figures of a kind say in these words from where to where something went."""
    inside = [figure for figure in context.facts.quantities if told.contains(figure.span)]
    return any(
        (before.kind == after.kind or not after.unit)
        and before.value != after.value
        and _FROM.search(context.document.text, max(told.start, before.span.start - _BACK), before.span.start)
        is not None
        and _TO.match(context.document.text, before.span.end, after.span.start) is not None
        for before, after in pairwise(inside)
    )


def _measured(context: StoryContext, sentence: Span) -> bool:
    """Whether the emptiest sentence has its figures beside it: two of a kind, or what the outcome is worth."""
    figures, impact = context.facts.quantities, context.facts.impact
    inside = [n for n, figure in enumerate(figures) if sentence.contains(figure.span)]
    kinds = [figures[n].kind for n in inside if n - 1 not in inside or not _is_whole(context, n)]
    return len(kinds) > len(set(kinds)) or (impact is not None and impact.quantity in inside)


def _worked_out(context: StoryContext) -> bool:
    """Whether the result holds a change that follows from other figures of the story."""
    changes = (claim for claim in context.facts.claims if claim.verdict == "consistent" and _is_change(context, claim))
    places = (context.sentence_at(claim.span.start) for claim in changes)
    return any(place is not None and context.labels[place].label == "result" for place in places)


def _is_change(context: StoryContext, claim: Claim) -> bool:
    """Whether a claim says how far something moved; other differences may be of anything."""
    if claim.kind == "difference":
        return claim.quantity is not None and context.facts.quantities[claim.quantity].kind == "percent"
    return claim.kind in ("relative_change", "multiple", "versus_target")


def _is_whole(context: StoryContext, number: int) -> bool:
    """Whether a figure is what the one before it is a part of: "twelve of fourteen" compares nothing."""
    before, figure = context.facts.quantities[number - 1 : number + 1]
    between = context.document.text[before.span.end : figure.span.start].split()
    return between[:1] == ["of"] and len(between) < 4


def _figures(context: StoryContext) -> tuple[Evidence, ...]:
    """The clauses that tell the outcome in figures."""
    inside = [[q for q in context.facts.quantities if s.span.contains(q.span)] for s in context.labelled("result")]
    told = [q for row in inside for q in row if not is_passing(q, [one for one in row if one is not q])][:_LOOKED_AT]
    told = [q for q in told if not is_thought_of(context, q)]
    return context.evidence(*list(dict.fromkeys(clause(context, q.span) for q in told))[:3])
