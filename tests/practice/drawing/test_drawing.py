"""What a session asks."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.planning import Aims, Choice, LoopPlan, Slot
from starproof.core.practice import CardKey
from starproof.core.questions import Question
from starproof.core.results import Card
from starproof.errors import NotFound
from starproof.practice.drawing import (
    Figure,
    Wanted,
    ask_about,
    asked_draw,
    defence_draw,
    due_draw,
    essay,
    loop_draw,
    retrieval_draw,
    tell,
)
from starproof.practice.drawing.spreading import alike, same_words, spread
from starproof.practice.drawing.times import LEAST, share
from tests.plan.making import story
from tests.practice.drawing.making import BY_ID, FERRIES, PARCELS, QUESTIONS, pool

seeds = st.integers(0, 2**32 - 1)


# --- as an interviewer would ---------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(seeds, st.integers(1, 16))
def test_drawn_questions_are_spread_over_principles_and_no_two_are_alike(seed: int, many: int) -> None:
    drawn = spread(QUESTIONS, chance=Random(seed), many=many)
    assert len(drawn) == many
    assert not any(alike(one, other) for one, other in combinations(drawn, 2))
    assert len({one.principle for one in drawn}) >= min(many, 7)


@settings(max_examples=30)
@given(seeds)
def test_a_draw_follows_from_its_seed_and_nothing_asked_lately_comes_again(seed: int) -> None:
    drawn = asked_draw(pool(), many=6, seed=seed)
    assert asked_draw(pool(), many=6, seed=seed) == drawn
    later = asked_draw(pool(lately=tuple(one.ask for one in drawn)), many=6, seed=seed)
    assert not {one.ask for one in drawn} & {one.ask for one in later}


def test_more_than_there_are_gives_those_that_there_are() -> None:
    some = QUESTIONS[:3]
    assert len(spread(some, chance=Random(1), many=50)) <= 3
    assert spread((), chance=Random(1), many=5) == ()


def test_two_questions_are_alike_by_words_or_by_principle_and_theme() -> None:
    one = Question("A", "Tell me about a time you missed a deadline.", "ownership", themes=("deadline",))
    assert alike(one, replace(one, id="B", text="When did a plan slip?"))
    assert alike(one, replace(one, id="C", text="Describe a time when you missed a deadline.", principle="dive-deep"))
    assert not alike(one, Question("D", "When did you hire somebody?", "ownership", themes=("hiring",)))
    assert same_words("?", "?")
    assert not same_words("?", "!")


def test_a_drawn_question_says_which_principle_it_asks_for() -> None:
    (one,) = asked_draw(pool(), seed=1)
    names = {principle.id: principle.name for principle in pool().guide.principles}
    assert one.because == f"drawn: an interviewer may ask for {names[one.principle or '']}"


# --- chosen and due ------------------------------------------------------------------------------------------------


def test_a_chosen_story_is_asked_its_own_question_first_and_a_fitting_one_after() -> None:
    own = PARCELS.digest.question
    assert own is not None
    first = tell(pool(), "parcels", seed=1)
    assert (first.ask, first.because, first.card) == (own, "you chose it", CardKey("story", "parcels", own))
    then = tell(pool(lately=(own,)), "parcels", seed=1)
    assert then.principle == "ownership"
    assert BY_ID[then.card.question or ""].principle == "ownership"


def test_a_story_is_not_asked_the_question_that_it_plainly_does_not_answer() -> None:
    unrated = tuple((criterion, None) for criterion, _ in PARCELS.digest.ratings)
    astray = replace(PARCELS, digest=replace(PARCELS.digest, errors=1, ratings=unrated))
    found = tell(pool(astray), "parcels", seed=1)
    assert found.ask != PARCELS.digest.question


@pytest.mark.parametrize("seed", range(12))
def test_a_story_is_asked_what_it_tells_of_before_what_it_only_shows_the_principle_of(seed: int) -> None:
    told, near, shown = (BY_ID[name].text for name in ("DD-Q01", "DD-Q02", "DD-Q03"))
    offers = {told: [("ferries", 0.9)], near: [("ferries", 0.8)], shown: [("ferries", 0.65)]}
    assert tell(pool(FERRIES, offers=offers), "ferries", seed=seed).ask in (told, near)
    assert tell(pool(FERRIES, offers=offers, lately=(told, near)), "ferries", seed=seed).ask == shown


def test_a_story_is_not_asked_what_another_answers_clearly_better() -> None:
    ask = BY_ID["DD-Q01"].text
    offers = {ask: [("parcels", 0.9), ("ferries", 0.6)]}
    assert tell(pool(offers=offers), "ferries", seed=1).ask.startswith("Walk me through this one")


def test_a_story_that_another_outdoes_is_asked_for_what_it_shows_beside_its_first_principle() -> None:
    outdone = story("ferries", shares={"dive-deep": 0.6, "earn-trust": 0.3, "ownership": 0.02})
    first, beside, hardly = (BY_ID[name].text for name in ("DD-Q01", "ET-Q01", "OW-Q01"))
    offers = {first: [("parcels", 0.9), ("ferries", 0.6)], beside: [("ferries", 0.5)], hardly: [("ferries", 0.5)]}
    asked = tell(pool(PARCELS, outdone, offers=offers), "ferries", seed=1)
    assert (asked.ask, asked.principle) == (beside, "earn-trust")


def test_a_story_that_fits_no_question_is_still_asked_for() -> None:
    assert tell(pool(FERRIES, offers={}), "ferries", seed=1).ask == "Walk me through this one: Ferries."


def test_a_story_that_is_not_there_is_named() -> None:
    with pytest.raises(NotFound, match="'trams'"):
        tell(pool(), "trams", seed=1)


def test_a_chosen_question_expects_its_best_story_and_takes_those_nearly_as_good() -> None:
    question = BY_ID["OW-Q02"]
    offers = {question.text: [("parcels", 0.8), ("ferries", 0.65), ("trams", 0.5)]}
    by_id, by_words = (ask_about(pool(offers=offers), how) for how in ("OW-Q02", question.text))
    assert by_id == by_words
    assert (by_id.story, by_id.fitting, by_id.principle) == ("parcels", ("ferries",), "ownership")


def test_anybodys_own_question_keeps_its_words() -> None:
    one = ask_about(pool(offers={}), "  Why parcels?  ")
    assert (one.ask, one.story, one.card.question) == ("Why parcels?", None, "Why parcels?")


def test_due_cards_come_in_their_order_with_their_reasons() -> None:
    due = (
        Wanted(CardKey("figure", "parcels", figure="18 %"), "due"),
        Wanted(CardKey("story", "trams"), "gone"),
        Wanted(CardKey("question", question="OW-Q02"), "due: you rated it hard on Tuesday"),
        Wanted(CardKey("story", "ferries"), "new"),
    )
    drawn = due_draw(pool(), due, many=5, seed=1)
    assert [(one.because, one.card.kind) for one in drawn] == [
        ("due: you rated it hard on Tuesday", "question"),
        ("new", "story"),
    ]


# --- rapid retrieval -----------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(seeds)
def test_a_drill_asks_only_what_the_stories_answer(seed: int) -> None:
    answered = {one.text: [("parcels", 0.8)] for one in QUESTIONS[::5]}
    drawn = retrieval_draw(pool(offers=answered), seed=seed)
    assert 5 <= len(drawn) <= 10
    assert all(one.ask in answered and one.story == "parcels" and one.seconds == 10.0 for one in drawn)


def test_a_drill_starts_with_what_is_due() -> None:
    due = [Wanted(CardKey("question", question="OW-Q02"), "due"), Wanted(CardKey("question", question="gone"), "due")]
    drawn = retrieval_draw(pool(), seed=4, due=due)
    assert len(drawn) == 10
    assert [one.card.question for one in drawn if one.because == "due"] == ["OW-Q02"]
    assert drawn[0].because == "due"


def test_a_drill_rather_repeats_than_asks_too_few() -> None:
    few = [one for one in QUESTIONS if one.principle == "ownership"][:30]
    first = retrieval_draw(pool(questions=tuple(few)), seed=1)
    later = retrieval_draw(pool(questions=tuple(few), lately=tuple(one.text for one in few)), seed=1)
    assert len(first) == len(later) == 10


def test_a_drill_without_answers_is_empty() -> None:
    assert retrieval_draw(pool(offers={}), seed=1) == ()


# --- figures -------------------------------------------------------------------------------------------------------


def figure(story: str, words: str) -> Figure:
    return Figure(story, words, "Of how many?", "it is the largest", Card(f"“{words}”: of how many?", "Of all."))


def test_figures_come_due_first_then_story_after_story() -> None:
    figures = [figure("a", "1 %"), figure("a", "2 %"), figure("b", "3 %"), figure("b", "4 %")]
    due = [Wanted(CardKey("figure", "b", figure="4 %"), "due"), Wanted(CardKey("figure", "c", figure="9 %"), "due")]
    drawn = defence_draw(figures, seed=1, due=due, many=4)
    assert drawn[0].card.figure == "4 %"
    assert {one.card.figure for one in drawn[1:3]} == {"1 %", "3 %"}
    assert (drawn[0].answer, drawn[0].because, drawn[1].because) == ("Of all.", "due", "it is the largest")


def test_no_figures_are_no_drill() -> None:
    assert defence_draw((), seed=1) == ()


# --- loops and essays ----------------------------------------------------------------------------------------------


def slot(interviewer: str, principle: str, story: str | None, *, bar_raiser: bool = False) -> Slot:
    choice = Choice(story, story, 500, (), (), "", (), None, "as it stands") if story else None
    return Slot(interviewer, bar_raiser, principle, principle.title(), choice, None, None, None)


def plan(*slots: Slot) -> LoopPlan:
    return LoopPlan("Parcels", "", None, "L6", slots, Aims(0, 0, 0, 0), (), ())


def test_a_loop_asks_slot_by_slot_within_each_block() -> None:
    offers = {one.text: [("parcels", 0.8)] for one in QUESTIONS if one.principle == "ownership"}
    slots = plan(
        slot("Ada", "ownership", "parcels"),
        slot("Ada", "dive-deep", "ferries"),
        slot("Bo", "frugality-of-the-unknown", None, bar_raiser=True),
    )
    drawn = loop_draw(pool(offers=offers), slots, seed=2, minutes={"Ada": 50})
    assert [(one.interviewer, one.story, one.seconds, one.manner) for one in drawn] == [
        ("Ada", "parcels", 1200.0, None),
        ("Ada", "ferries", 1200.0, None),
        ("Bo", None, 2100.0, "bar-raiser"),
    ]
    assert BY_ID[drawn[0].card.question or ""].principle == "ownership"
    assert drawn[0].because == "Ada asks for Ownership"
    assert drawn[2].ask == "Tell me about a time that shows Frugality-Of-The-Unknown."


def test_a_block_leaves_time_for_an_answer_whatever_is_asked_of_it() -> None:
    assert share(60.0, 5) == LEAST
    assert share(None, 0) == 2100.0


def test_an_essay_is_the_same_question_in_writing() -> None:
    one = essay(tell(pool(), "parcels", seed=1))
    assert (one.think, one.seconds, one.framework, one.follow_ups) == (0.0, 3600.0, None, 0)
