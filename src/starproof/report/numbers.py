"""Figures compared between two texts, as plain text and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from starproof.core.facts import Quantity
from starproof.extract.defence.compare import Figures, Pair
from starproof.report.data import quantity_as_dict
from starproof.report.safe import clipped, one_line, visible
from starproof.report.words import amount

SCHEMA = "starproof.numbers/1"
_AROUND = 40
"""Code points on each side of a figure that are quoted with it."""


def figures_as_json(figures: Figures) -> str:
    """The comparison as one JSON object, indented."""
    return visible(json.dumps(figures_as_dict(figures), ensure_ascii=False, indent=2))


def figures_as_dict(figures: Figures) -> dict[str, Any]:
    """The comparison as plain data; quantities as in a review, with spans into the text that they come from."""
    return {
        "schema": SCHEMA,
        "same": figures.same,
        "kept": [_pair(pair) for pair in figures.kept],
        "changed": [_pair(pair) for pair in figures.changed],
        "lost": [quantity_as_dict(figure) for figure in figures.lost],
        "invented": [quantity_as_dict(figure) for figure in figures.invented],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {"old": quantity_as_dict(pair.old), "new": quantity_as_dict(pair.new)}


def figures_as_text(figures: Figures, *, old: str, new: str) -> str:
    """What differs, a line each with the words around it; ``old`` and ``new`` are the two texts."""
    head = (
        f"{len(figures.kept)} kept, {len(figures.changed)} changed, "
        f"{len(figures.lost)} lost, {len(figures.invented)} new"
    )
    return "\n".join([head, *_lines(figures, old, new)]) + "\n"


def _lines(figures: Figures, old: str, new: str) -> Iterator[str]:
    for pair in figures.changed:
        yield f"\nchanged   {_told(pair.old)}  ->  {_told(pair.new)}"
        yield f"    was   {_quoted(old, pair.old)}"
        yield f"    now   {_quoted(new, pair.new)}"
    for name, side, found in (("lost", old, figures.lost), ("new", new, figures.invented)):
        for figure in found:
            yield f"\n{name:10}{_told(figure)}"
            yield f"          {_quoted(side, figure)}"


def _told(figure: Quantity) -> str:
    """The figure as it is written, and as it was read where that says more."""
    words, read = clipped(figure.text, most=60), amount(figure)
    return words if words == read else f"{words} ({read})"


def _quoted(text: str, figure: Quantity) -> str:
    start, end = max(0, figure.span.start - _AROUND), min(len(text), figure.span.end + _AROUND)
    before = text[start : figure.span.start].partition(" ")[2] if start else text[: figure.span.start]
    after = text[figure.span.end : end].rpartition(" ")[0] if end < len(text) else text[figure.span.end :]
    dots = "…" if start else "", "…" if end < len(text) else ""
    return one_line(f"{dots[0]}{before}{figure.text}{after}{dots[1]}")
