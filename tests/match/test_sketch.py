"""Sketches: what a text is about, small and the same each time."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.understand.sketch import sketch
from starproof.understand.themes import themes
from starproof.understand.topics import passages, stem
from tests.growth import assert_under

ROBOTS = "The warehouse robots stopped twice a week. I traced the robots' route planner and replaced its battery rule."


def nearness(one: str, two: str) -> int:
    first, second = (array("b", sketch(text=text).vector) for text in (one, two))
    return sum(a * b for a, b in zip(first, second, strict=True))


def test_telling_words_come_first_and_grammar_is_left_out() -> None:
    terms = sketch(text=ROBOTS).terms
    assert terms[0] == "robot"
    assert not {"the", "and", "its", "i"} & set(terms)


def test_title_and_question_count_too() -> None:
    assert "gripper" in sketch(text=ROBOTS, title="The gripper").terms
    assert "layoffs" in sketch(text=ROBOTS, question="How did you lead through layoffs?", title=None).themes


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Tell me about firing someone.", "low-performer"),
        ("Tell me about an underperforming engineer.", "low-performer"),
        ("When were people laid off?", "layoffs"),
        ("When did you stand up to your boss?", "disagree-with-manager"),
        ("Describe an ethical problem.", "ethics"),
        ("How do you hire?", "hiring"),
        ("How do you deal with ambiguity?", "ambiguity"),
    ],
)
def test_questions_speak_of_themes_in_any_inflection(text: str, theme: str) -> None:
    assert theme in sketch(text=text).themes


def test_a_story_must_speak_of_a_theme_more_than_once() -> None:
    filler = "We met again on the next day and went through the list of things to do with care. " * 5
    assert "layoffs" not in sketch(text=filler + "There was a layoff.").themes
    assert "layoffs" in sketch(text=filler + "There was a layoff. The layoffs hurt.").themes


def test_meanings_of_kindred_texts_are_nearer_than_of_others() -> None:
    other = "The chef seasoned the soup with basil and served it to the guests at the long table by the window."
    kindred = "Our machines in the storehouse kept halting, so I repaired the engine's power supply and its wheels."
    assert nearness(ROBOTS, kindred) > nearness(ROBOTS, other)


def test_a_text_without_known_words_has_no_meaning() -> None:
    assert sketch(text="12 34 !!").vector == b""
    assert sketch(text="") == sketch(text=" ")


@settings(max_examples=80)
@given(st.text(max_size=400), st.one_of(st.none(), st.text(max_size=40)))
def test_any_text_has_the_same_small_sketch_each_time(text: str, title: str | None) -> None:
    made = sketch(text=text, title=title)
    assert made == sketch(text=text, title=title)
    assert len(made.terms) <= 40
    assert len(made.vector) in (0, 64)


def test_a_very_long_text_takes_no_longer_than_its_length_asks() -> None:
    assert_under(1.5, lambda: sketch(text="layoff boss deadline " * 20_000))
    assert len(passages("word " * 60_000)) == 2_000
    assert_under(0.5, lambda: passages("word " * 60_000))


def test_inflections_of_a_word_have_one_stem() -> None:
    for words in (("hire", "hired", "hires", "hiring"), ("plan", "planned", "planning"), ("story", "stories")):
        assert len(set(map(stem, words))) == 1, words
    assert stem("process") == stem("processes")
    assert themes([stem("crisis")]) == ("outage",)
