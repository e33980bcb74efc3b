"""People whom the speaker's side grew: promoted, made lead, become senior."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.document import Document
from starproof.core.facts import Measure
from starproof.core.text import Span
from starproof.extract.text.rows import row_of
from starproof.extract.text.words import words
from starproof.parse.words import Token

_BACK = 8
_AHEAD = 5
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def grown(document: Document) -> Measure | None:
    """The most people that one sentence says rose, with its words; ``None`` where none says so.

    The speaker, a boss, those who came before and things (a build that is promoted to production) do not count.
    """
    row = row_of(document)
    found: list[Measure] = []
    start = 0
    for end in row.last:
        found.extend(_in_sentence(document.text, row.tokens(start, end)))
        start = end
    return max(found, key=lambda m: (m.value, -m.span.start), default=None)


def _in_sentence(text: str, said: Sequence[Token]) -> Iterator[Measure]:
    plain = [token.word for token in said]
    barred = words("grown", "bosses") | words("grown", "things")
    for place, word in enumerate(plain):
        before, after = plain[:place], plain[place + 1 : place + 1 + _AHEAD]
        if word not in words("grown", "verbs") or _denied(before) or barred & {*before[-_BACK:], *after[:4]}:
            continue
        last = _rise(word, before, after, named=any(text[t.start].isupper() for t in said[place + 1 : place + 2]))
        if last is not None:
            first = max(0, place - 3)
            yield Measure(_how_many(before, after), Span(said[first].start, said[place + last].end))


def _denied(before: Sequence[str]) -> bool:
    """Not so, not yet, or before the speaker's time."""
    earlier = any(one == "before" and two in ("me", "us") for one, two in pairwise(before))
    return earlier or bool(set(before[-4:]) & words("grown", "denied"))


def _rise(word: str, before: Sequence[str], after: Sequence[str], *, named: bool) -> int | None:
    """How many words after the verb the rise is told; ``None`` where nobody rises.

    "She was promoted", "I promoted Ana", "I made her the lead", "two of them became senior engineers".
    """
    near = set(before[-4:])
    ours = bool(near & words("grown", "ours"))
    whom = bool(after) and (named or after[0] in words("grown", "whom"))
    rank = next((number for number, said in enumerate(after, 1) if said in words("grown", "ranks")), None)
    if word == "promoted":
        passive = bool(set(before[-3:]) & words("grown", "passive")) and not ours
        return min(2, len(after)) if passive or (ours and whom) else None
    if word in words("grown", "made"):
        return rank if ours and whom else None
    return rank if before and not ours and not near & words("grown", "nobody") else None


def _how_many(before: Sequence[str], after: Sequence[str]) -> float:
    """The number of people told just before or after; one where none is told."""
    for word in (*reversed(before[-_BACK:]), *after[:2]):
        if word in _SMALL:
            return float(_SMALL.index(word) + 1)
        if word.isascii() and word.isdecimal() and len(word) < 3 and int(word):
            return float(word)
    return 1.0
