"""A session at a terminal or from a pipe: one phase after the other, each step kept before the next is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING

import click

from starproof.cli.practice.asking import about_question, place_of, who
from starproof.cli.practice.naming import name
from starproof.cli.practice.offered import last_told, offered
from starproof.cli.practice.rating import Onward, ask_onward, ask_to_rate, grade_of
from starproof.cli.practice.spoken import Spoken
from starproof.cli.practice.stage import Stage, Stopped, politely
from starproof.cli.practice.typed import ALSO, NO_MORE, OVER, Typed, Typing, in_editor, set_aside
from starproof.cli.practice.words import minutes, titles
from starproof.core.practice import Phase, Session, StepKind
from starproof.errors import BankError, PracticeError, StarproofError

if TYPE_CHECKING:
    from starproof.api.practising import Studio
    from starproof.report.words import Names

_CLOCKED = ("answer", "follow-up")
_RATINGS = "Rate it from 1 to 4: again, hard, good, easy."


@dataclass(slots=True)
class Runner:
    """Plays one session.

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
    _typed_ahead: str = ""
    _told: set[tuple[object, ...]] = field(default_factory=set)

    def run(self, id_: str) -> Session:
        """Go on until the session is over or is stopped.

        Raises:
            click.Abort: when it was broken off with Ctrl-C; everything is kept.
        """
        session = self.studio.open(id_)
        try:
            with politely():
                session = self._gone_on(session)
                while session.phase != "done":
                    session = self._phases[session.phase](session)
        except Stopped:
            return self._stopped(id_, "It is kept.")
        except EOFError:
            return self._stopped(id_, "There was nothing more to read; the session is kept.")
        except KeyboardInterrupt as error:
            self._stopped(id_, "\nEverything is kept.")
            raise click.Abort from error
        except BankError:
            raise  # the disk fails, or the session is played elsewhere: it is left as it is
        except StarproofError:
            self._stopped(id_, "The session is kept.")
            raise
        return session

    def _gone_on(self, session: Session) -> Session:
        """After a pause or a crash: what ran meanwhile counts for nothing."""
        clocked = session.steps and session.phase in ("think", *_CLOCKED)
        return self._step(session, "resumed") if clocked or session.paused else session

    @property
    def _phases(self) -> Mapping[Phase, Callable[[Session], Session]]:
        return {
            "think": self._think,
            "answer": self._answer,
            "transcribe": self._transcribe,
            "follow-up": self._follow_up,
            "rate": self._rate,
            "look": self._look,
        }

    # --- the question ----------------------------------------------------------------------------------------------

    def _think(self, session: Session) -> Session:
        self._question(session)
        left = self.studio.time_left(session) or 0.0
        words = None
        Thread(target=self.studio.warm, daemon=True).start()  # so that the first follow-up comes at once
        if self.stage.asked and left:
            click.echo(err=True)
            self._say_once("Take a moment. Choose the story, and know its first sentence and its last.")
            words = self.stage.countdown(left, "to think. Enter when you are ready. ")
            if words is None:
                self.stage.hint("Time to think is over.")
        if words in (":skip", ":pause"):
            return self._passed(session, words)
        self._typed_ahead = words or ""
        return self._step(session, "ready")

    def _passed(self, session: Session, word: str) -> Session:
        if word == ":pause":
            raise Stopped
        return self._step(session, "skipped")

    def _question(self, session: Session) -> None:
        """Show the question that is on, once."""
        from starproof.report.terminal.practising import question_lines

        place = (session.setup.id, session.at)
        if place in self._told:
            return
        self._told.add(place)
        one = session.assignment
        number, total = place_of(session)
        head = f"Question {number} of {total}" if total > 1 else "Question"
        lines = question_lines(
            one.ask, self.stage.look, head=head, aside=who(session), about=about_question(self.studio, session)
        )
        self.stage.show(lines)

    # --- the answer ------------------------------------------------------------------------------------------------

    def _answer(self, session: Session) -> Session:
        if session.setup.mode == "retrieval":
            return self._name(session)
        self._question(session)
        if self.spoken and (heard := self.spoken.answer(self.studio, self.stage, session)):
            return heard
        if session.setup.mode == "essay" and self.stage.asked:
            return self._essay(session)
        return self._taken(session, self._typed(session, ALSO))

    def _follow_up(self, session: Session) -> Session:
        from starproof.report.terminal.practising import follow_up_lines

        if session.asking is None:  # the interviewer had no time to ask
            return self.studio.open(session.setup.id)
        turns = session.attempt.turns
        place = (session.setup.id, session.at, len(turns))
        if place not in self._told:
            self._told.add(place)
            self.stage.show(follow_up_lines(session.asking, turns, self.stage.look, who=who(session)))
        if self.spoken and (heard := self.spoken.answer(self.studio, self.stage, session)):
            return heard
        return self._taken(session, self._typed(session, NO_MORE))

    def _typed(self, session: Session, also: str) -> Typed:
        kept = self.studio.words(session.setup.id) or ""
        begun, self._typed_ahead = "\n".join(filter(None, [kept, self._typed_ahead])), ""
        if self.stage.asked:
            click.echo(err=True)
            self._say_once(f"Answer as you would aloud. {OVER}")
            self._say_once(also)
            for line in ("Typed before:", *(f"│ {line}" for line in begun.splitlines())) if kept else ():
                self.stage.hint(line)
        typing = Typing(
            self.stage,
            lambda text: self.studio.keep_words(session.setup.id, text),
            lambda: self._prompt(session),
            lambda: self._left(session),
            begun,
        )
        try:
            return typing.wait()
        except BankError:
            self._rescue(typing.text)
            raise

    def _say_once(self, words: str) -> None:
        if (words,) not in self._told:
            self._told.add((words,))
            self.stage.hint(words)

    def _prompt(self, session: Session) -> str:
        """The time before each line: what is left where somebody moves on, else what was used."""
        from starproof.practice.session.clock import counted

        left = self._left(session)
        shown = counted(session, self.studio.now()) if left is None else left
        return f"{minutes(shown):>6} │ "

    def _left(self, session: Session) -> float | None:
        """Seconds until the interviewer moves on; elsewhere nobody is cut off."""
        return self.studio.time_left(session) if session.setup.mode == "loop" else None

    def _taken(self, session: Session, typed: Typed) -> Session:
        if typed.ending in ("pause", "skip", "close") and typed.text:
            self._keep(session, typed.text)
        if typed.ending == "pause":
            raise Stopped
        if typed.ending == "skip":
            return self._step(session, "skipped")
        if typed.ending == "close":
            return self._closed(session)
        if typed.ending == "time":
            return self._cut_off(session, typed.text)
        return self._answered(session, typed.text)

    def _answered(self, session: Session, text: str) -> Session:
        over, before = self._over(session), self.studio.words(session.setup.id)
        self._keep(session, text)
        try:
            after = self._step(session, "answered", text=text)
        except PracticeError as error:
            if not self.stage.asked:  # whoever sends it again must not find it there already
                self.studio.keep_words(session.setup.id, before or "")
                self._rescue(text)
            return self._refused(session, error)
        except BankError:
            self._rescue(text)
            raise
        if over:
            self.stage.hint(over)
        return after

    def _keep(self, session: Session, text: str) -> None:
        """Keep words beside the bank, or in a file of their own where that cannot be."""
        try:
            self.studio.keep_words(session.setup.id, text)
        except BankError:
            self._rescue(text)
            raise

    def _rescue(self, text: str) -> None:
        """Put words that cannot be kept where they belong into a file of their own, else on the screen."""
        if not text:
            return
        try:
            self.stage.hint(f"Your words are in {set_aside(text)}.")
        except OSError:
            self.stage.hint("Your words could be kept nowhere. Copy them from here:")
            for line in text.splitlines():
                self.stage.hint(line)

    def _refused(self, session: Session, error: PracticeError) -> Session:
        """Say why a step was not taken, and ask again; a pipe has nobody to ask."""
        if not self.stage.asked:
            raise error
        self.stage.hint(f"{error.message} {error.hint}")
        return session

    def _over(self, session: Session) -> str | None:
        left = self.studio.time_left(session)
        return "The time was over; an interviewer would have moved on." if left == 0.0 else None

    def _closed(self, session: Session) -> Session:
        try:
            return self._step(session, "closed", closing="speaker")
        except PracticeError as error:
            return self._refused(session, error)

    def _cut_off(self, session: Session, text: str) -> Session:
        name = session.assignment.interviewer or "The interviewer"
        click.echo(err=True)
        self.stage.hint(f"Time is up. {name} thanks you and moves on.")
        if any(map(str.isalnum, text)):
            return self._step(session, "answered", text=text)
        return self._step(session, "closed", closing="time")

    def _essay(self, session: Session) -> Session:
        """The written narrative, in the user's editor."""
        kept = self.studio.words(session.setup.id) or ""
        self.stage.hint("Enter opens your editor; each time it saves, your words are kept. :skip passes over.")
        word = self.stage.ask("  ").strip()
        if word in (":skip", ":pause"):
            return self._passed(session, word)
        text = in_editor(kept, lambda words: self.studio.keep_words(session.setup.id, words)).strip()
        if not text:
            self.stage.hint("Nothing was written.")
            return session
        left = self.studio.time_left(session)
        time = f", {minutes(left)} left" if left is not None else ""
        self.stage.hint(f"{len(text.split()):,} words{time}. Enter: it is finished. e: back to the editor.")
        word = self.stage.ask("  ").strip()
        self.studio.keep_words(session.setup.id, text)
        if word == ":pause":
            raise Stopped
        return session if word == "e" else self._answered(session, text)

    # --- aloud -----------------------------------------------------------------------------------------------------

    def _transcribe(self, session: Session) -> Session:
        """Write down a recording that is waiting for it; where that cannot be, its words may be typed."""
        try:
            spoken = self.spoken or Spoken.late(self.studio)
            return spoken.transcribe(self.studio, self.stage, session)
        except StarproofError as error:
            if not self.stage.asked or isinstance(error, BankError):
                raise
            self.stage.hint(f"{error.message} {error.hint}")
        self.stage.hint("Type what you said; :skip throws the recording away, :pause keeps it for later.")
        typed = Typing(self.stage, lambda _: None, lambda: "       │ ").wait()
        if typed.ending == "skip":
            return self._step(session, "skipped")
        if typed.ending != "said":
            raise Stopped
        try:
            return self._step(session, "transcribed", text=typed.text)
        except PracticeError as error:
            return self._refused(session, error)

    # --- naming ----------------------------------------------------------------------------------------------------

    def _name(self, session: Session) -> Session:
        from rich.text import Text

        from starproof.report.terminal.look import hanging, said
        from starproof.report.terminal.practising import question_lines

        last = last_told(self.studio.bank.banked(), self.studio.ratings(), before=session.setup.at)
        known, shown = offered(titles(self.studio), last)
        look, limit = self.stage.look, session.assignment.seconds or 10.0
        if (session.setup.id,) not in self._told:
            self._told.add((session.setup.id,))
            self.stage.hint("Name the story that answers: its number, or the beginning of its title, and Enter.")
            if shown < len(known):
                self.stage.hint(f"{shown} of {len(known):,} are shown, those told last; any title can be typed.")
            self.stage.hint("Enter alone: none comes to mind. The clock runs from the question to your first key.")
            if self.stage.lively:
                self.stage.hint("Enter begins.")
                self.stage.ask("  ")
                session = self._step(session, "resumed")
        lines: list[Text] = [Text()]
        for number, title in enumerate(islice(known.values(), shown), 1):
            lines += hanging(Text(f"{number:>4} ", style=look.style("quiet")), said(title), look.width, indent=5)[:1]
        number, total = place_of(session)
        lines += question_lines(session.assignment.ask, look, head=f"Question {number} of {total}")
        self.stage.show([*lines, Text()])
        found = name(self.stage, known, shown=shown, limit=limit)
        if found.passed:
            return self._step(session, "skipped")
        return self._step(session, "named", story=found.story, seconds=found.seconds)

    # --- after it --------------------------------------------------------------------------------------------------

    def _rate(self, session: Session) -> Session:
        place = (session.setup.id, "rate", session.at)
        ask_to_rate(self.stage, session, again=place in self._told)
        self._told.add(place)
        while True:
            word = self.stage.ask("  1 to 4: ").strip().casefold()
            if word == ":pause":
                raise Stopped
            if word in (":skip", "s") or not (word or self.stage.asked):
                return self._step(session, "skipped")
            if grade := grade_of(word):
                return self._step(session, "rated", grade=grade)
            if word == ":done":  # a pipe cannot know whether follow-ups were left to end
                continue
            if not self.stage.asked:
                raise PracticeError("E-SES-031", f"{word[:40]!r} is no rating.", _RATINGS)
            self.stage.hint("Give 1, 2, 3 or 4; :skip leaves it unrated.")

    def _look(self, session: Session) -> Session:
        self.show(session, session.at)
        last = session.at + 1 == len(session.attempts)
        if self.stage.asked:
            click.echo(err=True)
            self.again = self._onward(session, last=last) == "again"
        return self._step(session, "next")

    def _onward(self, session: Session, *, last: bool) -> Onward:
        while (way := ask_onward(self.stage, session, last=last)) == "whole":
            self.show(session, session.at, whole=True)
        if way == "stop":
            raise Stopped
        return way

    def show(self, session: Session, number: int, *, whole: bool = False) -> None:
        """Show what an attempt came to."""
        from starproof.cli.practice.screens import look_lines

        if self.stage.data:
            return
        look = self.studio.look(session.setup.id, number)
        self.stage.show(look_lines(self.studio, look, self.names, self.stage.look, whole=whole))

    # --- within ----------------------------------------------------------------------------------------------------

    def _step(self, session: Session, kind: StepKind, **said: object) -> Session:
        return self.studio.step(session.setup.id, kind, after=session.steps, **said)  # type: ignore[arg-type]

    def _open(self, session: Session) -> tuple[StepKind, ...]:
        from starproof.practice.session import open_steps

        return open_steps(session)

    def _stopped(self, id_: str, words: str) -> Session:
        """Stop the clock, and say how to go on."""
        session = self.studio.open(id_)
        if "paused" in self._open(session):
            session = self._step(session, "paused")
        if session.phase != "done":
            self.stage.hint(f"{words} Go on with: starproof practice resume {id_}")
        return session
