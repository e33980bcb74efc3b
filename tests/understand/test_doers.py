"""Whose doing a sentence tells, so that no red flag about the speaker's hands quotes another's."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.understand.doers import by_another


@pytest.mark.parametrize(
    "text",
    [
        "He re-ran every test himself at night.",
        "In my first month the reports were late, since she redid each of them.",
        "Ravi rewrote the parser himself.",
        "my tech lead found the leak, she wrote the patch",
    ],
)
def test_another_person_does_it(text: str) -> None:
    assert by_another(text)


@pytest.mark.parametrize(
    "text",
    [
        "I re-ran every test myself because he was away.",
        "He had to bring every test to my desk.",
        "He had to send me a picture of each screen.",
        "Re-ran every test at night.",
        "Nobody merged without my thumb on it.",
        "They showed every line before they loaded it.",
        "",
    ],
)
def test_the_speaker_or_nobody_in_particular_does_it(text: str) -> None:
    assert not by_another(text)


_STORY = (
    "I took over a laboratory of eleven people with a manager of their own. {} I had a quarter to find out whether it "
    "could go on like that. I told the manager what I had heard and asked why. We agreed on three classes of test to "
    "check and forty to leave alone. I offered the post of principal tester, and the answer was no. Nine of the eleven "
    "are still there two years later. I learned that I listen for too long."
)


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        (
            "He re-ran every test himself at night and corrected each of their reports before they saw them again.",
            False,
        ),
        ("I re-ran every test myself at night and corrected each of their reports before they saw them again.", True),
    ],
)
def test_control_is_the_speakers_only_where_the_speaker_controls(sentence: str, raised: bool) -> None:
    review = Reviewer().review(_STORY.format(sentence))
    flags = {flag.id: flag.status for flag in review.flags}
    assert (flags["micromanagement"] == "raised") is raised
