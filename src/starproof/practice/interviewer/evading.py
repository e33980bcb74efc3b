"""How an answer can fail to be one: it does not know, may not say, goes round the question, or is over at once."""

from __future__ import annotations

import re

from starproof.core.text import Span
from starproof.practice.interviewer.hearing import Heard

SHORT = 25
"""Words below which an answer to the first question is one line."""
LONG = 230
"""Words from which an answer without anything the speaker did is a ramble."""
SLIGHT = 60
"""Words up to which a turn of this sort of words is nothing but that."""
_UNKNOWING = re.compile(
    r"\b(?:i|we) (?:really |honestly |actually |just |simply ){0,2}(?:don't|do not|dont|didn't|did not|can't|"
    r"cannot|cant|"
    r"couldn't|could not|never|wouldn't) (?:really |actually |honestly |even |exactly |quite )?"
    r"(?:know|remember|recall|have (?:that|the|a|an|any|it|those|one)|tell you|say for|measured?|track(?:ed)?|"
    r"count(?:ed)?|"
    r"look(?:ed)?)\b|\bno idea\b|\bnot (?:really |entirely )?(?:sure|certain)\b|\bi(?:'d|"
    r" would) have to (?:check|look|ask)\b|"
    r"\boff the top of my head\b|\bhard to say\b|\bno one (?:measured|tracked|counted)\b|\bescapes me\b|"
    r"\bnobody (?:measured|tracked|counted|knows|wrote)\b|\b(?:wasn't|was not|weren't) (?:measured|tracked|counted)\b|"
    r"\bdon't have (?:that|the|a|an|any|it)\b|\bno clue\b|\bdunno\b",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?:confidential|under (?:an )?nda|not (?:allowed|permitted|free) to|can't (?:share|disclose|discuss|"
    r"talk about)|"
    r"cannot (?:share|disclose|discuss|talk about)|may not (?:share|disclose|say)|rather not (?:say|share|talk)|"
    r"don't want to (?:say|share|talk))\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:(?:as|like) i (?:said|mentioned|told you|was saying|explained)|i (?:already|just) (?:said|answered|"
    r"told|mentioned|"
    r"explained)|the (?:important|main|real) (?:thing|point|question|story) (?:here )?is|"
    r"what (?:really )?matters (?:here )?is|"
    r"what i can say is|let me (?:talk|tell you) (?:about|instead)|let's (?:not|move on|talk about)|"
    r"it(?:'s| is) (?:complicated|a long story|hard to put)|it depends|generally speaking|in general|"
    r"i (?:wouldn't|would not) (?:focus|dwell|worry|get hung)|i don't think (?:that|it|this)(?:'s| is|"
    r" was)? (?:the|really|"
    r"that|matters?|relevant|important)|not (?:really )?(?:the point|relevant|important)|the bigger picture|"
    r"at the end of the day|(?:it was )?(?:a )?team effort|everyone (?:contributed|pitched in|played)|"
    r"everybody (?:contributed|pitched in|played)|trust me|good question|there were (?:a lot of|"
    r"many) (?:factors|things|"
    r"moving parts)|a lot of (?:things|factors|people)|various (?:things|reasons|factors)|you know how (?:it|these)|"
    r"i'm (?:a|the) (?:kind|type|sort) of|i like to think|i pride myself|i believe (?:in|strongly)|moving on|anyway)\b",
    re.IGNORECASE,
)


def unknowing(heard: Heard) -> Span | None:
    """The words that say that the speaker does not know, where the turn is about that; else ``None``."""
    return _slight(heard, _UNKNOWING)


def secret(heard: Heard) -> bool:
    """Whether the speaker may not, or would rather not, say; then nobody insists."""
    return _slight(heard, _SECRET) is not None


def round_about(heard: Heard) -> Span | None:
    """The words with which a short turn goes round the question."""
    return _slight(heard, _ROUND)


def _slight(heard: Heard, words: re.Pattern[str]) -> Span | None:
    found = words.search(heard.plain) if 0 < heard.words <= SLIGHT else None
    return Span(*found.span()) if found else None
