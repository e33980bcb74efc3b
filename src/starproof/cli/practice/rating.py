"""After an answer: how it went in the speaker's own eyes, and what comes next."""

from __future__ import annotations

from typing import Literal

import click

from starproof.cli.practice.stage import Stage
from starproof.core.practice import Grade, Session
from starproof.report.practice import GRADE_SAYS

Onward = Literal["next", "again", "whole", "stop"]


def ask_to_rate(stage: Stage, session: Session, *, again: bool) -> None:
    """Ask how it went; in a loop, where all is rated at the end, with the question that it is about."""
    from starproof.report.terminal.practising import question_lines

    if session.setup.mode == "loop" and not again:
        head = f"How did it go? {session.at + 1} of {len(session.attempts)}"
        stage.show(question_lines(session.assignment.ask, stage.look, head=head))
    if stage.asked:
        click.echo(err=True)
        stage.hint("How did it go? Say it before you see anything: it decides when this comes back.")
        for number, (grade, says) in enumerate(GRADE_SAYS.items(), 1):
            stage.hint(f"{number}  {grade:<6} {says}")


def grade_of(word: str) -> Grade | None:
    """A grade by its number or its name."""
    grades = list(GRADE_SAYS)
    if word in ("1", "2", "3", "4"):
        return grades[int(word) - 1]
    return next((one for one in grades if one == word), None)


def ask_onward(stage: Stage, session: Session, *, last: bool) -> Onward:
    """Ask what comes after a look."""
    drill = session.setup.mode == "retrieval"
    once_more = last and session.setup.mode in ("story", "essay")
    ways = ["Enter: finish" if last else "Enter: next"]
    ways += [] if drill else ["r: the whole review"]
    ways += ["a: answer it again"] if once_more else []
    word = stage.ask(f"  {' · '.join([*ways, ':pause: stop here'])} ").strip().casefold()
    if word in (":pause", "q"):
        return "stop"
    if word == "r" and not drill:
        return "whole"
    return "again" if word == "a" and once_more else "next"
