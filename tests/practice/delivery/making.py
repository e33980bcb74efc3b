"""Transcripts made up for tests: even ones by hand, and any that an engine might give."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from starproof.core.document import LabelledSentence, Story
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.errors import InputError
from starproof.parse import parse
from starproof.practice.delivery import timed
from starproof.understand import label


def even(text: str, *, pauses: dict[int, float] | None = None, each: float = 0.4) -> Transcript:
    """Every word of the text in ``each`` seconds, silence only behind the words of these indices, so long."""
    clock, began = 1.0, 1.0
    words, voiced = [], []
    for place, word in enumerate(text.split()):
        words.append(SpokenWord(word, clock, clock + each))
        clock += each
        if place in (pauses or {}):
            voiced.append(Stretch(began, clock))
            clock = began = clock + (pauses or {})[place]
    voiced.append(Stretch(began, clock))
    return Transcript(tuple(words), tuple(voiced), clock + 1.0, "by hand", "none")


def labels_of(text: str, transcript: Transcript) -> Sequence[LabelledSentence]:
    """The sections that starproof reads in a text; none where it reads nothing."""
    try:
        return label(parse(Story("told", text), timed=timed(text, transcript)))
    except InputError:
        return ()


_ANY_TIME = st.one_of(st.floats(-1.0, 60.0), st.sampled_from([float("nan"), float("inf"), float("-inf"), 0.0, 1e300]))
_ANY_TEXT = st.one_of(
    st.sampled_from(
        "I we was had um uh, you know. like, the the impl- and team 340 — , 1.5% don't I’d ER 5 mm".split()
    ),
    st.text(max_size=8),
)
_WORDS = st.builds(SpokenWord, _ANY_TEXT, _ANY_TIME, _ANY_TIME)
_STRETCHES = st.builds(Stretch, _ANY_TIME, _ANY_TIME)


def transcripts() -> st.SearchStrategy[Transcript]:
    """Any words with any times: overlapping, backward, without end; any voice, or none."""
    return st.builds(
        Transcript,
        st.lists(_WORDS, max_size=40).map(tuple),
        st.lists(_STRETCHES, max_size=12).map(tuple),
        _ANY_TIME,
        st.just("any"),
        st.just("any"),
    )


def texts() -> st.SearchStrategy[str]:
    """Any text, in words that a speaker uses or in none."""
    return st.one_of(st.text(max_size=200), st.lists(_ANY_TEXT, max_size=40).map(" ".join))
