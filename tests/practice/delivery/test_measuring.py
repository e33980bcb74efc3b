"""Seconds, pace and pauses follow from words with times, add up, and are told only where they were measured."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given

from starproof.core.document import LABELS, Label, LabelledSentence, Story
from starproof.core.guide import Guide
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.guides import load_guide
from starproof.parse import parse
from starproof.practice.delivery import Delivery, measure, timed
from tests.practice.delivery.making import even, labels_of, texts, transcripts

SCENE = "Our payroll product computed slips for many firms."
TASK = "I was asked to move it by June."
ACTION = "We grouped the jobs in four waves and the team moved them, wave by wave."
TOLD = f"{SCENE} {TASK} {ACTION}"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


def labelled(*parts: tuple[str, Label]) -> tuple[LabelledSentence, ...]:
    at, found = 0, []
    for text, label in parts:
        found.append(LabelledSentence(Span(at, at + len(text)), label, 1.0))
        at += len(text) + 1
    return tuple(found)


LABELLED = labelled((SCENE, "situation"), (TASK, "task"), (ACTION, "action"))


def pauses(told: Delivery) -> list[tuple[str, float, str]]:
    assert told.pauses is not None
    return [(one.after.of(TOLD), round(one.seconds, 3), one.place) for one in told.pauses]


def test_a_pause_counts_to_the_section_of_the_words_before_it() -> None:
    told = measure(TOLD, even(TOLD, pauses={7: 3.0}), LABELLED)
    assert told.by_section == pytest.approx(
        {"situation": 6.2, "task": 3.2, "action": 6.0, "result": 0.0, "reflection": 0.0, "other": 0.0}
    )


def test_an_outcome_between_two_deeds_takes_the_time_of_the_action() -> None:
    parts = (ACTION, "action"), ("It halved.", "result"), (ACTION, "action"), ("It held for a year.", "result")
    text = " ".join(words for words, _ in parts)
    told = measure(text, even(text), labelled(*parts)).by_section
    assert told is not None
    assert (told["action"], told["result"]) == pytest.approx((12.8, 2.0))


def test_pace_is_told_with_pauses_and_without() -> None:
    told = measure(TOLD, even(TOLD, pauses={7: 4.4}), LABELLED)
    assert told.pace is not None
    assert told.pace.words == 31
    assert told.pace.with_pauses == pytest.approx(60 * 31 / (31 * 0.4 + 4.4))
    assert told.pace.speaking == pytest.approx(150)
    assert told.sections is not None
    assert told.sections[1].pace is not None
    assert told.sections[1].pace.with_pauses == pytest.approx(150)


def test_a_section_that_was_not_told_has_no_pace() -> None:
    told = measure(TOLD, even(TOLD), LABELLED)
    assert told.sections is not None
    assert [one.pace is None for one in told.sections] == [False, False, False, True, True, True]


def test_pauses_are_told_with_the_word_before_them_and_where_they_fall() -> None:
    told = measure(TOLD, even(TOLD, pauses={7: 1.5, 10: 2.0, 22: 1.2, 26: 3.0}), LABELLED)
    assert pauses(told) == [
        ("firms.", 1.5, "between-sentences"),
        ("asked", 2.0, "in-clause"),
        ("waves", 1.2, "between-clauses"),
        ("moved", 3.0, "in-clause"),
    ]


def test_only_pauses_over_the_threshold_are_told() -> None:
    heard = even(TOLD, pauses={3: 0.9, 7: 1.1})
    assert [seconds for _, seconds, _ in pauses(measure(TOLD, heard, LABELLED))] == [1.1]
    assert [seconds for _, seconds, _ in pauses(measure(TOLD, heard, LABELLED, pause_over=0.5))] == [0.9, 1.1]


def test_a_mark_behind_a_hesitation_opens_no_clause() -> None:
    text = "We moved, um, the queue."
    told = measure(text, even(text, pauses={2: 2.0}), labelled((text, "action")))
    assert told.pauses is not None
    assert [one.place for one in told.pauses] == ["in-clause"]


def test_silence_before_the_first_word_and_behind_the_last_is_no_pause() -> None:
    heard = even(TOLD)
    cough = replace(heard.voiced[0], start=0.0, end=0.1)
    later = replace(heard.voiced[0], start=heard.seconds + 5, end=heard.seconds + 6)
    told = measure(TOLD, replace(heard, voiced=(cough, *heard.voiced, later)), LABELLED, pause_over=0.5)
    assert told.pauses == ()


def test_what_a_plan_does_not_plan_for_counts_where_it_asks_for_it(guide: Guide) -> None:
    labels = labelled((SCENE, "situation"), (TASK, "result"), (ACTION, "reflection"))
    told = measure(TOLD, even(TOLD), labels, guide.frameworks[0])
    assert told.plan is not None
    rows = {row.section: row for row in told.plan.sections}
    assert rows["result"].told == pytest.approx(9.2)
    assert rows["result"].over_by == pytest.approx(9.2 - rows["result"].planned)


def test_of_a_guide_the_plan_nearest_in_length_is_taken(guide: Guide) -> None:
    long = even(TOLD, each=240 / 31)
    for heard, framework in ((even(TOLD), "2-minute"), (long, "4-minute")):
        told = measure(TOLD, heard, LABELLED, guide)
        assert told.plan is not None
        assert told.plan.framework == framework


def test_sections_are_those_of_a_review_of_the_same_text(guide: Guide) -> None:
    heard = even(TOLD, pauses={7: 3.0, 15: 1.0})
    review = Reviewer(guide).review_document(parse(Story("told", TOLD), timed=timed(TOLD, heard)))
    told = measure(TOLD, heard, review, guide)
    assert told.by_section == pytest.approx(dict(review.timing.sections), abs=0.051)
    assert told.seconds == pytest.approx(review.timing.seconds, abs=0.051)


def test_everything_is_measured_anew_after_an_edit() -> None:
    heard = even("Um so our payroll product computed slips. We, we moved all of it.", pauses={6: 2.0})
    edited = "Our payroll product computed pay slips. We moved it."
    labels = labels_of(edited, heard)
    told = measure(edited, heard, labels)
    assert told.disfluency is not None
    assert told.disfluency.at_least == 0
    assert told.pace is not None
    assert told.pace.words == 9
    assert told.pauses is not None
    assert [one.after.of(edited) for one in told.pauses] == ["slips."]


@pytest.mark.parametrize(
    ("text", "transcript", "because"),
    [
        (TOLD, None, "not spoken"),
        (TOLD, Transcript((), (), 9.0, "any", "any"), "No words were heard"),
        ("", even(TOLD), "No words are left"),
        ("… —", even(TOLD), "No words are left"),
    ],
)
def test_what_was_not_heard_is_none_and_never_nought(text: str, transcript: Transcript | None, because: str) -> None:
    told = measure(text, transcript, ())
    assert because in (told.because or "")
    rest = {field.name: getattr(told, field.name) for field in fields(told) if field.name != "because"}
    assert all(value is None or value == () for value in rest.values())


def test_without_voice_activity_there_are_no_pauses_to_tell() -> None:
    told = measure(TOLD, replace(even(TOLD, pauses={7: 3.0}), voiced=()), LABELLED)
    assert told.pauses is None
    assert told.speaking is None
    assert told.pace is not None
    assert told.pace.speaking is None
    assert told.seconds == pytest.approx(15.4)


@given(texts(), transcripts())
def test_sections_add_up_and_pauses_stand_behind_words_whatever_was_heard(text: str, transcript: Transcript) -> None:
    told = measure(text, transcript, labels_of(text, transcript))
    if told.because:
        assert told.seconds is None
        return
    assert told.sections is not None
    assert told.seconds is not None
    assert [one.section for one in told.sections] == list(LABELS)
    assert sum(one.seconds for one in told.sections) == pytest.approx(told.seconds, abs=1e-6)
    if told.speaking is not None:
        assert sum(one.speaking or 0.0 for one in told.sections) == pytest.approx(told.speaking, abs=1e-6)
        assert told.speaking <= told.seconds + 1e-6
    assert told.pace is None or sum(one.pace.words for one in told.sections if one.pace) <= told.pace.words
    spans = {one.span for one in told.timed}
    assert all(one.after in spans and one.seconds > (told.pause_over or 0) for one in told.pauses or ())


@given(transcripts())
def test_a_transcript_that_nobody_edited_can_be_measured(transcript: Transcript) -> None:
    told = measure(transcript.text, transcript, labels_of(transcript.text, transcript))
    assert (told.seconds is None) == (told.because is not None)


def test_a_voice_without_words_is_told_until_the_words_are_put_in() -> None:
    words = (SpokenWord("We", 1.0, 1.3), SpokenWord("failed.", 1.3, 1.9), SpokenWord("Then", 9.0, 9.3))
    heard = Transcript(words, (Stretch(1.0, 2.0), Stretch(4.0, 6.5), Stretch(8.9, 9.4)), 10.0, "any", "any")
    told = measure("We failed. Then", heard, ())
    assert told.unheard is not None
    assert [(one.start, one.end, one.after) for one in told.unheard] == [(1.9, 9.0, Span(3, 10))]
    assert told.unheard[0].voice == pytest.approx(2.7)
    assert measure("We failed. Nobody had told the customers. Then", heard, ()).unheard == ()
