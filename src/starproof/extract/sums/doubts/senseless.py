"""Sums that nobody means, though their figures are near: unlike things added, a whole and its own part, a single one
multiplied. A figure is never held to one of them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from starproof.extract.sums.kinds.equations import one_thing, piece
from starproof.extract.sums.kinds.parts import of_those
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import CHANGE
from starproof.extract.sums.story.reading import Reading, resolution
from starproof.extract.sums.story.scales import scale
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.weighing.evidence import COMPARED

_TENS, _THOUSAND, _TENTH_OF_PERCENT = 9.0, 1000.0, 0.001
ROUGH = 0.1
"""The share by which a figure may miss what follows from one that is told as rough."""
ROUGHLY = 0.03
"""The share by which what is told roughly may be off in a distance: "nearly 300" of 295."""
_HEDGES = frozenset("like maybe perhaps say".split())
"""Right before a number, these say that it is a rough one: "a tenth of them pay, like seven thousand"."""
_GONE = frozenset("left leave leaves quit gone went resigned retired".split())
_COME = frozenset("come came joined hired arrived returned".split())
"""Behind a number of people, these say that they are no part, or no part from before, of what there is."""
_LOST, HIRED = frozenset(["lost", "lose"]), frozenset(["hired", "added", "recruited", "hire", "took"])
"""The same right before a number."""
_PIECE = frozenset(["per", "each", "apiece"])


def senseless(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a reading puts together what belongs to no sum, or misses by no more than a rough operand does."""
    operands = scene.at(reading.operands)
    if _one_number(scene, operands) or _money_times_money(figure, reading, operands):
        return True
    single = _single(operands, listed=reading.listed)
    if reading.kind == "sum" and (single or _unlike(figure, operands) or _own_part(operands)):
        return True
    if reading.listed and (_a_rate(figure, operands) or _a_change(operands)):
        return True
    if _no_distance(figure, reading, operands):
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


def _single(operands: Sequence[Figure], *, listed: bool) -> bool:
    """One of a thing times an amount is the amount: "one squad", and what the whole country brought."""
    one = any(o.kind == "count" and o.value == 1 and o.noun for o in operands)
    return one and (len({o.kind for o in operands}) > 1 or not listed)


def _unlike(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether two counts of unlike things are added to a bare number: "nine regions, 190 technicians, so 300"."""
    if not _PIECE.isdisjoint(figure.after[:1]) or any(one_thing(operand.noun, piece(figure)) for operand in operands):
        return False  # "140 moderators review 210,000 items, 1,500 per person" shares them out
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
    come = come or any(not HIRED.isdisjoint(f.before[-1:]) for f in operands)
    return come and 0 < len(gone) < len(operands)


def _no_distance(figure: Figure, reading: Reading, operands: Sequence[Figure]) -> bool:
    if reading.kind == "versus_target":
        return not reading.percent and _from_rough(reading, operands)
    if reading.kind != "difference":
        return False
    return _margin_of_length(operands) or _described(figure, operands) or _from_rough(reading, operands)


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
    """Whether one of what is added up says in percent how another went, or what share it is: "120, 55 %, and 40"."""
    unlike = len({f.kind for f in operands}) > 1
    shares = [f for f in operands if f.kind == "percent"] if unlike else []
    return any(not CHANGE.isdisjoint(f.before[-1:]) or "%" in f.quantity.text for f in shares)


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
        return all(operand.often in ("", turn) for operand in operands) or _time_apart(figure, operands)
    prices = [operand for operand in operands if operand.kind == "money"]
    return len(prices) == 1 and prices[0].often not in ("", turn)


def _time_apart(figure: Figure, operands: Sequence[Figure]) -> bool:
    """Whether the time is told in a sentence of its own: "it took 3 weeks. We write off 66k a week"."""
    rest = {figure.sentence, *(operand.sentence for operand in operands if operand.kind != "duration")}
    return any(operand.kind == "duration" and operand.sentence not in rest for operand in operands)


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


def _from_rough(reading: Reading, operands: Sequence[Figure]) -> bool:
    """Whether a distance is off by no more than what one of its ends is told roughly by: "nearly 300, so 165 short"."""
    slack = [ROUGHLY * operand.value for operand in operands if operand.quantity.approx]
    return bool(slack) and abs(reading.stated - reading.computed) <= max(slack)


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
