"""What the features of each sentence weigh together, kept by its words, so that an edit costs only what it touches.

The features are those of ``features.features``, added up group by group: their weights are whole numbers, so that the
order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.keeping import kept
from starproof.understand.clauses import clause
from starproof.understand.features import (
    SIDES,
    Shown,
    Told,
    acting,
    beside,
    content,
    named,
    own,
    paired,
    place_of,
    placed,
    repeated,
    third,
    told,
)
from starproof.understand.model import Kind, weights


def summed(texts: Sequence[str], sentences: Sequence[Told], kind: Kind) -> list[list[float]]:
    """The score of each label for each sentence of a story, given its text and how it is told."""
    model, names, last = weights(kind), named(sentences), len(texts) - 1
    seen = repeated([_content(text) for text in texts])
    given = [_given(text, kind) for text in texts]
    rows = []
    for place, (text, sentence) in enumerate(zip(texts, sentences, strict=True)):
        total = _own(text, kind, opens=sentence.opens) + _acting(text, kind, names.intersection(sentence.words))
        total += _placed(text, kind, third(place, last)) + model.features.total([*place_of(place, last), seen[place]])
        total += sum([given[place + step][side] for side, step in SIDES.items() if 0 <= place + step <= last])
        rows.append(model.scores(total, _words(text, kind)))
    return rows


@kept
def shown(text: str) -> Shown:
    """The cues and shapes of a sentence."""
    return Shown.of(told(text, opens=False).words)


@kept
def _own(text: str, kind: Kind, *, opens: bool) -> int:
    return weights(kind).features.total(own(told(text, opens=opens), shown(text)))


@kept
def _acting(text: str, kind: Kind, names: frozenset[str]) -> int:
    clauses = clause(told(text, opens=False).words, names)
    return weights(kind).features.total([*acting(clauses), *paired(shown(text), clauses)])


@kept
def _placed(text: str, kind: Kind, part: int) -> int:
    return weights(kind).features.total(placed(part, shown(text)))


@kept
def _given(text: str, kind: Kind) -> dict[str, int]:
    """What a sentence adds to its neighbour on each side of which it may stand."""
    return {side: weights(kind).features.total(beside(side, shown(text))) for side in SIDES}


@kept
def _words(text: str, kind: Kind) -> int:
    return weights(kind).words.total(told(text, opens=False).words)


@kept
def _content(text: str) -> frozenset[str]:
    return content(told(text, opens=False).words)
