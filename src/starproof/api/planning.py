"""Coverage, profile, loop plan and readiness, over the bank or over files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from starproof.api.reading import read_bytes
from starproof.core.bank import Banked, Draft
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.core.planning import Loop, LoopPlan
from starproof.engine.digest import digest
from starproof.errors import InputError
from starproof.guides import load_guide
from starproof.plan.coverage import coverage
from starproof.plan.mine import Mine, read_mine
from starproof.plan.profile import profile
from starproof.plan.readiness import Dated, readiness

if TYPE_CHECKING:
    from starproof.bank import Bank
    from starproof.engine import Reviewer

__all__ = [
    "coverage",
    "example_loop",
    "plan_calendar",
    "plan_loop",
    "profile",
    "read_loop_file",
    "read_mine_file",
    "readiness",
    "stories_in",
    "story_history",
]

Progress = Callable[[int, int], object]
"""Told after each step how many are done, of how many."""


def plan_loop(
    loop: Loop | str | Path,
    stories: Iterable[Banked | Story],
    *,
    guide: Guide | None = None,
    today: str | None = None,
) -> LoopPlan:
    """Which story goes to which interviewer: the exact optimum, with reasons; the same input gives the same plan.

    Args:
        loop: who asks for what, or the path of a ``LOOP.toml``.
        stories: from a bank (``bank.banked()``), or texts, which are reviewed.
        guide: by which to judge; ``None`` for the shipped guide.
        today: the day by which ages are told where the loop has no date, as ``2026-03-31``.

    Returns:
        One slot for each interviewer and principle, with a first story and a backup, or the reason why there is none.

    Raises:
        InputError: when the loop cannot be read or contradicts itself, or a text cannot be read.
        NotFound: when the loop locks a story that is not there.
        MissingExtra: when the solver does not run on this machine.
    """
    from starproof.plan.loop.planning import plan_loop as planned

    book = guide or load_guide()
    asked = loop if isinstance(loop, Loop) else read_loop_file(loop, guide=book)
    return planned(asked, stories, guide=book, today=today)


def read_loop_file(path: str | Path, *, guide: Guide | None = None) -> Loop:
    """The loop in a TOML file; ``docs/howto/plan-a-loop.md`` describes it.

    Raises:
        InputError: when the file cannot be read, or is no loop.
    """
    from starproof.plan.loop.reading import read_loop

    return read_loop(_text(path), guide=guide or load_guide(), name=repr(str(path)))


def read_mine_file(path: str | Path, *, guide: Guide | None = None) -> Mine:
    """The owner's own numbers in a TOML file, by expectation of the guide.

    Raises:
        InputError: when the file cannot be read, or says what the guide does not expect.
    """
    return read_mine(_text(path), guide=guide or load_guide(), name=repr(str(path)))


def plan_calendar(plan: LoopPlan, *, now: str) -> str:
    """Practice up to the day of the loop, as iCalendar text.

    Args:
        plan: of a loop with a date.
        now: the moment, in UTC, as ``2026-03-31T09:30:00Z``; practice starts on the day after.

    Raises:
        InputError: when the loop has no date, or is over.
    """
    from starproof.plan.loop.calendar import calendar_of

    return calendar_of(plan, now=now)


def example_loop() -> str:
    """A loop file to start from."""
    return (files("starproof") / "examples" / "loop.toml").read_text(encoding="utf-8")


def _text(path: str | Path) -> str:
    try:
        return read_bytes(Path(path)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "E-PLN-002", f"{str(path)!r} is no UTF-8 text: byte {error.start}.", "Save it as UTF-8."
        ) from (error)


def stories_in(
    paths: Sequence[str | Path],
    *,
    reviewer: Reviewer,
    on_skip: Callable[[str, str], object] = lambda place, why: None,
    on_text: Callable[[str, str], object] = lambda story, text: None,
    progress: Progress = lambda done, total: None,
) -> tuple[Banked, ...]:
    """The stories in files and folders, reviewed, with all that their authors say of them.

    Args:
        paths: Markdown, text, .docx, .csv, .json, .jsonl and subtitles, or folders of these.
        reviewer: by whom they are reviewed.
        on_skip: told where something was passed over, and why.
        on_text: told each story's id and its text.
        progress: told after each story.

    Raises:
        InputError: when a path is missing, or the only one cannot be read.
    """
    drafts = list(_drafts(paths, reviewer.guide, on_skip))
    found: list[Banked] = []
    taken: set[str] = set()
    for number, draft in enumerate(drafts, 1):
        name = _name(draft, number, taken)
        taken.add(name)
        try:
            found.append(_banked(draft, name, reviewer))
        except InputError as error:
            on_skip(draft.source or name, error.message)
        else:
            on_text(name, draft.text)
        progress(number, len(drafts))
    return tuple(found)


def _drafts(paths: Sequence[str | Path], guide: Guide, on_skip: Callable[[str, str], object]) -> Iterator[Draft]:
    from starproof.bank.importing import Item, gather, sources

    principles = {principle.id: principle.name for principle in guide.principles}
    for found in gather(sources([Path(path) for path in paths]), principles=principles):
        for one in found:
            if isinstance(one, Item):
                yield one.draft
            else:
                on_skip(one.place, one.reason)


def _name(draft: Draft, number: int, taken: set[str]) -> str:
    """The story's own id where it has one; else its title, else its number."""
    wanted = draft.id or draft.title or f"story {number}"
    return wanted if wanted not in taken else f"{wanted} ({number})"


def _banked(draft: Draft, name: str, reviewer: Reviewer) -> Banked:
    story = Story(
        name, draft.text, draft.title, draft.question, draft.principle, draft.register, draft.source, draft.provenance
    )
    return Banked(
        digest(reviewer.review(story)),
        principles=draft.principles,
        tags=draft.tags,
        happened=draft.happened,
        uses=draft.uses,
        minutes=tuple(sorted(draft.versions)),
        archived=draft.archived,
    )


def story_history(bank: Bank) -> Iterator[Dated]:
    """How each wording of each story of a bank read, dated by when it was written, for ``readiness``."""
    newest = {(id_, written): found for id_, written, found in bank.readings()}
    told = {line.id: line for line in bank.banked(archived=True, sketches=False)}
    for (id_, written), found in newest.items():
        owner = told.get(id_)
        if owner is not None:
            yield Dated(written, replace(owner, digest=found, archived=False, minutes=(), updated=None))
