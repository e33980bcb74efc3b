"""Stories matched with questions: the right ones first, with reasons, or none and what would fit."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
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
from starproof.matching import Card, card, match, scores, what_would_fit
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
        assert found.because.endswith(".") or not found.because


def test_because_quotes_words_that_both_say() -> None:
    story = Story("s", "The warehouse robots stopped. I told my boss that the robots were unsafe and refused the date.")
    found = match("Tell me about robots that your boss wanted too early.", [replace(story, principle="have-backbone")])
    assert "robots" in found[0].because


QUIET = "We moved the depot in May. The trucks came on Monday. It rained a lot and the coffee was cold by noon."
REFUSED = "We moved the depot in May. I told my boss that I disagreed with his date. The trucks came on Monday."


def test_because_quotes_the_sentence_that_speaks_to_the_question_and_no_other() -> None:
    (found,) = match(BOSS, [Story("s", REFUSED, principle="have-backbone")])
    assert "“I told my boss that I disagreed with his date”" in found.because
    assert "trucks" not in found.because


def test_two_stories_are_matched_for_reasons_of_their_own() -> None:
    other = "Our rates rose. I refused my manager's plan to cut the tests and showed her why. She gave us two weeks."
    stories = [Story(name, text, principle="have-backbone") for name, text in (("a", REFUSED), ("b", other))]
    one, two = match(BOSS, stories)
    assert one.because != two.because
    assert "boss" in (one if one.id == "a" else two).because


def test_where_no_sentence_speaks_to_the_question_none_is_quoted_and_the_owner_is_named() -> None:
    (found,) = match(BOSS, [Story("s", QUIET, principle="have-backbone")])
    assert found.because == "It shows Have Backbone by its front matter alone; no sentence of it says so plainly."


def test_a_theme_that_no_sentence_speaks_of_is_said_to_be_missing() -> None:
    told = "I hired eleven engineers in one spring. I changed how we interview candidates. Every offer was taken."
    question = "Tell me about an underperforming engineer whom you had to let go."
    (found,) = match(question, [Story("s", told, principle="hire-and-develop")])
    assert found.because.startswith("It does not speak of low performer in so many words; nearest comes: “")


def test_an_interviewers_question_at_the_head_of_a_story_is_not_quoted_as_its_own_words() -> None:
    (found,) = match(BOSS, [Story("s", f"{BOSS[:-1]}?\n\n{QUIET}", principle="have-backbone")])
    assert "stood up" not in found.because


def test_a_long_sentence_is_cut_at_a_word_and_the_cut_is_shown() -> None:
    told = f"I told my boss that I disagreed with him about {'the pumps, the valves, ' * 12}and the gate."
    (found,) = match(BOSS, [Story("s", told, principle="have-backbone")])
    assert " …”" in found.because
    assert len(found.because) < 260


def test_of_a_banks_stories_the_whole_texts_are_asked_for_once(banked: list[Banked]) -> None:
    tagged = [replace(one, principles=("have-backbone",)) for one in banked[:2]]
    asked: list[list[str]] = []

    def texts(ids: Sequence[str]) -> dict[str, str]:
        asked.append(list(ids))
        return dict.fromkeys(ids, REFUSED)

    found = match(BOSS, tagged, texts=texts)
    assert [sorted(ids) for ids in asked] == [sorted(one.id for one in tagged)]
    assert all("“I told my boss" in one.because for one in found)


def test_scores_are_those_of_the_matches() -> None:
    assert scores(BOSS, CARDS, limit=4) == tuple((one.id, one.score) for one in match(BOSS, CARDS, limit=4))
    assert scores("What is your favourite colour?", CARDS) == ()


def test_what_sets_a_story_apart_from_the_next_is_said(banked: list[Banked]) -> None:
    base = replace(banked[0], principles=("have-backbone",))
    high = replace(base, digest=replace(base.digest, id="a", title="Alder", reads_as="at"))
    low = replace(base, digest=replace(base.digest, id="b", title="Birch", reads_as="below"))
    other = replace(low, principles=("earn-trust", "have-backbone"))
    assert match(BOSS, [high, low])[0].because.endswith(
        "“Birch” fits as well, but does not read at the level; this one does."
    )
    assert match(BOSS, [low, replace(low, digest=replace(low.digest, id="c"))])[0].because.endswith(
        "“Birch” fits as well: take the one that you tell better."
    )
    assert match(BOSS, [high, other])[0].because.endswith("“Birch” shows Have Backbone less plainly.")


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
