"""Who acts in a sentence's main clause, and in what kind of verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.understand.clauses import MANNERS, manner
from starproof.understand.plainwords import plain_words


def of(text: str) -> int:
    return manner(plain_words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I asked every lead for a plan.", "I told the board."),
        ("The queue fell to nine.", "The wait dropped by half."),
        ("They shipped it in May.", "Everyone waited."),
        ("We were late.", "We are three people."),
    ],
)
def test_sentences_whose_like_does_the_like_have_one_manner(one: str, other: str) -> None:
    assert of(one) == of(other)


def test_who_acts_and_what_kind_of_verb_tell_manners_apart() -> None:
    told = [
        "I asked.",
        "I rebuilt it.",
        "We asked.",
        "We rebuilt it.",
        "They rebuilt it.",
        "It fell.",
        "It was late.",
        "Flop.",
    ]
    assert len({*map(of, told)}) == len(told)


@given(st.lists(st.sampled_from([*"i we they the it who was fell told rebuilt not had".split(), "zwieback", ""])))
def test_every_row_of_words_has_a_manner(words: list[str]) -> None:
    assert 0 <= manner(words) < MANNERS
