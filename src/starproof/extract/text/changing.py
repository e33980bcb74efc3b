"""The nouns that name a change: "a cut of a half", "a fall of 65 %", "the gap"."""

from __future__ import annotations

CHANGES = frozenset(
    """cut fall drop rise gain reduction increase decrease saving improvement decline growth loss jump dip slip
    difference gap overrun""".split()
)
