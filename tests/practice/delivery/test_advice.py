"""Advice is a sentence with its norm and the norm's source, given only where the norm is missed."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given

from starproof.core.document import LabelledSentence
from starproof.core.guide import Framework, FrameworkSection
from starproof.core.speech import Transcript
from starproof.core.text import Span
from starproof.practice.delivery import Advice, Delivery, measure, norms, shapes, sources
from starproof.practice.delivery.voice import SILENCE
from tests.practice.delivery.making import even, labels_of, texts, transcripts

WORDS = " ".join(f"word{number}" for number in range(120))


def advice(topic: str, text: str, heard: Transcript, *, own_pace: float | None = None) -> list[Advice]:
    labels = (LabelledSentence(Span(0, len(text)), "action", 1.0),)
    told = measure(text, heard, labels, own_pace=own_pace)
    return [one for one in told.advice if one.topic == topic]


@pytest.mark.parametrize(("pace", "given_"), [(120, True), (140, False), (170, False), (190, True)])
def test_a_pace_is_mentioned_only_outside_the_band(pace: int, given_: bool) -> None:
    assert bool(advice("pace", WORDS, even(WORDS, each=60 / pace))) is given_


@pytest.mark.parametrize(("pace", "given_"), [(100, False), (120, False), (140, True)])
def test_a_speaker_who_has_a_pace_is_held_to_that_alone(pace: int, given_: bool) -> None:
    found = advice("pace", WORDS, even(WORDS, each=60 / pace), own_pace=110)
    assert bool(found) is given_
    assert all("110" in one.says for one in found)


def test_a_few_words_have_no_pace_to_speak_of() -> None:
    assert advice("pace", "We did it.", even("We did it.", each=2.0)) == []


def test_pauses_inside_a_clause_are_mentioned_from_the_second_on() -> None:
    assert advice("pauses", WORDS, even(WORDS, pauses={30: 2.0})) == []
    (found,) = advice("pauses", WORDS, even(WORDS, pauses={30: 2.0, 60: 3.0}))
    assert [span.of(WORDS) for span in found.spans] == ["word30", "word60"]
    assert "3.0 s" in found.says


def test_pauses_between_sentences_are_never_held_against_anybody() -> None:
    text = ". ".join(WORDS.split())
    labels = tuple(LabelledSentence(Span(*found.span()), "action", 1.0) for found in re.finditer(r"\S+", text))
    told = measure(text, even(text, pauses={10: 3.0, 20: 3.0, 30: 3.0}), labels)
    assert [one.topic for one in told.advice if one.topic == "pauses"] == []


@pytest.mark.parametrize(("hesitations", "given_"), [(5, False), (9, False), (20, True)])
def test_as_many_fillers_as_everybody_uses_are_not_mentioned(hesitations: int, given_: bool) -> None:
    text = " ".join(["um"] * hesitations + WORDS.split())
    found = advice("disfluency", text, even(text))
    assert bool(found) is given_
    assert all("At least" in one.says for one in found)


def test_the_two_sections_that_miss_their_plan_most_are_mentioned() -> None:
    rows = (("situation", 10), ("task", 30), ("action", 60), ("result", 20))
    framework = Framework("mine", "Mine", 120, tuple(FrameworkSection(name, s, ()) for name, s in rows), "a guide")
    half = len(WORDS) // 2
    labels = (
        LabelledSentence(Span(0, half), "situation", 1.0),
        LabelledSentence(Span(half, len(WORDS)), "action", 1.0),
    )
    told = measure(WORDS, even(WORDS, each=0.5), labels, framework)
    says = [one.says for one in told.advice if one.topic in ("section", "length")]
    assert says == [
        "You took 1 min, 1 min less than the 2 min planned.",
        "The action took 29 s where the plan has 1 min: it has room for 31 s more.",
        "The task took 0 s where the plan has 30 s: it has room for 30 s more.",
    ]


def test_every_norm_names_a_source_that_is_told() -> None:
    assert {norm.source for norm in norms().values()} <= set(sources())
    assert all(one.title and one.of for one in sources().values())


def test_silences_join_words_up_to_the_norm_for_pauses() -> None:
    assert norms()["pauses"].numbers["counted-from"] == SILENCE


@given(texts(), transcripts())
def test_whatever_is_advised_is_one_sentence_with_a_known_source(text: str, transcript: Transcript) -> None:
    for one in measure(text, transcript, labels_of(text, transcript)).advice:
        assert one.says.endswith(".")
        assert "!" not in one.says
        assert one.source in sources()


def test_nothing_rates_a_speaker_or_tells_of_voice_accent_or_feeling() -> None:
    records = [one for one in vars(shapes).values() if dataclasses.is_dataclass(one)]
    names = {field.name for record in records for field in dataclasses.fields(record)}
    assert Delivery in records
    for word in ("rating", "score", "grade", "accent", "pitch", "emotion", "confidence", "sure"):
        assert not any(word in name for name in names)
