"""Cut a paragraph into sentences: at its punctuation where it has some, at the turns of speech where not.

Lines that are filled as far as they go are one text; notes jotted down line by line are a sentence each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.text import Span, trimmed
from starproof.parse.plain import plain
from starproof.parse.speech import turns

_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)|[。！？｡]+[」』”)]*|(?<=[.!?])[ \t]*\r?\n")
_BEFORE = re.compile(r"[^\s(\[\"“]{1,30}$")
_NEVER_LAST = frozenset("mr mrs ms dr prof vs e.g i.e eg ie approx cf rs z.b bzw ca incl excl fig bc bcs".split(" "))
"""Abbreviations that something must follow."""
_ABBREVIATIONS = _NEVER_LAST.union(
    "st sr jr etc inc ltd co corp dept vol al u.s u.k e.u a.m p.m ph.d m.sc b.sc est min max avg resp ext".split(" "),
    ("cond", "prev"),
)
_RAW_EVERY = 70
"""Words a sentence from which on a paragraph counts as speech written down without punctuation."""
_RAW_PARAGRAPH = 25
"""The same where nothing in the whole story ends with a mark, and it is known to be speech."""
_TELLING = 0.91
"""The share of words that are neither articles nor fillers, in most stories."""
_SPARE = 0.85
"""How many times the words are the fewest that a text without articles has."""
_FILLED = 1.5
"""How many times the words nobody fills a text with habits."""
_LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_FULL = 0.8
"""The part of the longest line from which on a line is full."""
_JOTTED = 3
"""Lines at least that a paragraph of notes has."""


def sentences(text: str, within: Span, *, raw: bool = False) -> Iterator[Span]:
    """The sentences of one paragraph, in order, without white space at their ends.

    Args:
        raw: whether it stands in a story that somebody spoke and that has no marks to end its sentences.
    """
    lines = _lines(text, within)
    most = _RAW_PARAGRAPH if raw else _RAW_EVERY
    for line in lines if _jotted(text, lines) else [within]:
        yield from _sentences(text, line, most)


def is_raw(text: str, *, told: bool = False) -> bool:
    """Whether speech was written down without marks: no sentence of it would have fewer than ``_RAW_EVERY`` words.

    Args:
        told: whether it is known to be speech, and not only guessed: then fewer words show it where nothing ends.
    """
    ended = sentence_ends(text)
    return _plainly_longer(text, _RAW_PARAGRAPH if told and not ended else _RAW_EVERY * max(ended, 1))


def sentence_ends(text: str) -> int:
    """How many marks end a sentence of a text."""
    return sum(1 for _ in _END.finditer(text))


def _lines(text: str, within: Span) -> list[Span]:
    """The lines of a paragraph without white space at their ends; none is empty."""
    ends = [found.span() for found in _LINE_END.finditer(text, within.start, within.end)]
    starts = [within.start, *(after for _, after in ends)]
    lines = [trimmed(text, *pair) for pair in zip(starts, [*(stop for stop, _ in ends), within.end], strict=True)]
    return [line for line in lines if len(line)]


def _jotted(text: str, lines: Sequence[Span]) -> bool:
    """Whether most lines end long before they are full: the next line's first word would have had room."""
    if len(lines) < _JOTTED:
        return False
    longest = max(map(len, lines))
    full = sum(len(line) + 1 + _first(text, after) > _FULL * longest for line, after in pairwise(lines))
    return 2 * full < len(lines) - 1


def _first(text: str, line: Span) -> int:
    """How long the first word of a line is."""
    return len(text[line.start : min(line.end, line.start + 30)].split(maxsplit=1)[0])


def _sentences(text: str, within: Span, most: int) -> Iterator[Span]:
    start = within.start
    for found in _END.finditer(text, within.start, within.end):
        if _is_end(text, start, found.start(), found.end(), within.end):
            yield from _unpunctuated(text, trimmed(text, start, found.end()), most)
            start = found.end()
    yield from _unpunctuated(text, trimmed(text, start, within.end), most)


def _is_end(text: str, start: int, stop: int, after: int, limit: int) -> bool:
    """Whether the punctuation in ``[stop, after)`` ends a sentence that began at ``start``."""
    mark = text[stop:after]
    rest = text[after : min(after + 12, limit)].lstrip()
    if not rest or mark[0] not in ".…":
        return mark[0] not in "!?" or not rest or not _goes_on(mark, rest)
    if mark.startswith(("..", "…")):
        return not (rest[0].islower() or rest[0] in ",;")
    return not _abbreviated(text, start, stop, rest) and rest[0] not in ",;:"


def _goes_on(mark: str, rest: str) -> bool:
    """``"Why?" he asked`` is one sentence; ``why? because`` in speech is two."""
    return len(mark) > 1 and rest[0].islower()


def _abbreviated(text: str, start: int, stop: int, rest: str) -> bool:
    found = _BEFORE.search(text, max(start, stop - 30), stop)
    word = found.group().lower().rstrip(".") if found else ""
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha() and text[stop - 1].isupper() and word != "i"):
        return True
    if word in ("no", "nos"):
        return rest[0].isdigit()
    if word in _ABBREVIATIONS:
        return rest[0].islower() or rest[0].isdigit()
    return word.isdigit() and len(word) <= 2 and found is not None and found.start() <= start  # "1. Then"


def _plainly_longer(words: str, most: int) -> bool:
    """Whether there are more words than so many, without fillers and the like, and articles by their usual share."""
    count = len(words.split())
    return count > _FILLED * most or (count > _SPARE * most and len(plain(words)) - 1 > _TELLING * most)


def _unpunctuated(text: str, span: Span, most: int) -> Iterator[Span]:
    """The sentence itself, or its turns where it is far too long to be one."""
    if not len(span):
        return
    if len(span) > 4 * most and _plainly_longer(text[span.start : span.end], most):
        yield from turns(text, span)
    else:
        yield span
