"""Several reviews in a few lines each, after the last of them: where to begin is seen without scrolling back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from starproof.core.results import Review
from starproof.report.headlines import Headline, headlines
from starproof.report.safe import clipped
from starproof.report.terminal.look import Look, entry, said, title
from starproof.report.words import SHAPES, Names, counted

BETWEEN = " · "
_UNDER = 2
"""Columns by which words below a name are further in."""
LONGEST = 28
"""Columns of a story's name, at the most."""


def overview_lines(reviews: Sequence[Review], names: Names, look: Look) -> Iterator[Text]:
    """Every story with its headlines; nothing where there is one story, whose own last lines say it."""
    if len(reviews) < 2:
        return
    called = [clipped(review.title or review.source or review.id, most=LONGEST) for review in reviews]
    width = max(Text(name).cell_len for name in called)
    yield from title(counted(len(reviews), "review"), look)
    for name, review in zip(called, reviews, strict=True):
        told = headlines(review, names)
        cells = [(1, _shape(told[0], look)), (width, said(name, style=look.style("strong")))]
        room = look.width - (_UNDER if look.narrow else sum(columns + 1 for columns, _ in cells))
        yield from entry(cells, list(_packed([line.strong for line in told], room)), look, gap=1)


def _packed(parts: Sequence[str], room: int) -> Iterator[Text]:
    """The parts on lines of at most so many columns, each whole on its line: a time stands beside its unit."""
    line = ""
    for part in parts:
        longer = f"{line}{BETWEEN}{part}" if line else part
        if line and said(longer).cell_len > room:
            yield said(line)
            longer = part
        line = longer
    yield said(line)


def _shape(first: Headline, look: Look) -> Text:
    return Text(SHAPES[first.tone], style=look.tone(first.tone))
