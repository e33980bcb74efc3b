"""What the story goes on to tell of a thing, so that it is not asked for: who was told, what the other side said."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.teller.applied import applies
from starproof.extract.teller.taking import TAKEN
from starproof.extract.text.around import clause, heard, heard_within
from starproof.extract.time.habits import habit
from starproof.extract.time.practice import practice
from starproof.parse.words import CAPITAL, SMALL

LONGEST = 600
"""Code points of a sentence that are looked at."""
SPOKEN, WRITTEN = 4, 2
"""Sentences behind a thing in which the story goes on with it; raw speech comes in short pieces."""
_TELLING = Seldom(
    r"\b(?:I|we)(?:[’']d|[’']ve| had| have| then| also| just)? (?:told|said|wrote|reported|called|rang|phoned|informed|"
    r"admitted|apologi[sz]ed|announced|published|stood up|explained|sent|went (?:to|out to|straight to)|"
    r"(?:put|showed|gave) (?:it|that|this|the numbers?|the figures?))\b|"
    r"\b(?:I|we) [^.;:!?]{2,60}, (?:and )?(?:told|informed|wrote to|called|phoned|rang) "
    r"(?:the|my|our|both|every|each)\b|"
    r"(?:\b(?:and|meant|by|of)|,) telling (?:the|my|our|each|every|both|all|them|him|her|two|three|\d)\b|"
    r"\b(?:I|we) [^.;:!?]{2,60}, (?:and )?said (?:so|it|that|this) (?:to|on|in|at|before|aloud|out loud|openly)\b",
    re.IGNORECASE,
)
"""The teller turns to others with it."""
_FOREWARNED = Seldom(
    r"\b(?:I|we)(?:[’']d| had) (?:already )?(?:told|warned|said|promised)\b|"
    r"\b(?:if|when|whenever|(?:each|every) time) [^.;:!?]{3,60}?\b(?:I|we) (?:\w{2,8} )?(?:told|wrote|said|published|"
    r"posted|explained|announced)\b",
    re.IGNORECASE,
)
"""The teller had told others of it before it came, or told them whenever it did."""
_REASONED = Seldom(
    rf"\b(?:he|she|they|who|(?-i:[{CAPITAL}][{SMALL}]{{2,14}})|"
    r"(?:the|my|his|her|their) (?:[a-z-]{2,14} ){0,2}?[a-z]{3,14})(?: (?:had|only|also|still))? "
    r"(?:said|says|told (?:me|us)|argued|thought|feared|worried|warned|wrote|pointed out|(?:was|were) afraid)\b|"
    r"(?<!\bI was )\b(?:afraid|scared|worried|nervous) (?:of|that|about)\b|"
    r"\b(?:because|since (?:he|she|they|it|the))\b|\b(?:argument|point|worry|fear|reason|story) (?:was|is)\b",
    re.IGNORECASE,
)
"""The other side gives its reason."""
_ARGUES = Seldom(
    r"\b(?:said|argued|warned|thought|feared|told (?:me|us))\b[^.;:!?]{3,80}?\bwould (?!be (?:glad|happy|fine)\b)",
    re.IGNORECASE,
)
"""Somebody foretells what would come of it, which is their argument."""
_OBJECTS_THAT = re.compile(r"\bobject(?:ed|s)(?:, [^,.;:!?]{2,24},)? that\b", re.IGNORECASE)
"""An objection with what it says: "objected, with reason, that sheets are where controls die"."""
_LOOKS_BACK = re.compile(
    r"\b(?:it|that|this) was (?:\w+ )?(?:an? )?(?:\w+ )?(?:objection|argument|point|worry|concern)\b", re.IGNORECASE
)
"""The words look back on what was argued before them: "it was a fair objection"."""
_HEARD_OUT = re.compile(
    r"(?:(?:the|my|our|both|all|each|every)\s(?:\w{1,12}\s)?)?(?:him|her|them|teams?|everyone|everybody|customers?|"
    r"clients?|users?|people|engineers?|leads|managers|partners|merchants|sites)\b",
    re.IGNORECASE,
)
"""Somebody in particular to whom it is told."""
_SHUNNED = Seldom(
    r"\b(?:did(?:n[’']t| not) (?:want|dare|feel like|have the (?:heart|nerve|courage))|avoid(?:ed|ing)?|"
    r"put(?:ting)? off|shied away from|was (?:afraid|scared) of|dreaded|ducked|shirked|kept out of|"
    r"hoped to avoid|wanted to avoid)\b"
    r"[^.;:!?]{0,30}\b(?:fight\w*|argu\w+|quarrel\w*|conflict|confront\w*|conversation|talk|row|dispute|disagreement)\b",
    re.IGNORECASE,
)
_WERE_RIGHT = re.compile(
    r"\b(?:fair|good|valid) (?:objection|argument|point|worry|concern)\b|"
    r"\b(?:was|were|is|are) (?:partly |also |quite )?right\b|\bhad a point\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:I|we) (?:\w{2,10} )?(?:said no|refused|declined|overruled|turned (?:it|him|her|them|that) down|"
    r"(?:would|did)(?:n[’']t| not) (?:listen|hear|give in|let (?:him|her|them)))\b",
    re.IGNORECASE,
)
"""The teller turns down what somebody asked for."""
_OWNED_RIGHT = Seldom(
    rf"\b(?:he|she|they|(?-i:[{CAPITAL}][{SMALL}]{{2,14}})) (?:was|were|had been|[’']d been) "
    r"(?:quite |completely )?right\b|"
    r"\bI (?:had(?:n[’']t| not)|did(?:n[’']t| not)|should(?: have|[’']ve)|never) listen(?:ed)?\b",
    re.IGNORECASE,
)
"""Whoever was turned down was right: the other side's argument is the story."""
_PAID = Seldom(
    r"\bcost(?:s|ing)?\b[^.;:]{0,24}\d|\bgo(?:es|ne)? back (?:a|by|two|three)\b|\bgave up\b",
    re.IGNORECASE,
)
"""What a choice came to is told."""


_CAME_OUT = re.compile(
    r"(?:(?:and|so|but|then) )?(?:what (?:they|he|she|I|we) (?:all )?(?:told|said|found|saw|heard|learned|learnt)\b|"
    r"(?:(?:all|most|many|[\w-]{2,14}) of (?:them|the(?:se|m)?(?: \w{3,14})?) |they |he |she )"
    r"(?:all |both )?(?:told|said|answered|failed)\b|"
    r"(?:it|that) turned out\b)",
    re.IGNORECASE,
)
"""The beginning of a sentence that tells what came of the deed before it."""


def is_found_out(context: StoryContext, sentence: int) -> bool:
    """Whether the next sentence tells what came of it: "I called thirty of them. What they told me was that"."""
    return _CAME_OUT.match(heard(context, sentence + 1, most=LONGEST)) is not None


def is_told(context: StoryContext, place: int) -> bool:
    """Whether the teller turns to others with what happened, in this sentence or soon after it."""
    warned = place > 0 and _FOREWARNED.search(heard(context, place - 1, most=LONGEST)) is not None
    return warned or any(_TELLING.search(words) is not None for words in _onwards(context, place))


def is_told_to_them(context: StoryContext, place: int) -> bool:
    """Whether the teller turns to those whom it hit, in this sentence or soon after it: "I told him first"."""
    return any(
        (found := _TELLING.search(words)) is not None and _HEARD_OUT.match(words[found.end() :].lstrip()) is not None
        for words in _onwards(context, place)
    )


def is_acted_on(context: StoryContext, place: int) -> bool:
    """Whether a lesson is told to have been put to use, or to be a practice, in its sentence or the next ones."""
    return any(
        applies(words) or practice(words) is not None or habit(words) is not None for words in _onwards(context, place)
    )


def is_argued(context: StoryContext, span: Span) -> bool:
    """Whether the other side's reason is told, behind these words or in the next sentence."""
    place = context.sentence_at(span.start)
    if place is None:
        return False
    end = min(context.labels[place].span.end, span.end + LONGEST)
    told = [heard_within(context, span.end, end), heard(context, place + 1, most=LONGEST)]
    if _LOOKS_BACK.search(context.document.quote(clause(context, span))) is not None:
        told.append(heard(context, place - 1, most=LONGEST))
    if _OBJECTS_THAT.search(context.document.text, span.start, end) is not None:
        return True
    return any(_REASONED.search(words) is not None for words in told)


def is_argument(context: StoryContext, span: Span) -> bool:
    """Whether the words of somebody who is against it say why."""
    return _ARGUES.search(context.document.quote(span)) is not None


def is_shunned(words: str) -> bool:
    """Whether the teller kept out of a quarrel, which had no other side yet: "I didn't want to fight with her"."""
    return _SHUNNED.search(words) is not None


def is_granted(context: StoryContext, place: int) -> bool:
    """Whether the teller says that the other side was right."""
    return any(_WERE_RIGHT.search(words) is not None for words in _onwards(context, place))


def is_granted_to(context: StoryContext, span: Span) -> bool:
    """Whether the teller says that whoever these words are of was right, in their sentence or soon after it."""
    place = context.sentence_at(span.start)
    return place is not None and is_granted(context, place)


def is_regretted(context: StoryContext, words: str) -> bool:
    """Whether the teller turns somebody down here, "I said no", and elsewhere says that they had been right."""
    if _REFUSES.search(words) is None:
        return False
    rows = range(len(context.labels))
    return any(_OWNED_RIGHT.search(heard(context, place, most=LONGEST)) is not None for place in rows)


def is_taken(context: StoryContext, place: int) -> bool:
    """Whether the teller says straight behind a quarrel that it was their fault: "that was a mistake, and mine"."""
    return TAKEN.search(heard(context, place + 1, most=LONGEST)) is not None


def is_paid(context: StoryContext, place: int) -> bool:
    """Whether what a choice came to is told in figures or in time, around it."""
    around = [heard(context, place + step, most=LONGEST) for step in (-2, -1)]
    return any(_PAID.search(words) is not None for words in (*around, *_onwards(context, place)))


def _onwards(context: StoryContext, place: int) -> list[str]:
    steps = SPOKEN if context.document.register == "spoken" else WRITTEN
    return [heard(context, place + step, most=LONGEST) for step in range(steps + 1)]
