"""Reviews and comparisons for a terminal: lines of words and shapes, with colour where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from starproof.core.results import Review
from starproof.report.changes import Comparison
from starproof.report.terminal.changes import comparison_lines
from starproof.report.terminal.look import Look
from starproof.report.terminal.overview import overview_lines
from starproof.report.terminal.screen import review_lines
from starproof.report.words import Names

__all__ = ["changes_as_text", "review_lines", "reviews_as_text"]


def reviews_as_text(reviews: Sequence[Review], names: Names, *, width: int, color: bool) -> str:
    """Reviews one below the other, no line wider than ``width`` columns."""
    look = Look(width, color)
    lines: list[Text] = []
    for place, review in enumerate(reviews):
        if place:
            lines += [Text(), Text("═" * width, style=look.style("quiet")), Text()]
        lines += review_lines(review, names, look)
    lines += overview_lines(reviews, names, look)
    return printed(lines, width=width, color=color)


def changes_as_text(comparison: Comparison, *, width: int, color: bool) -> str:
    """What changed between two revisions, no line wider than ``width`` columns."""
    return printed(comparison_lines(comparison, Look(width, color)), width=width, color=color)


def printed(lines: Iterable[Text], *, width: int, color: bool) -> str:
    """The lines as a terminal takes them. The environment has no say in it: the caller has asked it already."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        color_system="256" if color else None,
        force_terminal=color,
        no_color=not color,
        force_jupyter=False,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
        _environ={},
    )
    for line in lines:
        line.rstrip()
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return out.getvalue()
