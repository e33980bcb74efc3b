"""What never came, and what gives a reason, told by the words that tie a clause to the facts."""

from __future__ import annotations

import pytest

from starproof.extract.text.connectives import gives_reason, never_came


@pytest.mark.parametrize(
    "words",
    [
        "Replaying would have saved two hours",
        "we'd have been done in six weeks",
        "They could not really have known",
        "It would’ve held",
        "THAT WOULD HAVE cost us a year",
    ],
)
def test_what_would_have_been_never_came(words: str) -> None:
    assert never_came(words)


@pytest.mark.parametrize(
    "words",
    ["We have saved two hours", "It would save two hours", "We'd saved two hours", "Her auditors would not have it"],
)
def test_what_came_or_may_come_is_left_alone(words: str) -> None:
    assert not never_came(words)


def test_a_reason_is_told_by_its_word() -> None:
    assert gives_reason("I stopped it because nobody read it")
    assert gives_reason("Because nobody read it, I stopped it")
    assert gives_reason("I stopped it 'cause nobody read it")
    assert gives_reason("stopped it bc. nobody read it")
    assert not gives_reason("we wrote to the desk in Vancouver, BC")
    assert not gives_reason("I stopped it and nobody read it")


@pytest.mark.parametrize(
    "words",
    [
        "What decided me was that the kiosks would have to explain it",
        "I said that if we waited, nobody would believe us",
        "I said, you know, that if we, uh, waited, nobody would believe us",
    ],
)
def test_a_reason_is_told_by_what_turned_the_scale_or_by_what_would_follow(words: str) -> None:
    assert gives_reason(words)


def test_a_question_with_if_gives_none() -> None:
    assert not gives_reason("I asked if we could wait")
