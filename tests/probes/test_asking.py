"""The questions that come next: few, different, quoted, the one that hurts most first."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.results import Review
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.probes import MOST, ask
from tests.probes.stories import MANY, OPINION, SOLID, WRONG, seen

REVIEWER = Reviewer()
REVIEWS = {name: REVIEWER.review(text) for name, text in {"wrong": WRONG, "solid": SOLID, "many": MANY}.items()}
STORIES = pytest.mark.parametrize("review", REVIEWS.values(), ids=REVIEWS.keys())


def sentence_of(review: Review, offset: int) -> int:
    return next(i for i, s in enumerate(review.sentences) if s.span.start <= offset < s.span.end)


@STORIES
def test_there_are_a_few_questions_and_each_ends_as_one(review: Review) -> None:
    assert 1 <= len(review.probes) <= MOST == 5
    assert all(probe.question.endswith("?") and probe.because for probe in review.probes)


@STORIES
def test_no_sentence_is_asked_about_twice(review: Review) -> None:
    places = [sentence_of(review, probe.evidence[0].span.start) for probe in review.probes]
    assert len(places) == len(set(places))


@STORIES
def test_every_quote_stands_in_the_text_where_it_says(review: Review) -> None:
    quotes = [item for probe in review.probes for item in probe.evidence]
    assert quotes
    assert all(item.span.of(review.document.text) == item.quote for item in quotes)


def test_a_figure_that_does_not_add_up_is_asked_about_first() -> None:
    context = seen(REVIEWS["wrong"], wrong="45%", grounds=("14 minutes", "4 minutes"))
    first = ask(context, REVIEWS["wrong"].flags, REVIEWS["wrong"].findings)[0]
    assert first.question == "You say “45%”, but 14 minutes to 4 minutes is something else. Which is it?"
    assert [item.quote for item in first.evidence] == ["45%", "14 minutes", "4 minutes"]


def test_questions_without_hurt_come_after_those_with_it() -> None:
    asked = [probe.question for probe in ask(seen(REVIEWS["many"]), (), ())]
    unexplained = next(place for place, question in enumerate(asked) if "from how much" in question)
    deeper = next(place for place, question in enumerate(asked) if "if you had it to decide again" in question)
    assert unexplained < deeper


def test_a_change_without_baseline_is_asked_for_it() -> None:
    asked = [probe.question for probe in ask(seen(REVIEWS["wrong"]), (), ()) if "down 60%" in probe.question]
    assert len(asked) == 1
    assert "from how much to how much" in asked[0]


def test_a_share_is_asked_of_how_many_and_not_from_how_much() -> None:
    told = (
        "**Situation:** Our depot lost parcels.\n\n**Task:** I was responsible for its six crews.\n\n"
        "**Action:** I told the owner that I would stop the night run, and he was against it.\n\n"
        "**Result:** 70% of the losses had come from one shelf."
    )
    asked = [probe.question for probe in REVIEWER.review(told).probes if "70%" in probe.question]
    assert [question for question in asked if "of how many" in question]
    assert not [question for question in asked if "from how much" in question]


def test_a_kind_of_question_comes_twice_at_most() -> None:
    asked = [probe for probe in ask(seen(REVIEWS["many"]), (), ()) if "from how much to how much" in probe.question]
    assert len(asked) <= 2


def test_a_missing_result_is_asked_for_and_tied_to_the_last_action() -> None:
    text = MANY.rpartition("\n\n")[0]
    found = [probe for probe in REVIEWER.review(text).probes if "what came of it?" in probe.question]
    assert len(found) == 1
    assert found[0].evidence[0].quote.startswith("I decided to scan")


def test_a_figure_with_a_comma_is_not_cut_in_a_quote() -> None:
    text = WRONG.replace("300 captains signed a letter of thanks", "lost 41,000 callers")
    assert not any("“000" in probe.question for probe in REVIEWER.review(text).probes)


def test_a_text_that_is_no_story_is_asked_nothing() -> None:
    review = REVIEWER.review(OPINION)
    assert review.facts.genre.genre == "opinion"
    assert review.probes == ()


@STORIES
def test_the_same_story_is_asked_the_same(review: Review) -> None:
    assert REVIEWER.review(review.document.text).probes == review.probes


WORDS = st.sampled_from(
    "I decided 32% $2M fell to from 14 minutes , . \n because the team but learned \u202e".split(" ")
)


@settings(max_examples=30)
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_whatever_the_text_questions_quote_it_and_stay_few(text: str) -> None:
    try:
        review = REVIEWER.review(text)
    except InputError:
        return
    assert len(review.probes) <= MOST
    assert all(e.span.of(text) == e.quote for probe in review.probes for e in probe.evidence)
