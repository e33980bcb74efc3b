"""Figures of a text that is read piece by piece: the same as if it were read in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.keeping import forget
from starproof.core.text import Span
from starproof.extract.figures.numbers import lexing
from starproof.extract.figures.numbers.tables import tables
from starproof.extract.quantities import quantities

PIECES = (
    "1 000", "25 ,000", "1 .8", "+44 20 30", "12:30", "2024-01-02", "www.a.io", "$", "US$", "7", "%", ".", ",", "?",
    " ", "\n", "\n\n", "and ", "so ", "but", "We cut", "to two", "weeks", "(3)", "half a", "million",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join)


@given(TEXTS)
def test_tokens_are_the_same_wherever_a_text_is_cut(text: str) -> None:
    found = lexing.lex(text, [Span(0, len(text))], tables())
    whole = [(match.start(), match.end(), match.lastindex or lexing.PUNCT) for match in lexing._TOKEN.finditer(text)]
    assert list(zip(found.start, found.end, found.kind, strict=True))[:-1] == whole
    assert found.cuts[-1] == found.breaks[0] == len(whole)


@given(TEXTS, TEXTS)
def test_figures_are_the_same_whether_their_words_were_read_before_or_not(text: str, other: str) -> None:
    forget()
    fresh = quantities(text)
    quantities(f"{other} {text}")
    quantities(f"{text} {other}")
    assert quantities(text) == fresh


def test_the_same_sentence_further_on_gives_the_same_figures_there() -> None:
    told = "We cut it from 19 minutes to 13, and saved $40K a month."
    aside = "Nobody had asked us for any of this, and nobody thanked us for it either. " * 5
    first, second = quantities(told), quantities(f"{aside}{told}")
    assert [(f.text, f.value, f.unit) for f in first] == [(f.text, f.value, f.unit) for f in second]
    assert [f.span.start + len(aside) for f in first] == [f.span.start for f in second]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It fell from nine seconds to four.", "It fell from nine, um, seconds to four."),
        ("We lost 900 crates, and won 40.", "We lost 900, you know, crates, and won 40."),
        ("The clerks came for a week in 2021.", "The clerks came for a, you know, week in 2021."),
        ("That loss of $900,000 wasn't repeated.", "That loss of $900,000 wasnae repeated."),
    ],
)
def test_an_aside_or_a_dialect_hides_no_figure(one: str, other: str) -> None:
    told = [[(found.kind, found.value, found.unit) for found in quantities(text)] for text in (one, other)]
    assert told[0] == told[1] != []
    heard = [lexing.lex(text, [Span(0, len(text))], tables()).low for text in (one, other)]
    assert heard[0] == heard[1]


def test_an_aside_still_parts_two_figures() -> None:
    assert [found.value for found in quantities("We hired eleven, um, twelve left us.")] == [11, 12]
