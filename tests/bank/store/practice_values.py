"""Practice to keep: one session with every field set, and any session at all."""

from __future__ import annotations

from dataclasses import fields
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from starproof.core.practice import Asked, Assignment, CardKey, Setup, Step
from starproof.core.results import Evidence
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.core.text import Span

HEARD = Transcript(
    (SpokenWord("I", 0.1, 0.2 + 0.1, 0.98), SpokenWord("halved", 0.42, 0.8), SpokenWord("面试。", 1.0, 1 / 3 + 1, 0.0)),
    (Stretch(0.08, 0.81), Stretch(1.0, 1.4)),
    2.5,
    "faster-whisper 1.2.1",
    "base.en",
)
SETUP = Setup(
    "a-session",
    "story",
    "bar-raiser",
    7,
    "2026-03-31T09:30:00.250Z",
    (
        Assignment(
            "Tell me about a bottleneck.",
            "due: you rated it hard on Tuesday",
            CardKey("figure", "halved-queue", "q-12", "from 40 to 20 minutes"),
            story="halved-queue",
            principle="deliver-results",
            interviewer="Mia",
            think=15.0,
            seconds=180.0,
            framework="star",
            follow_ups=5,
            answer="It was 40 minutes in March.",
        ),
        Assignment("Why?", "", CardKey("question", question="Why?")),
    ),
    "l6-engineering-manager/1",
)
STEPS = (
    Step("2026-03-31T09:30:10.000Z", "ready", 0, seconds=9.75),
    Step("2026-03-31T09:33:00.000Z", "answered", 0, turn=0, text="", seconds=170.0, recording="rec_1"),
    Step("2026-03-31T09:33:20.000Z", "transcribed", 0, turn=0, text=HEARD.text, transcript=HEARD),
    Step(
        "2026-03-31T09:33:21.000Z",
        "probed",
        0,
        asked=Asked(
            "You said “I”. What was it before?",
            "no baseline",
            "baseline",
            "baseline:0:1",
            2,
            0,
            (Evidence(Span(0, 1), "I"),),
        ),
    ),
    Step("2026-03-31T09:34:00.000Z", "closed", 0, closing="exhausted"),
    Step("2026-03-31T09:34:10.000Z", "rated", 0, grade="hard"),
    Step("2026-03-31T09:35:00.000Z", "named", 1, story="halved-queue", seconds=1.234),
)

HOSTILE = st.text(st.characters(codec=None, exclude_categories=[]), max_size=8) | st.sampled_from(
    ["\0", "\ud800", "\udfff", '"', "\\u0000", "\u2028", "\r\n", "{}", "null", "\U0001f600"]
)
"""Anything that a string may hold, halves of pairs and NULs above all."""
KEPT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


def any_of(cls: type, text: st.SearchStrategy[str], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of a class of ours, with these strings in it."""
    types = get_type_hints(cls)
    return st.builds(cls, **{field.name: _any(types[field.name], text) for field in fields(cls)} | given)


def _any(kind: Any, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    inner = get_args(kind)
    if kind is str:
        return text
    if kind is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if kind in (int, bool):
        return st.from_type(kind)
    if get_origin(kind) is tuple:
        return st.lists(_any(inner[0], text), max_size=3).map(tuple)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*(st.none() if one is type(None) else _any(one, text) for one in inner))
    if get_origin(kind) is Literal:
        return st.sampled_from(inner)
    return any_of(kind, text)
