"""The words around a figure, for the rules of numbers."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.core.document import Label
from starproof.core.facts import Quantity
from starproof.extract.text.around import on_one_line

REACH = 60
"""Code points of wording that are read on each side of a figure."""


def before(context: StoryContext, figure: Quantity, reach: int = REACH) -> str:
    """The words just before a figure, in lower case, on one line."""
    start = figure.span.start
    return on_one_line(context.document.text[max(0, start - reach) : start])


def after(context: StoryContext, figure: Quantity, reach: int = REACH) -> str:
    """The words just after a figure, in lower case, on one line."""
    end = figure.span.end
    return on_one_line(context.document.text[end : end + reach])


def label_of(context: StoryContext, figure: Quantity) -> Label | None:
    """The section that a figure's sentence belongs to."""
    place = context.sentence_at(figure.span.start)
    return None if place is None else context.labels[place].label


def said(figure: Quantity) -> str:
    """The figure as it stands in the story, on one line."""
    return " ".join(figure.text.split())
