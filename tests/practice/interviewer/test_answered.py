"""A point that was answered, in the answer or in a later turn, is not asked about; one that was not, is."""

from __future__ import annotations

import pytest

from starproof.core.practice import MANNERS, Asked
from starproof.practice.interviewer import next_question
from starproof.practice.interviewer.digging import after
from starproof.practice.interviewer.manners import CONDUCT
from tests.practice.interviewer.support import kinds, listen, session

BASE = (
    "The billing jobs of our dealers were slow and the dealers complained every week. I ran the billing team. "
    "I asked two leads to trace the slowest jobs for me. I told the vendor to fix the index. "
)
OPEN = {
    "baseline": BASE + "Errors fell by 60%.",
    "period": BASE + "That saved us 400,000 euros.",
    "measurer": BASE + "That saved us 400,000 euros.",
    "amount": BASE + "The jobs are considerably faster.",
    "date": BASE + "Errors fell by 60%.",
    "lesson": BASE + "Errors fell by 60%.",
    "reason": BASE + "I cancelled the export feature. Errors fell by 60%.",
    "resolution": BASE + "The head of sales was against the index. Errors fell by 60%.",
    "sum": BASE + "Errors went from 200 a day to 100 a day, a fall of 70%.",
    "own-part": "We had slow billing jobs and the dealers complained. We rebuilt the queue. We moved the jobs to the "
    "night. We trained the dealers. Errors fell by 60%.",
}
CLOSED = {
    "baseline": ["It was 500 errors a day before that.", "From 500 a day to 200 a day.", "It went from 5% to 2%."],
    "period": ["That is each year.", "Over eighteen months.", "Between January and June of 2023."],
    "measurer": ["Finance counted it.", "It comes from the billing dashboard.", "An auditor confirmed it."],
    "amount": ["They take 12 minutes now.", "Twice as fast.", "from forty minutes to ten"],
    "date": ["That was in March 2022.", "Two years ago.", "it was last spring"],
    "lesson": ["I learned to look at the index first.", "Next time I would start with the dealers."],
    "reason": ["Because nobody used it.", "I did it so that the team had time for the fix."],
    "resolution": ["He agreed after a trial.", "In the end we settled on a pilot.", "She changed her mind."],
    "sum": ["Sorry, I meant 50%.", "I misspoke, it is half."],
    "own-part": [
        "I wrote the queue myself.",
        "I set the order and I told the dealers.",
        "Moving the jobs was my call.",
    ],
}


@pytest.mark.parametrize("kind", sorted(OPEN))
def test_an_open_point_is_asked_about(kind: str) -> None:
    assert kind in kinds(OPEN[kind])


@pytest.mark.parametrize(
    ("choice", "asked"),
    [
        ("My director said to wait for spring. I said no, because the dealers could not.", False),
        ("I cancelled the export feature, because nobody used it.", True),
    ],
)
def test_of_a_choice_that_refuses_a_way_the_other_way_is_told(choice: str, asked: bool) -> None:
    assert ("alternative" in kinds(f"{BASE}{choice} Errors fell by 60%.")) is asked


@pytest.mark.parametrize(("kind", "reply"), [(kind, reply) for kind, replies in CLOSED.items() for reply in replies])
def test_a_point_that_a_follow_up_answers_is_never_asked_about_afterwards(kind: str, reply: str) -> None:
    for manner in MANNERS:
        other = next_question([listen(OPEN[kind])], [], manner=manner, most=20, seed=1)
        assert not isinstance(other, str)
        turns, asked = [listen(OPEN[kind]), listen(reply)], [other]
        while not isinstance(found := next_question(turns, asked, manner=manner, most=20, seed=1), str):
            assert found.kind != kind
            asked.append(found)
            turns.append(listen("I don't know."))


@pytest.mark.parametrize(("kind", "reply"), [(kind, reply) for kind, replies in CLOSED.items() for reply in replies])
def test_a_point_that_the_answer_itself_settles_is_not_asked_about(kind: str, reply: str) -> None:
    said = f"{OPEN[kind]} {reply}"
    assert not any(kind in kinds(said, manner=manner) for manner in MANNERS)


def test_what_the_speaker_does_not_know_is_not_asked_about_again() -> None:
    for manner in MANNERS:
        _, asked, closing = session(OPEN["baseline"], lambda _: "I don't have that number.", manner=manner, most=20)
        assert [one.kind for one in asked].count("baseline") == 1
        assert closing == "exhausted"
        assert [one.kind for one in asked].count("unknown") == (manner == "bar-raiser")


def test_what_may_not_be_said_is_not_insisted_on() -> None:
    for manner in MANNERS:
        asked = session(OPEN["baseline"], lambda _: "That is confidential.", manner=manner, most=20)[1]
        assert not {"pressed", "unknown"} & {one.kind for one in asked}


def test_an_evasion_is_taken_up_by_all_but_the_friendly() -> None:
    said = "As I said, it was a team effort."
    pressed = {
        manner: sum(one.kind == "pressed" for one in session(OPEN["baseline"], lambda _: said, manner=manner)[1])
        for manner in MANNERS
    }
    assert pressed["friendly"] == 0
    assert pressed["neutral"] == 1
    assert pressed["bar-raiser"] >= 1


def test_it_digs_into_the_follow_up_before_it_goes_on() -> None:
    asked = session(OPEN["own-part"], lambda _: "I moved the jobs to the night and I told the dealers about it.")[1]
    own, dug = asked[0], asked[1]
    assert (own.kind, own.depth, own.turn) == ("own-part", 1, 0)
    assert (dug.depth, dug.turn) == (2, 1)
    assert "jobs" in dug.question


def test_manners_differ_in_number_and_order() -> None:
    said = OPEN["own-part"] + " That saved us 400,000 euros. Everything is considerably faster."
    asked = {manner: kinds(said, manner=manner) for manner in MANNERS}
    assert len(asked["friendly"]) <= len(asked["neutral"]) <= len(asked["bar-raiser"])
    assert len({tuple(order) for order in asked.values()}) == 3
    first = {next_question([listen(said)], [], manner=manner, most=3, seed=1) for manner in MANNERS}
    assert len({one if isinstance(one, str) else one.question for one in first}) == 3


def test_depth_is_bounded_by_the_manner() -> None:
    replies = iter(f"I moved job {n} to the night and I told dealer number {n} about it." for n in range(99))
    for manner, deepest in zip(MANNERS, (2, 2, 3), strict=True):
        asked = session(OPEN["own-part"], lambda _: next(replies), manner=manner, most=20)[1]
        assert max(one.depth for one in asked) <= deepest


def test_most_is_kept_and_told_apart_from_nothing_left() -> None:
    _, asked, closing = session(OPEN["own-part"], lambda _: "I don't know.", most=2)
    assert (len(asked), closing) == (2, "enough")
    assert next_question([listen(OPEN["own-part"])], [], manner="neutral", most=0, seed=1) == "enough"
    assert session(OPEN["own-part"], lambda _: "I don't know.", most=50)[2] == "exhausted"


def test_one_story_told_twice_in_a_session_gets_other_questions() -> None:
    said = OPEN["own-part"] + " That saved us 400,000 euros."
    before = session(said, lambda _: "I don't know.", manner="bar-raiser")[1]
    again = next_question([listen(said)], before, manner="bar-raiser", most=8, seed=7)
    assert isinstance(again, str) or again.key not in {one.key for one in before}


def test_the_same_seed_asks_the_same_and_seeds_vary_the_words() -> None:
    def words(seed: int) -> list[str]:
        return [one.question for one in session(OPEN["own-part"], lambda _: "I don't know.", seed=seed)[1]]

    assert words(3) == words(3)
    assert len({tuple(words(seed)) for seed in range(8)}) > 1


def test_an_edited_answer_is_not_asked_about_the_same_thing_again() -> None:
    said = OPEN["baseline"]
    asked = next_question([listen(said)], [], manner="bar-raiser", most=20, seed=1)
    assert not isinstance(asked, str)
    assert asked.kind == "baseline"
    turns = [listen(f"Well, let me see. {said}"), listen("I don't know.")]
    thread = [asked]
    while not isinstance(found := next_question(turns, thread, manner="bar-raiser", most=20, seed=1), str):
        assert found.kind != "baseline"
        thread.append(found)
        turns.append(listen("I don't know."))


def test_an_answer_that_was_edited_down_to_nothing_ends_the_thread() -> None:
    asked = session(OPEN["baseline"], lambda _: "I don't know.", manner="bar-raiser", most=20)[1][:1]
    assert (
        next_question([listen(""), listen("I don't know.")], asked, manner="bar-raiser", most=20, seed=1) == "exhausted"
    )


def test_what_somebody_is_calls_for_no_what_if_but_what_they_did_does() -> None:
    asked = Asked("Whose decision was it?", "it was left open", "own-part", "own-part:0:0:0")
    answer = listen("We had a lot of defects, so we looked into it and we decided to change the release.")
    for reply, dug in (
        ("I am leader of 3 testers and it was decided by me, we were four in all.", False),
        ("I am leader of 3 testers and I moved the release by two weeks.", True),
    ):
        found = list(after([answer, listen(reply)], [asked], CONDUCT["neutral"]))
        assert bool(found) == dug
        assert all(one.focus.of(reply) == "I moved" for one in found)
