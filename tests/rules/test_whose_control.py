"""Control is what the teller holds: what one of their people looks at is left to them, and a promise is no habit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.rules.own.OWN302 import micromanagement
from tests.level.telling import hear

SCENE = "I run the lamps of a lighthouse service with six engineers. Wenda, my lead, and Piet report to me. "
END = " The lamps were lit in May. Faults fell from 41 to 12 a month, and it is still 12 a year later."

NONE = [
    "The harbours rang each skipper, and an engineer of mine sat in on every call.",
    "One of my engineers read every change before it went to a tower.",
    "My deputy attended all the calls with the harbours.",
    "I made one promise to the harbours: if a single night failed I roll every lamp back myself.",
    "I promised the pilots that if it failed once, I would check each lamp myself.",
]
CONTROL = [
    "An engineer of mine sat in on every call and told me every evening what each of them had said.",
    "I sat in on every call.",
    "One of my engineers read every change, and then I read every change again at night.",
    "Every change went past my desk, and my lead read all of them before.",
    "If a change was not in my style, I rewrote it myself every night.",
    "I had them promise to show me every change.",
]


def raised(words: str) -> bool:
    context = hear(SCENE + words + END)
    place = next(i for i, one in enumerate(context.labels) if words[:25] in context.document.quote(one.span))
    verdict = micromanagement.judge(replace(context, leanings={"micromanagement": Leaning(0.9, (place,))}))  # type: ignore[misc]
    return verdict.status == "raised"


@pytest.mark.parametrize("words", NONE)
def test_what_another_looks_at_or_was_promised_once_is_no_control(words: str) -> None:
    assert not raised(words)


@pytest.mark.parametrize("words", CONTROL)
def test_what_the_teller_looks_at_again_and_again_is_control(words: str) -> None:
    assert raised(words)
