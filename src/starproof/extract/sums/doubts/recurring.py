"""Whether the words say how often an amount recurs, so that a year of it may be held against what is told by the year.

A pilot that cost $100,000 and saves $400,000 a year is no twelve months of anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from starproof.extract.sums.story.distant import often
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.presented import of_all, presented
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.said import said_around
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_TURNS = {"day": ("day", "daily", "dai"), "year": ("year", "annual")}
"""How the words for a period begin, where they do not begin as it is called."""
_ANY, _YEAR = ("dai", "day", "week", "month", "quarter"), _TURNS["year"]
_SHORTENED = frozenset("mo mth wk qtr pm pw pa".split(" "))
_RUN_RATE = re.compile(r" (?:run rate|run-rate|annualised|annualized|over (?:a|the|one) year|in a (?:full )?year) ")
_PRICE = frozenset("cost costs paid pay spent bought charged price fee once one-off one-time upfront front".split(" "))
_PRICED = 4
"""Words before an amount within which it is told as a price, and is paid but once if nothing else is said."""
_GOES_BACK = frozenset(
    "so that that's thats which hence thus therefore then makes make gives comes or = this year yearly annual twelve "
    "annually annualised annualized".split(" ")
)
_AS_SAID = 0.005
"""By how much of itself a year that is told may miss the sum of its parts, for what people round off."""
_SEVERAL = 2
"""From so many parts on there is something to add up."""
_STOPS = frozenset(". ; ¶ ? !".split(" "))


def guessed(scene: Scene, figure: Figure, reading: Reading, *, right: bool) -> bool:
    """Whether nothing tells how often the amount recurs that a year would be of, or that the figure is by the year.

    A sum that comes out may be of an amount whose period is told with another.
    """
    if reading.kind != "annualised":
        return False
    operands = scene.at(reading.operands)
    told = [_recurs(scene, operand, _turn(figure, operand)) for operand in operands]
    carried = [one or _carried(scene, operand) for one, operand in zip(told, operands, strict=True)]
    if right:
        return not (any(carried) or figure.tied.strong or _RUN_RATE.search(figure.lead[-45:] + figure.tail[:60]))
    by_year = figure.often or figure.a_year or figure.tied.strong or _names((*figure.own, *figure.after), _YEAR)
    sure = any(told) and all(carried) and by_year
    return not sure or _anew(scene, figure, operands) or _year_told(scene, figure, operands)


def of_no_year(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether nothing says that a figure is the year, or the total of years, that it would be held to."""
    if guessed(scene, figure, reading, right=False) or _by_the_piece(figure, reading):
        return True
    return once_only(scene, figure, reading) or times_a_year(scene, figure, reading)


def _by_the_piece(figure: Figure, reading: Reading) -> bool:
    """Whether an amount is told of one thing, and of no time: "a hull is 400,000 per ship" is no year."""
    return reading.kind == "annualised" and not figure.often and figure.after[:1] in (("per",), ("each",), ("apiece",))


def once_only(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether an amount by the year would be what several amounts add up to that are told once, and as no total.

    "The tool cost 180,000, leaving the contract 350,000, 530,000 in all, and we save 1.1 million a year."
    """
    if reading.kind != "sum" or figure.kind != "money" or figure.often != "year" or len(reading.operands) < _SEVERAL:
        return False
    operands = scene.at(reading.operands)
    if any(one.kind != "money" or one.often or often(scene.story, one) for one in operands):
        return False
    exact = abs(reading.stated - reading.computed) <= _AS_SAID * reading.computed
    return not exact and presented(figure) not in ("total", "made")


def times_a_year(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a total would be a number of things times a year's amount that is reckoned for all of them already.

    "We let two carriers go, it is 36,000 a month, 432,000 a year. Together with the refunds we save 1.1 million."
    """
    if reading.kind != "sum" or not of_all(figure):
        return False
    operands = scene.at(reading.operands)
    prices = [one for one in operands if one.kind == figure.kind]
    if len(prices) != 1 or len(operands) == len(prices) or said_around(prices[0]).each:
        return False
    years = [rest for place, rest in scene.rests.items() if place == prices[0].place or prices[0].place in rest.places]
    return any(rest.of_a_rate for rest in years)


def _year_told(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether the amount's own year is told as well: "15,000 a quarter, 60,000 a year; now 45,000 a year"."""
    if len(operands) != 1:
        return False
    (rate,) = operands
    years = [rate.value * times for times in TIMES.get(rate.often, ())]
    others = [f for f in scene.story.figures if f.often == "year" and f.kind == rate.kind and f.index != figure.index]
    return any(abs(other.value - year) <= _AS_SAID * year for other in others for year in years)


def _anew(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a sentence of its own tells a figure, and nothing in it goes back: "I won one worth $200,000 a year"."""
    span = scene.story.sentences[figure.sentence]
    if any(operand.end > span.start for operand in operands):
        return False
    words = words_of(scene.story.text[span.start : figure.start])
    return _GOES_BACK.isdisjoint(words) and not _RUN_RATE.search(spaced(words))


def _carried(scene: Scene, figure: Figure) -> bool:
    """Whether an amount recurs by a neighbour's words, and is not told as paid once."""
    return bool(often(scene.story, figure)) and _PRICE.isdisjoint(figure.before[-_PRICED:])


def _turn(figure: Figure, operand: Figure) -> tuple[str, ...]:
    """How the words tell the period of what a figure is a year or a part of a year of."""
    if operand.often:
        return _TURNS.get(operand.often, (operand.often,))
    return _YEAR if figure.often in TIMES else _ANY


def _recurs(scene: Scene, figure: Figure, words: tuple[str, ...]) -> bool:
    """Whether a figure's own words or those of its sentence say how often it recurs; of a price its own words must."""
    clause = takewhile(lambda word: word not in _STOPS, figure.after)
    if _names((*figure.own, *clause), words):
        return True
    if not _PRICE.isdisjoint(figure.before[-_PRICED:]):
        return False
    span = scene.story.sentences[figure.sentence]
    return _names(words_of(scene.story.text[span.start : figure.start]), words)


def _names(told: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether one of these words is told; a half year is no year."""
    halved = "half" in words
    return any(
        (word.startswith(words) or word in _SHORTENED) and (halved or before != "half")
        for before, word in pairwise(("", *told))
    )
