"""The reason of a choice: by a word for it, or told beside the choice without one."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.text.around import heard
from starproof.extract.text.connectives import gives_reason
from starproof.parse.evened import evened

LONGEST = 1_000
"""Code points of a sentence that are looked at."""
_SPOKEN = (-2, -1, 0, 1, 2)
_WRITTEN = (-1, 0, 1)
"""Sentences around the choice in which a reason may stand; raw speech and notes come in short pieces."""
_STATES = (
    r"(?:was|were|wasn[’']t|weren[’']t|had|hadn[’']t|is|are|would|could|couldn[’']t|cost|costs|saved|took|needed|"
    r"lost|did(?: not|n[’']t)|has|have|worked|used|earned)"
)
_BEHIND = Seldom(
    rf"[:;–—]\s{{1,2}}(?:it|they|he|she|this|that|there|nobody|no one|half|most|our|my|his|her|its|their|the|a|an|one|"
    rf"two|three)\b(?:\s[\w’'-]{{1,14}}){{0,5}}?\s{_STATES}\b",
    re.IGNORECASE,
)
"""What stands behind the choice and a colon or the like: "I stopped the router: it saved minutes"."""
_WEIGHED = Seldom(r"^(?:\s[\w’'-]{1,14}){0,4}\s?:\s[^.;:!?]{3,90}?\bbut\s", re.IGNORECASE)
"""Straight behind a choice and a colon, what speaks for it and what against: "chose B: reversible, but slower"."""
_AGAINST_IT = Seldom(
    rf"^(?:It|That|They|This|Its|Their|The)\b[^.!?]{{3,120}},? but\s(?:[\w’'-]{{1,14}}\s){{1,4}}?{_STATES}\b"
)
"""A sentence that holds a merit against what weighs more: "It was good work, but it saved minutes"."""

_ARGUED = Seldom(
    r"\btold \w{2,12} the truth, that\b|\bmy (?:thinking|reasoning|reason|logic|argument|thought) (?:being|was|went)\b|"
    r"\b(?:I|we)(?: (?:also|only|just|still))? (?:sa(?:id|y)|argued?|repli(?:ed|y)|answered|explain(?:ed)?|thought|"
    r"felt|feel|believed|knew|"
    r"know|"
    r"figured?|reckoned|feared?|was afraid)(?:,? look)?(?: to \w{2,12})?,? (?:that )?(?!no\b|yes\b|okay\b|so\b|"
    r"I[’']?m? )"
    r"(?:(?:(?:the|an?) )?[\w’'-]{1,14},? ){1,9}?"
    r"(?:was|were|is|are|would|could|will|can|need|needs|needed|had|has|have|should|must|"
    r"don[’']t|doesn[’']t|didn[’']t|(?:do|does|did) not|won[’']t|wouldn[’']t|can[’']t|couldn[’']t|isn[’']t|"
    r"wasn[’']t|cost|costs)\b",
    re.IGNORECASE,
)
"""The teller argues: "I said, we don't need a new one, we need an answer in three minutes"."""
_COULD_NOT = Seldom(
    r"\b(?:I|we) did(?: not|n[’']t) (?:think|believe|feel|see how) (?:that )?(?:I|we|it|they|he|she) "
    r"(?:could|would|should|was|were)\b|"
    r"\b(?:I|we) did(?: not|n[’']t) want to (?:lose|miss|risk|waste|repeat|disappoint|hurt|scare|upset|break|fail|"
    r"end up|be (?:the|late|blamed)|see|let \w{2,12} down)\b|"
    r"\bI (?:just |simply |honestly |rather )?(?:liked|enjoyed|loved) being\b|"
    r"\bI was (?:too )?(?:afraid|scared|worried|anxious|ashamed) (?:of|to|that|it|we|they|he|she)\b",
    re.IGNORECASE,
)
"""What spoke against the other way, or moved the teller: "I did not think I could look a family in the eye with that",
"I had a slot that I didn't want to lose", "I liked being asked first"."""
_FOUND = Seldom(
    r"\b(?:I|we) (?:\w{2,10} [^.;:!?]{2,60} and )?(?:found|saw|realised|realized|noticed) that \w|"
    r"\b(?:I|we) (?:find|see|realise|realize|notice) that (?:\w{1,10} ){1,3}?(?:had|was|were|did|came|went)\b|"
    r"(?:^|[,;] ?|\b(?:I|we) )(?:ran|did|made|held) (?:an?|the|two|three) (?:[\w-]{2,14} )?(?:test|trial|survey|pilot|"
    r"count|poll|experiment|audit)\b[^.;!?:]{0,60}: ?[~≈]?\d|"
    r"\b(?:beat|won|lost|failed|held)(?: it| them)? in (?:a|the|our) (?:\w{2,12} )?(?:test|trial|pilot|poll)s?\b|"
    r"\bit (?:had )?turned out (?!(?:that )?(?:\w{1,8} )?(?:well|fine|great|good|okay|ok|right|wrong|nice|to be)\b)|"
    r"\bwhat (?:I|we) (?:found|saw|learned|learnt)(?: out)?(?: there| then)?(?:,| was\b| is\b|:)|"
    r"\b(?:(?:our|the|my|those|these) (?:own )?(?:[\w-]{2,14} )?(?:data|numbers|figures|logs|traces|tests|trials?|"
    r"pilots?|measurements|interviews|analysis|experiments?)|a (?:trial|test|pilot|count|survey))"
    r"(?: (?:from|of|in|with) [^.,;:!?]{2,40})? (?:had |all |both |clearly )?(?:shown|showed|proved|proven|said) "
    r"(?!me\b|us\b|up\b|off\b|how\b)",
    re.IGNORECASE,
)
"""What the teller had found out, or what figures show: "I read the bills and found that nine in ten were for one"."""
_JUDGED = Seldom(
    r"\bnot (?:good|safe|ready|fast|clean|sure|stable|big|strong) enough\b|"
    r"\b(?:it|this|that|problem|trouble)(?:[’']s not| (?:is|was)(?: not|n[’']t)) (?:an? )?(?:[\w-]{2,14} )?"
    r"(?:problem|question|matter|issue)\b|"
    r"\b(?:wasn[’']t|isn[’']t|not) worth (?:it|the|a)\b|"
    r"\btoo (?:risky|slow|late|dangerous|expensive|fragile|big|thin|weak|uncertain|shaky)\b",
    re.IGNORECASE,
)
"""A short judgement of what was at hand, beside a choice."""
_SOMEBODYS = re.compile(r"\b(?:said|says|told|thought|called|argued|felt|feared)\b", re.IGNORECASE)
"""In a sentence that judges: somebody else may have said so."""
_SO_THAT = Seldom(
    r"^(?: [\w’'-]{1,14}){1,8}? to (?:make|protect|avoid|keep|free|save|spare|buy|prevent|stop|hit|meet|hold|win|"
    r"pay for|give|get)\b"
)
"""Straight behind a choice: "I stopped the module to make the date"."""
_TO_DO_SO = re.compile(r"^(?:And |So |But )?To \w+ [^.,;:!?]{2,60},? (?:I|we)\b")
"""A sentence that begins with what the choice is for: "To make that date we stopped the module"."""
_OTHERWISE = Seldom(
    r"\b(?:it|that|this) would (?:also |only |just |then )?(?:have meant|mean)\b|"
    r", (?:and )?so (?:(?:the|a|my|our|his|her|any) )?[\w’'-]{2,14}(?: [\w’'-]{2,14})? would (?:also |still |only )?"
    r"(?:have|be|get|need|cost|fail|break|make|take|run|stay)\b|"
    r"\b(?:we|they|he|she|nobody)(?: would|[’']d)(?: not|n[’']t)? (?:only |just |also |still |all )?have "
    r"(?!preferred|liked|loved|wanted|wished|been (?:glad|happy))\w{2,10}(?:ed|ne|nt|lt|ft|en|ght|st|de|ut)\b|"
    r"\b(?:it|that|this|which|(?:the|a|an)(?: [\w-]{2,14}){1,3}?) would(?: not|n[’']t)? (?:only |just |also )?have "
    r"(?!preferred|liked|loved|wanted|wished|been (?:glad|happy))\w{2,10}(?:ed|ne|nt|lt|ft|en|ght|st|de|ut)\b",
    re.IGNORECASE,
)
"""What the other way would have come to: "a new engine would have helped with the first part alone"."""
_TO_ANOTHER = re.compile(r"\b(?:agree|offer|propos|want|persuad|refus|insist|suggest)", re.IGNORECASE)
"""Choices behind which "to" only says what they are."""


def is_reasoned(context: StoryContext, choice: Span) -> bool:
    """Whether a reason is told for the choice that these words tell."""
    place = context.sentence_at(choice.start)
    if place is None:
        return False
    jotted = context.document.register == "spoken" or context.document.sentences[place].bullet
    steps = _SPOKEN if jotted else _WRITTEN
    around = [context.sentence(place + step, most=LONGEST) for step in steps]
    if any(gives_reason(words) or _argues(words) for words in around):
        return True
    behind = context.document.text[choice.end : _end(context, place)]
    if _TO_ANOTHER.search(context.document.quote(choice)) is None and _SO_THAT.search(evened(behind).text) is not None:
        return True
    explained = _is_explained(behind) or _weighs(context.sentence(place + 1, most=LONGEST))
    return explained or _TO_DO_SO.search(heard(context, place, most=LONGEST)) is not None


def _end(context: StoryContext, place: int) -> int:
    span = context.labels[place].span
    return min(span.end, span.start + LONGEST)


@kept
def _argues(words: str) -> bool:
    told = evened(words).text
    if any(pattern.search(told) is not None for pattern in (_ARGUED, _OTHERWISE, _FOUND, _COULD_NOT)):
        return True
    return _JUDGED.search(told) is not None and _SOMEBODYS.search(told) is None


@kept
def _is_explained(words: str) -> bool:
    told = evened(words).text
    return _BEHIND.search(told) is not None or _WEIGHED.search(told) is not None


@kept
def _weighs(words: str) -> bool:
    return _AGAINST_IT.search(evened(words).text) is not None
