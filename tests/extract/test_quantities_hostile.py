"""Any text is read in linear time, without failing, and every figure is made of the text's own words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.text import Span
from starproof.extract.quantities import quantities
from tests.growth import assert_even, assert_under, seconds

PIECES = (
    "1, 12 3.5 1,200 1.200.000,50 1'200 ₹ $ € US$ R$ % K m bn lakh crore million hundred thousand point "
    "oh half a an and one two five nineteen ninety twenty to from of in per x times out / - – . , ! ( ) : "
    "24/7 2023 Q3 L6 no sorry week weeks year months GB points percent NPS score was nine third quarter "
    "dozen couple doubled June 7 am EUR dollars "
).split()
MIXED = st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", "ß", "İ", "💛", "٣", "²"]), max_size=40)


@given(st.one_of(st.text(max_size=200), MIXED.map(" ".join), MIXED.map("".join)))
@settings(max_examples=400)
def test_figures_are_in_order_apart_and_quote_the_text(text: str) -> None:
    end = 0
    for figure in quantities(text):
        assert figure.span.start >= end
        assert figure.text == figure.span.of(text) != ""
        assert math.isfinite(figure.value)
        assert figure.high is None or figure.high > figure.value
        end = figure.span.end


@given(MIXED.map(" ".join), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=150)
def test_nothing_is_read_outside_the_spans(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    for figure in quantities(text, within=[Span(start, end)]):
        assert start <= figure.span.start < figure.span.end <= end


@given(MIXED.map(" ".join))
@settings(max_examples=100)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert quantities(text) == quantities(text)


SEEDS = [
    "Hobart 9, ",
    "1,",
    "1 000 ",
    "one ",
    "$",
    "$1-",
    "a hundred and ",
    "one hundred thousand ",
    "1 crore ",
    "half a ",
    "from 1 to ",
    "no, sorry, 5 ",
    "$5M a year, ",
    "1-2-",
    "five-",
    "twenty ",
    "point ",
    "three of the ",
    "$1M, ",
    "| 5 ",
    "four four ",
    "nine boats in every ",
    "found 3 in a week ",
    "1.5 percent 0.5 ",
    "one thing, ",
    "4h ",
    "www.",
    "\n1. ",
    "'",
    "a",
]


@pytest.mark.parametrize("seed", SEEDS)
def test_time_grows_with_length_and_no_faster(seed: str) -> None:
    assert_even(lambda repeats: seconds(lambda: quantities(seed * repeats)), 500, 4000)


def test_reads_well_over_fifty_thousand_words_a_second() -> None:
    text = (
        "I ran three squads, 22 engineers, and cut the bill from $2.6M a month to $1.5M, by 42%, in eighteen months. "
        "The rest of the year went to people: hiring, saying no, and telling the board the truth about what we had. "
    ) * 200
    assert_under(len(text.split()) / 50_000, lambda: quantities(text))
