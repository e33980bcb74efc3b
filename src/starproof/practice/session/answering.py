"""Thinking, answering, transcribing, follow-ups."""

from __future__ import annotations

from dataclasses import replace

from starproof.core.practice import Session, Step, Turn
from starproof.practice.session.checks import (
    check_closing,
    check_question,
    check_seconds,
    check_text,
    check_turn,
    refuse,
)
from starproof.practice.session.clock import measured
from starproof.practice.session.flow import entered, noted, noted_at, settled


def ready(session: Session, step: Step) -> Session:
    """Enough thought."""
    return entered(noted(session, think=measured(session, step.at)), "answer", step.at)


def answered(session: Session, step: Step) -> Session:
    """Something was said or typed, to the assignment or to the follow-up that waits."""
    check_turn(session, step, len(session.attempt.turns))
    check_seconds(step)
    heard = step.transcript.text if step.transcript else None
    text = step.text if step.text is not None else heard
    if text is None and step.recording is None:
        raise refuse("E-SES-010", "An answer needs its words or its recording", "Type it, record it, or skip it.")
    if step.transcript is not None and step.recording is None:
        raise refuse("E-SES-034", "A transcript needs its recording", "Name it in 'recording', a file by its name.")
    if text is not None:
        check_text(text)
    took = _length(step, measured(session, step.at))
    turn = Turn(session.asking, text or "", took, step.recording, step.transcript)
    said = noted(session, turns=(*session.attempt.turns, turn))
    return entered(said, "transcribe", step.at) if text is None else _followed(said, step.at)


def transcribed(session: Session, step: Step) -> Session:
    """What was recorded, as words: an engine's, or typed by hand."""
    last = len(session.attempt.turns) - 1
    check_turn(session, step, last)
    check_seconds(step)
    text = step.text if step.text is not None else step.transcript.text if step.transcript else ""
    check_text(text)
    turn = session.attempt.turns[last]
    known = replace(turn, text=text, transcript=step.transcript, seconds=_length(step, turn.seconds))
    return _followed(noted(session, turns=(*session.attempt.turns[:last], known)), step.at)


def edited(session: Session, step: Step) -> Session:
    """Other words for what was said; follow-ups that were asked since stay as they were asked."""
    if not 0 <= step.assignment < len(session.attempts):
        total = len(session.attempts)
        raise refuse("E-SES-011", f"There is no question {step.assignment + 1}", f"The session has {total}.")
    turns = session.attempts[step.assignment].turns
    if step.turn is None or not 0 <= step.turn < len(turns) or not turns[step.turn].text:
        raise refuse("E-SES-012", "There is nothing there to change", "Name the turn whose words are to be changed.")
    check_text(step.text or "")
    changed = replace(turns[step.turn], text=step.text or "")
    return noted_at(session, step.assignment, turns=(*turns[: step.turn], changed, *turns[step.turn + 1 :]))


def probed(session: Session, step: Step) -> Session:
    """The interviewer asks a follow-up."""
    if step.asked is None:
        raise refuse("E-SES-013", "A follow-up needs its question", "Give it in 'asked'.")
    check_question(session, step.asked)
    return replace(entered(session, "follow-up", step.at), asking=step.asked)


def closed(session: Session, step: Step) -> Session:
    """No more follow-ups, for the reason given."""
    check_closing(session, step)
    return settled(noted(session, closing=step.closing), step.at)


def skipped(session: Session, step: Step) -> Session:
    """Pass over what is on: an assignment, a follow-up, a rating; or throw a recording away and be asked again."""
    if session.phase == "transcribe":
        return _taken_back(session, step)
    if session.phase == "follow-up":
        unsaid = Turn(session.asking, "", None)
        return _followed(noted(session, turns=(*session.attempt.turns, unsaid)), step.at)
    if session.phase == "rate":
        return entered(session, "look", step.at)
    over = noted(session, skipped=True)
    if session.setup.mode in ("retrieval", "defence"):  # what should have been said is shown
        return entered(noted(over, ended=step.at), "look", step.at)
    return settled(over, step.at)


def _followed(session: Session, at: str) -> Session:
    """The interviewer's turn, where follow-ups are wanted at all."""
    if session.assignment.follow_ups > 0:
        return entered(session, "follow-up", at)
    return settled(noted(session, closing="enough"), at)


def _length(step: Step, otherwise: float | None) -> float | None:
    """How long an answer took: as measured, else as long as its recording, else as known."""
    if step.seconds is not None:
        return step.seconds
    return step.transcript.seconds if step.transcript else otherwise


def _taken_back(session: Session, step: Step) -> Session:
    *before, gone = session.attempt.turns
    again = noted(session, turns=tuple(before))
    if gone.asked is None:
        return entered(again, "answer", step.at)
    return replace(entered(again, "follow-up", step.at), asking=gone.asked)
