"""Sessions, steps and transcripts become JSON and come back the same, whatever they hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from starproof.bank.store.plain import from_json, to_json
from starproof.core.practice import Assignment, CardKey, Setup, Step
from starproof.core.speech import SpokenWord, Transcript
from tests.bank.store.practice_values import HEARD, HOSTILE, SETUP, STEPS, any_of


@given(any_of(Setup, HOSTILE))
def test_any_setup_comes_back_exactly(setup: Setup) -> None:
    assert from_json(Setup, to_json(setup)) == setup


@given(any_of(Step, HOSTILE))
def test_any_step_comes_back_exactly(step: Step) -> None:
    assert from_json(Step, to_json(step)) == step


def test_times_come_back_to_the_last_bit() -> None:
    words = from_json(Transcript, to_json(HEARD)).words
    assert [(word.start, word.end, word.sure) for word in words] == [(w.start, w.end, w.sure) for w in HEARD.words]


def test_what_a_later_starproof_wrote_is_passed_over() -> None:
    later = json.loads(to_json(STEPS[2]))
    later["mood"] = {"of": ["the", "day"]}
    later["transcript"]["language"] = "en"
    later["transcript"]["words"] = [
        [*word, *[None] * (4 - len(word)), "a phoneme"] for word in later["transcript"]["words"]
    ]
    assert from_json(Step, json.dumps(later)) == STEPS[2]


def test_what_an_earlier_starproof_did_not_write_is_at_its_default() -> None:
    earlier = '{"ask": "Why?", "because": "", "card": {"kind": "question"}}'
    assert from_json(Assignment, earlier) == Assignment("Why?", "", CardKey("question"))


def test_a_default_that_may_change_is_written_and_nothing_is_not() -> None:
    kept = json.loads(to_json(SETUP))["assignments"][1]
    assert kept["follow_ups"] == 3
    assert "story" not in kept


@pytest.mark.parametrize("none", [float("nan"), float("inf")])
def test_a_time_that_is_no_number_is_refused(none: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_json(SpokenWord("a", none, 1.0))


@pytest.mark.parametrize("kept", ["[]", "null", '{"at": ""}', '{"at": "", "kind": "ready"', "{"])
def test_what_is_no_step_is_an_error(kept: str) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError)):
        from_json(Step, kept)
