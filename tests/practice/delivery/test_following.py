"""Sections of an answer that says its written story word for word, misheard here and there."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import LabelledSentence, Story
from starproof.core.results import Review
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.practice.delivery import following

PAPER = """## Situation
Our depot in Leeds lost eleven parcels a day and the drivers blamed the scanners for all of them.

## Action
I rode along with three drivers for a week and I wrote down every parcel that went astray.

## Result
Within two months we lost one parcel a day and the drivers kept the new list.
"""
RUN_ON = (
    "Our depot in leads lost eleven parcels a day and the drivers blame the scanners for all of them I wrote along "
    "with three drivers for a week and I wrote down every parcel that went a stray. Within two months we lost one "
    "parcel a day, and the drivers kept the new list."
)


@cache
def reviewer() -> Reviewer:
    return Reviewer()


@cache
def paper() -> Review:
    return reviewer().review(Story("paper", PAPER))


def read(text: str) -> tuple[LabelledSentence, ...]:
    return reviewer().review(Story("said", text, register="spoken")).sentences


def test_a_sentence_that_runs_from_one_section_into_the_next_is_cut_where_the_story_goes_on() -> None:
    found = following(RUN_ON, read(RUN_ON), paper())
    assert [one.label for one in found] == ["situation", "action", "result"]
    assert found[1].span.of(RUN_ON).startswith("I wrote along")
    assert found[2].span.of(RUN_ON).startswith("Within two months")


def test_other_words_keep_the_sections_that_were_read_in_them() -> None:
    text = "We had too many lost parcels. So I went out with the crews myself. After that hardly any got lost."
    assert following(text, read(text), paper()) == read(text)


def test_a_word_or_two_of_another_section_cut_nothing() -> None:
    text = "Our depot in Leeds lost eleven parcels a day and the drivers kept the scanners for all of them."
    found = following(text, read(text), paper())
    assert [(one.label, one.span.of(text)) for one in found] == [("situation", text)]


@given(st.text(st.sampled_from("ab I.\n depot lost €"), max_size=60), st.integers(1, 9))
def test_the_pieces_cover_what_the_sentences_covered(text: str, length: int) -> None:
    sentences = [
        LabelledSentence(Span(start, min(start + length, len(text))), "other", 1.0)
        for start in range(0, len(text), length)
    ]
    found = following(text, sentences, paper())
    assert "".join(one.span.of(text) for one in found) == text
    assert all(len(one.span) > 0 for one in found)
