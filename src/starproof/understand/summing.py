"""What the features of each sentence weigh together, kept by its words, so that an edit costs only what it touches.

The features are those of ``features.features``, added up group by group: their weights are whole numbers, so that the
order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.keeping import kept, remembered
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

_FAR = max(SIDES.values())
_NOBODY: list[dict[str, int]] = [dict.fromkeys(SIDES, 0)] * _FAR
"""What is given where a story has ended, or has not begun."""


def summed(texts: Sequence[str], sentences: Sequence[Told], kind: Kind) -> list[tuple[float, ...]]:
    """The score of each label for each sentence of a story, given its text and how it is told."""
    names, last = named(sentences), len(texts) - 1
    seen = repeated([_content(text) for text in texts])
    given = [*_NOBODY, *(_given(text, kind) for text in texts), *_NOBODY]
    rows = []
    for place, (text, sentence) in enumerate(zip(texts, sentences, strict=True)):
        here = names.intersection(sentence.words) if names else names
        total = _alone(text, kind, third(place, last), here, opens=sentence.opens)
        total += _standing(place, last, seen[place], kind)
        total += sum([given[place + _FAR + step][side] for side, step in SIDES.items()])
        rows.append(_scores(text, kind, total))
    return rows


@kept
def shown(text: str) -> Shown:
    """The cues and shapes of a sentence."""
    return Shown.of(told(text, opens=False).words)


@kept
def _scores(text: str, kind: Kind, total: int) -> tuple[float, ...]:
    return tuple(weights(kind).scores(total, _words(text, kind)))


@remembered(4096)
def _standing(place: int, last: int, seen: str, kind: Kind) -> int:
    """What it weighs where a sentence stands, and how much of it was named before."""
    return weights(kind).features.total([*place_of(place, last), seen])


@kept
def _alone(text: str, kind: Kind, part: int, names: frozenset[str], *, opens: bool) -> int:
    """What a sentence weighs by its own words, in this third of a story that has these names."""
    return _own(text, kind, opens=opens) + _acting(text, kind, names) + _placed(text, kind, part)


@kept
def _own(text: str, kind: Kind, *, opens: bool) -> int:
    return weights(kind).features.total(own(told(text, opens=opens), shown(text)))


@kept
def _acting(text: str, kind: Kind, names: frozenset[str]) -> int:
    clauses = clause(told(text, opens=False).words, names)
    return weights(kind).features.total([*acting(clauses), *paired(shown(text), clauses)])


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
