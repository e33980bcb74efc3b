"""Answers and follow-ups: spoken, typed or written, and kept whatever becomes of the step that takes them."""

from __future__ import annotations

import click

from starproof.cli.practice.asking import who
from starproof.cli.practice.playing import Play
from starproof.cli.practice.retrieving import retrieve
from starproof.cli.practice.spoken import Spoken
from starproof.cli.practice.stage import Stopped
from starproof.cli.practice.typed import ALSO, NO_MORE, OVER, Typed, Typing, in_editor, set_aside
from starproof.core.practice import Session
from starproof.errors import BankError, PracticeError, StarproofError
from starproof.practice.session import has_words
from starproof.report.words import clock_face


def answer(play: Play, session: Session) -> Session:
    """The first turn: the answer to the question."""
    if session.setup.mode == "retrieval":
        return retrieve(play, session)
    play.show_question(session)
    if play.spoken and (heard := play.spoken.answer(play, session)):
        return heard
    if session.setup.mode == "essay" and play.stage.asked:
        return _essay(play, session)
    return _taken(play, session, _typed(play, session, ALSO))


def follow_up(play: Play, session: Session) -> Session:
    """The turns after it: what the interviewer asks, and the answer to that."""
    from starproof.report.terminal.practising import follow_up_lines

    if session.asking is None:  # the interviewer had no time to ask
        return play.studio.open(session.setup.id)
    turns = session.attempt.turns
    if play.first(session.setup.id, session.at, len(turns)):
        play.stage.show(follow_up_lines(session.asking, turns, play.stage.look, who=who(session)))
    if play.spoken and (heard := play.spoken.answer(play, session)):
        return heard
    return _taken(play, session, _typed(play, session, NO_MORE))


def transcribe(play: Play, session: Session) -> Session:
    """Write down a recording that is waiting for it; where that cannot be, its words may be typed."""
    try:
        spoken = play.spoken or Spoken.late(play.studio)
        return spoken.transcribe(play, session)
    except StarproofError as error:
        if not play.stage.asked or isinstance(error, BankError):
            raise
        play.stage.hint(f"{error.message} {error.hint}")
    play.stage.hint("Type what you said; :skip throws the recording away, :pause keeps it for later.")
    typed = Typing(play.stage, lambda _: None, lambda: "       │ ").wait()
    if typed.ending == "skip":
        return play.step(session, "skipped")
    if typed.ending != "said":
        raise Stopped
    try:
        return play.step(session, "transcribed", text=typed.text)
    except PracticeError as error:
        return play.refused(session, error)


# --- typing ----------------------------------------------------------------------------------------------------------


def _typed(play: Play, session: Session, also: str) -> Typed:
    kept = play.studio.words(session.setup.id) or ""
    begun, play.typed_ahead = "\n".join(filter(None, [kept, play.typed_ahead])), ""
    if play.stage.asked:
        click.echo(err=True)
        play.say_once(f"Answer as you would aloud. {OVER}")
        play.say_once(also)
        for line in ("Typed before:", *(f"│ {line}" for line in begun.splitlines())) if kept else ():
            play.stage.hint(line)
    typing = Typing(
        play.stage,
        lambda text: play.studio.keep_words(session.setup.id, text),
        lambda: _prompt(play, session),
        lambda: _left(play, session),
        begun,
    )
    try:
        return typing.wait()
    except BankError:
        _rescue(play, typing.text)
        raise


def _prompt(play: Play, session: Session) -> str:
    """The time before each line: what is left where somebody moves on, else what was used."""
    from starproof.practice.session.clock import counted

    left = _left(play, session)
    shown = counted(session, play.studio.now()) if left is None else left
    return f"{clock_face(shown):>6} │ "


def _left(play: Play, session: Session) -> float | None:
    """Seconds until the interviewer moves on; elsewhere nobody is cut off."""
    return play.studio.time_left(session) if session.setup.mode == "loop" else None


def _essay(play: Play, session: Session) -> Session:
    """The written narrative, in the user's editor."""
    studio, stage, id_ = play.studio, play.stage, session.setup.id
    stage.hint("Enter opens your editor; each time it saves, your words are kept. :skip passes over.")
    word = stage.ask("  ").strip()
    if word in (":skip", ":pause"):
        return play.passed(session, word)
    text = in_editor(studio.words(id_) or "", lambda words: studio.keep_words(id_, words)).strip()
    if not text:
        stage.hint("Nothing was written.")
        return session
    left = studio.time_left(session)
    time = f", {clock_face(left)} left" if left is not None else ""
    stage.hint(f"{len(text.split()):,} words{time}. Enter: it is finished. e: back to the editor.")
    word = stage.ask("  ").strip()
    studio.keep_words(id_, text)
    if word == ":pause":
        raise Stopped
    return session if word == "e" else _answered(play, session, text)


# --- what becomes of what was typed ----------------------------------------------------------------------------------


def _taken(play: Play, session: Session, typed: Typed) -> Session:
    if typed.ending in ("pause", "skip", "close") and typed.text:
        _keep(play, session, typed.text)
    if typed.ending == "pause":
        raise Stopped
    if typed.ending == "skip":
        return play.step(session, "skipped")
    if typed.ending == "close":
        return _closed(play, session)
    if typed.ending == "time":
        return _cut_off(play, session, typed.text)
    return _answered(play, session, typed.text)


def _answered(play: Play, session: Session, text: str) -> Session:
    over, before = play.studio.time_left(session) == 0.0, play.studio.words(session.setup.id)
    _keep(play, session, text)
    try:
        after = play.step(session, "answered", text=text)
    except PracticeError as error:
        if not play.stage.asked:  # whoever sends it again must not find it there already
            play.studio.keep_words(session.setup.id, before or "")
            _rescue(play, text)
        return play.refused(session, error)
    except BankError:
        _rescue(play, text)
        raise
    if over:
        play.stage.hint("The time was over; an interviewer would have moved on.")
    return after


def _closed(play: Play, session: Session) -> Session:
    try:
        return play.step(session, "closed", closing="speaker")
    except PracticeError as error:
        return play.refused(session, error)


def _cut_off(play: Play, session: Session, text: str) -> Session:
    name = session.assignment.interviewer or "The interviewer"
    click.echo(err=True)
    play.stage.hint(f"Time is up. {name} thanks you and moves on.")
    if has_words(text):
        return play.step(session, "answered", text=text)
    return play.step(session, "closed", closing="time")


def _keep(play: Play, session: Session, text: str) -> None:
    """Keep words beside the bank, or in a file of their own where that cannot be."""
    try:
        play.studio.keep_words(session.setup.id, text)
    except BankError:
        _rescue(play, text)
        raise


def _rescue(play: Play, text: str) -> None:
    """Put words that cannot be kept where they belong into a file of their own, else on the screen."""
    if not text:
        return
    try:
        play.stage.hint(f"Your words are in {set_aside(text)}.")
    except OSError:
        play.stage.hint("Your words could be kept nowhere. Copy them from here:")
        for line in text.splitlines():
            play.stage.hint(line)
