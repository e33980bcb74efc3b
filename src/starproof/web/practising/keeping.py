"""Words that nobody sent yet: kept while they are typed, and set aside where the session went on without them."""

from __future__ import annotations

from starproof.api.drafts import Sending, Unsaved
from starproof.core.practice import Session
from starproof.practice.session import has_words
from starproof.web.desk import Desk


def keep_words(desk: Desk, session: Session, text: str, *, at: int, turn: int, sending: Sending | None = None) -> None:
    """Keep what is typed to one question; where that was answered meanwhile, set it aside.

    Args:
        at: the assignment that it is typed to.
        turn: the turn of it.
    """
    if (at, turn) == (session.at, len(session.attempt.turns)):
        desk.studio.keep_words(session.setup.id, text, sending)
    elif not _sent(session, text, at, turn):
        set_aside(desk, session, text)


def set_aside(desk: Desk, session: Session, text: str) -> None:
    """Keep words beside a session until somebody says what becomes of them."""
    if has_words(text):
        desk.drafts.keep(Unsaved(_place(session.setup.id), text, session.steps, desk.now()))


def aside(desk: Desk, session: str) -> Unsaved | None:
    """What was set aside beside a session."""
    return desk.drafts.of(_place(session))


def forget_aside(desk: Desk, session: str) -> None:
    """Throw away what was set aside."""
    desk.drafts.forget(_place(session))


def _sent(session: Session, text: str, at: int, turn: int) -> bool:
    """Whether these words, or more, are the answer already: what a page kept last may arrive after what it sent."""
    turns = session.attempts[at].turns if 0 <= at < len(session.attempts) else ()
    return 0 <= turn < len(turns) and turns[turn].text.startswith(text)


def _place(session: str) -> str:
    return f"practice {session} aside"
