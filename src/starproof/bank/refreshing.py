"""Reviewing the stories that have no review by the engine of today, a few at a time, so that a stop loses little."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

from starproof.bank.records import Judge, Judged, Refreshed
from starproof.bank.store.connecting import Store
from starproof.bank.store.judging import keep, stories_of
from starproof.core.document import Story

CHUNK = 50
"""Stories that are read, and reviews that are written, at a time."""


def refresh(
    store: Store,
    judge: Judge,
    numbers: Sequence[int],
    *,
    now: Callable[[], str],
    progress: Callable[[int, int], None] | None = None,
) -> Refreshed:
    """Review these stories and write the reviews down; what is done when it is broken off is written too.

    Args:
        store: the database.
        judge: who reviews.
        numbers: of the stories.
        now: the moment.
        progress: told after each story how many are done, of how many.

    Raises:
        BankError: when the database fails.
    """
    asked: deque[tuple[str, str]] = deque()
    fresh: list[tuple[str, Judged]] = []
    refused: list[tuple[str, str]] = []
    done = 0
    try:
        for done, judged in enumerate(judge.judge(_ask(store, numbers, asked)), 1):
            sha, id_ = asked.popleft()
            if isinstance(judged, str):
                refused.append((id_, judged))
            else:
                fresh.append((sha, judged))
            if len(fresh) >= CHUNK:
                _write(store, fresh, judge.fingerprint, now())
            if progress:
                progress(done, len(numbers))
    finally:
        _write(store, fresh, judge.fingerprint, now())
    return Refreshed(done - len(refused), tuple(refused))


def _ask(store: Store, numbers: Sequence[int], asked: deque[tuple[str, str]]) -> Iterator[Story]:
    """The stories, read when they are wanted; ``asked`` remembers which wording each had then."""
    for start in range(0, len(numbers), CHUNK):
        with store.reading() as connection:
            found = stories_of(connection, numbers[start : start + CHUNK])
        for sha, story in found:
            asked.append((sha, story.id))
            yield story


def _write(store: Store, fresh: list[tuple[str, Judged]], today: str, at: str) -> None:
    if not fresh:
        return
    with store.writing() as connection:
        keep(connection, fresh, today=today, at=at)
    fresh.clear()
