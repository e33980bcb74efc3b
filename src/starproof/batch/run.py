"""JSON Lines in, one review a line out. A bad line becomes an error row; the file appears whole or not at all."""

from __future__ import annotations

import json
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from starproof.batch.output import whole_file
from starproof.core.results import Review
from starproof.core.rubbish import seldom_sought
from starproof.engine import Options, Reviewer
from starproof.errors import StarproofError, UsageError
from starproof.guides import load_guide
from starproof.parse import read_line

ERROR_SCHEMA = "starproof.error/1"
_CHUNK = 8
"""Lines handed to a process at once: few enough to keep progress smooth, enough to hide the hand-over."""
_AHEAD = 4
"""Chunks a process that are read ahead of the one to be written; a file of any length needs no more memory."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How many lines became reviews, and how many error rows."""

    reviewed: int
    failed: int


@dataclass(frozen=True, slots=True)
class Job:
    """What every process needs to know; small enough to be sent to it."""

    guide: str | None
    options: Options
    to_line: Callable[[Review], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the output."""

    text: str
    failed: bool


@seldom_sought()
def run_batch(
    lines: Iterable[bytes],
    target: Path,
    *,
    to_line: Callable[[Review], str],
    guide: str | None = None,
    jobs: int | None = None,
    words_per_minute: float = 150.0,
    fitted: bool = False,
    on_done: Callable[[int], object] = lambda _: None,
) -> BatchResult:
    """Review each line's story and write the reviews, in order.

    Args:
        lines: JSON objects with a ``text``, and if you like ``id title question principle register``.
        target: the file to write; it is replaced in one step when all is done.
        to_line: writes a review as one line; a module's function, so that processes can load it.
        jobs: processes; ``None`` is one a core that this process may use.
        on_done: called with 1 after each line.

    Raises:
        GuideError: when the guide cannot be used.
        InputError: when the target cannot be written.
        UsageError: when there should be fewer than one process.
    """
    if jobs is not None and jobs < 1:
        raise UsageError("E-USE-013", f"{jobs} processes review nothing.", "Give 1 or more, or none for all cores.")
    load_guide(guide)  # a bad guide should fail here, once, and not in every process
    job = Job(guide, Options(words_per_minute=words_per_minute, fitted=fitted), to_line)
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    counts = {False: 0, True: 0}
    with whole_file(target) as out:
        for row in _rows(numbered, job, jobs or cores()):
            out.write(row.text + "\n")
            counts[row.failed] += 1
            on_done(1)
    return BatchResult(reviewed=counts[False], failed=counts[True])


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _rows(numbered: Iterator[tuple[int, bytes]], job: Job, jobs: int) -> Iterator[Row]:
    if jobs == 1:
        reviewer = _reviewer(job)
        yield from (_row(item, reviewer, job) for item in numbered)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(job,))
    ahead: deque[Future[list[Row]]] = deque()
    try:
        while chunk := list(islice(numbered, _CHUNK)):
            with _held_back():
                ahead.append(pool.submit(_work, chunk))
            if len(ahead) > _AHEAD * jobs:
                yield from ahead.popleft().result()
        while ahead:
            yield from ahead.popleft().result()
    except BrokenProcessPool as error:
        raise StarproofError(
            "E-SYS-002",
            "A process that reviewed stories was ended from outside.",
            "Memory may have run out; try fewer processes with --jobs.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


_ENDS = {signal.SIGINT, signal.SIGTERM}


@contextmanager
def _held_back() -> Iterator[None]:
    """Let signals that end us wait until the block is over: a process that is started in it takes none of them yet.

    It would take them as this process does, with a traceback or by cleaning up what is not its own, until it has come
    to say how it takes them itself.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_mine: tuple[Reviewer, Job] | None = None
"""The reviewer of this worker process, loaded once at its start."""


def _start(job: Job) -> None:
    global _mine
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends both
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDS)
    _mine = (_reviewer(job), job)


@seldom_sought()
def _work(items: list[tuple[int, bytes]]) -> list[Row]:
    assert _mine is not None, "the pool starts every process with _start"
    return [_row(item, *_mine) for item in items]


def _reviewer(job: Job) -> Reviewer:
    return Reviewer(load_guide(job.guide), job.options)


def _row(item: tuple[int, bytes], reviewer: Reviewer, job: Job) -> Row:
    number, line = item
    try:
        return Row(job.to_line(reviewer.review_document(read_line(line, number))), failed=False)
    except StarproofError as error:
        return Row(_error_row(number, line, error.code, error.message, error.hint), failed=True)
    except Exception as error:
        message = f"The story on line {number} could not be reviewed: {type(error).__name__}: {error}."
        return Row(_error_row(number, line, "E-SYS-001", message, "Please report it."), failed=True)


def _error_row(number: int, line: bytes, code: str, message: str, hint: str) -> str:
    row = {
        "schema": ERROR_SCHEMA, "id": _id_of(line), "line": number, "code": code, "message": message, "hint": hint
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False)


def _id_of(line: bytes) -> str | None:
    try:
        story = json.loads(line)
    except ValueError:
        return None
    found = story.get("id") if isinstance(story, dict) else None
    return found if isinstance(found, str) else None
