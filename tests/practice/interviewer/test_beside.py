"""An answer that plainly tells of something else than was asked is asked for its answer first."""

from __future__ import annotations

import pytest

from starproof.core.practice import MANNERS, Asked, Manner
from starproof.practice.interviewer import hear, next_question
from tests.practice.interviewer.support import reviewer

QUEUE = (
    "I lead the ticketing of nine theatres, with 14 engineers in two teams. In the season's first sale the site went "
    "down for 47 minutes. I had to find out why within three weeks. I pulled the logs of that hour, laid the "
    "database's waits beside the seats' locks, and found that one query for wheelchair places scanned the whole hall "
    "twelve times for each basket. I had the team copy the largest hall into the test, saw 11 seconds instead of 0.2, "
    "and rewrote the index. The next sale sold 21,000 tickets in 34 minutes. We have tested on the largest hall since."
)
MENTORED = "Tell me about a person you mentored."


def asked_first(question: str | None, text: str = QUEUE, *, manner: Manner = "neutral") -> str:
    found = next_question([hear(text, reviewer(), question=question)], [], manner=manner, most=3, seed=7)
    return found.kind if isinstance(found, Asked) else found


@pytest.mark.parametrize("manner", MANNERS)
def test_an_answer_to_another_question_is_asked_for_its_answer(manner: Manner) -> None:
    assert asked_first(MENTORED, manner=manner) == "beside"


@pytest.mark.parametrize("question", [None, "Tell me about a root cause you found.", "What are you most proud of?"])
def test_an_answer_and_one_to_a_question_that_any_story_answers_are_not(question: str | None) -> None:
    assert asked_first(question) != "beside"


def test_one_line_is_asked_to_tell_more_before_it_is_held_to_the_question() -> None:
    assert asked_first(MENTORED, "We rewrote the index of the seats.") == "one-line"


def test_it_is_asked_once_and_not_where_the_next_answer_tells_a_deed() -> None:
    turns = [hear(QUEUE, reviewer(), question=MENTORED), hear("I taught Lucia to read a plan.", reviewer())]
    first = next_question(turns[:1], [], manner="neutral", most=3, seed=7)
    assert isinstance(first, Asked)
    then = next_question(turns, [first], manner="neutral", most=3, seed=7)
    assert not isinstance(then, Asked) or then.kind != "beside"
