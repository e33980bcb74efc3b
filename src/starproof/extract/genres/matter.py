"""What a story is about: people, whose worth is not told in money, or the work."""

from __future__ import annotations

from starproof.core.document import Document
from starproof.core.keeping import Very, kept, remembered
from starproof.parse.words import said, tokens

_OF_PEOPLE = (
    "attrition", "burnout", "burned", "coach", "conflict", "develop", "diversity", "employee", "feedback", "fire",
    "hire", "hiring", "layoff", "mentor", "morale", "motivat", "perform", "person", "promot", "recruit",
    "relationship", "reorganisation", "reorganization", "resign", "retain", "retention", "someone", "somebody",
    "struggl", "successor", "talent", "trust", "underperform",
)  # fmt: skip
"""Beginnings of words by which a question asks for people: "how did you coach someone who struggled?"."""
_ANYBODY = ("someone", "somebody", "person")
_OVER_A_MATTER = ("argu", "challeng", "convinc", "disagree", "influenc", "overrul", "persuad", "pushed", "stood")
"""Beginnings of words by which a question about somebody asks for a matter: "you disagreed with someone senior"."""
_PERSON = frozenset("he she him her his hers he'd she'd he's she's himself herself".split(" "))
_HALF = 0.5
"""The share of sentences with one person in them from which a story is about people."""


def about_people(document: Document) -> bool:
    """Whether a story is about a person, a team's trust or the like, by its question or by who is in its sentences."""
    return _about_people(Very(document))


@remembered(1)
def _about_people(story: Very[Document]) -> bool:
    """The same, asked for by each figure of a story, and looked for once."""
    document = story.thing
    if _asks_for_people(f"{document.question or ''} {document.title or ''}"):
        return True
    told = [_of_one(document.quote(sentence.span)) for sentence in document.sentences]
    return sum(told) >= max(1.0, _HALF * len(told))


def _asks_for_people(asked: str) -> bool:
    words = [token.word for token in tokens(asked)]
    over = any(word.startswith(_OVER_A_MATTER) for word in words)
    return any(word.startswith(_OF_PEOPLE) and not (over and word.startswith(_ANYBODY)) for word in words)


@kept
def _of_one(sentence: str) -> bool:
    """Whether one person stands in a sentence."""
    return any(token.word in _PERSON for token in said(sentence))
