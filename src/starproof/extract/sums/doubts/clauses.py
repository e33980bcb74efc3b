"""What the words around a figure make of it: one more amount, a share of what is just named, a range times so many."""

from __future__ import annotations

import math
import re
from itertools import pairwise, takewhile

from starproof.extract.sums.kinds.differences import known_rest
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import Reading, agrees, rest_of
from starproof.extract.sums.story.scales import SECONDS
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.sorts import PEOPLE
from starproof.extract.text.changing import CHANGES

_ADDED = frozenset(["plus"])
_MADE_OF = ("sum", "annualised", "share")
_DISTANCES = frozenset(["difference", "relative_change", "multiple"])
_NEXT = frozenset(["and", ";", "but", "then", "."])
"""Behind a figure, these open a clause of its own."""
_CLAUSE_ENDS = frozenset(". , ; : ! ? ¶ ) – — - and but which so because or".split())
_RESTATED = frozenset(["made", "total"])
_JUST, _APPOSED, _SOON = 2, 4, 5
_FRACTION = re.compile(r"(?:an?|one) (?:quarter|third|fifth|sixth|seventh|eighth|ninth|tenth)")
_CHANGED = CHANGE | CHANGES | {"by", "off"}
_INCLUDED = frozenset("with including included incl counting".split())
_TWO = 2
_STOPS = frozenset(", ; : ( . → = – —".split())
_OTHERS = frozenset("others other rest remaining remainder".split())
_IS = frozenset("is are was were".split())
_MARGINS = ("difference", "versus_target", "relative_change")
_MORE_OR_LESS = (("more",), ("fewer",), ("less",))
_BESIDE = (("inside",), ("within",), ("under",), ("over",), ("below",), ("above",), ("past",), ("beyond",))


def told_as_another(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the words say that a figure is no such sum, or that it need not come out exactly."""
    if _within_range(scene, reading) or added(figure, reading):
        return True
    if _of_what_comes(scene, figure, reading) or _of_its_own(scene, figure, reading) or _what_is_left(figure, reading):
        return True
    if _of_people(scene, figure, reading) or _half_again(scene, figure, reading) or _divided(scene, figure, reading):
        return True
    if _of_one_unit(scene, figure, reading) or _taken_back(figure) or _next_to_rest(scene, figure, reading):
        return True
    return _of_noun(figure, reading) or _a_fourth(scene, figure, reading) or _with_more(scene, figure, reading)


def _with_more(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether an amount says that another is in it: "or $2.2 million a year, counted with the overtime of $45,000"."""
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    more = [f for f in behind if f.kind == figure.kind == "money" and f.sentence == figure.sentence]
    if reading.kind not in ("annualised", "sum") or not more or more[0].index in reading.operands:
        return False
    clause = tuple(takewhile(lambda word: word != "and", figure.after[:_SOON]))
    return not _INCLUDED.isdisjoint(clause)


def _of_people(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether so many more people would be reckoned of amounts or lengths: "$24 less, and 22 % more people stay"."""
    if reading.kind != "relative_change" or figure.after[:1] not in _MORE_OR_LESS:
        return False
    whom = "".join(figure.after[1:2])
    people = whom == "people" or whom.removesuffix("s") in PEOPLE
    return people and all(operand.kind in ("money", "duration") for operand in scene.at(reading.operands))


def _half_again(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether what is told as so much more would be so much less: "5,400, it was 8,100, half as much again"."""
    if figure.after[:1] != ("as",) or "again" not in figure.after[1:3] or reading.kind != "relative_change":
        return False
    base, other = scene.at(reading.operands)[:: len(reading.operands) - 1]
    return other.value < base.value


def _divided(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a number is told as divided by the next, and would be off a goal: "19,000 over 850 is 22 days"."""
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    if reading.kind not in _MARGINS or figure.after != ("over",) or not behind:
        return False
    return behind[0].index not in reading.operands


def _of_one_unit(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a margin names a single unit as its goal, and no figure is that: "nine seconds inside the minute"."""
    if reading.kind not in _MARGINS or figure.after[:1] not in _BESIDE or figure.after[1:2] != ("the",):
        return False
    unit = SECONDS.get("".join(figure.after[2:3]))
    return unit is not None and all(operand.value != unit for operand in scene.at(reading.operands))


def _taken_back(figure: Figure) -> bool:
    """Whether whoever says a figure puts it right at once: "five percent lower, or points, sorry"."""
    return ("or", "points") in pairwise(figure.after[:_SOON])


def _of_what_comes(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a distance is told of the figure before it, and would be one to a figure of the next clause.

    "It was 10.5 %, 3.5 points lower, and by August 7.7 %".
    """
    if reading.kind not in _DISTANCES or not figure.place or figure.tied.rest or not figure.tied.pause:
        return False
    places = [operand.place for operand in scene.at(reading.operands)]
    return figure.place + 1 in places and figure.place - 1 in places and not _NEXT.isdisjoint(figure.after)


def _next_to_rest(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether nothing is left of two that are added, or what is left is told of others still.

    "41 of the others moved", "950 went, 350 stayed; the other 100".
    """
    if reading.kind != "difference" or known_rest(figure):
        return False
    ends = sorted(scene.at(reading.operands), key=lambda operand: operand.place)
    if len(ends) == _TWO and " plus " in scene.story.between(*ends):
        return True  # "240 grand in people plus 70 for the vans, so 310" is no distance
    if figure.after[:2] == ("of", "the") and not _OTHERS.isdisjoint(figure.after[2:3]):
        return True
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    near = [f for f in behind if f.kind == figure.kind and f.sentence - figure.sentence <= 1]
    return any(known_rest(f) and f.value != figure.value for f in near) and not figure.tied.strong


def _of_its_own(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a percent that no word ties says something else of the whole, or of a part: "12 of 40 shut, 70 % stayed".

    So "and 45 % of the staff left", "45 % in the north"; "a third of them" between two commas says it once more.
    """
    if reading.kind != "share" or figure.quantity.unit != "%" or figure.tied.strong or figure.before[-1:] == ("(",):
        return False
    if presented(figure) in _RESTATED or max([f.place for f in scene.at(reading.operands)]) != figure.place - 1:
        return False
    after = figure.after
    if "and" in figure.before[-_JUST:] and after[:1] == ("of",):
        return True
    clause = after[1:_APPOSED] if after[:1] == ("of",) else after[:1]
    return bool(after) and _CLAUSE_ENDS.isdisjoint(clause)


def _what_is_left(figure: Figure, reading: Reading) -> bool:
    """Whether a plain fraction that no word makes a change is what became of a figure: "from 2.4 to 0.6, a quarter"."""
    if reading.kind != "relative_change" or not _FRACTION.fullmatch(" ".join(figure.own)):
        return False
    changed = not _CHANGED.isdisjoint((*figure.before[-3:], *figure.after[:2]))
    return not changed and agrees(figure.quantity, rest_of(reading))


def of_the_last(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "so 70 %" follows on a number of its own sentence, and would be a share of sentences before that.

    "I put 4 of 17 nurses on it. Now 90 wards have it, so 70 %" is told of the wards, whatever they are of.
    """
    if reading.kind != "share" or figure.quantity.unit != "%" or not figure.tied.strong or not figure.place:
        return False
    last = scene.story.figures[figure.place - 1]
    before = max((one.end for one in scene.at(reading.operands)), default=figure.end)
    ended = any(mark in scene.story.text[before : last.start] for mark in ".!?")  # speech without stops is one sentence
    return ended and last.kind in ("count", "money") and last.sentence == figure.sentence


def _within_range(scene: Scene, reading: Reading) -> bool:
    """Whether an operand is a range that takes in what is stated: "two or three minutes" twenty times are fifty."""
    ranges = [f.quantity.high / f.value for f in scene.at(reading.operands) if f.quantity.high and f.value > 0]
    widest = math.prod(ranges)
    return bool(ranges) and reading.computed / widest <= reading.stated <= reading.computed * widest


def added(figure: Figure, reading: Reading) -> bool:
    """Whether an amount is put to the one before, and so comes of none: "$150K a year, plus, on his word, $500K"."""
    if reading.kind == "difference":  # "280 grand in people plus ninety for the machines"
        return figure.before[-1:] == ("plus",) and _STOPS.isdisjoint(figure.before)
    return figure.kind == "money" and reading.kind in _MADE_OF and not _ADDED.isdisjoint(figure.before)


def _of_noun(figure: Figure, reading: Reading) -> bool:
    """Whether a clause says how many of what its sentence names: "from 40 to 16. For the small, which is 70 %"."""
    if reading.kind != "relative_change" or figure.kind != "percent" or figure.before[-2:-1] != ("which",):
        return False
    return not _IS.isdisjoint(figure.before[-1:]) and not {".", "¶"}.isdisjoint(figure.before)


def _a_fourth(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether "a quarter" may be a fourth and no three months: "40 weeks and a quarter on top, so 50"."""
    operands = scene.at(reading.operands)
    others = [f.value for f in operands if f.own[-1:] != ("quarter",)]
    if reading.kind not in ("sum", "difference") or len(operands) != 2 or len(others) != 1:
        return False
    return any(math.isclose(figure.value, others[0] * times) for times in (1.25, 0.75))
