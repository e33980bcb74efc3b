"""A figure with the words around it, by which it is known again in another text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starproof.core.facts import Quantity
from starproof.extract.figures.numbers.tables import tables
from starproof.extract.text.words import singular
from starproof.parse.words import tokens

_AROUND = 60
"""Code points on each side that are looked at."""


@dataclass(slots=True)
class Telling:
    """One mention of a figure."""

    figure: Quantity
    words: frozenset[str]
    """The words near it that mean something, in the singular."""
    before: int = -1
    """The kept figure before it, by its place in the new text; -1 where there is none."""
    after: int = -1
    """The kept figure after it, likewise; the number of figures of the new text where there is none."""


def tellings(text: str, figures: Sequence[Quantity]) -> list[Telling]:
    """The figures of a text, each with its words."""
    return [Telling(figure, _words(text, figure)) for figure in figures]


def _words(text: str, figure: Quantity) -> frozenset[str]:
    known, span = tables(), figure.span
    sides = ((max(0, span.start - _AROUND), span.start), (span.end, min(len(text), span.end + _AROUND)))
    near = [token.word for start, end in sides for token in tokens(text, start, end)]
    told = [word for word in near if len(word) > 2 and word not in known.stop and word not in known.number_words]
    noun = figure.unit.split() if figure.kind == "count" else []
    return frozenset(singular(word) for word in [*told, *noun] if not word[0].isdigit())


def likeness(one: Telling, other: Telling) -> float:
    """Shared words over those of the side with fewer; for what is counted, whether it is called the same."""
    if one.figure.kind == other.figure.kind == "count" and one.figure.unit and other.figure.unit:
        return float(one.figure.unit.split()[-1] == other.figure.unit.split()[-1])
    fewer = min(len(one.words), len(other.words))
    return len(one.words & other.words) / fewer if fewer else 0.0
