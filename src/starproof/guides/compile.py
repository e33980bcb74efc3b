"""Guides in Markdown. Transient stand-in, being replaced."""

from __future__ import annotations

from starproof.errors import GuideError
from starproof.guides.compiled import Compiled


def compile_guide(text: str, *, name: str) -> Compiled:
    """Read a guide written in Markdown."""
    raise GuideError("E-GDE-030", f"{name!r} cannot be compiled yet.", "Write the guide as TOML.")
