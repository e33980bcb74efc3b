"""What the commands of practice share: a studio over the user's bank, and a stage to play on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from starproof.cli.banked import judge_of, names_in, opened, refresh
from starproof.cli.options import wants_color, width_of
from starproof.errors import NotFound, UsageError

if TYPE_CHECKING:
    from starproof.api.practising import Studio
    from starproof.cli.practice.spoken import Spoken
    from starproof.core.practice import Mode, Session
    from starproof.report.terminal.look import Look
    from starproof.report.words import Names

EMPTY = "Your bank has no story yet."
FILL = "Add one: starproof story add my-story.md. To answer without one: starproof practice --question 'TEXT'."


class Room:
    """A studio with a stage: what every command of practice works with."""

    def __init__(self, studio: Studio, names: Names, look: Look, form: str) -> None:
        self.studio, self.names, self.look, self.form = studio, names, look, form

    def begin(self, mode: Mode, wishes: dict[str, Any], spoken: Spoken | None) -> None:
        """Begin a session and play it, and once more as long as that is wished."""
        session = self.studio.begin(mode, **wishes)
        while self.play(session.setup.id, spoken):
            one = session.assignment
            again = {"story": one.story, "question": one.card.question if one.story is None else one.ask}
            session = self.studio.begin(mode, **(wishes | {"many": None, "draw": None} | again))

    def play(self, id_: str, spoken: Spoken | None) -> bool:
        """Play a session; says whether it is to be played once more."""
        from starproof.cli.practice.playing import Play
        from starproof.cli.practice.running import run
        from starproof.cli.practice.screens import summary_lines
        from starproof.cli.practice.stage import Stage

        stage = Stage(self.look, data=self.form == "json")
        play = Play(self.studio, stage, self.names, spoken)
        session = run(play, id_)
        if self.form == "json":
            click.echo(json.dumps(self.data(session), ensure_ascii=False, indent=2))
        elif session.phase == "done" and not play.again:
            stage.show(summary_lines(self.studio, session, self.look))
            stage.hint(f"Look at it again with: starproof practice look {id_}")
        return play.again

    def data(self, session: Session) -> dict[str, Any]:
        """A session as JSON, with a look at each attempt in which something was said."""
        from starproof.api.practising import look_as_dict, session_as_dict

        looks = [self.studio.look(session.setup.id, one.assignment) for one in session.attempts if one.turns]
        told = session_as_dict(session, now=self.studio.now())
        return {"session": told, "looks": [look_as_dict(look) for look in looks]}

    def spoken(
        self, audio: tuple[Path, ...], *, mic: bool, keep: bool, model: str | None, waiting: bool = False
    ) -> Spoken | None:
        """What takes spoken answers, checked; ``None`` where all is typed.

        Args:
            audio: recordings to answer from.
            mic: whether answers are recorded.
            keep: whether what is recorded stays.
            model: what hears them.
            waiting: whether a recording waits to be written down, which needs a model too.

        Raises:
            UsageError: when the options contradict each other, or the microphone has no terminal.
            StarproofError: why nothing can be heard, see ``Hearing.check``.
        """
        if not audio and not mic:
            if keep or (model is not None and not waiting):
                option = "--keep-recording" if keep else "--model"
                raise UsageError("E-USE-093", f"{option} is for answers that are recorded.", "Add --mic or --audio.")
            if model is None:
                return None
        if audio and mic:
            raise UsageError("E-USE-090", "--audio and --mic cannot go together.", "Leave one out.")
        from starproof.cli.practice.hearing import Hearing
        from starproof.cli.practice.spoken import Spoken
        from starproof.cli.practice.stage import Stage

        assert self.studio.recordings is not None
        hearing = Hearing(self.studio.recordings, list(audio), mic, model, keep)
        hearing.check()
        if mic and not Stage(self.look).lively:
            raise UsageError("E-USE-092", "The microphone needs a terminal in which Enter stops it.", "Use --audio.")
        return Spoken(hearing)

    def find(self, id_: str | None) -> str:
        """The id of a session by its id or the beginning of it; without one, the one begun last that is not over.

        Raises:
            NotFound: when there is none.
        """
        if id_ is None:
            waiting = self.studio.unfinished()
            if not waiting:
                raise NotFound("E-PRA-080", "No session waits.", "Begin one with: starproof practice")
            return waiting[0].setup.id
        known = [*(one.setup.id for one in self.studio.sessions()), *self.studio.damaged()]
        found = [one for one in known if one.startswith(id_)]
        if id_ in found:
            return id_
        if len(found) != 1:
            what = f"{len(found)} sessions begin with {id_!r}." if found else f"There is no session {id_!r}."
            raise NotFound("E-PRA-081", what, "starproof practice list shows them all.")
        return found[0]


@contextmanager
def opened_room(
    bank: str | None, *, color: str, width: int | None, form: str = "text", empty: bool = False
) -> Iterator[Room]:
    """The studio of this machine's user over a bank, its stories reviewed.

    Args:
        bank: its path or URL; ``None`` for the user's own.
        color: ``auto``, ``always`` or ``never``.
        width: of lines; ``None`` for the terminal's.
        form: ``text`` or ``json``.
        empty: whether a bank without stories will do.

    Raises:
        NotFound: when there is no story and one is needed.
    """
    from starproof.api.practising import local_zone, open_studio
    from starproof.report.terminal.look import Look

    with opened(bank, create=empty) as found:
        refresh(found)
        if not empty and not found.banked():
            raise NotFound("E-PRA-082", EMPTY, FILL)
        studio = open_studio(found, judge_of(found).reviewer, zone=local_zone())
        yield Room(studio, names_in(found), Look(width_of(width), wants_color(color)), form)
