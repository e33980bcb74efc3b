"""How trainers end: the bytes that they made are written, or held to those that are shipped."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def ship(target: Path, make: Callable[[], bytes], *, about: str | None) -> int:
    """Make the bytes and write them; with ``--check`` write nothing and leave with 1 where others are shipped."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--check", action="store_true", help="compare with the shipped bytes, write nothing")
    options = parser.parse_args()
    made = make()
    if options.check:
        same = target.read_bytes() == made
        print("same bytes as shipped" if same else "DIFFERENT from the shipped bytes")
        return 0 if same else 1
    target.write_bytes(made)
    print(f"{target.name}: {len(made):,} bytes")
    return 0
