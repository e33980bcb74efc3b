"""Goals of a story: figures that are told as a target, a promise or a limit, and not as how things were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.core.keeping import Shelf
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import DAY

_PLAIN = r"(?:(?!and |so |but |, |\. |; |that's |which )\S+ ){0,5}$"
_GOAL = re.compile(
    r" (?:targets?|goals?|aim|promised?|promises|plan(?:ned)?|budget(?:ed)?|forecast|limits?|mandate|"
    r"obligation|ceiling|cap|brief|quota|bar|threshold|scheduled|due|hoped|committed|objective|ambition|"
    r"milestone|pledged?|"
    r"deadline|duty|at (?:least|most)|need(?:ed)?|needs|wanted|want|asked|required?|requires|allowed|agreed|expected|"
    r"commitment|sla|estimated|estimate|supposed|i'd said|we'd said|said|told|window|give me|time of) " + _PLAIN
)
_TO_GET = re.compile(
    r" (?:get|bring|keep|take|have|push|make|be|run|clear|reach|hit|hold|fill|hire|drop|save) (?:\S+ "
    r"){0,4}?(?:under|below|to|above|"
    r"down to|up to|within|inside|the|from|beneath|past|over)? ?(?:the |just )?$"
)
_BOUND = re.compile(r" (?:under|below|beneath|at least|at most|no more than|within|inside) (?:the |a )?$")
_CAME = re.compile(r" (?:fell|dropped|came|come|went|got|brought|stayed|still|now) ")
_HAVE = re.compile(r" (?:had|have|has|gave me|given|give me|within) (?:only |just |about |to do it in )?$")
_GOAL_AFTER = re.compile(
    r"^ (?:(?!above|below|over|under|than|against|beating|exceed|inside|ahead|short|better|the |,|and |by "
    r"|before )\S+ ){0,2}"
    r"(?:target|goal|planned|promised|obligation|deadline|budget) "
)
_PLANNED = re.compile(
    r" (?:targets?|goals?|aim|promised?|mandate|job|task|asked|to (?:get|bring|cut|take|raise|lift|reduce)) "
)
_AGAINST = re.compile(r" against (?:the |a |our |his |her |an )?(?:old |planned |board's )?$")


def targets(story: Telling, told: Sequence[Pair]) -> frozenset[int]:
    """Indices of the figures that are told as a goal, a promise or a limit."""
    found = {f.index for f in story.figures if f.quantity.unit != "pp" and _goal(f)}
    for pair in told:
        if pair.first.place == pair.last.place - 1 and _plans(pair.first):
            found.discard(pair.first.index)
            found.add(pair.last.index)
    return frozenset(found)


def _plans(first: Figure) -> bool:
    """Whether "from 19 days to five" is what was to come."""
    before = spaced(first.before)
    return bool(_PLANNED.search(before)) and not _CAME.search(before) and " used to " not in before


_AIMED: Shelf[bool] = Shelf()


def _goal(figure: Figure) -> bool:
    """Whether the words around a figure tell it as a goal."""
    key = (figure.wording, figure.number)
    found = _AIMED.get(key)
    return _AIMED.put(key, _aimed_at(figure)) if found is None else found


def _aimed_at(figure: Figure) -> bool:
    before = spaced(figure.before)
    if figure.kind == "duration" and figure.value >= DAY and _HAVE.search(before):
        return True
    if _GOAL.search(before) or _AGAINST.search(before) or _GOAL_AFTER.search(spaced(figure.after)):
        return True
    if " used to " in before:
        return False
    return bool((_TO_GET.search(before) or _BOUND.search(before)) and not _CAME.search(before[-32:]))
