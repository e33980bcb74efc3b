"""Who acts in a sentence's main clause, and in what kind of verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.understand.clauses import MANNERS, clause, manner
from starproof.understand.features import features, told
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


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The courier refused.", "thing"),
        ("Courier refused.", "thing"),
        ("In the spring I refused.", "i"),
        ("That week my deputy refused.", "that"),
        ("Refused at once.", ""),
    ],
)
def test_any_noun_is_a_thing_that_acts_unless_a_later_word_says_who_does(text: str, subject: str) -> None:
    assert f"who {subject}" in clause(plain_words(text), frozenset())


def test_a_sentence_without_its_articles_shows_the_labeller_the_same() -> None:
    whole = [told("The board wanted a date.", opens=True), told("As a result the team got the money.", opens=False)]
    bare = [told("Board wanted date.", opens=True), told("As result team got money.", opens=False)]
    assert features(whole) == features(bare)


@given(st.lists(st.sampled_from([*"i we they the it who was fell told rebuilt not had".split(), "zwieback", ""])))
def test_every_row_of_words_has_a_manner(words: list[str]) -> None:
    assert 0 <= manner(words) < MANNERS
