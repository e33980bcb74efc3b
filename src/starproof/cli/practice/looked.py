"""After the rating: what the answer came to, and what comes next."""

from __future__ import annotations

from typing import Literal

import click

from starproof.cli.practice.playing import Play
from starproof.cli.practice.stage import Stage, Stopped
from starproof.core.practice import Session

Onward = Literal["next", "again", "whole", "stop"]


def look(play: Play, session: Session) -> Session:
    """Show what an attempt came to, and go on when the speaker has read it.

    Raises:
        Stopped: when the speaker goes on another time.
    """
    _show(play, session)
    last = session.at + 1 == len(session.attempts)
    if play.stage.asked:
        click.echo(err=True)
        play.again = _onward(play, session, last=last) == "again"
    return play.step(session, "next")


def _onward(play: Play, session: Session, *, last: bool) -> Onward:
    while (way := _ask_onward(play.stage, session, last=last)) == "whole":
        _show(play, session, whole=True)
    if way == "stop":
        raise Stopped
    return way


def _show(play: Play, session: Session, *, whole: bool = False) -> None:
    from starproof.cli.practice.screens import look_lines

    if play.stage.data:
        return
    found = play.studio.look(session.setup.id, session.at)
    play.stage.show(look_lines(play.studio, found, play.names, play.stage.look, whole=whole))


def _ask_onward(stage: Stage, session: Session, *, last: bool) -> Onward:
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
