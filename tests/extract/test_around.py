"""The clause around words, which many rules ask for again."""

from __future__ import annotations

import pytest

from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.extract.text.around import clause, heard, heard_before, heard_in
from tests.probes.stories import seen

REVIEWER = Reviewer()
STORY = "We moved the depot, and I asked two leads to count. Losses fell by 40%, which finance confirmed in June."


def test_a_clause_asked_for_again_is_the_same_and_of_its_own_story() -> None:
    for text in (STORY, STORY.replace("We moved", "In the end we moved all of")):
        context = seen(REVIEWER.review(text))
        words = [Span(at, at + 3) for at in (text.index("40%"), text.index("two"), text.index("June"))]
        first = [clause(context, span) for span in words]
        again = [clause(context, span) for span in words]
        assert first == again
        assert [text[c.start : c.end] for c in first] == [
            "Losses fell by 40%",
            "I asked two leads to count",
            "which finance confirmed in June",
        ]


def test_words_that_begin_alike_and_end_apart_have_their_own_clauses() -> None:
    context = seen(REVIEWER.review(STORY))
    start = STORY.index("Losses")
    short, long = (clause(context, Span(start, STORY.index(end))) for end in (" fell", " confirmed"))
    assert short != long


def test_what_a_filler_parts_from_its_verb_belongs_to_the_clause() -> None:
    text = "I had six people. For five weeks it was, um, actually, fine. Then he wrote around the review."
    start = text.index("five weeks")
    found = clause(seen(REVIEWER.review(text)), Span(start, start + 4))
    assert text[found.start : found.end] == "For five weeks it was, um, actually, fine"


def test_nobody_ends_a_clause_by_thinking() -> None:
    for text, told in (
        (
            "The head of sales had no time for, like, most of the year.",
            "The head of sales had no time for, like, most of the year",
        ),
        ("The head of sales was cross for, um, nine days.", "The head of sales was cross for, um, nine days"),
        ("I kept the ovens cold for the week, um, I did not ask him.", "I kept the ovens cold for the week"),
    ):
        found = clause(seen(REVIEWER.review(text)), Span(4, 8))
        assert text[found.start : found.end] == told


def test_no_clause_begins_inside_a_number() -> None:
    text = "In the end 2,300 clinics that had left us came back, and 4.5 million forms went through."
    for words, told in (
        ("300 clinics", "In the end 2,300 clinics that had left us came back"),
        ("5 million", "4.5 million forms went through"),
    ):
        start = text.index(words)
        found = clause(seen(REVIEWER.review(text)), Span(start, start + len(words)))
        assert text[found.start : found.end] == told


def test_words_before_a_place_are_read_without_habits_and_within_their_sentence() -> None:
    text = "I had six people. I feel like I, um, refused the new form. Then he wrote around the review."
    context = seen(REVIEWER.review(text))
    start = text.index("refused")
    assert heard_before(context, start, most=24) == "I "
    assert heard_before(context, text.index("form"), most=4) == "new "
    assert heard_in(context, Span(text.index("I feel"), start + 7)) == "I refused"
    assert heard(context, 1, most=400) == "I refused the new form."
    assert heard(context, 9, most=400) == ""


def test_a_habit_makes_no_clause_out_of_too_few_words() -> None:
    text = "I run a bakery of six people. I would say I decided, bread first, and nobody else was asked. They came."
    plain = text.replace("I would say ", "")
    for told in (text, plain):
        start = told.index("decided")
        found = clause(seen(REVIEWER.review(told)), Span(start, start + 7))
        assert told[found.start : found.end].endswith("I decided, bread first")


def test_what_only_names_a_lesson_is_quoted_with_what_it_says_behind_the_colon() -> None:
    lesson = "would do differently: ask the drivers first."
    text = f"I had six people. The rollout failed. {lesson} The plan that we drew went otherwise: we lost."
    context = seen(REVIEWER.review(text))
    told = [clause(context, Span(at, at + 4)) for at in (text.index("would do"), text.index("drew"))]
    assert [text[c.start : c.end] for c in told] == [
        "would do differently: ask the drivers first",
        "The plan that we drew went otherwise",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "I ran the depot. The head of sales, Ingrid, was firmly against it.",
            "The head of sales, Ingrid, was firmly against it",
        ),
        ("I ran the depot. In spring, when it rained, Ingrid was firmly against it.", "Ingrid was firmly against it"),
        ("I ran the depot. I asked her and the two leads, was told no, and was against it.", "and was against it"),
    ],
)
def test_a_name_between_commas_is_quoted_with_whoever_it_names(text: str, told: str) -> None:
    start = text.index("was firmly" if "firmly" in text else "was against")
    found = clause(seen(REVIEWER.review(text)), Span(start, start + 11))
    assert text[found.start : found.end].endswith(told)
    assert (told == "The head of sales, Ingrid, was firmly against it") is ("sales," in text[found.start : found.end])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "I ran the depot. The other two lines, Colombo and Mombasa, have taken over the rule.",
            "The other two lines, Colombo and Mombasa, have taken over the rule",
        ),
        ("I ran the depot. The other two lines, which I led, have it.", "The other two lines"),
        ("I ran the depot. The other two lines asked, Colombo first, and got it.", "The other two lines asked"),
    ],
)
def test_those_who_are_named_between_commas_are_quoted_with_their_verb(text: str, told: str) -> None:
    start = text.index("other two")
    found = clause(seen(REVIEWER.review(text)), Span(start, start + 15))
    assert text[found.start : found.end] == told
