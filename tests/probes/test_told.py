"""No question asks for what the story tells, or rests on words that say something else."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.whose import has_happened, is_of_a_thing
from tests.probes.stories import seen

REVIEWER = Reviewer()
HEAD = "**Situation:** The bakery was slow.\n\n**Task:** I ran the ovens.\n\n**Action:** I asked two leads."


def questions(result: str) -> str:
    review = REVIEWER.review(f"{HEAD}\n\n**Result:** {result}")
    return "\n".join(probe.question for probe in review.probes)


def test_nobody_measured_what_follows_from_two_sums() -> None:
    assert "who measured it" not in questions(
        "The client signed for $520,000 a year, 30% more than the $400,000 before."
    )
    assert "who measured it" in questions("Losses fell by 30%.")


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Ilka, one of my leads, is now calm. Ilka has not greeted me since.", False),
        ("The list has still held.", True),
    ],
)
def test_a_grudge_is_no_practice_that_lasts(words: str, thing: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD}\n\n**Result:** {words}"))
    lasting = context.facts.of("lasted")
    assert lasting
    assert is_of_a_thing(context, lasting[-1]) is thing


@pytest.mark.parametrize(
    ("words", "happened"), [("The oven must not fall over on Monday.", False), ("The oven fell over on Monday.", True)]
)
def test_what_must_not_happen_has_not(words: str, happened: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD} {words}\n\n**Result:** It held."))
    setbacks = context.facts.of("setback")
    assert setbacks
    assert has_happened(context, setbacks[-1]) is happened


@pytest.mark.parametrize(
    ("words", "against"),
    [
        ("We had a rush on the boss fight.", False),
        ("The clash check ran for hours.", False),
        ("It came to a fight.", True),
    ],
)
def test_a_fight_in_a_game_is_no_quarrel(words: str, against: bool) -> None:
    context = seen(REVIEWER.review(f"{HEAD} {words}\n\n**Result:** It held."))
    assert bool(context.facts.of("conflict")) is against
