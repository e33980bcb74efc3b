"""The words of the interviewer: complete for every kind and manner, each with its quote and its question."""

from __future__ import annotations

import pytest

from starproof.core.practice import MANNERS
from starproof.core.text import Span
from starproof.practice.interviewer.digging import LADDERS
from starproof.practice.interviewer.manners import CONDUCT
from starproof.practice.interviewer.point import Point
from starproof.practice.interviewer.wording import because, kinds, wordings

KINDS = kinds()


def put(kind: str, manner: str, *, quote: str = "we rebuilt it", detail: str = "118 of 200 is 59 %") -> list[str]:
    point = Point(kind, Span(0, 1), 0, detail="date" if kind == "pressed" else detail)
    return list(wordings(point, manner, seed=1, key=f"{kind}:0:0", quote=quote))  # type: ignore[arg-type]


def test_every_kind_that_can_be_asked_has_its_words() -> None:
    asked = {kind for conduct in CONDUCT.values() for kind in conduct.order}
    dug = {kind for rungs in LADDERS.values() for kind in rungs}
    assert asked | dug | {"pressed", "unknown"} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_wording_quotes_asks_and_keeps_its_temper(kind: str) -> None:
    for manner in MANNERS:
        for question in put(kind, manner):
            assert question.count("“we rebuilt it”") == 1
            assert "?" in question
            assert "!" not in question
            assert "{" not in question
    assert because(kind).endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_manners_differ_in_words(kind: str) -> None:
    said = [set(put(kind, manner)) for manner in MANNERS]
    assert not said[0] & said[1]
    assert not said[1] & said[2]
    assert not said[0] & said[2]


def test_what_the_speaker_said_is_never_read_as_a_pattern() -> None:
    assert any("“{detail} {quote}”" in question for question in put("sum", "neutral", quote="{detail} {quote}"))
