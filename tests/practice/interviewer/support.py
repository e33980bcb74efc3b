"""What the tests of the interviewer share: a reader, the recorded answers, and a session that runs to its end."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from starproof.core.practice import Asked, Closing, Manner
from starproof.engine import Reviewer
from starproof.practice.interviewer import Heard, hear, next_question

HERE = Path(__file__).parent
Speaker = Callable[[Asked], str]


@cache
def reviewer() -> Reviewer:
    """One reader for all tests."""
    return Reviewer()


@cache
def listen(text: str) -> Heard:
    """One turn as the interviewer hears it."""
    return hear(text, reviewer())


def recorded() -> list[dict[str, Any]]:
    """The answers that were written for these tests."""
    return list(tomllib.loads((HERE / "answers.toml").read_text(encoding="utf-8"))["answer"])


def session(
    answer: str, speaker: Speaker, *, manner: Manner = "neutral", most: int = 8, seed: int = 7
) -> tuple[list[Heard], list[Asked], Closing]:
    """A whole thread: what was heard, what was asked, and why it ended."""
    turns, asked = [listen(answer)], []
    while True:
        found = next_question(turns, asked, manner=manner, most=most, seed=seed)
        if isinstance(found, str):
            return turns, asked, found
        asked.append(found)
        turns.append(listen(speaker(found)))


def first(answer: str, *, manner: Manner = "neutral", seed: int = 7) -> Asked | Closing:
    """What is asked right after an answer."""
    return next_question([listen(answer)], [], manner=manner, most=8, seed=seed)


def kinds(answer: str, speaker: Speaker = lambda asked: "I don't know.", *, manner: Manner = "bar-raiser") -> list[str]:
    """The kinds of everything that is asked about an answer."""
    return [one.kind for one in session(answer, speaker, manner=manner, most=20)[1]]
