"""How long something takes, as it is said."""

from __future__ import annotations


def clock(seconds: float) -> str:
    """Seconds as they are said: ``41 s``, ``2 min 16 s``, ``1 h 5 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
