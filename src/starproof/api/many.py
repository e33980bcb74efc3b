"""Many stories at once, with the review's JSON as output."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from starproof import batch
from starproof.report import as_json_line


def run_batch(
    lines: Iterable[bytes],
    target: Path,
    *,
    guide: str | None = None,
    jobs: int | None = None,
    words_per_minute: float = 150.0,
    fitted: bool = False,
    on_done: Callable[[int], object] = lambda _: None,
) -> batch.BatchResult:
    """Review each line's story and write the reviews as JSON Lines; see ``starproof.batch.run_batch``."""
    return batch.run_batch(
        lines,
        target,
        to_line=as_json_line,
        guide=guide,
        jobs=jobs,
        words_per_minute=words_per_minute,
        fitted=fitted,
        on_done=on_done,
    )
