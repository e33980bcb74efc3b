"""What befell the teller, and what stands to this day: what may be asked about as the one or the other."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.decisions.sides import NOT_FREE
from starproof.extract.teller.ended import still_stands
from starproof.extract.teller.owning import only_names_fault
from starproof.extract.teller.whose import has_happened, is_of_a_thing, is_of_before, is_real
from starproof.extract.text.around import clause, heard_before


def _happened(context: StoryContext, signal: Signal) -> bool:
    return is_real(context, clause(context, signal.span)) and not is_of_before(context, signal)


def befell(context: StoryContext, signal: Signal) -> bool:
    """Whether it happened to the teller; what they did or paid, in the same breath, is no setback."""
    words = clause(context, signal.span)
    deeds = (one for one in context.facts.of("decision", "managing") if one.sentence == signal.sentence)
    said = context.document.quote(words)
    if _is_measured(context, signal) or _is_agreed(context, words):
        return False
    if _TO_DO.match(said) is not None or _WHY.match(said) is not None:
        return False
    anothers = _ANOTHERS.search(said) is not None
    real = not anothers and _happened(context, signal) and has_happened(context, signal)
    return real and not any(words.contains(one.span) for one in deeds) and not _is_paid_for(context, signal)


def _is_paid_for(context: StoryContext, signal: Signal) -> bool:
    """Whether it is the price of what was done before it: "I lent them an engineer. That meant we slipped by a month".

    What "that meant" of something that went wrong is a part of it.
    """
    if _NAMED.search(heard_before(context, signal.span.start, most=_NAMED_AHEAD)) is not None:
        return True
    if _is_time_paid(context, signal):
        return True
    if _MEANT.match(context.document.quote(clause(context, signal.span))) is None:
        return False
    before = (one for one in context.facts.of("setback") if one.sentence == signal.sentence - 1)
    return not any(befell(context, one) for one in before)


def _is_time_paid(context: StoryContext, signal: Signal) -> bool:
    """Whether it is time that a choice in the sentence before lost: "I proposed to stop it. We lost seven weeks"."""
    if _TIME_LOST.match(context.document.quote(clause(context, signal.span))) is None:
        return False
    return any(one.sentence == signal.sentence - 1 for one in context.facts.of("decision"))


def _is_agreed(context: StoryContext, words: Span) -> bool:
    """Whether those whom it hit had agreed to it, so that nobody had to be told: "six weeks late, as agreed"."""
    text = context.document.text
    return _AS_AGREED.search(text, words.start, min(len(text), words.end + _CLOSE)) is not None


_AS_AGREED = re.compile(
    r"\bas (?:agreed|planned|promised|announced|intended|expected|"
    r"(?:I|we|they|he|she)(?:[’']d| had) (?:all |both )?(?:agreed|planned|promised|said|asked|wanted))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"{NOT_FREE}\s?[:;—–.,]|^(?:[-–•*]\s?)?(?:the )?(?:cost|price|trade-?off|downside)\s?[:–—]",
    re.IGNORECASE,
)
"""A price is named, and what it was is told behind: "it was not free: we missed the plan"."""
_NAMED_AHEAD = 48
"""Code points in front of a trouble in which it may be called a price."""
_MEANT = re.compile(r"(?:(?:and|but|so) )?(?:that|this|it|which) (?:also )?(?:meant|cost)\b", re.IGNORECASE)
_TIME_LOST = re.compile(
    r"(?:(?:and|but|so) )?(?:we|I) lost (?:\w+[ -]){1,3}(?:days?|weeks?|months?|quarters?)"
    r"(?: (?:by|over|for|on) (?:it|that|this))?[.!]?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"to (?!my\b|our\b|the\b|a\b|this\b|that\b|be\b)[a-z]+ ", re.IGNORECASE)
"""A clause that begins so tells what somebody was to do, and nothing that befell them."""
_WHY = re.compile(r"(?:b/c|bcs?|because)\s", re.IGNORECASE)
"""A clause that begins so gives a reason: "picked B because the engine would be the same mess"."""
_CLOSE = 24
"""Code points behind a figure in which it is told what it counts."""


def _is_measured(context: StoryContext, signal: Signal) -> bool:
    """Whether a trouble is what a figure of the outcome counts: "two wrong labels a week" is no moment at all."""
    if context.labels[signal.sentence].label != "result":
        return False
    counts = (q.span for q in context.facts.quantities if q.kind == "count" and q.span.start <= signal.span.start)
    return any(signal.span.start - span.end < _CLOSE and span.start >= _start(context, signal) for span in counts)


def _start(context: StoryContext, signal: Signal) -> int:
    return clause(context, signal.span).start


_RISEN = re.compile(
    r"\b(?:was|were|been|got|is|became|has become)\s(?:since\s|then\s|later\s)?(?:promoted|hired|made|married|retired|"
    r"thanked|asked)\b",
    re.IGNORECASE,
)
"""What happened to somebody once, which nothing has to keep in place."""


def keeps_on(context: StoryContext, signal: Signal) -> bool:
    """Whether it is told of a thing that it stands to this day, and not that somebody was promoted."""
    risen = _RISEN.search(context.document.quote(clause(context, signal.span))) is not None
    fault = only_names_fault(context, signal.sentence)
    return not (risen or fault) and is_of_a_thing(context, signal) and still_stands(context, signal)


_ANOTHERS = Seldom(
    r"\b(?:people|customers|users|callers|visitors|readers|patients|buyers|guests|applicants|they|many|most) "
    r"(?:\w{2,10} )?(?:stopped|gave up|got stuck|dropped out)\b|"
    r"\bat (?:my|a|the) (?:previous|last|former|old) (?:company|job|firm|employer|team|bank|place)\b|\bhad seen\b|"
    r"\blost (?:\w+ ){0,3}sleep\b",
    re.IGNORECASE,
)
"""What those whom the work serves did with it, and what went wrong elsewhere, is no setback of the work."""
