"""Starts that were given up: words said twice, words cut off, sentences begun again."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.text import Span
from starproof.parse.words import FILLERS, RESTARTED, Token
from starproof.practice.delivery.shapes import Restart

_LONGEST = 3
"""Words that are compared at most when a row is said twice."""
_TWICE = frozenset("very really so too no many much long far never yes yeah ok right well more had that not".split(" "))
"""Words that may rightly stand twice in a row."""
_OBJECTS = frozenset("it you her this that them".split(" "))
"""Words that may end one clause and begin the next."""
_SMALL = frozenset(
    (
        "a an the this that my our your his her its their i we you he she it they was were is are am be been have has "
        "had do does did will would could should can may might must to of in on at by for with from about as into and "
        "but or so if when because not didn't don't wasn't weren't i'm i'd i've we'd we've it's that's there let me us"
    ).split(" ")
)
"""Words that end no clause."""
_JOINING = frozenset("and but so or because then well yes no that if when".split(" "))
_WHO = frozenset("i we you he she they it".split(" "))
_UNFINISHED = frozenset(
    "was were had have has am is are will would could should can wanted needed went decided tried started got made "
    "took gave told asked".split(" ")
)
"""Verbs after which a sentence goes on, so that who breaks off there begins again."""
_ASIDE = frozenset(
    "think guess suppose mean believe admit confess know knew say said hope thought must should may might felt feel "
    "imagine reckon assume kid swear".split(" ")
)
"""Verbs of an aside: "I was, I think, wrong" is no restart."""


def restarts(text: str, words: Sequence[Token]) -> list[Restart]:
    """The restarts of a text, in order; what was given up twice is told twice, and the two share words.

    Args:
        words: the words of the text, as ``parse.words.tokens`` finds them.
    """
    said = [token for token in words if token.word not in FILLERS]
    found: list[Restart] = []
    place = 0
    while place < len(said):
        restart, length = _restart(text, said, place)
        if restart is not None:
            found.append(restart)
        place += length
    return found


def _restart(text: str, said: Sequence[Token], place: int) -> tuple[Restart | None, int]:
    """The restart that begins at a word, and how many words to go on by; its replacement may be given up too."""
    for length in range(min(_LONGEST, (len(said) - place) // 2), 0, -1):
        if _again(text, said, place, length):
            return Restart(Span(said[place].start, said[place + 2 * length - 1].end), "repeated"), length
    if _cut(text, said, place):
        return Restart(Span(said[place].start, said[place + 1].end), "cut"), 1
    if _begun(text, said, place):
        return Restart(Span(said[place].start, said[place + 3].end), "begun-again"), 2
    return None, 1


def _again(text: str, said: Sequence[Token], place: int, length: int) -> bool:
    """Whether the row of words is said twice at once, within one sentence, and not for emphasis."""
    first, second = said[place : place + length], said[place + length : place + 2 * length]
    if any(a.word != b.word for a, b in zip(first, second, strict=True)):
        return False
    if any(_ended(text, a, b) for a, b in zip(first, [*first[1:], second[0]], strict=True)):
        return False
    if length > 1:
        return not all(_is_figure(token.word) for token in first) and not _taken_up(text, said, place, length)
    return _word_again(text, first[0], second[0])


def _word_again(text: str, one: Token, other: Token) -> bool:
    """Of one word: small ones at once, others that are short with a break; "we had it, it ran" are two clauses."""
    word, broken = one.word, _between(text, one, other)
    if word in _TWICE or (word in _OBJECTS and broken == ","):
        return False
    return word in RESTARTED or (broken != "" and word.isalpha() and len(word) < 4)


def _taken_up(text: str, said: Sequence[Token], place: int, length: int) -> bool:
    """Whether a new clause takes up the noun that ended the last: "we rang my boss, my boss rang them"."""
    if place == 0 or said[place + length - 1].word in _SMALL:
        return False
    return said[place - 1].word not in _JOINING and not _between(text, said[place - 1], said[place])


def _is_figure(word: str) -> bool:
    return not word[0].isalpha()


def _cut(text: str, said: Sequence[Token], place: int) -> bool:
    """Whether the word breaks off at a dash and the next one begins with it: "impl- implemented"."""
    if place + 1 >= len(said):
        return False
    one, other = said[place], said[place + 1]
    mark = text[one.end : one.end + 1]
    whole = other.word.startswith(one.word) and len(other.word) > len(one.word)
    return mark in ("-", "–", "—", "…") and text[one.end + 1 : one.end + 2].isspace() and whole


def _begun(text: str, said: Sequence[Token], place: int) -> bool:
    """Whether a sentence breaks off behind its first verb and begins again: "we were, we had"."""
    if place + 4 >= len(said):
        return False
    who, verb, again, other, after = (token for token in said[place : place + 5])
    if who.word not in _WHO or again.word != who.word or verb.word not in _UNFINISHED or other.word in _ASIDE:
        return False
    broken = _between(text, verb, again)
    aside = "," in text[other.end : after.start]
    return bool(broken) and not _ended(text, verb, again) and not aside and not _between(text, who, verb)


def _between(text: str, one: Token, other: Token) -> str:
    return text[one.end : other.start].strip()


def _ended(text: str, one: Token, other: Token) -> bool:
    """Whether a sentence ends between two words."""
    return any(mark in text[one.end : other.start] for mark in ".!?;\n") and "..." not in text[one.end : other.start]
