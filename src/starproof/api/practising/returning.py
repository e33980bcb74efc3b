"""What comes back: which cards there are, from the bank, the plan of the loop and what was answered, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from starproof.api.practising.shapes import Planned
from starproof.core.bank import Banked
from starproof.core.planning import LoopPlan, Practice, Slot
from starproof.core.practice import CardKey, Rated
from starproof.core.questions import Question
from starproof.matching.ranking import counts
from starproof.practice.schedule import Agenda, CardState, Known, agenda, cards
from starproof.questions import load_questions
from starproof.report.practice import figure_title


def cards_of(
    stories: Sequence[Banked], planned: Planned | None, log: Sequence[Rated], *, now: str, zone: str
) -> tuple[CardState, ...]:
    """Where every card stands at a moment.

    Args:
        stories: of the bank.
        planned: the loop that is prepared for, with its plan.
        log: every rating, in order.
        now: the moment in UTC.
        zone: whose days count.
    """
    known = _known_cards(stories, planned.plan if planned else None, log)
    return cards(log, known, now=now, loop_on=planned.day if planned else None, zone=zone)


def agenda_of(states: Sequence[CardState], planned: Planned | None, *, now: str, zone: str) -> Agenda:
    """The sessions up to the loop, on the days and at the length that its owner can practise."""
    can = planned.loop.practice if planned else Practice()
    day = planned.day if planned else None
    return agenda(states, now, loop_on=day, zone=zone, minutes=can.minutes, days=can.days, start=can.start)


def _known_cards(stories: Sequence[Banked], plan: LoopPlan | None, log: Iterable[Rated] = ()) -> tuple[Known, ...]:
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
        key = CardKey("figure", story=story.id, figure=figure.quote)
        yield Known(key, figure_title(figure.quote), planned, rests, points)


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
