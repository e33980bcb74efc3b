"""A story in which all were of one mind, told to a question for a disagreement, is told so."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.results import Flag
from starproof.engine import Reviewer

STORY = """
Our library app had no search by author. I was responsible for the app and its two teams, nine people. First we
collected the wishes of the readers, then we drew the screens, then we built and tested them. My director and I saw it
in the same way from the first day, and everybody liked the idea. By the summer 60 % of all searches were by author.
"""


def hard(question: str | None) -> Flag:
    review = Reviewer().review(Story("s", STORY, question=question))
    return next(one for one in review.flags if one.id == "no-hard-decision")


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time you disagreed with your boss and said so.",
        "When did you push back on a request from someone senior?",
        "Tell me about an unpopular decision.",
    ],
)
def test_a_question_for_a_disagreement_is_said_to_ask_for_one(question: str) -> None:
    found = hard(question)
    assert found.status == "raised"
    assert found.because.endswith("The question asks for somebody who was of another mind.")


@pytest.mark.parametrize(
    "question", [None, "Tell me about a conflict between two of your teams.", "Tell me about a launch."]
)
def test_other_questions_are_not(question: str | None) -> None:
    assert hard(question).because.endswith("One would expect it among the actions.")
