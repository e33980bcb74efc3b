"""To go through another side's things line by line is no control of the teller's own people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.extract.people.another_side import is_another_sides
from starproof.rules.own.OWN302 import micromanagement
from tests.level.telling import hear

SCENE = (
    "I run the kilns of a tile works with six engineers. Wenda, my lead, and Piet report to me. Orla, who manages the "
    "glazing team, had planned her whole spring on our new kiln. "
)
END = " The kiln was lit in May. Breakage fell from 41 to 12 tiles a day, and it is still 12 a year later."

OTHERS = [
    "Orla thought I was stalling. I sat with her for an afternoon and went through her list line by line.",
    "Orla and I went through her list line by line and I turned down three points.",
    "I went through the supplier's offer line by line and struck out three clauses.",
    "My director had drawn up the plan. I went through it with her line by line until two months were gone.",
    "I went through Procurement's draft line by line and asked them to drop two clauses.",
    "The union had a list of forty points. I sat with their steward and went through it line by line.",
    "Our supplier had reckoned nine months. I went through their estimate line by line and it came to five.",
    "Orla sent me her estimates. I went through them line by line and halved two.",
]
OWN = [
    "I sat with Piet every evening and went through his plan line by line.",
    "Orla was waiting. I sat with Piet and went through his drawings line by line every evening.",
    "The customer complained. I went through my engineers' drawings line by line and drew them again.",
    "Each engineer showed me the change, and I went through it line by line with him before the supplier saw it.",
    "The director wanted it cheap. I went through the drawings every night, line by line, and they woke to my marks.",
    "The director wanted it cheap. Then I went through their drawings line by line.",
    "Wenda brought me her estimates. I went through them line by line and wrote them again.",
]


def raised(words: str) -> bool:
    context = hear(SCENE + words + END)
    place = next(i for i, one in enumerate(context.labels) if "line by line" in context.document.quote(one.span))
    verdict = micromanagement.judge(replace(context, leanings={"micromanagement": Leaning(0.9, (place,))}))  # type: ignore[misc]
    assert is_another_sides(context, place) is (verdict.status != "raised")
    return verdict.status == "raised"


@pytest.mark.parametrize("words", OTHERS)
def test_going_through_what_is_anothers_is_no_control(words: str) -> None:
    assert not raised(words)


@pytest.mark.parametrize("words", OWN)
def test_going_through_what_a_report_made_is_control(words: str) -> None:
    assert raised(words)
