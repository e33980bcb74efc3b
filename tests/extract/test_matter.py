"""Stories about people are told from those about work."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.extract.genres.matter import about_people
from starproof.parse import parse

WORK = "We moved the depot. It took nine weeks. The losses fell by half."


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time you managed an underperformer.",
        "How did you rebuild trust on a team?",
        "Describe someone whom you coached.",
        "When did you have to fire a friend?",
        "Tell me about a time you led people through a reorganisation.",
        "How did you prepare a successor?",
    ],
)
def test_a_question_for_people_makes_the_story_one_of_people(question: str) -> None:
    assert about_people(parse(Story("s", WORK, question=question)))


def test_a_story_with_one_person_in_most_sentences_is_one_of_people() -> None:
    assert about_people(parse(Story("s", "She was late. I asked her why. He had told her to wait. We moved the desk.")))


@pytest.mark.parametrize(
    "question",
    [None, "Tell me about a large saving.", "What did you simplify?", "When did you reorganise a code base?"],
)
def test_a_story_of_work_is_none(question: str | None) -> None:
    assert not about_people(parse(Story("s", WORK, question=question)))


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about a time you disagreed with someone senior.",
        "When did you last convince somebody who had more power than you?",
        "Have you ever overruled a person with more experience?",
    ],
)
def test_a_question_of_a_quarrel_over_a_matter_asks_for_no_people(question: str) -> None:
    assert not about_people(parse(Story("s", WORK, question=question)))


def test_somebody_whom_nobody_argues_with_is_still_asked_for() -> None:
    asked = "Tell me about someone on your team who surprised you."
    assert about_people(parse(Story("s", WORK, question=asked)))
    assert about_people(
        parse(Story("s", WORK, question="How did you handle a conflict with somebody you disagreed with?"))
    )
