"""What the interviewer asks about answers of five kinds, by property."""

from __future__ import annotations

from typing import Any

import pytest

from starproof.core.practice import MANNERS, Asked, Manner
from starproof.practice.interviewer import Heard
from starproof.practice.interviewer.wording import kinds as known_kinds
from tests.practice.interviewer.support import recorded, session

EVASION = "As I said, it was a team effort."


def checked(turns: list[Heard], asked: list[Asked]) -> None:
    """Each question quotes exactly what was said, says why it is asked, and comes once."""
    for one in asked:
        assert one.because
        assert one.kind in known_kinds()
        assert one.depth >= 1
        assert all(evidence.quote for evidence in one.evidence)
        assert all(evidence.span.of(turns[one.turn].text) == evidence.quote for evidence in one.evidence)
        assert f"“{one.evidence[0].quote}”" in one.question
        assert one.question.rstrip().endswith(("?", "."))
        assert "?" in one.question
        assert "{" not in one.question.replace(one.evidence[0].quote, "")
    assert len({one.key for one in asked}) == len(asked)
    assert len({one.question.casefold() for one in asked}) == len(asked)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("answer", recorded(), ids=lambda answer: answer["kind"] + "-" + answer["text"][:16])
def test_questions_quote_the_speaker_come_once_and_are_about_what_is_open(
    answer: dict[str, Any], manner: Manner
) -> None:
    for reply in ("I don't know.", EVASION, "I asked two of my leads to look into it for a week."):
        turns, asked, _ = session(answer["text"], lambda _, reply=reply: reply, manner=manner)
        checked(turns, asked)
        assert not {one.kind for one in asked if one.depth == 1} & set(answer.get("never", ()))
        if "one_of" in answer:
            assert {one.kind for one in asked} & set(answer["one_of"])


@pytest.mark.parametrize("answer", [one for one in recorded() if one["kind"] != "strong"], ids=lambda a: a["text"][:16])
def test_an_answer_that_is_none_is_taken_up_first(answer: dict[str, Any]) -> None:
    if answer["kind"] == "vague":
        return
    for manner in MANNERS:
        asked = session(answer["text"], lambda _: "I don't know.", manner=manner)[1]
        assert asked[0].kind in answer["one_of"]


@pytest.mark.parametrize("manner", MANNERS)
def test_strong_answers_are_exhausted_sooner_than_vague_ones(manner: Manner) -> None:
    def mean(kind: str) -> float:
        answers = [one["text"] for one in recorded() if one["kind"] == kind]
        return sum(len(session(text, lambda _: "I don't know.", manner=manner)[1]) for text in answers) / len(answers)

    assert mean("strong") < mean("vague")


def test_a_strong_answer_leaves_a_friendly_interviewer_at_most_one_question() -> None:
    for strong in (one["text"] for one in recorded() if one["kind"] == "strong"):
        _, asked, closing = session(strong, lambda _: "I don't know.", manner="friendly")
        assert len(asked) <= 1
        assert closing == "exhausted"


def test_a_complete_answer_is_not_asked_about_at_all() -> None:
    complete = recorded()[0]["text"]
    assert all(session(complete, lambda _: "", manner=manner)[1:] == ([], "exhausted") for manner in MANNERS)
