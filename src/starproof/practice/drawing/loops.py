"""A whole loop: each interviewer's questions in the plan's order, with the story that the plan has for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from random import Random

from starproof.core.planning import LoopPlan, Slot
from starproof.core.practice import Assignment, CardKey
from starproof.core.questions import Question
from starproof.practice.drawing import times
from starproof.practice.drawing.pool import Pool
from starproof.practice.drawing.spreading import spread

OPEN = "Tell me about a time that shows {name}."
"""What is asked where the question bank has nothing for a principle."""


def loop_draw(
    pool: Pool, plan: LoopPlan, *, seed: int, minutes: Mapping[str, float] | None = None, block: float | None = None
) -> tuple[Assignment, ...]:
    """One assignment for each slot of the plan, in its order.

    Args:
        minutes: of each interviewer's block, by name, where the loop says.
        block: minutes of every block instead, to rehearse faster than the day will be.
    """
    chance, taken = Random(seed), list[Question]()
    many = Counter(slot.interviewer for slot in plan.slots)
    found = []
    for slot in plan.slots:
        question = _question(pool, slot, chance, taken)
        if question:
            taken.append(question)
        asked_for = block if block is not None else (minutes or {}).get(slot.interviewer)
        seconds = times.share(None if asked_for is None else asked_for * 60.0, many[slot.interviewer])
        found.append(_assignment(pool, slot, question, seconds))
    return tuple(found)


def _question(pool: Pool, slot: Slot, chance: Random, taken: list[Question]) -> Question | None:
    """One that asks for the slot's principle and that its story answers, if there is one; else any that asks for it."""
    asking = [one for one in pool.questions if slot.principle in (one.principle, *one.themes)]

    def answered(one: Question) -> bool:
        return slot.first is not None and _answers(pool, one, slot.first.story)

    for fits, lately in ((answered, pool.lately), (_any, pool.lately), (_any, ())):
        drawn = spread(asking, chance=chance, many=1, lately=lately, taken=taken, fits=fits)
        if drawn:
            return drawn[0]
    return None


def _any(question: Question) -> bool:
    return True


def _answers(pool: Pool, question: Question, story: str) -> bool:
    return any(offer.story == story for offer in pool.answers(question.text))


def _assignment(pool: Pool, slot: Slot, question: Question | None, seconds: float) -> Assignment:
    ask = question.text if question else OPEN.format(name=slot.name)
    framework = pool.framework()
    story = slot.first.story if slot.first else None
    key = question.id if question else ask
    return Assignment(
        ask=ask,
        because=f"{slot.interviewer} asks for {slot.name}",
        card=CardKey("story", story=story, question=key) if story else CardKey("question", question=key),
        story=story,
        principle=slot.principle,
        interviewer=slot.interviewer,
        manner="bar-raiser" if slot.bar_raiser else None,
        think=times.THINK,
        seconds=seconds,
        framework=framework.id if framework else None,
        follow_ups=times.FOLLOW_UPS_IN_LOOP,
        fitting=(slot.backup.story,) if slot.backup else (),
    )
