"""Annualised sums: a rate and what it comes to in a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import of_like_size
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.reading import LOOSE, TIGHT, Reading
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import currency, period
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES, holds

_MISTAKEN = {
    "day": (7.0, 12.0, 30.0, 52.0, 200.0, 300.0),
    "week": (4.0, 10.0, 12.0, 48.0, 50.0),
    "month": (3.0, 4.0, 10.0, 11.0, 52.0),
    "quarter": (3.0, 12.0),
    "half": (1.0, 4.0, 12.0),
}
"""What people take a rate times by mistake for a year."""
_SAME = re.compile(r"^ (?:[a-z]+ ){0,3}?(?:, |\( )?(?:or|at|from|that is|which is|i\.e\.|=)? ?(?:about |roughly )?$")
LOOK_BACK = 150
_LONGEST_REST = 12


def yearly(scene: Scene, place: int) -> Iterator[Reading]:
    """Every rate that this amount a year may be the yearly sum of."""
    figure = scene.story.figures[place]
    if not by_year(figure):
        return
    tied = figure.tied
    linked = (
        (tied.strong or tied.pause or (len(figure.before) <= 3 and "and" not in figure.before))
        and tied.plain
        and len(tied.rest) <= _LONGEST_REST
    )
    for pair in scene.pairs_near(figure, LOOK_BACK):
        if (_rated(figure, pair.first) or _rated(figure, pair.last)) and of_like_size(pair.before, pair.after):
            tie = scene.tie(pair, place, words=frozenset())
            if tie is not None:
                yield from _of_pair(scene, figure, pair, tie)
    for distance, rate in enumerate(_rates(scene, place)):
        if _each(rate):
            continue
        tie = (
            TIGHT
            if linked and distance == 0 and figure.start - rate.end <= LOOK_BACK and _next_to(scene, rate, figure)
            else LOOSE
        )
        yield from _of_rate(scene, figure, rate, tie)
    yield from _coming(scene, figure)


def by_year(figure: Figure, *, money: bool = True) -> bool:
    """Whether this is money a year, by its unit or by the words next to it; any amount where ``money`` is off."""
    if money and figure.kind != "money":
        return False
    mine = period(figure.quantity) if figure.kind == "money" else ""
    if mine == "year" or (mine and mine in figure.quantity.text.lower()):
        return mine == "year"
    return figure.a_year


def _rated(figure: Figure, rate: Figure) -> bool:
    same = rate.kind == "money" and currency(rate.quantity) == currency(figure.quantity)
    return same and period(rate.quantity) in TIMES


def _rates(scene: Scene, place: int) -> list[Figure]:
    figure = scene.story.figures[place]
    return [f for f in scene.story.earlier(place) if _rated(figure, f)][:6]


def _each(rate: Figure) -> bool:
    return bool(
        re.search(r" (?:each|every|per) (?:\S+ ){0,3}$", rate.lead[-30:])
        or re.search(r"^ (?:\S+ ){1,5}?each ", rate.tail)
    )


def _next_to(scene: Scene, rate: Figure, figure: Figure) -> bool:
    between = scene.story.figures[rate.place + 1 : figure.place]
    return all(f.kind != "money" or f.index in scene.derived for f in between) and len(between) <= 2


def mistaken(rate: float, often: str) -> tuple[float, ...]:
    """What people take for a year of a rate by mistake."""
    return tuple([rate * times for times in _MISTAKEN[often]])


def _of_rate(scene: Scene, figure: Figure, rate: Figure, tie: int) -> Iterator[Reading]:
    often = period(rate.quantity)
    slips = mistaken(rate.value, often)
    for number, (times, least) in enumerate(scene.turns(figure).of(often)):
        computed = rate.value * times
        told = partial(wording.a_year, (rate,), computed, figure.quantity, over=counted(times, often))
        tied = tie if number == 0 else LOOSE
        reading = Reading("annualised", figure.value, computed, (rate.index,), tied, told, slips)
        if holds(figure, reading, rate.value, least):
            yield reading


def counted(times: float, often: str) -> str:
    """How often a rate was taken, where it is not for a whole year."""
    return "" if times in TIMES[often] else f"{wording.number(times)} {often}s"


def _of_pair(scene: Scene, figure: Figure, pair: Pair, tie: int) -> Iterator[Reading]:
    rate = pair.first if _rated(figure, pair.first) else pair.last
    often, operands = period(rate.quantity), (pair.first.index, pair.last.index)
    for number, (times, least) in enumerate(scene.turns(figure).of(often)):
        if number and times in TIMES[often][1:]:
            continue  # what is saved by the day is saved all year round, if nothing is said
        computed = abs(pair.before - pair.after) * times
        told = partial(wording.a_year, (pair.first, pair.last), computed, figure.quantity, over=counted(times, often))
        reading = Reading("annualised", figure.value, computed, operands, LOOSE if number else tie, told)
        if holds(figure, reading, abs(pair.before - pair.after), least):
            yield reading


def _coming(scene: Scene, figure: Figure) -> Iterator[Reading]:
    """A rate told right after its yearly sum."""
    for later in scene.story.figures[figure.place + 1 : figure.place + 2]:
        if _rated(figure, later) and later.start - figure.end <= 40:
            words = spaced(words_of(scene.story.text[figure.end : later.start]))
            yield from _of_rate(scene, figure, later, TIGHT if _SAME.search(words) else LOOSE)
