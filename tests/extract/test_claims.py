"""Derived figures: what is accused, what is confirmed, and what is left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.text import Span
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from tests.extract.telling import read
from tests.growth import assert_even, seconds

FILES = sorted((Path(__file__).parent / "cases").glob("claims*.toml"))
CASES = {kind: group for path in FILES for kind, group in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def every_case() -> list[Any]:
    return [pytest.param(case, id=f"{kind}.{name}") for kind, group in CASES.items() for name, case in group.items()]


@pytest.mark.parametrize("case", every_case())
def test_each_figure_gets_its_verdict(case: dict[str, Any]) -> None:
    found = read(case["story"])
    accused = [claim.text for claim in found if claim.verdict == "inconsistent"]
    said = [(claim.text, claim.kind, claim.explanation) for claim in found]
    assert len(accused) == len(case.get("wrong", [])), said
    assert all(text.startswith(want) for text, want in zip(accused, case.get("wrong", []), strict=True)), said
    confirmed = [claim.text for claim in found if claim.verdict == "consistent"]
    for want in case.get("right", []):
        assert any(text.startswith(want) for text in confirmed), (want, said)


def test_the_sum_is_written_out_with_the_users_own_figures() -> None:
    (claim,) = read("The queue went from 500 calls to 287, so it is 32% less.")
    assert (claim.stated, claim.computed, claim.verdict) == (32.0, 42.6, "inconsistent")
    assert claim.explanation == "500 calls to 287 is 42.6 % less"
    assert claim.operands == (0, 1)
    assert claim.quantity == 2


def test_how_sure_a_sum_is_comes_with_it_and_nothing_where_the_words_tell_it() -> None:
    (weighed,) = read("The queue went from 500 calls to 287, so it is 32% less.")
    assert weighed.confidence is not None
    assert 0.5 < weighed.confidence <= 1
    (dated,) = read("We ran it from January 2021 to January 2023, so two years.")
    assert dated.confidence is None
    assert dated.likely


def test_a_share_of_another_whole_that_comes_out_by_chance_is_no_likely_sum() -> None:
    text = (
        "We ran it on the top 2,000 films, which is something like 70 percent of viewing. On phones the rate fell from "
        "3.2 megabits to 2.1."
    )
    assert [claim.text for claim in read(text) if claim.likely] == []


def test_a_figure_that_approximates_may_be_a_tenth_off() -> None:
    assert [c.verdict for c in read("It went from 400 calls to 100, so about 70% less.")] == ["consistent"]
    assert [c.verdict for c in read("It went from 400 calls to 100, so 70% less.")] == ["inconsistent"]


def test_a_text_without_figures_has_no_claims() -> None:
    assert claims("Nothing to count here.", (), (Span(0, 22),)) == ()


WORDS = st.sampled_from(
    "from to so that's less more than of the target was 40 40% 12 $3M a year month , . : ( | → 3 May "
    "early two weeks 4x "
    "in all each at 9:10 no, sorry half a quarter points and".split(" ")
)


@given(st.lists(WORDS, max_size=60))
def test_any_row_of_words_gives_claims_that_point_into_it(words: list[str]) -> None:
    text = " ".join(words)
    sentences = (Span(0, len(text)),)
    figures = quantities(text, within=sentences)
    for claim in claims(text, figures, sentences):
        assert claim.span.of(text) == claim.text
        assert claim.quantity is not None
        assert figures[claim.quantity].span == claim.span
        assert all(0 <= index < len(figures) for index in claim.operands)


def test_time_grows_with_the_length_of_the_text() -> None:
    once = "It went from 400 calls to 100 on 3 May, so 75% less, two weeks early, or $3M a year of $5M in all. "

    def took(times: int) -> float:
        text = once * times
        figures = quantities(text)
        sentences = [Span(i * len(once), (i + 1) * len(once) - 1) for i in range(times)]
        return seconds(lambda: claims(text, figures, sentences))

    assert_even(took, 25, 175)


@pytest.mark.parametrize(
    "text",
    [
        "We went from $0 to $5M, up 50%.",
        "K70o6MM7%K,B,\u20ac8-Mkt0% /tK 4KoM6$1\u00a3,BM6K$\u00a3/,$,0MMk k.\u20ack0 7x5MB52 M /81/-220\u20ac0oo",
        "0 of 0 teams, 0%, zero dollars a month, so zero a year, 0 times faster.",
        "It takes 0 to 60 seconds now. We had 40 stops at 90 seconds and 12 at 30 seconds. The gap fell by 30.",
        "It took 1.234.56789 seconds and 3 minutes, then 0 hours and 5 days. It fell by 30 from 40.",
    ],
)
def test_nothing_is_divided_by_nothing(text: str) -> None:
    figures = quantities(text)
    assert all(claim.computed == claim.computed for claim in claims(text, figures, [Span(0, len(text))]))
