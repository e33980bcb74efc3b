"""Texts that are out to get the parser."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from starproof.core.document import Story
from starproof.errors import InputError, UsageError
from starproof.parse import parse, read


@pytest.mark.parametrize(
    "text", ["# Situation\n" * 20_000, "- a\n" + "b\n" * 20_000], ids=["headings", "one long list item"]
)
def test_reading_takes_time_by_length_alone(text: str) -> None:
    def seconds(part: str) -> float:
        start = time.process_time()
        parse(Story("s", part))
        return time.process_time() - start

    seconds(text[:1000])
    assert seconds(text) < 30 * max(seconds(text[: len(text) // 10]), 0.01)


@pytest.mark.parametrize(
    "said",
    [
        "0x" + "f" * 6000,
        "9" * 6000,
        "!!timestamp soon",
        "!!bool perhaps",
        "!!binary x",
        "[Draft] The move",
        "[Draft]",
        "{a: b}",
        "007",
        "yes",
        "2024-01-01",
    ],
)
def test_front_matter_says_what_stands_in_it(said: str) -> None:
    (found,) = read(f"---\ntitle: {said}\n---\nI ran three teams.".encode())
    assert found.title is not None
    assert found.title in said
    assert found.quote(found.sentences[0].span) == "I ran three teams."


def test_front_matter_that_multiplies_itself_is_read_at_once() -> None:
    names = "abcdefghi"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )
    start = time.process_time()
    (found,) = read(f"---\n{bomb}title: *i\n---\nI ran three teams.".encode())
    assert time.process_time() - start < 2
    assert len(found.sentences) == 1


@pytest.mark.parametrize("text", [None, b"I ran three teams.", 3, ["I ran three teams."]])
def test_what_is_no_text_is_refused_by_its_kind(text: object) -> None:
    with pytest.raises(InputError, match=type(text).__name__):
        parse(Story("s", text))  # type: ignore[arg-type]


def test_a_register_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="sung"):
        parse(Story("s", "I ran three teams.", register="sung"))  # type: ignore[arg-type]
