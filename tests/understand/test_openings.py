"""Where a question begins to say something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.understand.openings import without_opening


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("tell me about a time you had to give bad news", "give bad news"),
        ("walk me through a layoff you ran", "layoff you ran"),
        ("can you tell us about a situation in which you disagreed", "disagreed"),
        ("give me an example of a bold idea", "bold idea"),
        ("describe your worst mistake", "worst mistake"),
        ("when did you last apologise", "apologise"),
        ("how do you hire", "hire"),
        ("how do teams come to trust you", "how do teams come to trust you"),
        ("whose pain did you solve", "whose pain did you solve"),
    ],
)
def test_a_question_is_read_from_where_it_says_something(question: str, rest: str) -> None:
    assert " ".join(without_opening(question.split())) == rest


@pytest.mark.parametrize("question", ["tell me about a time", "describe", "how do you", ""])
def test_a_question_that_is_only_an_opening_is_kept_whole(question: str) -> None:
    assert without_opening(question.split()) == question.split()


@given(st.lists(st.sampled_from("so can you please tell me about a recent time when you had to decide".split())))
def test_what_is_left_is_the_end_of_what_was_said(said: list[str]) -> None:
    left = without_opening(said)
    assert said[len(said) - len(left) :] == left
