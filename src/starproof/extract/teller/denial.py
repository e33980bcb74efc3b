"""Words that deny that there was anything to learn: "I can't think of anything I would have done differently"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.context import StoryContext, once
from starproof.core.document import Document, LabelledSentence
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.parse.evened import evened

LONGEST = 600
"""Code points of a sentence that are looked at."""
_DENIES = Seldom(
    r"\b(?:nothing|no single thing|(?:cannot|not|never|hardly|\w{2,6}n[’']t)\b[^.;!?]{0,40}?"
    r"\b(?:anything|a (?:single )?thing|much))\b[^.;!?]{0,40}?\b(?:differently|otherwise|to change|(?:would|could)"
    r"(?: have)? changed?|(?:have |to )regret)\b|"
    r"\b(?:would|could)(?: not|n[’']t)(?: have)? (?:changed?|do|done) (?:anything|(?:a )?(?:single )?thing|much)"
    r"(?: differently| otherwise)?\b|"
    r"\b(?:would|could)(?: have)? (?:changed?|do|done) nothing\b|"
    r"\bI[’']d (?:change|do|have (?:changed|done)) nothing\b|"
    r"\bno regrets?\b|"
    r"\botherwise,? (?:(?:there (?:is|was)|I[’']d change|I would change) )?"
    r"nothing(?=\s?(?:$|[.,;:!?–—-]|really\b|much\b|at all\b|to (?:change|add)\b|I\b))",
    re.IGNORECASE,
)
_OPENS = (
    r"(?:^|[.;:,!?—–]\s?|"
    r"\b(?:and|so|yeah|yes|well|honestly|really|frankly|today|now|again|think|guess|sure|say|admit|tomorrow|overall) )"
)
_SURELY = r"(?: (?:probably|honestly|certainly|definitely|gladly|still|just|simply|absolutely|always|have))*"
_I = rf"{_OPENS}(?:that )?I(?:[’']d| would){_SURELY} (?:do|done|handle|run|play|go about|approach) "
"""The teller says of today what they would do; what they told somebody then is no look back."""
_IT = r"(?:it|that|this|them|things|everything|all of (?:it|this|that|them))(?: all)?(?: over)?"
_QUITE = r"(?:(?:exactly|precisely|pretty much|much|just) )?"
_SAME = Seldom(
    rf"{_I}(?:{_IT} (?:again )?{_QUITE}(?:(?:in )?{_QUITE}(?:the )?(?:very |exact )?same way|"
    r"the (?:very |exact )?same(?: again)?(?=\s?[.,;!?]|$)|no differently|(?:exactly|just) (?:like that|that way|so)|"
    r"(?:exactly|just) as (?:it was|(?:we|I) did))|"
    rf"{_QUITE}the (?:very |exact )?same(?: things?)?(?: all over)? again)(?![\w’'-])",
    re.IGNORECASE,
)
"""Doing the same again is to have nothing to do otherwise."""
_AGAIN = Seldom(rf"{_I}{_IT} again\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:only|sooner|earlier|first|slower|faster|instead|one (?:change|difference|thing)|without)\b", re.IGNORECASE
)
"""Words that change the same all the same."""
_EXCEPT = re.compile(r"\b(?:except|but|though|although|apart from|other than|besides|then)\b", re.IGNORECASE)
"""Words that take the denial back."""
_ASKS = re.compile(
    r"\b(?:would|could|should|might) (?:you|we) (?:have )?(?:do|done|change|changed|try|tried|handle|handled)\b"
    r"[^?]{0,60}\b(?:differently|otherwise|change|changed|another way)\b[^?]{0,30}\?\W*$|"
    r"\b(?:any|no) regrets\b[^?]{0,30}\?\W*$",
    re.IGNORECASE,
)
"""Somebody asks the teller to look back: "Would you do anything differently?"."""
_NO = re.compile(
    r"^(?:\W*(?:candidate|me|a|i|um+|uh+|er+|hm+|well|honestly|look|so|oh|you know|to be honest)\b[^\w’']+){0,4}"
    r"(?:no|nope|nah|not (?:really|much|at all|that I)|nothing|I (?:don[’']t|do not) think so|"
    r"I (?:can[’']t|cannot) think)\b",
    re.IGNORECASE,
)
"""How an answer to that denies it."""
_MAYBE = re.compile(r"^\W*(?:\w+\W+)?(?:maybe|perhaps|possibly|if anything)\b", re.IGNORECASE)
_WISHES = re.compile(r"\b(?:I|we)(?:[’']d| would| could| might)\b", re.IGNORECASE)
_OWNS = re.compile(
    r"\b(?:except|but|actually|should(?:n[’']t)?(?: have|[’']ve)|(?:I|we)(?:[’']d| would)|mistake|wrong)\b",
    re.IGNORECASE,
)
"""What goes on like this takes the answer back, unless it only begins with a "maybe"."""
_ANSWER = 3
"""How many sentences behind the first belong to an answer."""


def answered_no(document: Document, labels: Sequence[LabelledSentence]) -> Iterator[Span]:
    """The sentences that say no to somebody's question what the teller would do otherwise."""
    for place, asked in enumerate(labels[:-1], 1):
        if asks(document.quote(asked.span, most=LONGEST)):
            answer = [document.quote(one.span, most=LONGEST) for one in labels[place : place + _ANSWER]]
            if _NO.search(answer[0]) is not None and not any(map(_takes_back, answer)):
                yield labels[place].span


@kept
def asks(words: str) -> bool:
    """Whether somebody asks here what the teller would do otherwise; eight questions to a story look for that."""
    return _ASKS.search(words) is not None


def _takes_back(words: str) -> bool:
    return not is_afterthought(words) and _OWNS.search(words) is not None


def is_afterthought(words: str) -> bool:
    """Whether these words only wish that something had gone better still: "Maybe I'd start sooner"."""
    return _MAYBE.search(words) is not None and _WISHES.search(words) is not None


def denials(document: Document, labels: Sequence[LabelledSentence]) -> tuple[Span, ...]:
    """The sentences that look back and say that nothing was to be done otherwise, in text order."""
    found = [one.span for one in labels if one.label in ("result", "reflection")]
    denied = [span for span in found if denies(document.quote(span, most=LONGEST))]
    return tuple(sorted({*denied, *answered_no(document, labels)}, key=lambda span: span.start))


@once
def denied(context: StoryContext) -> tuple[Span, ...]:
    """The same of a story, for rules, level and probes, which all ask."""
    return denials(context.document, context.labels)


@kept
def denies(words: str) -> bool:
    """Whether these words say that nothing was to be done otherwise."""
    told = evened(words).text
    denied = _DENIES.search(told) is not None or (_SAME.search(told) is not None and _CHANGED.search(told) is None)
    return denied and _EXCEPT.search(told) is None


@kept
def stands_by(words: str) -> bool:
    """Whether these words only say that the teller would do it again, which tells of nothing that came after it."""
    return _AGAIN.search(evened(words).text) is not None
