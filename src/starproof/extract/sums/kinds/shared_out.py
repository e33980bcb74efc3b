"""What comes to each of so many, told by what those are: "212,000 records in four weekends, so 53,000 a weekend"."""

from __future__ import annotations

import re
from functools import partial

from starproof.extract.sums.kinds.equations import one_thing, piece
from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees, sane
from starproof.extract.sums.story.scales import in_full, units
from starproof.extract.sums.story.scene import Scene

_AMONG = re.compile(r"^ (?:[a-z]+ ){0,2}?(?:in|into|over|across|among|between|for|on|within) (?:the |our |all )?$")
"""Between what is shared out and how many get it."""
_GROUPS_OF = re.compile(r"^ (?:[a-z]+ )?of (?:about |some )?$")
"""Between a number of groups and the size of each: "24 engineers in three teams of eight"."""
_LONGEST = 4
"""Words that may lead from how many there are to what each gets."""


def spelled_each(scene: Scene, figure: Figure) -> Reading | None:
    """What each gets, where the words right before tell what is shared out among how many."""
    if figure.place < 2 or figure.kind not in ("count", "money", "duration"):
        return None
    whole, many = scene.story.figures[figure.place - 2 : figure.place]
    if many.kind == "duration":
        return _by_the_year(scene, figure, whole, many)
    if not _shared(scene, figure, whole, many):
        return None
    reading = _reading(figure, whole, many)
    if _by_its_name(figure, many):
        return reading
    grouped = bool(_GROUPS_OF.search(scene.story.between(many, figure)))
    return reading if grouped and agrees(figure.quantity, reading) else None


def _by_the_year(scene: Scene, figure: Figure, whole: Figure, many: Figure) -> Reading | None:
    """What an amount over some years comes to in one: "$4.2 million over three years, so $1.4 million a year"."""
    turn = figure.often or ("year" if figure.a_year else "")
    if not turn or turn not in in_full(many.quantity.text) or not _AMONG.search(scene.story.between(whole, many)):
        return None
    once = alike(whole, figure) and not whole.often and whole.sentence == many.sentence
    if not once or figure.sentence - many.sentence > 1 or units(many.quantity) <= 1:
        return None
    reading = _reading(figure, whole, many)
    firm = figure.sentence == many.sentence and figure.tied.strong and figure.tied.plain
    return reading if agrees(figure.quantity, reading) or (firm and sane(reading)) else None


def _shared(scene: Scene, figure: Figure, whole: Figure, many: Figure) -> bool:
    """Whether so much is told of so many in one sentence, and the figure is a part of it."""
    if many.kind != "count" or many.value <= 1 or whole.value <= figure.value or whole.quantity.high:
        return False
    told = whole.sentence == many.sentence == figure.sentence and bool(_AMONG.search(scene.story.between(whole, many)))
    return told and alike(whole, figure) and not scene.set_against(whole.place, many.place)


def _by_its_name(figure: Figure, many: Figure) -> bool:
    """Whether a figure follows at once and names what there are so many of: "in four weekends, 53,000 a weekend"."""
    return len(figure.before) <= _LONGEST and one_thing(many.noun, piece(figure)) and "and" not in figure.before


def _reading(figure: Figure, whole: Figure, many: Figure) -> Reading:
    computed = whole.value / units(many.quantity)
    told = partial(wording.joined, (whole, many), " over ", computed, figure.quantity)
    return Reading("sum", figure.value, computed, (whole.index, many.index), TIGHT, told)
