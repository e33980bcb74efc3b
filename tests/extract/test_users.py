"""Builders who only use what the teller's group runs are neither led nor moved by it."""

from __future__ import annotations

import pytest

from tests.level.telling import told

HEAD = "I manage developer tools with six engineers. "


@pytest.mark.parametrize(
    "text",
    [
        "140 devs use our CI.",
        "About 140 developers rely on our pipeline.",
        "My team serves about 140 engineers.",
        "The 140 engineers who use our builds were unhappy.",
        "That is 140 devs x 20 min a day.",
        "140 engineers times 20 minutes a day is a lot.",
        "With 140 people building about six times a day it is two million a year.",
    ],
)
def test_builders_who_only_use_what_the_team_runs_are_not_led(text: str) -> None:
    led = told(HEAD + text).engineers
    assert led is not None
    assert led.value == 6


@pytest.mark.parametrize(
    "text",
    [
        "140 engineers moved to it.",
        "140 engineers use our pipeline now.",
        "140 engineers use the new checklist.",
        "I later ran a group of 140 engineers.",
        "I later led 140 engineers shipping every week.",
    ],
)
def test_builders_whose_work_it_changed_are_moved(text: str) -> None:
    led = told(HEAD + text).engineers
    assert led is not None
    assert led.value == 140
