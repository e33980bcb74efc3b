"""Words in the same order are counted as the well-known library counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from starproof.bank.importing.likeness import in_common

WORDS = st.lists(st.sampled_from("a b c d e f".split()), max_size=80)


@given(WORDS, WORDS)
def test_words_in_the_same_order_are_counted(one: list[str], other: list[str]) -> None:
    assert in_common(one, other) == LCSseq.similarity(one, other)
