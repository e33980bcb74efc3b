"""Which format is rendered by what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from starproof.core.guide import Guide
from starproof.core.results import Review
from starproof.errors import UsageError
from starproof.report.changes import Comparison, comparison_as_dict
from starproof.report.data import as_dict, as_json, as_json_line
from starproof.report.words import names_of

Format = Literal["text", "json", "jsonl", "markdown", "html", "sarif"]
FORMATS: tuple[Format, ...] = ("text", "json", "jsonl", "markdown", "html", "sarif")

NARROWEST = 20
"""Columns of a terminal in which a review can still be written."""


def render(
    reviews: Review | Sequence[Review],
    *,
    format: str = "text",
    guide: Guide | None = None,
    width: int = 100,
    color: bool = False,
) -> str:
    """A review, or several, in one of ``FORMATS``. The same reviews give the same text.

    Args:
        guide: whose names to use; ids in plain words where it is ``None``.
        width: columns of the terminal; only for ``text``.
        color: whether to write ANSI colours; only for ``text``.

    Raises:
        UsageError: when there is no such format, or no room for a word.
    """
    if width < NARROWEST:
        raise UsageError("E-USE-012", f"A width of {width} columns holds no review.", f"Give {NARROWEST} or more.")
    if isinstance(reviews, Review):
        reviews = (reviews,)
    if format == "json":
        return as_json([as_dict(review) for review in reviews])
    if format == "jsonl":
        return "\n".join(map(as_json_line, reviews))
    if format == "sarif":
        from starproof.report.sarif import as_sarif

        return as_json(as_sarif(reviews))
    names = names_of(guide, reviews[0].guide.id if reviews else "guide")
    if format == "markdown":
        from starproof.report.markdown import reviews_as_markdown

        return reviews_as_markdown(reviews, names)
    if format == "html":
        from starproof.report.page import reviews_as_page

        return reviews_as_page(reviews, names)
    if format == "text":
        from starproof.report.terminal import reviews_as_text

        return reviews_as_text(reviews, names, width=width, color=color)
    raise _no_format(format, FORMATS)


def render_comparison(comparison: Comparison, *, format: str = "text", width: int = 100, color: bool = False) -> str:
    """What changed between two revisions, as ``text``, ``json``, ``jsonl``, ``markdown`` or ``html``.

    Raises:
        UsageError: when there is no such format for a comparison.
    """
    if format in ("json", "jsonl"):
        return as_json(comparison_as_dict(comparison), indent=2 if format == "json" else None)
    if format == "markdown":
        from starproof.report.markdown_changes import changes_as_markdown

        return changes_as_markdown(comparison)
    if format == "html":
        from starproof.report.page import changes_as_page

        return changes_as_page(comparison)
    if format == "text":
        from starproof.report.terminal import changes_as_text

        return changes_as_text(comparison, width=width, color=color)
    raise _no_format(format, tuple(name for name in FORMATS if name != "sarif"), of="comparison")


def _no_format(format: str, known: Sequence[str], of: str = "review") -> UsageError:
    return UsageError("E-USE-010", f"A {of} cannot be written as {format!r}.", f"Choose one of {', '.join(known)}.")
