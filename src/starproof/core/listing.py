"""Parts as a list in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


def listed(parts: Iterable[str], *, last: str = "and") -> str:
    """Parts in a row: "a", "a and b", "a, b and c"; empty ones are left out, and of none nothing is said."""
    row = [part for part in parts if part]
    return "".join(row) if len(row) < 2 else f"{', '.join(row[:-1])} {last} {row[-1]}"
