"""Stories that repeat one of the guide's exemplars: the guide itself says which principle they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from starproof.core.guide import Exemplar
from starproof.understand.sketch import sketch

LEAST_SHARED = 10
"""Telling words in common from which a story repeats an exemplar, even in other words. Stories of the training corpus
share 8 at most with any; an exemplar told in other words shares 12 to 23 with itself, seldom less."""


@dataclass(frozen=True, slots=True)
class Known:
    """The exemplars of a guide by their telling words."""

    exemplars: tuple[Exemplar, ...]
    places: Mapping[str, tuple[int, ...]]

    def repeated(self, terms: Iterable[str]) -> Exemplar | None:
        """The exemplar that a story with these telling words repeats, if there is one."""
        shared = [self.places[term] for term in terms if term in self.places]
        if len(shared) < LEAST_SHARED:
            return None
        counts = Counter(chain.from_iterable(shared))
        most = max(counts.values())
        if most < LEAST_SHARED:
            return None
        return self.exemplars[min(place for place, count in counts.items() if count == most)]


@cache
def known(exemplars: tuple[Exemplar, ...]) -> Known:
    """The exemplars ready to be compared with; made once for each guide."""
    places: dict[str, tuple[int, ...]] = {}
    for place, exemplar in enumerate(exemplars):
        text = " ".join((exemplar.situation, exemplar.task, *exemplar.actions, *exemplar.results))
        for term in sketch(text=text, title=exemplar.title).terms:
            places[term] = (*places.get(term, ()), place)
    return Known(exemplars, places)
