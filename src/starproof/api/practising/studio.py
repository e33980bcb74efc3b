"""The studio: where practice happens. Every step is in the bank before anybody hears of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Unpack
from zlib import crc32

from starproof.api.drafts import Drafts, Sending, Unsaved
from starproof.api.practising.interviewing import Hear, asks, warm
from starproof.api.practising.recorded import forget, let_go, settle
from starproof.api.practising.replaying import UNREADABLE, Replays, standing
from starproof.api.practising.shapes import Planned, Said, as_fields
from starproof.api.recordings import Swept
from starproof.core.practice import Mode, Rated, Session, Setup, Step, StepKind
from starproof.errors import BankError, PracticeError
from starproof.practice.session import begin, ratings, take, time_left

if TYPE_CHECKING:
    from pathlib import Path

    from starproof.api.pieces import Recording
    from starproof.api.practising.choosing import Wishes
    from starproof.api.practising.looking import Look
    from starproof.api.recordings import Recordings
    from starproof.bank import Bank
    from starproof.bank.store.practising import Practised
    from starproof.core.document import Story
    from starproof.core.results import Review
    from starproof.engine import Reviewer
    from starproof.practice.interviewer import Heard
    from starproof.practice.log import PracticeLog
    from starproof.practice.schedule import Agenda, CardState, Due

_KEPT = 64
"""Reviews, and turns heard, that are kept in memory: those looked at last."""
MOVED_ON = "E-BNK-010"
"""The code of the bank's error about a session that went on elsewhere."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Practice over one bank. Safe to share between threads; keep one for a whole app.

    Every method raises ``BankError`` when the database fails, or a session that it names is not there.
    """

    bank: Bank
    reviewer: Reviewer
    recordings: Recordings | None
    """Where spoken answers lie; they are deleted once transcribed, unless kept. ``None`` where nothing is recorded."""
    now: Callable[[], str]
    """The moment in UTC with milliseconds."""
    newid: Callable[[], str]
    planned: Callable[[], Planned | None] = lambda: None
    """The loop that is prepared for, with its plan."""
    drafts: Drafts | None = None
    """Where words that are still being typed are kept."""
    zone: str = "UTC"
    """Whose days count."""
    replays: Replays = field(default_factory=Replays, repr=False, compare=False)
    review: Callable[[Story], Review] = field(init=False)
    """Reviews a text; the same text again costs nothing."""
    hear: Hear = field(init=False)
    """Reads a turn as the interviewer hears it, with the question where one was asked; the same again costs nothing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "review", lru_cache(maxsize=_KEPT)(self.reviewer.review))
        object.__setattr__(self, "hear", lru_cache(maxsize=_KEPT)(self._hear))

    # --- sessions --------------------------------------------------------------------------------------------------

    def begin(self, mode: Mode = "story", **wishes: Unpack[Wishes]) -> Session:
        """Begin a session; when this returns it survives a crash.

        Raises:
            NotFound: when a story that is named is not there to tell.
            PracticeError: when there is nothing to ask, or the wishes make no sense.
        """
        from starproof.api.practising.choosing import checked, choose
        from starproof.api.practising.pooling import asked_lately, pool_of

        made = checked(mode, wishes)
        id_, at, guide = self.newid(), self.now(), self.reviewer.guide
        wished = made.get("seed")
        seed = crc32(id_.encode()) if wished is None else wished
        pool = pool_of(self.bank, guide, lately=asked_lately(self._all(), at))
        chosen = choose(self, mode, made, pool=pool, seed=seed)
        manner = made.get("manner") or "neutral"
        session = begin(Setup(id_, mode, manner, seed, at, chosen, f"{guide.id}/{guide.version}"))
        self.bank.practice.begin(session.setup)
        return session

    def open(self, id_: str) -> Session:
        """Where a session stands. A follow-up that a crash left unasked is asked now."""
        return self._interviewed(self._stands(id_))

    def unfinished(self) -> Sequence[Practised]:
        """Sessions in which something is left to do, the one begun last first."""
        return self.bank.practice.list(unfinished=True)

    def sessions(self, *, limit: int | None = None) -> Sequence[Practised]:
        """All sessions in brief, the one begun last first."""
        return self.bank.practice.list(limit=limit)

    def damaged(self) -> Sequence[str]:
        """The ids of the sessions whose row is damaged, which no list has. ``drop`` deletes them."""
        return self.bank.practice.listed()[1]

    def history(self, id_: str) -> Sequence[Step]:
        """All steps of a session, in order."""
        return self.bank.practice.open(id_)[1]

    def step(self, id_: str, kind: StepKind, *, after: int | None = None, **said: Unpack[Said]) -> Session:
        """Take one step of a session; after an answer the interviewer asks the next follow-up, or closes.

        Args:
            id_: the session's id.
            kind: what happens; ``open_steps(session)`` says what can.
            after: ``Session.steps`` of the session as the caller saw it; another number refuses the step.
            said: what belongs to it.

        Returns:
            Where the session stands then, the interviewer's own step included. All of it is kept already.

        Raises:
            PracticeError: when the state forbids the step; nothing has changed.
            BankError: when the session has moved on since ``after``.
        """
        if kind == "probed":
            raise PracticeError("E-SES-045", "Only the interviewer asks follow-ups.", "Take another step.")
        session = self._stands(id_)
        if after is not None and after != session.steps:
            self.bank.practice.take(id_, after=after)  # refuses, in the bank's own words
        fields: dict[str, Any] = {"assignment": session.at, **as_fields(said)}
        taken = self._kept(session, Step(at=self.now(), kind=kind, **fields))
        self._tidy(session, taken, kind, said.get("joined"))
        return self._interviewed(taken)

    def drop(self, id_: str) -> None:
        """Delete a session for good, with its recordings."""
        try:
            spoken = [step.recording for step in self.history(id_) if step.recording is not None]
        except UNREADABLE:  # damaged: its sound stays until its owner deletes it
            spoken = []
        if self.recordings is not None:
            forget(self.recordings, spoken)
        self.bank.practice.drop(id_)

    def warm(self) -> None:
        """Make ready for the first answer; best called while its speaker still thinks. Later calls cost nothing."""
        warm(self.hear)

    def time_left(self, session: Session) -> float | None:
        """Seconds left to think or to answer, now; ``None`` where no time is set."""
        return time_left(session, self.now())

    # --- looking ---------------------------------------------------------------------------------------------------

    def look(self, id_: str, assignment: int | None = None) -> Look:
        """What an attempt came to; default: the assignment that is on.

        Raises:
            PracticeError: when the session has no such assignment.
        """
        from starproof.api.practising.looking import Desk, look_at

        session = self._stands(id_)
        desk = Desk(self.bank, self.reviewer.guide, self.review, self._all, self._stands)
        return look_at(desk, session, session.at if assignment is None else assignment)

    # --- coming back -----------------------------------------------------------------------------------------------

    def ratings(self) -> tuple[Rated, ...]:
        """Every rating of every session, in the order in which sessions were begun."""
        return tuple(one for session in self._all() for one in ratings(session))

    def cards(self) -> tuple[CardState, ...]:
        """Where every card stands."""
        return self._cards(self.planned())

    def due(self, *, most: int | None = None) -> tuple[Due, ...]:
        """What to practise now, the most needed first, each with its reason."""
        from starproof.practice import schedule

        planned = self.planned()
        day = planned.day if planned else None
        return schedule.due(self._cards(planned), self.now(), loop_on=day, most=most, zone=self.zone)

    def agenda(self) -> Agenda:
        """The sessions from now to the loop, or for two weeks where there is none."""
        from starproof.api.practising.returning import agenda_of

        planned = self.planned()
        return agenda_of(self._cards(planned), planned, now=self.now(), zone=self.zone)

    def calendar(self) -> str:
        """The agenda as iCalendar text."""
        from starproof.practice.schedule import agenda_calendar

        return agenda_calendar(self.agenda(), now=self.now())

    def log(self) -> PracticeLog:
        """What was practised, week by week, and how it moved."""
        from starproof.practice.log import practice_log, tries

        return practice_log(tries(self._all()), now=self.now(), zone=self.zone)

    # --- recordings ------------------------------------------------------------------------------------------------

    def sweep(self) -> Swept:
        """Delete recordings whose words are in the bank, unless they are kept; best called when a server starts.

        Returns:
            What was deleted, and what nobody has heard for over a day: that is for its owner to decide.
        """
        if self.recordings is None:
            return Swept((), ())
        return settle(self.recordings, self._all, now=self.now())

    def orphans(self) -> tuple[Recording, ...]:
        """Recordings over a day old with sound that was never turned into words. Nothing deletes them by itself."""
        return () if self.recordings is None else self.recordings.orphans(self.now())

    # --- words that are still being typed --------------------------------------------------------------------------

    def keep_words(self, id_: str, text: str, sending: Sending | None = None) -> None:
        """Keep what is being typed as the next answer; when this returns it survives a crash."""
        if self.drafts is not None:
            session = self._stands(id_)
            self.drafts.keep(Unsaved(_place(session), text, session.steps, self.now()), sending)

    def words(self, id_: str) -> str | None:
        """What was being typed as the next answer, where anything was."""
        kept = self.drafts.of(_place(self._stands(id_))) if self.drafts is not None else None
        return kept.text if kept else None

    # --- within ----------------------------------------------------------------------------------------------------

    def _stands(self, id_: str) -> Session:
        return standing(self.bank.practice, id_)

    def _all(self) -> list[Session]:
        return self.replays.of(self.bank.practice)

    def _cards(self, planned: Planned | None) -> tuple[CardState, ...]:
        from starproof.api.practising.returning import cards_of

        return cards_of(self.bank.banked(), planned, self.ratings(), now=self.now(), zone=self.zone)

    def _kept(self, session: Session, step: Step) -> Session:
        taken = take(session, step)
        self.bank.practice.take(session.setup.id, step, after=session.steps, done=taken.phase == "done")
        return taken

    def _interviewed(self, session: Session) -> Session:
        """The interviewer's turn, where it is theirs."""
        if session.phase != "follow-up" or session.asking is not None or session.paused:
            return session
        try:
            return self._kept(session, asks(session, self.hear, at=self.now()))
        except BankError as error:
            if error.code != MOVED_ON:
                raise
            return self._stands(session.setup.id)  # asked already, for another window that looked at the same time

    def _hear(self, text: str, question: str | None = None) -> Heard:
        from starproof.practice.interviewer import hear

        return hear(text, self.reviewer, question=question)

    def _tidy(self, before: Session, after: Session, kind: StepKind, joined: Path | None) -> None:
        """Throw away what has served: words that were being typed, recordings that were transcribed or set aside."""
        if kind == "answered" and self.drafts is not None:
            self.drafts.forget(_place(before))
        if self.recordings is not None:
            let_go(self.recordings, before, after, kind, joined=joined, now=self.now())


def _place(session: Session) -> str:
    """By what the words of the next answer are kept."""
    return f"practice {session.setup.id} {session.at} {len(session.attempt.turns)}"
