"""A session while it is played: who keeps it, where it is played, and what was said already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starproof.cli.practice.asking import about_question, place_of, who
from starproof.cli.practice.stage import Stage, Stopped
from starproof.core.practice import Session, StepKind
from starproof.errors import PracticeError

if TYPE_CHECKING:
    from starproof.api.practising import Studio
    from starproof.cli.practice.spoken import Spoken
    from starproof.report.words import Names


@dataclass(slots=True)
class Play:
    """What every phase of a session works with.

    Args:
        studio: where it is kept.
        stage: where it is played.
        names: what the guide calls things.
        spoken: takes spoken answers; ``None`` where all is typed.
    """

    studio: Studio
    stage: Stage
    names: Names
    spoken: Spoken | None = None
    again: bool = False
    """Whether the speaker wants to answer the same once more."""
    typed_ahead: str = ""
    """What was typed in the time to think: the beginning of the answer."""
    _told: set[tuple[object, ...]] = field(default_factory=set)

    def step(self, session: Session, kind: StepKind, **said: Any) -> Session:
        """Take a step; when this returns it is kept.

        Raises:
            PracticeError: when the state forbids it.
            BankError: when it cannot be kept, or the session has gone on elsewhere.
        """
        return self.studio.step(session.setup.id, kind, after=session.steps, **said)

    def passed(self, session: Session, word: str) -> Session:
        """What ``:skip`` or ``:pause`` in place of an answer does.

        Raises:
            Stopped: on ``:pause``.
        """
        if word == ":pause":
            raise Stopped
        return self.step(session, "skipped")

    def refused(self, session: Session, error: PracticeError) -> Session:
        """Say why a step was not taken, and stay where the session is.

        Raises:
            PracticeError: the same, from a pipe: there is nobody to ask again.
        """
        if not self.stage.asked:
            raise error
        self.stage.hint(f"{error.message} {error.hint}")
        return session

    def first(self, *place: object) -> bool:
        """Whether this is the first time that something is shown; from then on it is not."""
        new = place not in self._told
        self._told.add(place)
        return new

    def say_once(self, words: str) -> None:
        """Say something beside the matter, unless it was said before."""
        if self.first(words):
            self.stage.hint(words)

    def show_question(self, session: Session) -> None:
        """Show the question that is on, once."""
        from starproof.report.terminal.practising import question_lines

        if not self.first(session.setup.id, session.at):
            return
        number, total = place_of(session)
        lines = question_lines(
            session.assignment.ask,
            self.stage.look,
            head=f"Question {number} of {total}" if total > 1 else "Question",
            aside=who(session),
            about=about_question(self.studio, session),
        )
        self.stage.show(lines)
