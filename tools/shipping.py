"""How trainers end: the bytes that they made are written, or held to those that are shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from options import to_check


def ship(target: Path, make: Callable[[], bytes], *, about: str | None) -> int:
    """Make the bytes and write them; with ``--check`` write nothing and leave with 1 where others are shipped."""
    check = to_check(about)
    made = make()
    if check:
        same = target.read_bytes() == made
        print("same bytes as shipped" if same else "DIFFERENT from the shipped bytes")
        return 0 if same else 1
    target.write_bytes(made)
    print(f"{target.name}: {len(made):,} bytes")
    return 0
