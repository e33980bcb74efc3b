"""Stories made up for drawing, and who answers which question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starproof.core.bank import Banked
from starproof.guides import load_guide
from starproof.practice.drawing import Offer, Pool
from starproof.questions import load_questions
from tests.plan.making import story

QUESTIONS = load_questions()
BY_ID = {one.id: one for one in QUESTIONS}
PARCELS = story("parcels", "ownership", question="When did you take on what nobody owned?")
FERRIES = story("ferries", "dive-deep")


def pool(*stories: Banked, offers: Mapping[str, Sequence[tuple[str, float]]] | None = None, **more: Any) -> Pool:
    """By default the first story answers every question."""
    told = stories or (PARCELS, FERRIES)

    def answers(ask: str) -> Sequence[Offer]:
        if offers is None:
            return (Offer(told[0].id, 0.8),)
        return [Offer(*offer) for offer in offers.get(ask, ())]

    def worth(ask: str, story: str) -> float:
        return next((offer.score for offer in answers(ask) if offer.story == story), 0.0)

    return Pool({one.id: one for one in told}, more.pop("questions", QUESTIONS), load_guide(), answers, worth, **more)
