"""After an answer: how it went in the speaker's own eyes, before anything is shown."""

from __future__ import annotations

import click

from starproof.cli.practice.playing import Play
from starproof.cli.practice.stage import Stage, Stopped
from starproof.core.practice import Grade, Session
from starproof.errors import PracticeError
from starproof.report.practice import GRADE_SAYS

_RATINGS = "Rate it from 1 to 4: again, hard, good, easy."


def rate(play: Play, session: Session) -> Session:
    """Ask how it went, and take the rating.

    Raises:
        Stopped: when the speaker goes on another time.
        PracticeError: when a pipe gives something that is no rating.
    """
    _ask(play.stage, session, again=not play.first(session.setup.id, "rate", session.at))
    while True:
        word = play.stage.ask("  1 to 4: ").strip().casefold()
        if word == ":pause":
            raise Stopped
        if word in (":skip", "s") or not (word or play.stage.asked):
            return play.step(session, "skipped")
        if grade := _grade_of(word):
            return play.step(session, "rated", grade=grade)
        if word == ":done":  # a pipe cannot know whether follow-ups were left to end
            continue
        if not play.stage.asked:
            raise PracticeError("E-SES-031", f"{word[:40]!r} is no rating.", _RATINGS)
        play.stage.hint("Give 1, 2, 3 or 4; :skip leaves it unrated.")


def _ask(stage: Stage, session: Session, *, again: bool) -> None:
    """In a loop, where all is rated at the end, with the question that it is about."""
    from starproof.report.terminal.practising import question_lines

    if session.setup.mode == "loop" and not again:
        head = f"How did it go? {session.at + 1} of {len(session.attempts)}"
        stage.show(question_lines(session.assignment.ask, stage.look, head=head))
    if stage.asked:
        click.echo(err=True)
        stage.hint("How did it go? Say it before you see anything: it decides when this comes back.")
        for number, (grade, says) in enumerate(GRADE_SAYS.items(), 1):
            stage.hint(f"{number}  {grade:<6} {says}")


def _grade_of(word: str) -> Grade | None:
    """A grade by its number or its name."""
    grades = list(GRADE_SAYS)
    if word in ("1", "2", "3", "4"):
        return grades[int(word) - 1]
    return next((one for one in grades if one == word), None)
