"""How trainers end: the bytes that they made are written, or held to those that are shipped."""

from __future__ import annotations

import operator
from collections.abc import Callable
from pathlib import Path

from options import to_check

Alike = Callable[[bytes, bytes], bool]


def ship(target: Path, make: Callable[[], bytes], *, about: str | None, alike: Alike = operator.eq) -> int:
    """Make the bytes and write them; with ``--check`` write nothing and leave with 1 where others are shipped.

    ``alike`` tells whether the bytes that were made are those shipped, where another machine may round otherwise.
    """
    check = to_check(about)
    made = make()
    if check:
        same = alike(made, target.read_bytes())
        print("as shipped" if same else f"NOT AS SHIPPED: training gives another {target.name}")
        return 0 if same else 1
    target.write_bytes(made)
    print(f"{target.name}: {len(made):,} bytes")
    return 0
