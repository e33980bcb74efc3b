"""Rapid retrieval: the stories by number, the question, and the name that came to mind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from starproof.cli.practice.asking import place_of
from starproof.cli.practice.naming import name
from starproof.cli.practice.offered import last_told, offered
from starproof.cli.practice.playing import Play
from starproof.cli.practice.words import titles
from starproof.core.practice import Session

if TYPE_CHECKING:
    from rich.text import Text

SECONDS = 10.0
"""For a name, where a session says nothing else."""


def retrieve(play: Play, session: Session) -> Session:
    """Ask which story answers, and take the name."""
    last = last_told(play.studio.bank.banked(), play.studio.ratings(), before=session.setup.at)
    known, shown = offered(titles(play.studio), last)
    if play.first(session.setup.id):
        session = _begun(play, session, of=len(known), shown=shown)
    play.stage.show(_lines(play, session, known, shown))
    found = name(play.stage, known, shown=shown, limit=session.assignment.seconds or SECONDS)
    if found.passed:
        return play.step(session, "skipped")
    return play.step(session, "named", story=found.story, seconds=found.seconds)


def _begun(play: Play, session: Session, *, of: int, shown: int) -> Session:
    """Say how it goes, and let the clock run from when the speaker is ready."""
    stage = play.stage
    stage.hint("Name the story that answers: its number, or the beginning of its title, and Enter.")
    if shown < of:
        stage.hint(f"{shown} of {of:,} are shown, those told last; any title can be typed.")
    stage.hint("Enter alone: none comes to mind. The clock runs from the question to your first key.")
    if not stage.lively:
        return session
    stage.hint("Enter begins.")
    stage.ask("  ")
    return play.step(session, "resumed")


def _lines(play: Play, session: Session, known: Mapping[str, str], shown: int) -> Iterator[Text]:
    """The stories first, so that the question is what is read last, just above where the name is typed."""
    from rich.text import Text

    from starproof.report.terminal.look import hanging, said
    from starproof.report.terminal.practising import question_lines

    look = play.stage.look
    yield Text()
    for number, title in enumerate(islice(known.values(), shown), 1):
        yield from hanging(Text(f"{number:>4} ", style=look.style("quiet")), said(title), look.width, indent=5)[:1]
    number, total = place_of(session)
    yield from question_lines(session.assignment.ask, look, head=f"Question {number} of {total}")
    yield Text()
