"""A session at a terminal or from a pipe: one phase after the other, each step kept before the next is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Thread

import click

from starproof.cli.practice.answering import answer, follow_up, transcribe
from starproof.cli.practice.looked import look
from starproof.cli.practice.playing import Play
from starproof.cli.practice.rating import rate
from starproof.cli.practice.stage import Stopped, politely
from starproof.core.practice import Phase, Session
from starproof.errors import BankError, StarproofError


def run(play: Play, id_: str) -> Session:
    """Go on with a session until it is over or is stopped.

    Raises:
        click.Abort: when it was broken off with Ctrl-C; everything is kept.
        StarproofError: when it cannot go on; what was said so far is kept.
    """
    session = play.studio.open(id_)
    try:
        with politely():
            session = _gone_on(play, session)
            while session.phase != "done":
                session = _PHASES[session.phase](play, session)
    except Stopped:
        return _stopped(play, id_, "It is kept.")
    except EOFError:
        return _stopped(play, id_, "There was nothing more to read; the session is kept.")
    except KeyboardInterrupt as error:
        _stopped(play, id_, "\nEverything is kept.")
        raise click.Abort from error
    except BankError:
        raise  # the disk fails, or the session is played elsewhere: it is left as it is
    except StarproofError:
        _stopped(play, id_, "The session is kept.")
        raise
    return session


def _gone_on(play: Play, session: Session) -> Session:
    """After a pause or a crash: what ran meanwhile counts for nothing."""
    from starproof.practice.session.clock import CLOCKED

    clocked = session.steps and session.phase in ("think", *CLOCKED)
    return play.step(session, "resumed") if clocked or session.paused else session


def _stopped(play: Play, id_: str, words: str) -> Session:
    """Stop the clock, and say how to go on."""
    from starproof.practice.session import open_steps

    session = play.studio.open(id_)
    if "paused" in open_steps(session):
        session = play.step(session, "paused")
    if session.phase != "done":
        play.stage.hint(f"{words} Go on with: starproof practice resume {id_}")
    return session


def _think(play: Play, session: Session) -> Session:
    play.show_question(session)
    left = play.studio.time_left(session) or 0.0
    words = None
    Thread(target=play.studio.warm, daemon=True).start()  # so that the first follow-up comes at once
    if play.stage.asked and left:
        click.echo(err=True)
        play.say_once("Take a moment. Choose the story, and know its first sentence and its last.")
        words = play.stage.countdown(left, "to think. Enter when you are ready. ")
        if words is None:
            play.stage.hint("Time to think is over.")
    if words in (":skip", ":pause"):
        return play.passed(session, words)
    play.typed_ahead = words or ""
    return play.step(session, "ready")


_PHASES: Mapping[Phase, Callable[[Play, Session], Session]] = {
    "think": _think,
    "answer": answer,
    "transcribe": transcribe,
    "follow-up": follow_up,
    "rate": rate,
    "look": look,
}
