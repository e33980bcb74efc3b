"""A story without a flaw, told to a question that asks for one, is told so."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.results import Flag
from starproof.engine import Reviewer

STORY = """
I ran the map team of a ferry line, nine engineers, and the maps took three days to print. The director wanted it done
in one. I picked the harbour office first, because its manager was against it, and lent her two engineers. I pushed back
on a second check of every map, and we settled on one of the first. The maps print in an hour now, which saves $640,000
a year, and the railway has taken it over. It was a great success for everyone. I'd do the same again.
"""


def perfect(question: str | None) -> Flag:
    review = Reviewer().review(Story("s", STORY, question=question))
    return next(one for one in review.flags if one.id == "perfect-story")


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time you failed.",
        "Describe a mistake you made as a manager.",
        "Tell me about a project that went badly wrong.",
        "What is your biggest failure?",
        "Tell me about a time you failed to deliver.",
        "Tell me about feedback that was hard to hear.",
        "Tell me about a time you received tough feedback.",
        "Tell me about a time you were wrong about what customers wanted.",
    ],
)
def test_a_question_for_a_flaw_is_said_to_ask_for_one(question: str) -> None:
    found = perfect(question)
    assert found.status == "raised"
    assert found.because.endswith("The question asks for one.")


@pytest.mark.parametrize(
    "question",
    [
        None,
        "Tell me about a project you are proud of.",
        "Tell me about a time a colleague made a mistake.",
        "How do you prevent failures?",
        "Tell me about a time you had to give difficult feedback to a report.",
        "Tell me about a time you delivered tough feedback.",
    ],
)
def test_other_questions_ask_for_none(question: str | None) -> None:
    found = perfect(question)
    assert found.status == "raised"
    assert "asks for one" not in found.because
