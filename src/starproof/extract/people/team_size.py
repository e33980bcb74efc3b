"""How many the teller's people are where no trade is named: "we were four", "me and six others", "my team (8)".

A count with a noun, "eight engineers", is read off the figures; here the words around a bare number, or around lads and
boys, say that it is the teller's own group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.facts import Measure
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.figures.numbers.tables import tables
from starproof.extract.text.rows import Row
from starproof.parse.words import said

LONGEST = 600
"""Code points of a sentence that are looked at."""
_NAMED = {**tables().digits, **tables().teens, "twenty": 20}
_VALUES = {word: number for word, number in _NAMED.items() if number > 1}
_DIGITS = r"[1-9]\d?(?![\d.,%:/’'-]*\d)(?!\s?%)"
_NUMBER = rf"(?P<number>{'|'.join(sorted(_VALUES, key=len, reverse=True))}|{_DIGITS})"
_GROUP = r"(?:team|group|crew|squad|lot)"
_PEOPLE = r"(?:people|persons?|ppl|engineers?|devs?|developers?|programmers?)"
_MATES = r"(?:lads|boys|guys|girls|fellas|fellows|blokes|chaps|folks)"
_OTHERS = rf"(?:(?:young|other|good)\s)?(?:{_MATES}|{_PEOPLE}|others|men|women|colleagues|more)\b"
_END = r"(?=\s*(?:[,.;:!?)–—-]|$))"
_ON = r"(?=\s(?:and|so|but|in|with|then|altogether|of|at|i|we|all|now|who|the|only)\b)"
_HOUR = r"(?!\s(?:of\sthe|in\sthe\s(?:morning|evening|afternoon|night)|and\sa\shalf|all\b|at\s(?:night|home)\b))"
_AS = r"(?:only|just|about|now|maybe|still)"
_SIZES = tuple(
    Seldom(size, re.IGNORECASE)
    for size in (
        rf"\bwe(?:[’']re|\sare|\swere)\s(?:{_AS}\s|a\ssmall\s{_GROUP},\s)?{_NUMBER}\b{_HOUR}(?:{_END}|{_ON})",
        rf"\b(?:my|our)\s(?:[\w-]+\s)?{_GROUP}(?:\s(?:is|was|are|were)|,?\s(?:it|that)[’']s|[’']s|\s=|:)\s(?:{_AS}\s)?"
        rf"{_NUMBER}\b{_HOUR}(?:{_END}|{_ON}|(?=\s{_PEOPLE}\b))",
        rf"\b(?:me|i|myself)\s?(?:and|plus|with|\+|&)\s(?:my\s)?{_NUMBER}\b"
        rf"(?:\s{_OTHERS}|{_END}|(?=\s(?:and|so|but|in|then|who)\b))",
        rf"(?<![\w.,])(?:the\s)?{_NUMBER}(?:\s{_OTHERS})?\s?(?:\+|plus|and|&)\s?me\b{_END}",
        rf"\b(?:my|(?:i|we)[’'](?:ve|d)|(?:i|we)\s(?:have|had|got)|[’']ve\sgot|your)\s{_NUMBER}\s(?:(?:young|good)\s)?"
        rf"{_MATES}\b",
        rf"\b{_GROUP}\s?\({_NUMBER}(?:\s(?:of\sus|{_PEOPLE}))?\)",
        rf"\bi\s(?:manage|managed|lead|led|run|ran|head|headed)\s[^.(!?;,]{{2,40}}\s\({_NUMBER}(?:\s{_PEOPLE})?\)",
        rf"(?<![\w.,]){_NUMBER}\s(?:[a-z]+\s)?in\s(?:my|our|(?:the|t[’'])\s?(?=(?:[\w-]+\s)?team))\s?(?:[\w-]+\s)?{_GROUP}\b",
        rf"\b(?:my|a\ssmall|manager\sof\sthe|lead\sof\sthe|(?:had|got|have|manage|managed|lead|led|ran|run)\sthe)"
        rf"\s(?:[\w-]+\s){{0,2}}{_GROUP}(?:\sthere)?,\s(?:(?:it|that)[’']s\s)?{_NUMBER}"
        rf"(?:\s(?:of\s(?:them|us)|{_PEOPLE}|strong))?{_END}",
        rf"\bem\sof\s{_NUMBER}\b(?:{_END}|{_ON})",
        rf"^\W*{_NUMBER}\sppl\b",
    )
)
"""How a story says it; each names the number."""
_OTHERS_THERE = re.compile(r"\b(?:all|the|other|different|both)\s(?:the\s)?teams\b", re.IGNORECASE)
"""The number is of several teams."""


def team_size(row: Row) -> Measure | None:
    """The largest group that the teller calls their own by its number alone; of equals the first."""
    return max(_told(row), key=lambda one: (one.value, -one.span.start), default=None)


def _told(row: Row) -> Iterator[Measure]:
    begin = 0
    for sentence, end in zip(row.sentences, row.last, strict=True):
        found = _size(sentence)
        if found is not None:
            value, first, after = found
            yield Measure(value, Span(row.starts[begin + first], row.ends[begin + after]))
        begin = end


@kept
def _size(sentence: str) -> tuple[float, int, int] | None:
    """The largest number of the teller's people in a sentence, with the places of its first and last word."""
    if not _numbered(sentence) or _OTHERS_THERE.search(sentence) is not None:
        return None
    found = (one for size in _SIZES for one in size.finditer(sentence[:LONGEST]))
    best = max(found, key=lambda one: (_value(one["number"]), -one.start()), default=None)
    if best is None or _value(best["number"]) < min(_VALUES.values()):
        return None
    row = said(sentence)
    inside = [place for place, token in enumerate(row) if token.end > best.start() and token.start < best.end()]
    return _value(best["number"]), inside[0], inside[-1]


def _numbered(sentence: str) -> bool:
    return any(token.word in _VALUES or token.word[0].isdecimal() for token in said(sentence))


def _value(number: str) -> float:
    return float(_VALUES.get(number.lower()) or number)
