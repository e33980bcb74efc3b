"""Fillers and restarts are told where they clearly are some, with exact spans."""

from __future__ import annotations

import pytest
from hypothesis import given

from starproof.parse.words import tokens
from starproof.practice.delivery.fillers import fillers
from starproof.practice.delivery.restarts import restarts
from tests.practice.delivery.making import texts


def filled(text: str) -> list[str]:
    return [one.span.of(text) for one in fillers(text, list(tokens(text)))]


def restarted(text: str) -> list[str]:
    return [one.span.of(text) for one in restarts(text, list(tokens(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("So, um, we moved it.", ["um"]),
        ("Uh I ran the, er, payments team, hmm.", ["Uh", "er", "hmm"]),
        ("It was, you know, a mess.", ["you know"]),
        ("we had you know three teams", ["you know"]),
        ("I mean, we had failed.", ["I mean"]),
        ("The team was sort of lost.", ["sort of"]),
        ("It was kind of slow.", ["kind of"]),
        ("It was, like, three weeks.", ["like"]),
        ("We had a like really long call.", ["like"]),
        ("It was um like the worst day.", ["um", "like"]),
        ("And like, nobody knew.", ["like"]),
    ],
)
def test_words_that_only_fill_time_are_told(text: str, found: list[str]) -> None:
    assert filled(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Do you know the customer?",
        "As you know, we had failed.",
        "You know what happened next.",
        "I let you know that it failed.",
        "That is what I mean.",
        "I mean to finish it.",
        "I mean that we failed.",
        "It was that sort of work, and this kind of team.",
        "A different kind of plan, some sort of rule.",
        "It looked like a bug, and I like the plan.",
        "Tools like Jira, like a board, helped us.",
        "A like-minded colleague got a like and a share.",
        "I worked in the ER of a hospital and cut 5 mm.",
        "We knew. You, know it all.",
        "It failed. Ah, the plan, yes.",
    ],
)
def test_the_same_words_are_left_alone_where_they_say_something(text: str) -> None:
    assert filled(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I, I went to see them.", ["I, I"]),
        ("the the plan", ["the the"]),
        ("So I was I was asked to help.", ["I was I was"]),
        ("to the, um, to the board", ["to the, um, to the"]),
        ("We impl- implemented it.", ["impl- implemented"]),
        ("And we were, we had no plan.", ["we were, we had"]),
        ("and the board, the board wants to know", ["the board, the board"]),
        ("it was for the, for the customers", ["for the, for the"]),
        ("it, uh, it just failed", ["it, uh, it"]),
        ("We were — we had no plan.", ["We were — we had"]),
        ("I, I, I went", ["I, I", "I, I"]),
    ],
)
def test_starts_that_were_given_up_are_told(text: str, found: list[str]) -> None:
    assert restarted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It was very, very slow, and no, no one knew.",
        "I was, I think, wrong.",
        "I was, I admit it, wrong.",
        "We planned it, we built it, we ran it.",
        "He had had a plan and said that that was it.",
        "pre- and post-launch",
        "We asked them to. To the board it was news.",
        "20 20 20 20",
        "We won. We won.",
        "They rang my boss, my boss rang me.",
        "I had signed it, it was my wording.",
        "Marketing adored it; it filled their database.",
        "I went, I kid you not, home.",
    ],
)
def test_words_that_rightly_stand_twice_are_no_restart(text: str) -> None:
    assert restarted(text) == []


@given(texts())
def test_any_text_gives_spans_of_its_own_words_in_order(text: str) -> None:
    said = list(tokens(text))
    for found in (fillers(text, said), restarts(text, said)):
        spans = [one.span for one in found]
        assert spans == sorted(spans)
        assert all(span.of(text).strip() and 0 <= span.start < span.end <= len(text) for span in spans)
    idle = fillers(text, said)
    assert all(one.words.split() == [token.word for token in tokens(one.span.of(text))] for one in idle)
