"""The question bank: complete, varied, and loud about what is wrong in a file."""

from __future__ import annotations

from collections import Counter

import pytest
from rapidfuzz import fuzz

from starproof.errors import ConfigError
from starproof.guides import load_guide
from starproof.questions import load_questions, load_themes, read_questions, read_themes

QUESTIONS = load_questions()
PRINCIPLES = {principle.id for principle in load_guide().principles}
OTHER_PRINCIPLES = {
    "learn-and-be-curious", "insist-on-the-highest-standards", "think-big", "bias-for-action", "frugality",
    "are-right-a-lot", "strive-to-be-earths-best-employer", "success-and-scale-bring-broad-responsibility",
}  # fmt: skip
MANAGERS_THEMES = {
    "low-performer", "layoffs", "conflict", "hiring", "failure", "ambiguity", "disagree-with-manager", "ethics",
    "reorganisation", "remote-teams", "outage", "deadline", "budget", "promotion", "attrition", "technical-debt",
    "inclusion", "innovation", "stakeholders", "customer-complaint",
}  # fmt: skip
WHOLE = """
[[questions]]
id = "X-1"
text = "Who?"
principle = "ownership"
intent = "Learn it."
strong = "Says it."
weak = "Does not."
"""


def test_there_are_320_questions_and_more_over_all_principles_of_the_guide() -> None:
    assert len(QUESTIONS) >= 320
    by_principle = Counter(question.principle for question in QUESTIONS)
    assert set(by_principle) == PRINCIPLES
    assert min(by_principle.values()) >= 34


def test_every_question_says_what_it_is_after_and_what_follows() -> None:
    for question in QUESTIONS:
        assert question.intent
        assert question.strong
        assert question.weak
        assert 2 <= len(question.follow_ups) <= 4, question.id
        assert question.themes, question.id
        assert set(question.also) <= PRINCIPLES - {question.principle}, question.id


def test_the_managers_themes_and_the_other_eight_principles_are_there_and_asked_for() -> None:
    themes = {theme.id: theme for theme in load_themes()}
    assert themes.keys() >= MANAGERS_THEMES | OTHER_PRINCIPLES
    asked = {theme for question in QUESTIONS for theme in question.themes}
    assert asked == set(themes)
    for theme in themes.values():
        assert theme.principles, theme.id
        assert set(theme.principles) <= PRINCIPLES, theme.id
        assert theme.tell.startswith("tell one"), theme.id
        assert theme.cues, theme.id


@pytest.mark.parametrize("part", ["text", "intent", "strong", "weak"])
def test_no_two_questions_say_nearly_the_same(part: str) -> None:
    told = [(question.id, getattr(question, part)) for question in QUESTIONS]
    near = [
        (one, two)
        for place, (one, first) in enumerate(told)
        for two, second in told[:place]
        if fuzz.ratio(first, second, score_cutoff=85)
    ]
    assert near == []


def test_a_whole_question_is_read() -> None:
    (question,) = read_questions(WHOLE, name="mine.toml")
    assert (question.id, question.principle, question.themes) == ("X-1", "ownership", ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[questions", ("mine.toml", "no TOML")),
        ("x = 1", ("mine.toml", "[[questions]]")),
        ("questions = 3", ("[[questions]]",)),
        (WHOLE.replace('weak = "Does not."', ""), ("'X-1'", "weak")),
        (WHOLE.replace('"Says it."', "7"), ("'X-1'", "strong", "7")),
        (WHOLE + 'themes = ["weather"]', ("'X-1'", "weather")),
        (WHOLE + 'themes = "ethics"', ("'X-1'", "themes", "list")),
        (WHOLE + "mood = 1", ("'X-1'", "mood", "Known are")),
        (WHOLE + WHOLE, ("'X-1'", "twice")),
        (WHOLE.replace('id = "X-1"', ""), ("number 1", "id")),
    ],
)
def test_what_is_wrong_is_said_with_file_entry_and_key(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(ConfigError) as caught:
        read_questions(text, name="mine.toml")
    for word in words:
        assert word in str(caught.value)


def test_two_themes_of_one_id_are_refused() -> None:
    theme = '[[themes]]\nid = "a"\nname = "A"\nabout = "It."\ntell = "tell one"\nprinciples = []\ncues = []\n'
    with pytest.raises(ConfigError, match="twice"):
        read_themes(theme + theme, name="mine.toml")
