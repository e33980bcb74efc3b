"""A practice that is told to go on is told to last."""

from __future__ import annotations

import pytest

from tests.level.telling import hear

TOLD = "I run the tills of a bakery with nine people. I decided to ask the shops first. Queues fell by 40%. "


def lasts(words: str) -> bool:
    return any(one.span.start >= len(TOLD) for one in hear(TOLD + words).facts.of("lasted"))


@pytest.mark.parametrize(
    "words",
    [
        "We've done that on the last five price calls.",
        "We have done that on every price list since.",
        "Now I ask first, and I have done it three times.",
        "It held through August.",
        "Joint planning each season since.",
    ],
)
def test_a_practice_that_goes_on_lasts(words: str) -> None:
    assert lasts(words)


@pytest.mark.parametrize("words", ["We did that on Monday.", "In the last five price calls they were rude."])
def test_what_was_done_once_does_not(words: str) -> None:
    assert not lasts(words)
