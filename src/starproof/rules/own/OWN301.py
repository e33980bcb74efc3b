"""OWN301: the fault is with others alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from starproof.core.context import StoryContext
from starproof.core.results import Evidence
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.teller.absolving import absolves
from starproof.extract.teller.boasting import boasts
from starproof.extract.teller.remit import is_remit
from starproof.extract.teller.taking import OWN_SHARE, TAKEN
from starproof.extract.teller.veiled import veiled
from starproof.extract.text.around import heard, heard_in
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import due, shown, spoken, too_short

LONGEST = 400
"""Code points from which a "sentence" is a page without full stops, of which nothing is said so."""
_BEFORE = 24
"""Code points before a sentence that are read with it."""
_SENTENCE = re.compile(r"[.;:!?…\n]")
_NO_PART = (
    r"(?! (?:\w+ )?for (?:an? )?(?:bigger|larger|more|extra|another|thanks|praise|credit|title|money|budget)\b|"
    r" (?:him|her|them|people|anyone|anybody) (?:how|what to|to)\b| back\b)"
)
"""What a teller never asked for, or never told others to do, is no part in a fault."""
_SHOULD = Seldom(
    r"\bI[’']? ?(?:should|could)(?: have|[’']ve) (?!known better than to trust)|"
    rf"\bI (?:never|did not|didn[’']t) (?:ask|check|tell|told|look|test|listen|notice)(?:ed)?\b{_NO_PART}|"
    rf"\bI(?:[’']d| had) (?:never|not) (?:asked|checked|told|looked|tested|listened|given|shown)\b{_NO_PART}|"
    r"\bnever asked who\b|"
    r"\bmy (?:own )?(?:mistake|fault|miss|error)\b|\b(?:that|it|this)(?:[’']s| is| was)(?: still)? (?:on )?me\b",
    re.IGNORECASE,
)
"""Plain words by which the teller looks back at what they left undone."""
SURE = 0.6
"""The share from which the reader is so sure of the blame that what is owned elsewhere takes nothing from it: from
there on, annotators still call it blame in most stories of hands that it never saw."""


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
    Blame in plain, polite words is hard to tell from a plain account of a cause, and irony is missed but for a few set
    phrases, such as "which needs no comment". A fault owned
    about some other matter can hide it, words that take the fault right beside the blame always do, as do those that
    say how much of the harm was yours, and so does a look
    back at what you left undone, where the learned reader is not sure of the blame. "It was not our problem" is
    no blame where you took it on at once, or say it of your remit.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "blame"):
        blaming = spoken(context, "blame")
        absolved = [one for one in blaming if _absolved(context, one)]
        if absolved and not _accused(context, blaming, absolved):
            whole = tuple(one for one in absolved if absolves(one.quote))  # none that is cut behind its "not"
            return Verdict("clear", "You say that it was no fault of theirs.", whole)
        blaming = tuple(one for one in blaming if one not in absolved)
        beyond = [one for one in blaming if _beyond_remit(context, one)]
        if beyond and not _accused(context, blaming, beyond):
            return Verdict("clear", "It was not yours by your remit, and nobody is blamed for it.", tuple(beyond))
        blaming = tuple(one for one in blaming if one not in beyond)
        boasting = [one for one in blaming if boasts(one.quote)]
        if boasting and not _accused(context, blaming, boasting):
            return Verdict("clear", "You set yourself above others, but no fault is put on them.", tuple(boasting))
        blaming = tuple(one for one in blaming if one not in boasting)
        if taken := _taken(context, blaming) or _own_share(context):
            return Verdict("clear", "You say that the fault, or a part of it, was yours.", context.evidence(taken))
        if looked := _looked_back(context):
            return Verdict("clear", "A fault of others is named, and you own your part.", context.evidence(looked))
        because = "The fault is put on others, and your own part in it is not told."
        return Verdict("raised", because, blaming)
    if courteous := _veiled(context):
        return Verdict(
            "raised", "The fault is put on others, if in courteous words, and no part of it is owned.", courteous
        )
    owned = shown(context, "owned-part", "mistake")
    if owned and context.facts.of("fault-of-others"):
        return Verdict("clear", "A fault of others is named, and you own your part.", owned)
    return Verdict("clear", "No fault is put on others alone.", owned)


def _veiled(context: StoryContext) -> tuple[Evidence, ...]:
    """The sentence that blames in courteous words, in a story that nowhere owns a part, nor looks back at one."""
    if context.facts.of("owned-part") or _looked_back(context) is not None:
        return ()
    return context.evidence(*islice(veiled(context), 1))


def _absolved(context: StoryContext, one: Evidence) -> bool:
    """Whether a sentence absolves others; raw speech may be cut behind the "not", so the words before are read too."""
    before = context.document.text[max(one.span.start - _BEFORE, 0) : one.span.start]
    return absolves(_SENTENCE.split(before)[-1] + one.quote)


def _beyond_remit(context: StoryContext, one: Evidence) -> bool:
    """Whether a sentence only says where the teller's remit ends: "it was not our problem. We took it on"."""
    place = context.sentence_at(one.span.start)
    onwards = "" if place is None else heard(context, place + 1, most=LONGEST)
    return is_remit(one.quote, onwards)


def _accused(context: StoryContext, blaming: Sequence[Evidence], absolved: Sequence[Evidence]) -> bool:
    """Whether others are accused in so many words in what is left beside the sentences that accuse nobody."""
    left = {context.sentence_at(one.span.start) for one in blaming if one not in absolved}
    return any(signal.sentence in left for signal in context.facts.of("fault-of-others"))


def _taken(context: StoryContext, blaming: tuple[Evidence, ...]) -> Span | None:
    """The words that take the fault, in a sentence that blames or in the one after it."""
    text = context.document.text
    for one in blaming:
        place = context.sentence_at(one.span.start)
        if place is None:
            continue
        end = context.labels[min(place + 1, len(context.labels) - 1)].span.end
        if taken := TAKEN.search(text, one.span.start, end):
            return Span(*taken.span())
    return None


def _own_share(context: StoryContext) -> Span | None:
    """The words that say how much of the harm was the teller's own doing, wherever they stand."""
    found = OWN_SHARE.search(context.document.text)
    return None if found is None else Span(*found.span())


def _looked_back(context: StoryContext) -> Span | None:
    """The sentence that looks back at what the teller left undone, where the reader is not sure of the blame."""
    leaning = context.leanings.get("blame")
    if leaning is None or leaning.share >= SURE:
        return None
    told = (one.span for one in context.labels if one.label in ("result", "reflection") and len(one.span) <= LONGEST)
    return next((span for span in told if _SHOULD.search(heard_in(context, span))), None)
