"""Whoever turned somebody down who was right is not asked for an argument that the story tells."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.probes.candidate import Sight, quoted
from starproof.probes.depth import depth
from tests.probes.stories import seen

TOLD = (
    "Situation: I run the pumps of a marina with eight people, and in May we had to choose a valve.\n\n"
    "Task: I had to have them in by June.\n\n"
    "Action: Bengt wanted two weeks of tests in salt water. I said no. I ordered 400 of them. {end}\n\n"
    "Result: By autumn nine in ten pumps ran again, up from half."
)


def asked(end: str) -> list[str]:
    context = seen(Reviewer().review(Story("story", TOLD.format(end=end))))
    return [one.question for one in depth(Sight.of(context))]


@pytest.mark.parametrize(
    "end", ["In July they rusted, and I told Bengt that he had been right.", "In July they rusted. I had not listened."]
)
def test_a_refusal_that_the_teller_regrets_is_asked_otherwise(end: str) -> None:
    questions = asked(end)
    assert any("what would have made you hear them" in one for one in questions)
    assert not any("best argument" in one for one in questions)


def test_a_refusal_that_the_teller_stands_by_is_asked_for_the_other_side() -> None:
    questions = asked("In July they held, and nobody spoke of it again.")
    assert any("best argument" in one for one in questions)
    assert not any("hear them" in one for one in questions)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("I stopped the new jetty which", "“I stopped the new jetty”"),
        ("I stopped the new jetty and", "“I stopped the new jetty”"),
        ("I asked which", "“I asked which”"),
        ("I stopped the new jetty", "“I stopped the new jetty”"),
    ],
)
def test_a_quote_does_not_end_with_the_word_that_begins_the_next_clause(text: str, quote: str) -> None:
    context = seen(Reviewer().review(Story("story", text)))
    assert quoted(context, Span(0, len(text))) == quote
