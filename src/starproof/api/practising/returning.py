"""Which cards there are, from the bank, the plan of the loop, and what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from starproof.core.bank import Banked
from starproof.core.planning import LoopPlan, Slot
from starproof.core.practice import CardKey, Rated
from starproof.core.questions import Question
from starproof.matching.ranking import counts
from starproof.practice.schedule import Known
from starproof.questions import load_questions


def known_cards(stories: Sequence[Banked], plan: LoopPlan | None, log: Iterable[Rated] = ()) -> tuple[Known, ...]:
    """A card for each story that may be told, for each of its figures that an interviewer goes for, and for questions.

    Questions of the question bank have cards from their first answer on: all of them would bury the rest.
    """
    told = _told(plan) if plan else {}
    own = (one for story in stories if counts(story) for one in _cards(story, plan, told.get(story.id, ())))
    return (*own, *_questions(plan, log))


def _told(plan: LoopPlan) -> Mapping[str, Sequence[Slot]]:
    """The slots in which each story comes first."""
    found: dict[str, list[Slot]] = {}
    for slot in plan.slots:
        if slot.first:
            found.setdefault(slot.first.story, []).append(slot)
    return found


def _cards(story: Banked, plan: LoopPlan | None, slots: Sequence[Slot]) -> Iterator[Known]:
    planned = plan is None or bool(slots)
    rests = _names(slots)
    points = min((slot.first.points for slot in slots if slot.first), default=None)
    title = story.digest.title or story.id
    yield Known(CardKey("story", story=story.id), title, planned, rests, points)
    for figure in story.digest.figures:
        yield Known(CardKey("figure", story=story.id, figure=figure.quote), figure.quote, planned, rests, points)


def _questions(plan: LoopPlan | None, log: Iterable[Rated]) -> Iterator[Known]:
    """Those that were answered, by their words; before a loop the ones count that an interviewer of it may ask."""
    answered = {rated.card.question for rated in log if rated.card.kind == "question"}
    for question in load_questions() if answered else ():
        if question.id in answered:
            slots = [slot for slot in plan.slots if _asks(slot, question)] if plan else []
            yield Known(CardKey("question", question=question.id), question.text, plan is None or bool(slots))


def _asks(slot: Slot, question: Question) -> bool:
    """Whether an interviewer who looks for this slot's principle may ask it."""
    return slot.principle in (question.principle, *question.themes)


def _names(slots: Sequence[Slot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slot.name for slot in slots))
