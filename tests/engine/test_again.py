"""A story that is reviewed again costs next to nothing, and never gets a review that is not its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.api import as_dict
from starproof.core.context import StoryContext
from starproof.core.document import Story
from starproof.core.keeping import forget, held
from starproof.engine import Options, Reviewer
from starproof.engine.again import LONGEST
from starproof.rules.base import Hit
from tests.corpus import rows, text_of

REVIEWER = Reviewer()
TEXT = text_of(rows()[0])
PARTS = [part + "." for row in rows()[:3] for part in text_of(row).split(".")[:8]]


@pytest.fixture
def counting() -> tuple[Reviewer, list[str]]:
    """A reviewer, and the stories that one of its rules was asked about."""
    forget()
    asked: list[str] = []

    def check(context: StoryContext) -> Iterator[Hit]:
        asked.append(context.document.text)
        yield from ()

    rules = tuple(replace(rule, check=check) if rule.code == "NUM201" else rule for rule in REVIEWER.rules)
    return Reviewer(rules=rules), asked


def test_the_same_story_is_judged_once(counting: tuple[Reviewer, list[str]]) -> None:
    reviewer, asked = counting
    assert reviewer.review(TEXT) == reviewer.review(TEXT)
    assert asked == [TEXT]


def test_another_title_is_another_story(counting: tuple[Reviewer, list[str]]) -> None:
    reviewer, asked = counting
    titles = [reviewer.review(Story("story", TEXT, title=title)).document.title for title in ("One", "Two")]
    assert titles == ["One", "Two"]
    assert len(asked) == 2


def test_rules_that_only_do_something_else_give_a_review_of_their_own(counting: tuple[Reviewer, list[str]]) -> None:
    reviewer, asked = counting
    REVIEWER.review(TEXT)
    assert reviewer.rules == REVIEWER.rules
    reviewer.review(TEXT)
    assert asked == [TEXT]


def test_what_was_chosen_counts_as_it_stands_when_the_story_is_reviewed() -> None:
    rates = {"EUR": 1.0}
    reviewer = Reviewer(options=Options(rates=rates))
    story = f"{TEXT} It has saved us €400,000 a year since."
    first = reviewer.review(story).facts.impact
    rates["EUR"] = 3.0
    assert first != reviewer.review(story).facts.impact
    slow = Reviewer(options=Options(words_per_minute=100))
    assert slow.review(TEXT).timing.seconds > REVIEWER.review(TEXT).timing.seconds


def test_a_few_reviews_are_kept_and_none_of_a_long_text() -> None:
    forget()
    long = "We sorted it. " * (LONGEST // 14 + 1)
    assert REVIEWER.review(long) is not REVIEWER.review(long)
    assert REVIEWER.review("We sorted it.") is REVIEWER.review("We sorted it.")
    forget()
    assert held() == 0
    assert REVIEWER.review("We sorted it.") == REVIEWER.review("We sorted it.")


EDITS = st.lists(st.tuples(st.sampled_from(("put", "take", "swap")), st.integers(0, 20), st.sampled_from(PARTS)))


@settings(max_examples=8, deadline=None)
@given(EDITS.filter(lambda edits: 2 <= len(edits) <= 6))
def test_a_row_of_edits_gives_what_each_text_gives_at_first_sight(edits: list[tuple[str, int, str]]) -> None:
    parts, texts = PARTS[:9], []
    for what, at, part in edits:
        place = at % len(parts)
        parts = [*parts[:place], *([] if what == "take" else [part]), *parts[place + (what != "put") :]] or PARTS[:1]
        texts.append(" ".join(parts))
    forget()
    edited = [as_dict(REVIEWER.review(text)) for text in (*texts, texts[0])]
    for text, told in zip((*texts, texts[0]), edited, strict=True):
        forget()
        assert as_dict(REVIEWER.review(text)) == told
