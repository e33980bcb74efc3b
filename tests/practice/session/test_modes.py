"""Each mode from its first step to its last."""

from __future__ import annotations

import pytest

from starproof.errors import PracticeError
from starproof.practice.session import ratings, time_left
from tests.practice.session.making import Table, asked, heard, moment


def test_one_story_goes_from_thought_to_the_end() -> None:
    table = Table.of("story")
    assert table.session.phase == "think"
    table.take("ready", after=12.5)
    assert (table.session.phase, table.session.attempt.think) == ("answer", 12.5)
    table.take("answered", after=90, text="We cut late parcels by 18 %.")
    assert (table.session.phase, table.session.asking) == ("follow-up", None)
    table.take("probed", asked=asked(1))
    assert table.session.asking == asked(1)
    table.take("answered", after=20, text="From 22 %.")
    table.take("closed", closing="exhausted")
    assert table.session.phase == "rate"
    table.take("rated", grade="hard")
    assert table.session.phase == "look"
    table.take("next")
    assert table.session.phase == "done"
    turns = table.session.attempt.turns
    assert [(turn.asked, turn.text, turn.seconds, turn.spoken) for turn in turns] == [
        (None, "We cut late parcels by 18 %.", 90.0, False),
        (asked(1), "From 22 %.", 20.0, False),
    ]
    (rated,) = ratings(table.session)
    assert (rated.grade, rated.card.story, rated.seconds, rated.spoken) == ("hard", "parcels", 90.0, False)


def test_a_recording_waits_for_its_words_and_takes_its_length_from_them() -> None:
    table = Table.of("story", think=0.0)
    table.take("answered", after=40, recording="r1", seconds=31.0)
    assert table.session.phase == "transcribe"
    table.take("transcribed", after=15, transcript=heard(seconds=30.5))
    turn = table.session.attempt.turns[0]
    assert (turn.text, turn.seconds, turn.spoken) == (heard().text, 30.5, True)
    assert table.session.phase == "follow-up"


def test_a_recording_that_nobody_can_hear_is_thrown_away_and_the_question_asked_again() -> None:
    table = Table.of("story", think=0.0)
    table.take("answered", recording="r1")
    with pytest.raises(PracticeError, match="no words"):
        table.take("transcribed", transcript=heard(""))
    table.take("skipped")
    assert (table.session.phase, table.session.attempt.turns) == ("answer", ())
    table.take("answered", text="Typed, then.")
    table.take("probed", asked=asked(1))
    table.take("answered", recording="r2")
    table.take("skipped")
    assert (table.session.phase, table.session.asking) == ("follow-up", asked(1))


def test_the_words_of_a_recording_may_be_typed_by_hand() -> None:
    table = Table.of("story", think=0.0)
    table.take("answered", recording="r1", seconds=12.0)
    table.take("transcribed", text="What I said was this.")
    turn = table.session.attempt.turns[0]
    assert (turn.text, turn.transcript, turn.seconds, turn.spoken) == ("What I said was this.", None, 12.0, True)


def test_a_follow_up_can_be_passed_over_and_counts_as_asked() -> None:
    table = Table.of("story", think=0.0, follow_ups=1)
    table.take("answered", text="An answer.")
    table.take("probed", asked=asked(1))
    table.take("skipped")
    assert table.session.attempt.turns[1].text == ""
    with pytest.raises(PracticeError, match="'closed'"):
        table.take("probed", asked=asked(2))


@pytest.mark.parametrize(
    ("story", "seconds", "grade"),
    [
        ("parcels", 2.9, "easy"),
        ("parcels", 5.0, "good"),
        ("parcels", 8.25, "hard"),
        ("parcels", 10.4, "hard"),
        ("parcels", 10.6, "again"),
        ("ferries", 2.0, "good"),
        ("ferries", 5.0, "hard"),
        ("ferries", 9.0, "hard"),
        ("another", 1.0, "again"),
        (None, 1.0, "again"),
    ],
)
def test_a_naming_is_graded_by_which_story_and_how_fast(story: str | None, seconds: float, grade: str) -> None:
    table = Table.of("retrieval", many=2)
    table.take("named", story=story, seconds=seconds)
    assert (table.session.phase, table.session.attempt.grade, table.session.attempt.reaction) == (
        "look", grade, seconds,
    )  # fmt: skip
    table.take("next")
    assert (table.session.phase, table.session.at) == ("answer", 1)
    assert [(one.grade, one.seconds) for one in ratings(table.session)] == [(grade, seconds)]


def test_a_reaction_is_kept_to_the_millisecond() -> None:
    table = Table.of("retrieval")
    table.take("named", story="parcels", seconds=3.14159)
    assert table.session.attempt.reaction == 3.142


def test_time_up_in_a_drill_shows_the_story_and_counts_as_again() -> None:
    table = Table.of("retrieval")
    table.take("skipped", after=10)
    assert table.session.phase == "look"
    table.take("next")
    assert table.session.phase == "done"
    assert [one.grade for one in ratings(table.session)] == ["again"]


def test_a_figure_is_defended_then_rated_then_its_card_is_shown() -> None:
    table = Table.of("defence")
    table.take("answered", text="Of all parcels sent in a week.")
    assert (table.session.phase, table.session.attempt.closing) == ("rate", "enough")
    table.take("rated", grade="good")
    assert (table.session.phase, table.session.assignment.answer) == ("look", "Late parcels fell from 22 % to 4 %.")


def test_an_essay_has_its_time_and_no_follow_ups() -> None:
    table = Table.of("essay")
    assert time_left(table.session, moment(600)) == 3000.0
    table.take("answered", after=1800, text="A long narrative.\n\nIn paragraphs.")
    assert (table.session.phase, table.session.attempt.turns[0].seconds) == ("rate", 1800.0)


def test_a_loop_moves_on_and_is_rated_at_its_end_one_by_one() -> None:
    table = Table.of("loop", many=3, think=0.0)
    table.take("answered", after=599.5, text="The first answer.")
    table.take("closed", after=1, closing="time")
    assert (table.session.phase, table.session.at) == ("answer", 1)
    table.take("skipped")
    table.take("answered", text="The third answer.")
    table.take("closed", closing="exhausted")
    assert (table.session.phase, table.session.at) == ("rate", 0)
    table.take("rated", grade="good")
    table.take("next")
    assert (table.session.phase, table.session.at) == ("rate", 2)
    table.take("skipped")
    table.take("next")
    assert table.session.phase == "done"
    assert [(one.assignment, one.grade) for one in ratings(table.session)] == [(0, "good")]


def test_a_loop_in_which_nothing_was_said_is_over_without_ratings() -> None:
    table = Table.of("loop", many=2, think=0.0)
    table.take("skipped")
    table.take("closed", after=600, closing="time")
    assert table.session.phase == "done"
    assert ratings(table.session) == ()


def test_words_can_be_changed_afterwards_and_follow_ups_stay_as_asked() -> None:
    table = Table.of("story", think=0.0, follow_ups=1)
    table.take("answered", recording="r1", transcript=heard())
    table.take("probed", asked=asked(1))
    table.take("answered", text="From 22 %.")
    table.take("closed", closing="enough")
    table.take("rated", grade="good")
    table.take("next")
    table.take("edited", turn=0, text="We cut late parcels by 80 %.")
    turns = table.session.attempt.turns
    assert (table.session.phase, turns[0].text, turns[0].transcript, turns[1].asked) == (
        "done", "We cut late parcels by 80 %.", heard(), asked(1),
    )  # fmt: skip
