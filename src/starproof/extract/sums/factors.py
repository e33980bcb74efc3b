"""Products of what an amount itself says it is told by: "an idle crane costs $260 an hour", 24 cranes, 16 hours.

Wherever the things and the lengths stand that the words around a price name, they are multiplied with it, one of each
sort; only sums that are nearly what is stated are made, or ten times off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import product

from starproof.core.keeping import Shelf
from starproof.extract.sums import wording
from starproof.extract.sums.distant import FAR
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.likeness import alike
from starproof.extract.sums.reading import LOOSE, Reading, conceivable, misplaced
from starproof.extract.sums.scales import scale
from starproof.extract.sums.scene import Scene
from starproof.extract.sums.sorts import PEOPLE
from starproof.extract.sums.yearly import TIMES, by_year

_BY = frozenset("a an per each every one".split(" "))
_STEM, _NAMED = 5, 2
"""How much of a word is compared, and how many words behind "a" or "per" may name the piece."""
_MOST, _OFF = 4, 1.35
"""How many things and lengths of a sort are tried, nearest first, and how far off a product of theirs may be."""
_TONNES, KILOS = frozenset(["tonne", "ton"]), frozenset(["kilo", "kg", "kilog"])
ANYBODY = frozenset(["head", "perso", "seat"])

_PIECES: Shelf[frozenset[str]] = Shelf()


def pieces(price: Figure) -> frozenset[str]:
    """Beginnings of the words that say by what an amount is told: "a turbine", "per head", "an hour"."""
    found = _PIECES.get(price.wording)
    return _PIECES.put(price.wording, frozenset(_pieces(price))) if found is None else found


def _pieces(price: Figure) -> Iterator[str]:
    for words in (price.lead[-60:].split(), price.tail[:60].split()):
        for at, word in enumerate(words):
            if word in _BY:
                yield from (_stem(named) for named in words[at + 1 : at + 1 + _NAMED] if named.isalpha())


def _stem(word: str) -> str:
    return word.rstrip("s")[:_STEM]


def of_piece(figure: Figure) -> str:
    """How the word begins that a price told by such a thing would name; nothing where it counts none."""
    if figure.kind == "duration":
        unit = figure.quantity.text.lower().rstrip("s").rsplit(" ", 1)[-1]
        return _stem(unit) if unit.isalpha() else ""
    return _stem(figure.noun) if figure.kind == "count" and figure.noun else ""


def told_by(price: Figure, figure: Figure) -> float:
    """How many pieces a figure counts that a price is told by; nothing where it counts others."""
    named, mine = pieces(price), of_piece(figure)
    if not mine:
        return 0.0
    if mine in named or (figure.noun in PEOPLE and not ANYBODY.isdisjoint(named)):
        return figure.value / scale(figure.quantity) if figure.kind == "duration" else figure.value
    return 1000 * figure.value if figure.noun in _TONNES and not KILOS.isdisjoint(named) else 0.0


def priced(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """Every product of an amount with one of the things and one of the lengths that it is told by."""
    told = scene.story.figures[max(0, figure.place - FAR) : figure.place][::-1]
    for price in told:
        if price.kind == "money" and alike(price, figure) and pieces(price):
            found = _by_sort(price, told)
            several = product(*found.values()) if len(found) > 1 else ()
            for factors in (*[[one] for some in found.values() for one in some], *several):
                yield from _reading(figure, price, factors)


def _by_sort(price: Figure, told: Sequence[Figure]) -> Mapping[str, list[tuple[Figure, float]]]:
    """The things and the lengths that a price is told by, each value once."""
    found: dict[str, list[tuple[Figure, float]]] = {}
    for figure in told:
        many = 0.0 if figure is price else told_by(price, figure)
        sort = found.setdefault(figure.kind, []) if many else []
        if many and len(sort) < _MOST and many not in [other for _, other in sort]:
            sort.append((figure, many))
    return found


def _reading(figure: Figure, price: Figure, factors: Sequence[tuple[Figure, float]]) -> Iterator[Reading]:
    times = TIMES.get(price.often, ()) if by_year(figure) else ()
    for repeats in (1.0, *times[:1]):
        computed = math.prod([price.value, repeats, *(many for _, many in factors)])
        if not conceivable(figure.value, computed):
            continue
        counts = [counted for counted, _ in factors]
        told = partial(wording.joined, (*counts, price), " times ", computed, figure.quantity)
        operands = (*(f.index for f in counts), price.index)
        reading = Reading("sum", figure.value, computed, operands, LOOSE, told)
        if 1 / _OFF <= figure.value / computed <= _OFF or misplaced(reading):
            yield reading
