"""A studio whose clock the test turns, over a bank of the test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from starproof.api.practising import Studio, open_studio
from starproof.bank import Bank
from starproof.core.practice import Session, StepKind
from starproof.engine import Reviewer


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
