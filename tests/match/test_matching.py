"""Stories matched with questions: the right ones first, with reasons, or none and what would fit."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import starproof
from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Exemplar
from starproof.engine import Reviewer
from starproof.engine.digest import digest
from starproof.errors import UsageError
from starproof.guides import load_guide
from starproof.matching import Card, card, match, what_would_fit
from starproof.matching.exemplars import known
from tests.growth import assert_under

GUIDE = load_guide()
PRINCIPLE = {exemplar.id: exemplar.principle for exemplar in GUIDE.exemplars}
HERE = Path(__file__).parent
BOSS = "Tell me about a time you stood up to your boss."


def told(exemplar: Exemplar) -> Story:
    text = "\n\n".join((exemplar.situation, exemplar.task, "\n".join(exemplar.actions), "\n".join(exemplar.results)))
    return Story(exemplar.id, text, exemplar.title)


STORIES = [told(exemplar) for exemplar in GUIDE.exemplars]
CARDS = [card(story, guide=GUIDE, exemplars=known(GUIDE.exemplars)) for story in STORIES]


@pytest.fixture(scope="module")
def banked() -> list[Banked]:
    reviewer = Reviewer(GUIDE)
    return [Banked(digest(reviewer.review(story))) for story in STORIES[::6]]


def rate(file: str, cards: list[Card]) -> float:
    listed = tomllib.loads((HERE / file).read_text(encoding="utf-8"))
    asked = [(question, name) for name, texts in listed.items() if name != "none" for question in texts]
    firsts = [(match(question, cards, limit=1), name) for question, name in asked]
    return sum(bool(found) and PRINCIPLE[found[0].id] == name for found, name in firsts) / len(asked)


def test_the_exemplars_answer_forty_questions_by_the_right_principle() -> None:
    assert rate("first-forty.toml", CARDS) >= 0.85


def test_read_by_their_words_alone_the_exemplars_answer_most() -> None:
    assert rate("first-forty.toml", [card(story, guide=GUIDE) for story in STORIES]) >= 0.75


@pytest.mark.parametrize("file", ["first-forty.toml", "second-forty.toml", "third-forty.toml"])
def test_small_talk_and_quizzes_match_nothing(file: str) -> None:
    others = tomllib.loads((HERE / file).read_text(encoding="utf-8"))["none"]
    assert sum(bool(match(question, CARDS)) for question in others) <= 1


@pytest.mark.parametrize(
    "question",
    [
        BOSS,
        "When did you tell your director that he was wrong?",
        "Ever pushed back on the person who signs your review?",
    ],
)
def test_paraphrases_of_courage_lead_to_stories_of_backbone(question: str) -> None:
    assert PRINCIPLE[match(question, CARDS)[0].id] == "have-backbone"


def test_the_owners_tags_count_above_front_matter_and_words(banked: list[Banked]) -> None:
    one, two, *_ = banked
    named = replace(two, digest=replace(two.digest, principle="have-backbone"))
    tagged = replace(one, principles=("have-backbone",), digest=replace(one.digest, principle="earn-trust"))
    found = match(BOSS, [named, tagged])
    assert {found[0].id, found[1].id} == {one.id, two.id}
    other_way = replace(one, principles=("invent-and-simplify",), digest=replace(one.digest, principle="have-backbone"))
    assert match(BOSS, [named, other_way])[0].id == two.id


def test_level_and_ratings_decide_between_stories_that_fit_alike(banked: list[Banked]) -> None:
    base = replace(banked[0], principles=("have-backbone",))
    low = replace(base, digest=replace(base.digest, id="a", reads_as="below", ratings=(("scope", 1),)))
    high = replace(base, digest=replace(base.digest, id="b", reads_as="at", ratings=(("scope", 5),)))
    assert [found.id for found in match(BOSS, [low, high])] == ["b", "a"]


def test_archived_stories_and_texts_that_are_none_are_passed_over(banked: list[Banked]) -> None:
    base = replace(banked[0], principles=("have-backbone",))
    assert match(BOSS, [base])
    assert match(BOSS, [replace(base, archived=True)]) == ()
    assert match(BOSS, [replace(base, digest=replace(base.digest, genre="plan"))]) == ()


def test_parts_of_the_explanation_add_up_to_the_score(banked: list[Banked]) -> None:
    for found in match(
        "When did a customer complain about an outage, and what did you do?", [*CARDS, *banked], limit=9
    ):
        assert abs(sum(part.score for part in found.parts) - found.score) < 1e-9
        assert found.because.endswith(".")


def test_because_quotes_words_that_both_say() -> None:
    story = Story("s", "The warehouse robots stopped. I told my boss that the robots were unsafe and refused the date.")
    found = match("Tell me about robots that your boss wanted too early.", [replace(story, principle="have-backbone")])
    assert "“robots”" in found[0].because


def test_order_does_not_depend_on_the_order_of_stories() -> None:
    assert match(BOSS, CARDS, limit=20) == match(BOSS, CARDS[::-1], limit=20)


def test_the_public_function_stays_one_after_the_package_is_loaded() -> None:
    found = starproof.match(BOSS, STORIES[:3], limit=2)
    assert len(found) <= 2
    assert callable(starproof.match)


def test_where_no_story_fits_the_kind_that_would_is_named() -> None:
    only = [one for one in CARDS if PRINCIPLE[one.id] == "dive-deep"]
    question = "Tell me about an underperforming engineer whom you had to let go."
    assert match(question, only) == ()
    advice = what_would_fit(question)
    assert advice.principles[0] == "hire-and-develop"
    assert advice.themes[0] == "low-performer"
    assert "No story of low performer" in advice.text
    assert "tell one in which somebody's work fell short" in advice.text


def test_a_question_that_no_story_answers_is_said_to_be_one() -> None:
    advice = what_would_fit("What is your favourite colour?")
    assert not advice.answerable
    assert advice.principles == ()
    assert match("What is your favourite colour?", CARDS) == ()


def test_no_stories_give_no_match() -> None:
    assert match(BOSS, []) == ()


@pytest.mark.parametrize("call", [lambda: match("  ", CARDS), lambda: match(BOSS, CARDS, limit=0)])
def test_an_empty_question_and_a_limit_of_none_are_refused(call: Callable[[], object]) -> None:
    with pytest.raises(UsageError):
        call()


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=200).filter(str.strip), st.text(max_size=300))
def test_any_question_and_any_story_give_an_answer(question: str, text: str) -> None:
    found = match(question, [Story("one", text or "."), *CARDS[:3]], limit=2)
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 1.2 for score in scores)


def test_ten_thousand_stories_of_a_bank_are_ranked_in_a_tenth_of_the_time_allowed(banked: list[Banked]) -> None:
    many = [
        replace(banked[place % len(banked)], digest=replace(banked[place % len(banked)].digest, id=str(place)))
        for place in range(10_000)
    ]
    match(BOSS, many[:10])
    assert len(match(BOSS, many)) == 5
    assert_under(0.5, lambda: match(BOSS, many))
