"""Sums that nobody means, though their figures are near: unlike things added, a whole and its own part, a single one
multiplied. A figure is never held to one of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from starproof.extract.sums.kinds.differences import leaves_rest
from starproof.extract.sums.kinds.parts import of_those
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.reading import Reading, resolution
from starproof.extract.sums.story.scales import scale
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED
from starproof.extract.text.words import words

_TENS, _HUNDRED, _THOUSAND, _TENTH_OF_PERCENT = 9.0, 100.0, 1000.0, 0.001
ROUGH = 0.1
"""The share by which a figure may miss what follows from one that is told as rough."""
_HEDGES = frozenset("like maybe perhaps say".split())
"""Right before a number, these say that it is a rough one: "a tenth of them pay, like seven thousand"."""
_FEW = 12
_KNOWN = frozenset("the my our his her their these those other both".split())
_GONE = frozenset("left leave leaves quit gone went resigned retired".split())
_COME = frozenset("come came joined hired arrived returned".split())
"""Behind a number of people, these say that they are no part, or no part from before, of what there is."""
_LOST, _HIRED = frozenset(["lost", "lose"]), frozenset(["hired", "added", "recruited", "hire", "took"])
"""The same right before a number."""
_WHEN = frozenset("in during after before within when because since by for to us".split())
"""Behind "left", these make it go away and not remain."""
_PROMISED = frozenset("promised promise target goal pledged".split())


def senseless(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a reading puts together what belongs to no sum, or misses by no more than a rough operand does."""
    operands = scene.at(reading.operands)
    if _one_number(scene, operands) or _money_times_money(figure, reading, operands):
        return True
    if reading.kind == "sum" and (_single(operands) or _unlike(figure, operands) or _own_part(operands)):
        return True
    if reading.listed and (_a_rate(figure, operands) or _a_change(operands)):
        return True
    if reading.kind == "difference" and (_margin_of_length(operands) or _described(figure, operands)):
        return True
    if reading.kind in ("sum", "difference") and _some_gone(figure, operands):
        return True
    if reading.kind == "sum" and (_of_another_turn(figure, operands) or _told_later(figure, reading, operands)):
        return True
    if reading.kind == "sum" and not reading.listed and _rough(reading, operands):
        return True
    if reading.kind == "annualised":
        return _rough(reading, operands)
    if _within_millions(reading, operands):
        return True
    return _shifted(figure, reading) or _told_in_points(figure, reading, operands) or within_a_digit(figure, reading)


def _one_number(scene: Scene, operands: Sequence[Figure]) -> bool:
    """Whether one of them is half of a number, said in two: "we sold twelve sixty" is no twelve and no sixty."""
    figures, places = scene.story.figures, {operand.place for operand in operands}
    beside = [figures[max(0, place - 1) : place + 2] for place in sorted(places)]
    pairs = [pair for row in beside for pair in pairwise(row) if places & {pair[0].place, pair[1].place}]
    return any(_said_on(scene, one, two) for one, two in pairs)


def _said_on(scene: Scene, one: Figure, two: Figure) -> bool:
    spoken = all(f.kind == "count" and f.quantity.text.isalpha() for f in (one, two))
    return spoken and scene.story.text[one.end : two.start] == " "


def _money_times_money(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether one amount would be multiplied by another."""
    priced = reading.kind == "sum" and not reading.listed and figure.kind == "money" and len(operands) == 2
    if not priced or any(operand.kind != "money" or operand.bare for operand in operands):
        return False
    return math.isclose(reading.computed, operands[0].value * operands[1].value, rel_tol=_TENTH_OF_PERCENT)


def _single(operands: Sequence[Figure]) -> bool:
    """One of a thing times an amount is the amount: "one squad", and what the whole country brought."""
    return any(o.kind == "count" and o.value == 1 and o.noun for o in operands) and len({o.kind for o in operands}) > 1


def _unlike(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether two counts of unlike things are added to a bare number: "nine regions, 190 technicians, so 300"."""
    nouns = {operand.noun for operand in operands}
    counts = len(operands) == 2 and all(operand.kind == "count" for operand in operands)
    return counts and len(nouns) == 2 and all(nouns) and not figure.noun


def _own_part(operands: Sequence[Figure]) -> bool:
    """Whether a part meets its own whole: "twelve, and seven of those stayed", "eight reports, of whom three lead"."""
    return any(map(of_those, operands[1:]))


def _some_gone(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether some of them only went, and others came: "we were 34, 5 left and 14 came, so 43"."""
    gone = [f for f in operands if not (_GONE.isdisjoint(f.after[:3]) and _LOST.isdisjoint(f.before[-1:]))]
    come = any(not _COME.isdisjoint(f.before[-6:] if f is figure else f.after[:3]) for f in (*operands, figure))
    come = come or any(not _HIRED.isdisjoint(f.before[-1:]) for f in operands)
    return come and 0 < len(gone) < len(operands)


def _margin_of_length(operands: Sequence[Figure]) -> bool:
    """Whether one length is how far from a date it was, and the other how long it took: "in 7 weeks, 32 days ahead"."""
    off = [not _OFF_DATE.isdisjoint(f.after[:1]) for f in operands]
    return all(f.kind == "duration" for f in operands) and any(off) and not all(off)


def _described(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a clause says who is counted, which no distance between plain numbers is: "forty people who wait"."""
    told = figure.kind == "count" and bool(figure.noun) and figure.after[:1] == ("who",)
    return told and all(not operand.noun for operand in operands)


_OFF_DATE = frozenset("ahead early late overdue".split())


def _a_rate(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether one of what is added up to a length is so many a day: "five days, and the other nine one a day"."""
    return figure.kind == "duration" and any(f.kind == "count" and f.often for f in operands)


def _a_change(operands: Sequence[Figure]) -> bool:
    """Whether one of what is added up says in percent how another went: "from 32 to 12, down 60 %"."""
    unlike = len({f.kind for f in operands}) > 1
    return unlike and any(f.kind == "percent" and not CHANGE.isdisjoint(f.before[-1:]) for f in operands)


def _told_later(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether both factors of a product come only in a sentence behind it, where another thing is told."""
    return not reading.listed and all(operand.sentence > figure.sentence for operand in operands)


def _of_another_turn(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether an amount by the month or week would be a total over some time, or what comes at another turn.

    "After seven months claims came from 1.2M to 350k per month, so we save 850k monthly" is no seven times anything,
    nor is an amount by the month a number of teams times one by the week. Of a year both are reckoned.
    """
    turn = figure.often
    if figure.kind != "money" or turn in ("", "year") or len(operands) == 1:
        return False
    if any(operand.kind == "duration" for operand in operands):
        if not any(word.startswith(turn) or word == "daily" for word in (*figure.own, *figure.after[:2])):
            return False  # "14 hours, and at $40,000 an hour that's 560,000" only takes on the unit of its price
        return all(operand.often in ("", turn) for operand in operands)
    prices = [operand for operand in operands if operand.kind == "money"]
    return len(prices) == 1 and prices[0].often not in ("", turn)


def by_chance(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum comes out as stated, and nobody would work it out: of unlike numbers, of people times people."""
    operands = scene.at(reading.operands)
    if reading.kind == "sum" and (_people_times_people(reading, operands) or _unlike_times(figure, reading, operands)):
        return True
    if reading.kind == "sum" and _things_a_time(operands):
        return True
    if reading.kind == "share" and figure.kind == "percent" and not _PROMISED.isdisjoint(figure.before[-3:]):
        return all(operand.sentence != figure.sentence for operand in operands)  # "I had promised 1.5 %"
    if reading.kind != "difference" or _moved(figure):
        return reading.kind == "difference"
    things = [operand for operand in operands if operand.kind == "count" and operand.noun]
    if figure.kind == "percent" and things and not any(_of_a_hundred(scene, thing) for thing in things):
        return True  # "four services, each of them hitting 99.9": things are no points
    return _of_others(figure, operands) or _of_other_things(figure, operands) or _by_itself(scene, figure, operands)


def _of_a_hundred(scene: Scene, figure: Figure) -> bool:
    """Whether so many are told of a hundred, and so a share: "81 of 100 cases, where it was 70"."""
    behind = scene.story.figures[figure.place + 1 : figure.place + 2]
    of = figure.after in (("of",), ("in",), ("out", "of"), ("of", "every"))
    return figure.per == _HUNDRED or (of and any(one.value == _HUNDRED for one in behind))


def _people_times_people(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether people are multiplied by people: "seven people, two of them with a couple of engineers each"."""
    whom = _whom()
    people = len(operands) == 2 and all(operand.kind == "count" and operand.noun in whom for operand in operands)
    return people and math.isclose(reading.computed, operands[0].value * operands[-1].value)


def _things_a_time(operands: Sequence[Figure]) -> bool:
    """Whether people or things of another sentence are taken for how often something was paid: "$18,000 a time"."""
    prices = [f for f in operands if f.after[:2] in (("a", "time"), ("each", "time"), ("every", "time"))]
    things = [f for f in operands if f.kind == "count" and f.noun not in ("", "time")]
    return len(prices) == len(things) == 1 and prices[0].sentence != things[0].sentence


def _unlike_times(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether things are multiplied by other things to a number of others still: "2 vans, 7 sorters; 14 stops"."""
    counts = len(operands) == 2 and all(f.kind == "count" and f.noun and not f.often and not f.per for f in operands)
    nouns = {figure.noun, *(f.noun for f in operands)}
    product = counts and math.isclose(reading.computed, operands[0].value * operands[-1].value)
    return product and len(nouns) == 3 and "" not in nouns and all(f.sentence != figure.sentence for f in operands)


def _moved(figure: Figure) -> bool:
    """Whether so many went, or were hired: "five in Pune; four left in March" is no distance."""
    went = figure.after[:1] == ("left",) and not _WHEN.isdisjoint(figure.after[1:2])
    return went or not _HIRED.isdisjoint(figure.before[-1:])


def _of_other_things(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a number of things is held to a distance between numbers of people: "six people, two; four labs"."""
    people = _whom()
    told = all(operand.kind == "count" and operand.noun in people for operand in operands)
    return told and bool(figure.noun) and figure.noun not in people


@cache
def _whom() -> frozenset[str]:
    return words("nouns", "people") | words("nouns", "builders")


def _of_others(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a few known things are held to a distance between numbers of nothing, as "the two teams"."""
    small = figure.kind == "count" and bool(figure.noun) and figure.value <= _FEW
    return small and not _KNOWN.isdisjoint(figure.before[-1:]) and all(not operand.noun for operand in operands)


def _by_itself(scene: Scene, figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether a few things are told by themselves, and two other numbers happen to be so far apart.

    Or the figure is set against one of the two: "five months rather than three" is no distance from five. An arrow
    between the figure and two that are before and after only says what follows: "95 dropped -> 310 down to 215".
    """
    together = len(operands) == 2 and scene.set_against(operands[0].place, operands[1].place)
    if not together and any(scene.set_against(figure.place, operand.place) for operand in operands):
        return True
    if figure.kind != "count" or figure.value > _FEW or leaves_rest(figure):
        return False
    if scene.pair_of(operands[0].place, operands[-1].place) is not None:
        return False
    nouns = {operand.noun for operand in operands}
    if figure.noun and nouns - {""} and figure.noun not in nouns:
        return True
    return len(nouns) > 1 and not figure.tied.strong and not scene.cues(figure.place)


def _shifted(figure: Figure, reading: Reading) -> bool:
    """Whether a length would be ten times what it is: nobody shifts the point of weeks and hours."""
    ratio = reading.stated / reading.computed if reading.computed else 0.0
    return figure.kind == "duration" and reading.kind in (*COMPARED, "versus_target") and not 1 / _TENS < ratio < _TENS


def within_a_digit(figure: Figure, reading: Reading) -> bool:
    """Whether a length misses by no more than its last digit is worth: "a year" of eight months is told loosely."""
    apart = abs(reading.stated - reading.computed)
    return figure.kind == "duration" and apart <= resolution(figure.quantity, reading.stated) / 2


def _told_in_points(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a bare number is the distance itself: "from 3.1 to 3.4, so up 0.3" is told in points."""
    if reading.kind not in ("relative_change", "versus_target") or figure.kind != "percent" or not figure.bare:
        return False
    apart = abs(operands[0].value - operands[-1].value)
    return math.isclose(apart, figure.value, rel_tol=0.01)


def _rough(reading: Reading, operands: Sequence[Figure]) -> bool:
    rough = any(operand.quantity.approx or not _HEDGES.isdisjoint(operand.before[-1:]) for operand in operands)
    return rough and abs(reading.stated - reading.computed) <= ROUGH * abs(reading.computed)


def _within_millions(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a percent misses by a point at most and may be right before rounding: "3.1 million to 3.7, up 20 %"."""
    if reading.kind != "relative_change" or abs(reading.stated - reading.computed) > 1:
        return False
    if min(scale(operand.quantity) for operand in operands) < _THOUSAND:
        return False
    base, other = operands[0], operands[-1]
    low, high = ([f.value + sign * resolution(f.quantity, f.value) / 2 for sign in (-1, 1)] for f in (base, other))
    changes = [abs(end / start - 1) * 100 for start in low for end in high if start > 0]
    return min(changes) <= reading.stated <= max(changes)
