"""What the features of each sentence weigh together, kept by its words, so that an edit costs only what it touches.

The features are those of ``features.features``, added up group by group: their weights are whole numbers, so that the
order of adding changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from starproof.core.keeping import kept
from starproof.understand.clauses import clause
from starproof.understand.features import (
    SIDES,
    THIRDS,
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
from starproof.understand.model import LONG_BITS, Kind, weights

_FAR = max(SIDES.values())
_NOBODY: list[tuple[int, ...]] = [(0,) * len(SIDES)] * _FAR
"""What is given where a story has ended, or has not begun."""
_MASK = (1 << LONG_BITS) - 1


class Weighed(NamedTuple):
    """What a sentence weighs by its own words, all but its content as totals of rows."""

    content: frozenset[str]
    words: int
    own: int
    acting: int
    """Its main clause, where no name of the story stands in it."""
    given: tuple[int, ...]
    """What it adds to its neighbour on each of ``SIDES`` on which it may stand."""
    placed: tuple[int, ...]
    """What it adds in each third of a story."""


def summed(texts: Sequence[str], sentences: Sequence[Told], kind: Kind) -> list[tuple[float, ...]]:
    """The score of each label for each sentence of a story, given its text and how it is told."""
    names, last, steps = named(sentences), len(texts) - 1, [_FAR + step for step in SIDES.values()]
    weighed = [_weighed(text, kind) for text in texts]
    seen = repeated([one.content for one in weighed])
    given = [*_NOBODY, *[one.given for one in weighed], *_NOBODY]
    rows = []
    for place, (text, sentence, one) in enumerate(zip(texts, sentences, weighed, strict=True)):
        here = names.intersection(sentence.words) if names else names
        total = one.own + one.placed[third(place, last)] + (_acting(text, kind, here) if here else one.acting)
        total += _standing(place, last, seen[place], sentence.opens, kind)
        total += sum([given[place + step][side] for side, step in enumerate(steps)])
        rows.append(_scores(text, kind, total))
    return rows


@kept
def shown(text: str) -> Shown:
    """The cues and shapes of a sentence."""
    return Shown.of(told(text, opens=False).words)


@kept
def _scores(text: str, kind: Kind, total: int) -> tuple[float, ...]:
    return tuple(weights(kind).scores(total, _weighed(text, kind).words))


@lru_cache(maxsize=4096)
def _standing(place: int, last: int, seen: str, opens: bool, kind: Kind) -> int:
    """What it weighs where a sentence stands, and how much of it was named before."""
    return weights(kind).features.total([*place_of(place, last), seen, *(["opens:"] if opens else [])])


@kept
def _weighed(text: str, kind: Kind) -> Weighed:
    model, sentence, here = weights(kind), told(text, opens=False), shown(text)
    telling = {*here.cues, *here.telling()}
    around = sum([_around(name, name in telling, kind) for name in (*here.cues, *here.shapes)])
    each = [around >> LONG_BITS * field & _MASK for field in range(len(SIDES) + THIRDS)]
    return Weighed(
        content(sentence.words),
        model.words.total(sentence.words),
        model.features.total(own(sentence, here)),
        _acting(text, kind, frozenset()),
        tuple(each[: len(SIDES)]),
        tuple(each[len(SIDES) :]),
    )


@lru_cache(maxsize=8192)
def _around(name: str, telling: bool, kind: Kind) -> int:
    """What a cue or a shape adds to each neighbour, and where it is telling in each third, one behind the other."""
    only = Shown((), (name,)), Shown((name,) if telling else (), ())
    rows = [*(beside(side, only[0]) for side in SIDES), *(placed(part, only[1]) for part in range(THIRDS))]
    return sum(weights(kind).features.total(row) << LONG_BITS * field for field, row in enumerate(rows))


@kept
def _acting(text: str, kind: Kind, names: frozenset[str]) -> int:
    clauses = clause(told(text, opens=False).words, names)
    return weights(kind).features.total([*acting(clauses), *paired(shown(text), clauses)])
