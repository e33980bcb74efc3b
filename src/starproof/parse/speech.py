"""Turns of speech: where a transcript without punctuation goes on to the next utterance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from starproof.core.text import Span

_WORD = re.compile(r"\S+")
_OPENERS = frozenset(
    ["so", "and", "but", "then", "anyway", "anyways", "okay", "ok", "yeah", "well", "now", "alright", "because"]
)
_SUBJECTS = frozenset(
    [
        "i",
        "we",
        "he",
        "she",
        "they",
        "it",
        "you",
        "that",
        "this",
        "there",
        "the",
        "my",
        "our",
        "his",
        "her",
        "their",
        "what",
        "when",
        "i'm",
        "i'd",
        "i've",
        "i'll",
        "we're",
        "we'd",
        "we've",
        "we'll",
        "it's",
        "that's",
        "there's",
        "he's",
        "she's",
        "they're",
        "they'd",
        "who",
        "nobody",
        "everybody",
        "everyone",
        "somebody",
        "people",
        "one",
        "in",
        "at",
        "by",
        "after",
        "before",
        "if",
        "as",
        "for",
        "on",
        "so",
        "then",
        "now",
        "the-first",
        "first",
        "um",
        "uh",
        "yeah",
    ]
)
_FILLERS = frozenset(["um", "uh", "er", "erm", "like", "yeah", "okay", "well", "you", "know", "actually", "basically"])
_SHORTEST = 6
"""Words that an utterance has at least, by which mere joined phrases stay together."""
_LONGEST = 45
"""Words after which any opener, and at last any word, starts the next one."""


def turns(text: str, span: Span) -> Iterator[Span]:
    """The utterances of a stretch without punctuation, in order; together they cover all its words."""
    words = list(_WORD.finditer(text, span.start, span.end))
    plain = [word.group().lower().replace("’", "'").strip(",") for word in words]
    start = 0
    for place in range(1, len(words)):
        broken = "\n" in text[words[place - 1].end() : words[place].start()]
        if len(words) - place >= 3 and _turns_at(plain, start, place, broken):
            yield Span(words[start].start(), words[place - 1].end())
            start = place
    if words:
        yield Span(words[start].start(), words[-1].end())


def _turns_at(words: Sequence[str], start: int, place: int, broken: bool) -> bool:
    length = place - start
    word, following = words[place], _next(words, place)
    if broken and length >= 3:
        return True
    if length < _SHORTEST:
        return False
    if word in ("so", "but", "anyway", "anyways", "okay", "ok", "alright") and following in _SUBJECTS:
        return not (
            word == "so" and words[place - 1] in ("and", "or", "not", "do", "did", "think", "said", "is", "was")
        )
    if word == "and":
        return following in _SUBJECTS and words[place - 1] not in ("and", "so")
    if length > _LONGEST // 2 and word in ("then", "because", "now", "which"):
        return following in _SUBJECTS
    return length >= _LONGEST and (word in _OPENERS or word in _SUBJECTS or length >= 2 * _LONGEST)


def _next(words: Sequence[str], place: int) -> str:
    """The next word that is no filler, within three."""
    for word in words[place + 1 : place + 4]:
        if word not in _FILLERS:
            return word
    return ""
