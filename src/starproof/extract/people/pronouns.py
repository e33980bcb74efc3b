"""Whom "she" or "his" stands for: a name before it, where it can mean nobody else."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.extract.people.names_person import ANYBODY, NEVER, NO_PLACE

PRONOUNS = frozenset("she he her his him herself himself she'd he'd she's he's she’d he’d she’s he’s".split(" "))
_OF_PERSONS = ("er", "or", "ist", "ian", "man", "men", "ess", "ant", "ee", "eer", "wife", "son", "mother", "sister")
"""How words for people end; other words that end so merely keep a pronoun from being believed."""
_NOBODY = frozenset(
    (
        "reason season lesson never ever after under over rather whether either or for three see free fee agree degree "
        "later earlier sooner better quarter summer winter number order paper letter offer matter however"
    ).split(" ")
)
"""Words that merely end like those for people."""
TAKEN_UP = 11
"""Words behind a name in which a pronoun may take it up."""
_EARLIER = 40
"""Words before a name in which somebody else may be told that the pronoun stands for."""


def taken_up(words: Sequence[str], first: int, last: int) -> bool:
    """Whether "she" or "his" behind a name can mean nobody else: no one before it in the sentence, no one between."""
    before = words[max(0, first - _EARLIER) : first]
    if (before and before[-1].lower() in NO_PLACE | {"to"}) or any(map(is_somebody, before)):
        return False
    for word in words[last + 1 : last + 1 + TAKEN_UP]:
        if word.lower() in PRONOUNS:
            return True
        if is_somebody(word) or word == ".":
            return False
    return False


def is_somebody(word: str) -> bool:
    """Whether a word may be what "she" or "he" stands for."""
    plain = word.lower()
    return is_called(word) or (plain.endswith(_OF_PERSONS) and plain not in _NOBODY)


def is_called(word: str) -> bool:
    """Whether a word stands for somebody for sure: a pronoun, a role or a name."""
    plain = word.lower()
    known = plain in PRONOUNS or plain in ANYBODY or plain in ("who", "somebody", "someone", "whoever")
    named = word[:1].isupper() and plain not in ("i", "i'm", "i've", "i'd", "i’m", "i’ve", "i’d") and word not in NEVER
    return known or named
