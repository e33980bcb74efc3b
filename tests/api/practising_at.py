"""A studio whose clock the test turns, over a bank of the test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from starproof.api.practising import Studio, open_studio
from starproof.bank import Bank
from starproof.core.planning import Interviewer, Loop, Sought
from starproof.core.practice import Session, StepKind
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.engine import Reviewer

VAGUE = (
    "When I took over the team we had a lot of delays. We looked into it together and decided to change the handover. "
    "After that it got much better, by about 30 percent, and everybody was happy with it."
)
ADA = Interviewer("Ada", (Sought("dive-deep", "Dive Deep", ("dive-deep",)),), minutes=30)
BO = Interviewer("Bo", (Sought("ownership", "Ownership", ("ownership",)),), bar_raiser=True, minutes=30)
LOOP = Loop((ADA, BO), company="Parcels", on="2026-04-20")


@dataclass
class Clock:
    """Tells a moment that stands still until it is turned."""

    at: datetime = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)

    def __call__(self) -> str:
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def turn(self, seconds: float = 0.0, *, days: float = 0.0) -> None:
        self.at += timedelta(days=days, seconds=seconds)


@dataclass
class Room:
    """A studio with somebody in it who takes one step after the other."""

    bank: Bank
    reviewer: Reviewer
    folder: Path
    clock: Clock = field(default_factory=Clock)
    studio: Studio = field(init=False)

    def __post_init__(self) -> None:
        self.enter()

    def enter(self, **more: Any) -> Studio:
        """Come in anew, as after a crash: nothing is remembered but what the bank and the folder hold."""
        numbers = count(len(self.bank.practice.list()) + 1)
        self.studio = open_studio(
            self.bank,
            self.reviewer,
            folder=self.folder,
            now=self.clock,
            newid=lambda: f"session-{next(numbers)}",
            **more,
        )
        return self.studio

    def take(self, session: Session, kind: StepKind, *, wait: float = 1.0, **said: Any) -> Session:
        self.clock.turn(wait)
        return self.studio.step(session.setup.id, kind, after=session.steps, **said)


def heard(text: str) -> Transcript:
    """What an engine would hear of these words, at 150 a minute."""
    words = tuple(SpokenWord(word, at * 0.4, at * 0.4 + 0.3) for at, word in enumerate(text.split()))
    return Transcript(words, (Stretch(0.0, words[-1].end),), words[-1].end + 0.5, "an engine 1", "base.en")


def through_follow_ups(room: Room, session: Session, text: str = "It was my decision, in May 2024.") -> Session:
    """Give the same answer to every follow-up."""
    while session.phase == "follow-up":
        session = room.take(session, "answered", text=text)
    return session


def told(room: Room, text: str = VAGUE, *, grade: str = "good", story: str = "t1-001") -> Session:
    """A story told, followed up, rated and looked at."""
    session = room.studio.begin("story", story=story, think=0)
    session = through_follow_ups(room, room.take(session, "answered", wait=60, text=text))
    return room.take(room.take(session, "rated", grade=grade), "next")
