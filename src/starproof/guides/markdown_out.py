"""Write a guide as Markdown, in the shape that ``starproof guide compile`` reads."""

from __future__ import annotations

from starproof.core.guide import Guide


def to_markdown(guide: Guide) -> str:
    """The whole guide as Markdown."""
    return f"# {guide.title}\n"
