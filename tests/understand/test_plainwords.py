"""The labeller's words: what people, firms and places are called is left out, what they do is not."""

from __future__ import annotations

import pytest

from starproof.understand.plainwords import NAME, names_in, plain_words


@pytest.mark.parametrize(
    "name",
    [
        "Netflix",
        "Alder Lane Systems",
        "Priya",
        "Łukasz",
        "Sang-hoon",
        "O'Neill",
        "Jean-Luc",
        "LinkedIn",
        "Siobhán O’Shea",
    ],
)
def test_every_name_within_a_sentence_is_the_same_word(name: str) -> None:
    assert plain_words(f"So I asked {name} for help.") == ["so", "i", "asked", NAME, "for", "help"]


def test_what_hangs_on_a_name_stays() -> None:
    assert plain_words("We took over Priya's team") == ["we", "took", "over", NAME, "'s", "team"]


@pytest.mark.parametrize("word", ["Monday", "March", "SLA", "VP", "I", "I'm", "Seven"])
def test_days_letters_and_numbers_with_a_capital_are_no_names(word: str) -> None:
    assert NAME not in plain_words(f"That was when {word} came up.")
    assert not names_in(f"That was when {word} came up.")


def test_a_capital_says_nothing_where_a_sentence_opens() -> None:
    assert plain_words("Deploys were slow.")[0] == "deploys"


def test_names_of_one_story_are_known_in_lower_case() -> None:
    assert names_in("Then Ana rang Alder Lane, and O'Neill left.") == {"ana", "alder", "lane", "o'neill"}
