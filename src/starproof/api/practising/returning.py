"""Which cards there are, from the bank and the plan of the loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from starproof.core.bank import Banked
from starproof.core.planning import LoopPlan, Slot
from starproof.core.practice import CardKey
from starproof.matching.ranking import counts
from starproof.practice.schedule import Known


def known_cards(stories: Sequence[Banked], plan: LoopPlan | None) -> tuple[Known, ...]:
    """A card for each story that may be told, and for each of its figures that an interviewer goes for.

    Questions have cards from their first answer on: the question bank whole would bury all else.
    """
    told = _told(plan) if plan else {}
    return tuple(one for story in stories if counts(story) for one in _cards(story, plan, told.get(story.id, ())))


def _told(plan: LoopPlan) -> Mapping[str, Sequence[Slot]]:
    """The slots in which each story comes first."""
    found: dict[str, list[Slot]] = {}
    for slot in plan.slots:
        if slot.first:
            found.setdefault(slot.first.story, []).append(slot)
    return found


def _cards(story: Banked, plan: LoopPlan | None, slots: Sequence[Slot]) -> Iterator[Known]:
    planned = plan is None or bool(slots)
    rests = tuple(dict.fromkeys(slot.name for slot in slots))
    points = min((slot.first.points for slot in slots if slot.first), default=None)
    title = story.digest.title or story.id
    yield Known(CardKey("story", story=story.id), title, planned, rests, points)
    for figure in story.digest.figures:
        yield Known(CardKey("figure", story=story.id, figure=figure.quote), figure.quote, planned, rests, points)
