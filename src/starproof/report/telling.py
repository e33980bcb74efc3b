"""What changed between two revisions, in words: the lines that terminal, Markdown and HTML share."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.lengths import clock
from starproof.level import beside_the_question
from starproof.report.changes import Comparison, Moved, Shift
from starproof.report.words import counted, plain


def summary(comparison: Comparison) -> str:
    """The change in one sentence."""
    went, came = len(comparison.went), len(comparison.came)
    if not went and not came:
        return f"No finding went or came; {len(comparison.stayed)} stayed."
    return f"{counted(went, 'finding')} went, {came} came, {len(comparison.stayed)} stayed."


def verdict_moves(comparison: Comparison) -> Iterator[tuple[str, str, str, str]]:
    """Each verdict that moved: what, of what sort, before, after."""
    if comparison.level is not None:
        yield ("Level over all", "level", *_sides(comparison.level))
    for move in comparison.dimensions:
        yield (plain(move.id), "level", *_sides(move))
    for move in comparison.flags:
        yield (plain(move.id), "red flag", *_sides(move))
    if beside_the_question(comparison.came):
        yield ("all criteria", "rating", "rated", _said(None))
    else:
        for move in comparison.ratings:
            yield (plain(move.id), "rating", *_sides(move))
    for move in comparison.missing:
        yield (plain(move.id), "section", _told(move.old), _told(move.new))


def _told(value: str | int | None) -> str:
    return "missing" if value else "told"


def _sides(move: Moved) -> tuple[str, str]:
    return _said(move.old), _said(move.new)


def _said(value: str | int | None) -> str:
    if value is None:
        return "cannot say"
    return "cannot say" if value == "cannot_say" else str(value)


def shift_words(shift: Shift) -> str:
    """Seconds before and after, such as ``41 s → 34 s (7 s less)``."""
    by = round(shift.new) - round(shift.old)
    change = "as before" if not by else f"{clock(abs(by))} {'more' if by > 0 else 'less'}"
    return f"{clock(shift.old)} → {clock(shift.new)} ({change})"
