"""Setups and steps for the tests, with a clock that the test turns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from starproof.core.practice import Asked, Assignment, CardKey, Mode, Session, Setup, Step, StepKind
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.practice.session import begin, take

START = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)


def moment(seconds: float = 0.0) -> str:
    """So many seconds after the start, as steps have it."""
    return (START + timedelta(seconds=seconds)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


STORY = Assignment(
    ask="Tell me about a time when you turned a team around.",
    because="you chose it",
    card=CardKey("story", story="parcels"),
    story="parcels",
    think=20.0,
    framework="3-minute",
    follow_ups=2,
)
KINDS: dict[Mode, Assignment] = {
    "story": STORY,
    "retrieval": Assignment(
        ask="When did you say no?",
        because="drawn",
        card=CardKey("question", question="HB-01"),
        story="parcels",
        fitting=("ferries",),
        seconds=10.0,
        follow_ups=0,
    ),
    "defence": Assignment(
        ask="18 % of what?",
        because="it is the largest outcome you name",
        card=CardKey("figure", story="parcels", figure="18 %"),
        story="parcels",
        seconds=60.0,
        follow_ups=0,
        answer="Late parcels fell from 22 % to 4 %.",
    ),
    "loop": replace(STORY, interviewer="Ada", seconds=600.0),
    "essay": replace(STORY, think=0.0, seconds=3600.0, follow_ups=0),
}


def setup(mode: Mode = "story", *, many: int = 1, **changes: Any) -> Setup:
    one = replace(KINDS[mode], **changes)
    return Setup("s1", mode, "neutral", 7, moment(), (one,) * many, "l6-engineering-manager/1")


def heard(text: str = "we cut late parcels by eighteen percent", *, seconds: float = 30.0) -> Transcript:
    words = tuple(SpokenWord(word, at / 2, at / 2 + 0.4, 0.9) for at, word in enumerate(text.split()))
    return Transcript(words, (Stretch(0.0, seconds),), seconds, "an engine 1", "base.en")


def asked(number: int = 1, *, turn: int = 0) -> Asked:
    return Asked(f"And what about point {number}?", "it was left open", "baseline", f"baseline:{number}", turn=turn)


@dataclass
class Table:
    """A session at which steps are taken one after the other, each so many seconds after the one before."""

    session: Session
    clock: float = 0.0
    steps: list[Step] = field(default_factory=list)

    @classmethod
    def of(cls, mode: Mode = "story", *, many: int = 1, **changes: Any) -> Table:
        return cls(begin(setup(mode, many=many, **changes)))

    def take(self, kind: StepKind, *, after: float = 1.0, **fields: Any) -> Session:
        self.clock += after
        step = Step(moment(self.clock), kind, fields.pop("assignment", self.session.at), **fields)
        self.session = take(self.session, step)
        self.steps.append(step)
        return self.session

    @property
    def now(self) -> str:
        return moment(self.clock)
