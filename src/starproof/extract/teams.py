"""How many teams and organisations a story involves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from starproof.core.document import Document
from starproof.core.facts import Measure
from starproof.core.text import Span
from starproof.extract.counted import Counted
from starproof.extract.tokens import Token, tokens
from starproof.extract.words import singular, words

MOST_TEAMS = 500
MOST_ORGANISATIONS = 100_000


def teams(document: Document, counts: Sequence[Counted]) -> Measure | None:
    """Teams involved or affected; "three other teams" counts the speaker's own beside them."""
    found = [*_told(counts), *_in_words(document)]
    return max(found, key=lambda m: (m.value, -m.span.start), default=None)


def _told(counts: Sequence[Counted]) -> Iterator[Measure]:
    for count in counts:
        if count.noun in words("nouns", "teams") and 1 <= count.value <= MOST_TEAMS and not _apart(count):
            more = {*count.near(1), *count.inside, *count.next(2)} & words("teams", "more")
            yield Measure(count.value + 1 if more else count.value, count.span)


def _apart(count: Counted) -> bool:
    """ "Their 30 teams", "moved over in six groups": somebody else's teams, or parts of a work."""
    if set(count.near(2)) & words("teams", "others"):
        return True
    if count.noun not in {"group", "crew"} or len(count.inside) > 2:
        return False
    people = words("nouns", "people") | words("nouns", "builders") | words("teams", "more")
    return "in" in count.near(1) and not any(singular(word) in people for word in count.near(4))


def _in_words(document: Document) -> Iterator[Measure]:
    """ "Both teams", "my own team", "a team of six"."""
    for sentence in document.sentences:
        row = list(tokens(document.text, sentence.span.start, sentence.span.end))
        for place, token in enumerate(row):
            if place and singular(token.word) in words("nouns", "teams"):
                yield from _worded(row, place)


def _worded(row: Sequence[Token], place: int) -> Iterator[Measure]:
    token, last = row[place], [t.word for t in row[max(0, place - 3) : place]]
    if token.word != singular(token.word):
        if words("teams", "both") & set(last):
            yield Measure(2, Span(row[place - 1].start, token.end))
    elif words("teams", "sole") & set(last) and {"my", "our", "had", "have", "a", "i"} & set(last):
        yield Measure(1, Span(row[place - 1].start, token.end))


def organisations(counts: Sequence[Counted]) -> Measure | None:
    """Business units, countries, companies and the like that the story involves, two or more."""
    nouns = words("nouns", "organisations")
    found = [
        Measure(count.value, count.span)
        for count in counts
        if count.noun in nouns and 2 <= count.value <= MOST_ORGANISATIONS
    ]
    return max(found, key=lambda m: (m.value, -m.span.start), default=None)
