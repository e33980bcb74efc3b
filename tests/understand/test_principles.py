"""Principles of questions and stories: ranked, calibrated, also for guides with other principles."""

from __future__ import annotations

import json
import math
import tomllib
from array import array
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.guide import Principle
from starproof.guides import load_guide
from starproof.scoring import joined
from starproof.understand import rank, rank_question
from starproof.understand.principles import asks_for_a_story, readings
from starproof.understand.tables import Rows, pack, unpack

PRINCIPLES = load_guide().principles
DEV = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "corpus" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("question", "principle"),
    [
        ("Tell me about a time you stood up to your boss.", "have-backbone"),
        ("When did you last sit down with an unhappy client?", "customer-obsession"),
        ("Describe how you let somebody go.", "hire-and-develop"),
        ("Walk me through the hardest bug you ever traced.", "dive-deep"),
        ("Tell me about a deadline that could not be moved.", "deliver-results"),
        ("When did you have to apologise to another team?", "earn-trust"),
        ("What have you simplified?", "invent-and-simplify"),
        ("Tell me about picking up something outside your job that nobody owned.", "ownership"),
    ],
)
def test_a_plain_question_leads_to_its_principle(question: str, principle: str) -> None:
    assert rank_question(question, PRINCIPLES)[0].id == principle


def test_question_and_story_together_find_most_principles_of_stories_never_learned_from() -> None:
    ranked = [rank(question=s["question"], text=joined(s)[0], principles=PRINCIPLES)[0].id for s in DEV]
    right = sum(found == story["principle"] for found, story in zip(ranked, DEV, strict=True))
    assert right >= 0.9 * len(DEV)


def test_a_story_alone_shows_its_principle_more_often_than_not_among_the_first_two() -> None:
    ranked = [rank(question=None, text=joined(s)[0], title=s.get("title"), principles=PRINCIPLES) for s in DEV]
    places = [[item.id for item in one].index(story["principle"]) for one, story in zip(ranked, DEV, strict=True)]
    assert sum(place < 1 for place in places) >= 0.55 * len(DEV)
    assert sum(place < 2 for place in places) >= 0.7 * len(DEV)


def test_a_question_weighs_more_than_the_story() -> None:
    text = "A customer called, and the customer was angry, and I called the customer back."
    assert rank(question=None, text=text, principles=PRINCIPLES)[0].id == "customer-obsession"
    asked = "Tell me about a time you disagreed with your director and held your ground."
    assert rank(question=asked, text=text, principles=PRINCIPLES)[0].id == "have-backbone"


@settings(max_examples=60)
@given(st.one_of(st.none(), st.text(max_size=80)), st.text(max_size=300))
def test_shares_of_any_text_add_up_to_one_best_first(question: str | None, text: str) -> None:
    ranked = rank(question=question, text=text, principles=PRINCIPLES)
    scores = [item.score for item in ranked]
    assert scores == sorted(scores, reverse=True)
    assert abs(sum(scores) - 1) < 1e-9
    assert {item.id for item in ranked} == {principle.id for principle in PRINCIPLES}


def test_a_guide_with_other_principles_is_read_by_its_own_words() -> None:
    own = (
        Principle("courage", "Courage", "Says no to powerful people and stands by it.", ""),
        Principle("thrift", "Thrift", "Spends little money, saves cost, reuses what is there.", ""),
    )
    assert rank_question("When did you save cost by reusing something?", own)[0].id == "thrift"
    assert rank(question=None, text="I said no to the powerful people.", principles=own)[0].id == "courage"


def test_a_guide_without_principles_ranks_none() -> None:
    assert rank(question="Why?", text="I ran a team.", principles=()) == ()


def test_tables_come_back_from_their_bytes_as_they_were() -> None:
    table = Rows({"w:team": 0, "b:two words": 1}, array("b", [1, -2, 3, 127, 0, -127]), 3, 0.25)
    head, (back,) = unpack(pack({"ids": ["a"]}, [table]))
    assert head == {"ids": ["a"]}
    assert back == table
    assert back.sum([("w:team", 2.0), ("unknown", 5.0)]) == [0.5, -1.0, 1.5]
    assert back.total(["w:team", "b:two words", "w:team", "unknown"]) == [129, -4, -121]
    assert back.total(["unknown"]) == [0, 0, 0]


def test_most_questions_that_nothing_was_trained_on_lead_to_their_principle() -> None:
    file = Path(__file__).parents[2] / "corpus" / "questions-unseen.toml"
    listed = tomllib.loads(file.read_text(encoding="utf-8"))["second"]
    asked = [(question, name) for name, texts in listed.items() for question in texts]
    right = sum(rank_question(question, PRINCIPLES)[0].id == name for question, name in asked)
    assert right >= 0.85 * len(asked)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Tell me about a time you failed.", True),
        ("How do you handle conflict?", True),
        ("What is the hardest thing you have done?", True),
        ("What is your favourite colour?", False),
        ("Explain quicksort.", False),
        ("hello", False),
    ],
)
def test_questions_that_stories_answer_are_told_from_others(text: str, asks: bool) -> None:
    assert (asks_for_a_story(text) >= 0.5) is asks


@pytest.mark.parametrize(
    "opening",
    ["Tell me about", "Walk me through", "Describe", "Give me an example of", "So, could you please share"],
)
@pytest.mark.parametrize(
    ("subject", "principle"),
    [
        ("a layoff you ran.", "hire-and-develop"),
        ("a bug that took you weeks to trace.", "dive-deep"),
        ("an apology you owed to another team.", "earn-trust"),
    ],
)
def test_the_opening_of_a_question_carries_no_weight(opening: str, subject: str, principle: str) -> None:
    ranked = rank_question(f"{opening} {subject}", PRINCIPLES)
    assert ranked[0].id == principle
    assert ranked == rank_question(subject.split(" ", 1)[1], PRINCIPLES)


def test_a_title_lifts_the_principle_that_it_speaks_of() -> None:
    def share(title: str | None) -> float:
        text = "We met for a week and talked it through. In the end it went well, and it still does."
        ranked = rank(question=None, text=text, title=title, principles=PRINCIPLES)
        return next(item.score for item in ranked if item.id == "have-backbone")

    assert share("Standing up to the director") > 1.3 * share(None)


def test_a_story_without_title_or_passages_has_no_reading_of_them() -> None:
    assert readings(None, [], width=2)[:2] == [0.0, 0.0]
    called = [-1.0, -2.0]
    read = readings(called, [[0.8, 0.2], [0.4, 0.6]], width=2)
    assert read[:2] == called
    assert [round(math.exp(value), 3) for value in read[2:4]] == [0.6, 0.4]
