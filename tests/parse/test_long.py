"""A sentence is cut as raw speech where it is far too long, however its speaker fills it."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.parse import parse


@pytest.mark.parametrize("size", range(60, 76))
def test_a_speakers_habits_make_no_sentence_too_long_to_be_one(size: int) -> None:
    words = "the baker of the night shift told every one of us that " + "the ovens and the yard were cold again " * 12
    told = " ".join(words.split()[:size])
    filled = told.replace("every one", "each and every um one")
    assert len(parse(Story("s", told)).sentences) == len(parse(Story("s", filled)).sentences)


def test_known_speech_without_any_end_is_cut_from_fewer_words_than_what_is_guessed_to_be_speech() -> None:
    told = "so the ovens were cold again and um we called the baker and he came and after that it was fine"
    assert len(parse(Story("s", told, register="spoken")).sentences) == len(parse(Story("s", told)).sentences) == 1
    longer = f"{told} and the yard was swept and i think it really changed the mood of the whole place"
    assert len(parse(Story("s", longer, register="spoken")).sentences) > 2
    assert len(parse(Story("s", longer)).sentences) == 1
    assert len(parse(Story("s", f"{longer}.", register="spoken")).sentences) == 1
