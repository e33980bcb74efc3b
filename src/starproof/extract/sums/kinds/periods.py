"""What so many by the quarter come to by the month, or by the week in a year: told right behind, as the same again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.bareness import no_money
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike
from starproof.extract.sums.story.reading import TIGHT, Reading, agrees, sane
from starproof.extract.sums.story.scene import Scene
from starproof.extract.sums.story.turns import TIMES

_IN_A_YEAR = {**TIMES, "year": (1.0,)}
_REST = 4
"""Words that may stand between the two and tie neither: "renewed every year, so"."""


def spelled_period(scene: Scene, figure: Figure) -> Reading | None:
    """The number told just before, by another stretch of time; of an amount, or of what came to it, only the right one.

    What was saved a year is reckoned of what both were: "from €800 to €600 a month, so €2,400 a year".
    """
    last = scene.story.figures[figure.place - 1] if figure.place else figure
    counts = _is_count(figure) and _is_count(last)
    amounts = figure.kind == last.kind == "money" and alike(figure, last)
    if figure.kind == "money" and _turn(figure) == "year":
        return None  # as ``yearly.py`` reckons it
    if not figure.place or not (counts or amounts) or last.sentence != figure.sentence or not _follows(figure):
        return None
    found = list(_readings(figure, last))
    right = next((one for one in found if agrees(figure.quantity, one)), None)
    if right is not None or not counts or scene.in_pair(last) or not scene.turns(figure).usual(_turn(last)):
        return right
    by_day = "day" in (_turn(figure), _turn(last))  # nobody knows how many days of a week count
    return next((one for one in found if not by_day and figure.tied.strong and sane(one)), None)


def _is_count(figure: Figure) -> bool:
    """Whether something is counted; a bare number by the month may be read as money."""
    return figure.kind == "count" or (figure.kind == "money" and (figure.bare or no_money(figure)))


def _turn(figure: Figure) -> str:
    """The stretch of time that a number is told by; "400 a month" behind "every year," is by the month."""
    return figure.often or ("year" if figure.a_year else "")


def _follows(figure: Figure) -> bool:
    """Whether a number stands right behind the one before, tied to it by no more than a comma or "so"."""
    return (figure.tied.strong or figure.tied.pause) and figure.tied.plain and len(figure.before) <= _REST + 2


def _readings(figure: Figure, last: Figure) -> Iterator[Reading]:
    mine, theirs = _turn(figure), _turn(last)
    if mine == theirs or mine not in _IN_A_YEAR or theirs not in _IN_A_YEAR or figure.noun not in ("", last.noun):
        return
    for often in _IN_A_YEAR[theirs]:
        for seldom in _IN_A_YEAR[mine]:
            computed = last.value * often / seldom
            told = partial(wording.by_another, last, theirs, computed, figure.quantity, mine)
            yield Reading("annualised", figure.value, computed, (last.index,), TIGHT, told)
