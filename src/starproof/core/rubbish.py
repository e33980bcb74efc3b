"""How often things that only hold each other are looked for, to be thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 200_000
"""Things made before they are looked through; some sixty stories leave so many that are all kept on purpose."""


@contextmanager
def seldom_sought() -> Iterator[None]:
    """Look through what was made less often, where lexicons, weights and reviews make much that stays."""
    before = gc.get_threshold()
    gc.set_threshold(MANY, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
