"""Words of an edited answer keep their times, and new ones find a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.practice.delivery import timed
from starproof.practice.delivery.rising import rising
from tests.growth import assert_under
from tests.practice.delivery.making import even, texts, transcripts

TOLD = "I ran three teams. We moved the queue, and delays fell from nineteen minutes to thirteen."


def times(text: str, transcript: Transcript) -> dict[str, tuple[float, float]]:
    return {one.span.of(text): (one.start, one.end) for one in timed(text, transcript)}


def test_an_unedited_text_keeps_the_times_it_was_heard_at() -> None:
    transcript = even(TOLD)
    placed = timed(TOLD, transcript)
    assert [one.start for one in placed] == pytest.approx([word.start for word in transcript.words])
    assert [one.end for one in placed] == pytest.approx([word.end for word in transcript.words])


def test_words_that_stay_keep_their_times_through_an_edit() -> None:
    before, edited = times(TOLD, even(TOLD)), "Well, I ran four teams. We moved the queue and delays fell by a third."
    after = times(edited, even(TOLD))
    for word in ("I", "ran", "We", "moved", "the", "delays", "fell"):
        assert after[word] == pytest.approx(before[word])
    assert after["four"] == pytest.approx(before["three"])


def test_words_put_for_others_share_their_time_by_letters() -> None:
    edited = TOLD.replace("nineteen minutes", "1,140 s or so")
    after, before = times(edited, even(TOLD)), times(TOLD, even(TOLD))
    assert after["1,140"][0] == pytest.approx(before["nineteen"][0])
    assert after["so"][1] == pytest.approx(before["minutes"][1])


def test_words_put_for_others_never_last_over_the_silence_between_those() -> None:
    heard = even("we had a long plan", pauses={2: 3.0})
    after = times("we took our big plan", heard)
    assert all(end - start <= 0.8 + 1e-9 for start, end in after.values())


def test_words_put_into_a_pause_stand_behind_the_word_before_it() -> None:
    heard = even("we failed then we tried again", pauses={1: 3.0})
    after = times("we failed badly then we tried again", heard)
    assert after["badly"][0] == pytest.approx(after["failed"][1])
    assert after["badly"][1] < after["then"][0] - 2


def test_words_before_the_first_and_behind_the_last_stay_in_the_recording() -> None:
    heard = even("we tried")
    after = times("Yes indeed we tried again and again", heard)
    assert 0 <= after["Yes"][0] <= after["indeed"][1] <= after["we"][0]
    assert after["again"][1] <= heard.seconds


def test_a_word_that_reaches_into_silence_is_drawn_back_to_the_voice() -> None:
    words = (SpokenWord("failed.", 0.5, 2.4), SpokenWord("Then", 2.4, 4.3), SpokenWord("we", 4.3, 4.5))
    heard = Transcript(words, (Stretch(0.4, 1.0), Stretch(4.0, 5.0)), 6.0, "any", "any")
    after = times("failed. Then we", heard)
    assert after["failed."] == (0.5, 1.0)
    assert after["Then"] == (4.0, 4.3)


def test_a_word_between_two_stretches_goes_where_its_neighbours_leave_it_room() -> None:
    words = (SpokenWord("how", 4.0, 4.1), SpokenWord("it", 4.1, 5.1), SpokenWord("sounds", 5.1, 5.2))
    rest = (SpokenWord("when", 6.2, 6.6), SpokenWord("340", 6.6, 7.0), SpokenWord("people", 7.0, 9.4))
    heard = Transcript((*words, *rest), (Stretch(3.0, 4.9), Stretch(6.2, 7.6), Stretch(9.0, 9.9)), 11.0, "any", "any")
    after = times("how it sounds when 340 people", heard)
    assert after["sounds"][1] <= 4.9
    assert after["when"][0] == 6.2
    assert after["people"][1] <= 7.6


def test_a_word_whose_time_runs_astray_stands_between_its_neighbours() -> None:
    heard = even(TOLD)
    astray = replace(heard.words[5], start=50.0, end=51.0)
    after = timed(TOLD, replace(heard, words=(*heard.words[:5], astray, *heard.words[6:])))
    assert heard.words[4].end - 1e-9 <= after[5].start <= after[5].end <= heard.words[6].start + 1e-9
    assert after[7].start == pytest.approx(heard.words[7].start)


@pytest.mark.parametrize("text", ["", " \n", "… — !"])
def test_a_text_without_words_has_no_times(text: str) -> None:
    assert timed(text, even(TOLD)) == ()


def test_a_transcript_without_words_gives_no_times() -> None:
    assert timed(TOLD, Transcript((), (Stretch(0.0, 1.0),), 2.0, "any", "any")) == ()


@given(texts(), transcripts())
def test_every_word_has_its_exact_span_and_times_in_order(text: str, transcript: Transcript) -> None:
    placed = timed(text, transcript)
    said = [word for word in text.split() if any(map(str.isalnum, word))]
    assert [one.span.of(text) for one in placed] in ([], said)
    assert all(0 <= one.start <= one.end < float("inf") for one in placed)
    assert all(one.end <= other.start for one, other in pairwise(placed))


@given(transcripts())
def test_the_words_as_heard_are_placed_where_any_has_a_time(transcript: Transcript) -> None:
    said = [word for word in transcript.text.split() if any(map(str.isalnum, word))]
    assert len(timed(transcript.text, transcript)) in (0, len(said))


@pytest.mark.parametrize(
    ("here", "there"),
    [("no " * 20_000, "no " * 19_999), ("a b " * 10_000, "b a " * 10_000), ("x " * 20_000, "y " * 20_000)],
)
def test_long_and_monotonous_texts_are_aligned_at_once(here: str, there: str) -> None:
    assert_under(3, lambda: timed(here, even(there)))


def test_a_sentence_that_the_engine_left_out_goes_where_a_voice_was_heard_without_words() -> None:
    words = (SpokenWord("We", 1.0, 1.3), SpokenWord("failed.", 1.3, 1.9), SpokenWord("Then", 9.0, 9.3))
    heard = Transcript(words, (Stretch(1.0, 2.0), Stretch(4.0, 6.5), Stretch(8.9, 9.4)), 10.0, "any", "any")
    after = times("We failed. Nobody had told the customers. Then", heard)
    assert after["Nobody"][0] >= 4.0
    assert 5.5 < after["customers."][1] <= 6.5


@given(st.lists(st.integers(0, 12), max_size=9))
def test_the_longest_run_that_never_falls_is_found(numbers: list[int]) -> None:
    run = [numbers[place] for place in rising(numbers)]
    assert run == sorted(run)
    runs = (kept for size in range(len(numbers) + 1) for kept in combinations(numbers, size))
    assert len(run) == max(len(kept) for kept in runs if list(kept) == sorted(kept))
