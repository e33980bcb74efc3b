"""Whether a text repeats one of the guide's exemplars: interviewers have read those too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from starproof.core.document import Document
from starproof.core.facts import GenreReading
from starproof.core.guide import Exemplar
from starproof.core.keeping import Very, kept
from starproof.core.text import Span
from starproof.parse.words import said

RUN = 5
"""Words in a row that two writers seldom share by chance."""
SHARE = 0.5
"""Share of a text's words inside such runs from which it counts as copied."""
QUOTED = 3

Exemplars = Very[tuple[Exemplar, ...]]
Runs = Mapping[tuple[str, ...], frozenset[str]]


def copied(document: Document, exemplars: tuple[Exemplar, ...]) -> GenreReading | None:
    """The reading of a text that is mostly one exemplar's words; ``None`` for a text of its own."""
    known = Very(exemplars)
    spans = [sentence.span for sentence in document.sentences]
    texts = [document.quote(span) for span in spans]
    shared = [_shared(text, known) for text in texts]
    if not any(shared):
        return None
    total = sum(len(said(text)) for text in texts)
    most = sum(shared, Counter[str]()).most_common(1)
    if not most or most[0][1] < SHARE * total:
        return None
    number = most[0][0]
    because = f"Most of its words are those of the guide's exemplar {number}, which interviewers know too."
    return GenreReading("copied", because, _quoted(spans, shared, number))


def _quoted(spans: Sequence[Span], shared: Sequence[Counter[str]], number: str) -> tuple[Span, ...]:
    return tuple(span for span, counts in zip(spans, shared, strict=True) if counts[number])[:QUOTED]


@lru_cache(maxsize=8)
def _runs_of(known: Exemplars) -> Runs:
    found: dict[tuple[str, ...], set[str]] = {}
    for exemplar in known.thing:
        for part in (exemplar.situation, exemplar.task, *exemplar.actions, *exemplar.results):
            for run in _runs(part):
                found.setdefault(run, set()).add(exemplar.id)
    return {run: frozenset(ids) for run, ids in found.items()}


@kept
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    words = [token.word for token in said(text)]
    return tuple(zip(*[words[place:] for place in range(RUN)], strict=False))


@kept
def _shared(text: str, exemplars: Exemplars) -> Counter[str]:
    """How many of a sentence's words stand in a run of each exemplar."""
    known = _runs_of(exemplars)
    covered: dict[str, set[int]] = {}
    runs = _runs(text)
    for place, run in enumerate(runs if not known.keys().isdisjoint(runs) else ()):
        for number in known.get(run, ()):
            covered.setdefault(number, set()).update(range(place, place + RUN))
    return Counter({number: len(places) for number, places in covered.items()})
