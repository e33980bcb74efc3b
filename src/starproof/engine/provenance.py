"""Which figures of a story its author's words about their origin are meant for."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from starproof.core.document import ParseNote, Provenance
from starproof.core.facts import Quantity
from starproof.extract.quantities import quantities

_MOST = 200
"""Code points of an entry that are read as a figure."""


def with_provenance(given: Sequence[Provenance], figures: Sequence[Quantity]) -> dict[int, Provenance]:
    """What the author says of each figure, by the figure's index.

    An entry is meant for the figures that stand in the story in its own words, else for those of equal kind,
    value and unit. The first entry that speaks of a figure counts.
    """
    found: dict[int, Provenance] = {}
    for entry in given:
        for index in _meant(entry, figures):
            found.setdefault(index, entry)
    return found


def unmatched(given: Sequence[Provenance], found: Mapping[int, Provenance]) -> Iterator[ParseNote]:
    """A note for each entry that speaks of no figure of the story."""
    spoken = {_plain(entry.figure) for entry in found.values()}
    for entry in given:
        if _plain(entry.figure) not in spoken:
            yield ParseNote(
                "numbers-figure",
                f'The numbers of this story name "{entry.figure[:60]}", which is no figure of its text. '
                "Write the figure as it stands there.",
            )


def _meant(entry: Provenance, figures: Sequence[Quantity]) -> list[int]:
    words = _plain(entry.figure)
    if same := [index for index, figure in enumerate(figures) if _plain(figure.text) == words]:
        return same
    read = quantities(entry.figure[:_MOST])
    return [index for index, figure in enumerate(figures) if _equal(read[0], figure)] if len(read) == 1 else []


def _plain(words: str) -> str:
    return "".join(words.split()).casefold()


def _equal(one: Quantity, other: Quantity) -> bool:
    return (
        one.kind == other.kind
        and math.isclose(one.value, other.value, rel_tol=1e-9)
        and one.high == other.high
        and _same_unit(one, other)
    )


def _same_unit(one: Quantity, other: Quantity) -> bool:
    """Money may leave out its period, a count or score its noun."""
    if one.kind == "money":
        (currency, _, period), (currency_2, _, period_2) = one.unit.partition("/"), other.unit.partition("/")
        return currency == currency_2 and (period == period_2 or not (period and period_2))
    return one.unit == other.unit or (one.kind in ("count", "score") and not (one.unit and other.unit))
