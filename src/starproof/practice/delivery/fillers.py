"""Words that only fill time, where they clearly do."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.text import Span
from starproof.parse.words import FILLERS, Token
from starproof.practice.delivery.shapes import Filler

_YES = frozenset(["mhm"])
"""A sound that answers, and fills nothing."""
_NUMBERED = "mm"
"""A filler, but millimetres after a number."""
_EXCLAIMED = "ah"
"""A filler inside a sentence; at its beginning it shows surprise."""
_ROWS = ("you know", "i mean", "sort of", "kind of")
_NOT_AFTER = {
    "you know": frozenset("do did if as let lets that what how when before don't didn't would will can may".split()),
    "i mean": frozenset("what do did that not if whom who which and".split()),
    "sort of": frozenset(
        "a the this that these those what which some any one every all each no same other another right wrong "
        "different new first last certain particular whatever".split()
    ),
}
"""Words after which the row says something: "that sort of work", "do you know", "what I mean"."""
_NOT_BEFORE = {
    "you know": frozenset("that what how why who whom whose where when which the my your our about if whether him her "
                          "them it me us this these those each every".split()),
    "i mean": frozenset("that by to it this".split()),
    "sort of": frozenset(),
}  # fmt: skip
"""Words before which it does: "you know what", "I mean to", unless a comma stands between."""
_BEFORE_LIKE = frozenset("a an the my our their his her its and so but then because just".split(" "))
"""Words that "like" set off by a comma after it cannot belong to."""
_ARTICLES = frozenset(["a", "an"])
_LIKENED = frozenset("minded for or and to a an the this that".split(" "))
"""Words after which "a like" is no filler: "a like-minded colleague", "a like and a share"."""


def fillers(text: str, words: Sequence[Token]) -> list[Filler]:
    """The fillers of a text, in order and apart.

    Args:
        words: the words of the text, as ``parse.words.tokens`` finds them.
    """
    found = []
    place = 0
    while place < len(words):
        length = _length(text, words, place)
        if length:
            span = Span(words[place].start, words[place + length - 1].end)
            found.append(Filler(span, " ".join(token.word for token in words[place : place + length])))
        place += length or 1
    return found


def _length(text: str, words: Sequence[Token], place: int) -> int:
    """How many words of a filler begin here; 0 for none."""
    word = words[place].word
    if word in FILLERS:
        return int(_hesitates(text, words, place))
    if word == "like":
        return int(_idle_like(text, words, place))
    row = " ".join(token.word for token in words[place : place + 2])
    return 2 if row in _ROWS and _idle(text, words, place, "sort of" if row == "kind of" else row) else 0


def _hesitates(text: str, words: Sequence[Token], place: int) -> bool:
    """Whether it is no abbreviation ("the ER"), unit ("5 mm"), exclamation or answer."""
    token = words[place]
    shouted = text[token.start : token.end].isupper()
    exclaimed = token.word == _EXCLAIMED and (place == 0 or _ends(text, words[place - 1], token))
    measured = token.word == _NUMBERED and place > 0 and words[place - 1].word[-1].isdigit()
    return token.word not in _YES and not (shouted or measured or exclaimed)


def _idle(text: str, words: Sequence[Token], place: int, row: str) -> bool:
    before, after = _word(words, place - 1), _word(words, place + 2)
    begins = place == 0 or _broken(text, words[place - 1], words[place])
    ends = after == "" or _broken(text, words[place + 1], words[place + 2])
    if "\n" in text[words[place].end : words[place + 1].start] or _broken(text, words[place], words[place + 1]):
        return False
    return (begins or before not in _NOT_AFTER[row]) and (ends or after not in _NOT_BEFORE[row])


def _idle_like(text: str, words: Sequence[Token], place: int) -> bool:
    """Between commas, said twice, beside "um", or between "a" and what it names."""
    before, after = _word(words, place - 1), _word(words, place + 1)
    begins = place > 0 and _broken(text, words[place - 1], words[place])
    ends = after != "" and _broken(text, words[place], words[place + 1])
    if before in FILLERS or after in FILLERS or after == "like":
        return True
    if before in _ARTICLES and not begins:
        return after != "" and after not in _LIKENED and text[words[place].end] != "-"
    return ends and (begins or before in _BEFORE_LIKE)


def _word(words: Sequence[Token], place: int) -> str:
    return words[place].word if 0 <= place < len(words) else ""


def _broken(text: str, one: Token, other: Token) -> bool:
    """Whether a mark stands between two neighbouring words."""
    return any(not character.isspace() for character in text[one.end : other.start])


def _ends(text: str, one: Token, other: Token) -> bool:
    return any(mark in text[one.end : other.start] for mark in ".!?\n")
