"""OWN301: the fault is with others alone."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.text import Span
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, shown, spoken, too_short

LONGEST = 400
"""Code points from which a "sentence" is a page without full stops, of which nothing is said so."""
_MINE = re.compile(
    r"(?<!say )(?<!said )(?<!says )\b(?:it|that|this|that one|the (?:fault|mistake|error|miss|failure|blame))"
    r"(?:['’]s| is| was)(?: (?:also|really|mostly|partly|all|entirely|just|as much))? "
    r"(?:(?:on )?(?:me|mine)(?=[.;:!?…—–\n]|$)|"
    r"my (?:own )?(?:fault|mistake|error|miss|doing|failure)\b(?!, I (?:guess|suppose)|,? if ))|"
    r"\bI was (?:wrong|to blame|at fault)\b|\bmy own (?:fault|mistake|error|part in)\b|"
    r"\b(?:mistake|fault|error|miss) (?:was|is) mine\b",
    re.IGNORECASE,
)
"""Plain words by which the teller takes the fault."""


_SHOULD = re.compile(
    r"\bI[’']? ?(?:should|could)(?: have|[’']ve) (?!known better than to trust)|"
    r"\bI (?:never|did not|didn[’']t) (?:ask|check|tell|told|look|test|listen|notice)(?:ed)?\b|\bnever asked who\b|"
    r"\bI(?:[’']d| had) (?:never|not) (?:asked|checked|told|looked|tested|listened|given|shown)\b|"
    r"\bmy (?:own )?(?:mistake|fault|miss|error)\b|\b(?:that|it|this)(?:[’']s| is| was)(?: still)? (?:on )?me\b",
    re.IGNORECASE,
)
"""Plain words by which the teller looks back at what they left undone."""
_SPARES = re.compile(
    r"\b(?:not|n[’']t|never|hardly)\s(?:\w{2,8}\s)?(?:his|her|their|its|your|any\w+[’']s|\w+[’']s?)\s$", re.IGNORECASE
)
_FAULT = re.compile(r"\b(?:fault|mistake|doing|error)\b", re.IGNORECASE)
_NEAR = 40
"""Code points before words of a fault in which it is said to be nobody's."""
SURE = 0.75
"""The share from which the reader is so sure of the blame that what is owned elsewhere takes nothing from it."""


@red_flag("OWN301", "blame", severity="error")
def blame(context: StoryContext) -> Verdict:
    """A fault is put on other people, and no part of it is owned.

    Rationale:
    Others do cause trouble, and saying so is fair. But a manager answers for what comes of it, so an interviewer
    listens for the part that you had: the check you skipped, the contract you signed, the question you did not ask.

    Weak:
    We were to open the new check-in desks in May, and we opened them in July. That was entirely the fault of the
    network people, who never test anything, and of procurement, who were asleep; my team had done everything right.
    I was responsible for the desks and their 14 engineers. I escalated it every week and refused to move our date.
    In the end they delivered and we opened.

    Stronger:
    We were to open the new check-in desks in May, and we opened them in July. The network group had delivered late,
    and I had known since March that they would: I had signed a plan without a test of the line, so half of the delay
    was mine. I was responsible for the desks and their 14 engineers. I moved our date before anyone asked and gave
    the network group two of my people. We opened in July with no queue.

    Limits:
    Blame in plain, polite words is hard to tell from a plain account of a cause, and irony is missed. A fault owned
    about some other matter can hide it, words that take the fault right beside the blame always do, and so does a look
    back at what you left undone, where the blame is not told at length.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "blame"):
        blaming = spoken(context, "blame")
        if blaming and _spares(context, blaming[0].span):
            return Verdict("clear", "No fault is put on others alone.")
        if taken := _taken(context, blaming):
            return Verdict("clear", "You say that the fault, or a part of it, was yours.", context.evidence(taken))
        if looked := _looked_back(context):
            return Verdict("clear", "A fault of others is named, and you own your part.", context.evidence(looked))
        because = "The fault is put on others, and your own part in it is not told."
        return Verdict("raised", because, blaming)
    owned = shown(context, "owned-part", "mistake")
    if owned and context.facts.of("fault-of-others"):
        return Verdict("clear", "A fault of others is named, and you own your part.", owned)
    return Verdict("clear", "No fault is put on others alone.", owned)


def _taken(context: StoryContext, blaming: tuple[Evidence, ...]) -> Span | None:
    """The words that take the fault, in a sentence that blames or in the one after it."""
    text = context.document.text
    for one in blaming:
        place = context.sentence_at(one.span.start)
        if place is None:
            continue
        end = context.labels[min(place + 1, len(context.labels) - 1)].span.end
        if taken := _MINE.search(text, one.span.start, end):
            return Span(*taken.span())
    return None


def _spares(context: StoryContext, blaming: Span) -> bool:
    """Whether these words say that it is not their fault: "it was not really his fault"."""
    text = context.document.text
    found = _FAULT.search(text, blaming.start, blaming.end)
    return found is not None and _SPARES.search(text, max(0, found.start() - _NEAR), found.start()) is not None


def _looked_back(context: StoryContext) -> Span | None:
    """The sentence that looks back at what the teller left undone, where the reader is not sure of the blame."""
    leaning = context.leanings.get("blame")
    if leaning is None or leaning.share >= SURE:
        return None
    told = (one.span for one in context.labels if one.label in ("result", "reflection") and len(one.span) <= LONGEST)
    return next((span for span in told if _SHOULD.search(context.document.quote(span))), None)
