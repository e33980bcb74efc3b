"""One review on one screen: the verdict first, the questions last, where the eye comes to rest."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from starproof.core.results import Review
from starproof.report.headlines import headlines
from starproof.report.marks import notes_of
from starproof.report.safe import clipped
from starproof.report.terminal.bars import time_lines
from starproof.report.terminal.look import Look, hanging, said, title, wrapped
from starproof.report.terminal.story import story_lines
from starproof.report.terminal.verdicts import defence_lines, figure_lines, flag_lines, level_lines, rating_lines
from starproof.report.words import SHAPES, Names, counted, fingerprints, weighed

_LONGEST_ASKED = 300
"""Code points of a question that are shown above its review; the verdict is to stand on the first screen."""


def review_lines(review: Review, names: Names, look: Look) -> list[Text]:
    """The whole review, line by line."""
    return [
        *_head(review, names, look),
        *time_lines(review, names, look),
        *story_lines(review, names, look),
        *figure_lines(review, look),
        *defence_lines(review, look),
        *flag_lines(review, names, look, notes={n.flag: n for n in notes_of(review) if n.flag}),
        *level_lines(review, names, look),
        *rating_lines(review, names, look),
        *_principles(review, names, look),
        *_probes(review, look),
        *_short(review, names, look),
        *_foot(review, look),
    ]


def _head(review: Review, names: Names, look: Look) -> Iterator[Text]:
    yield from wrapped(said(review.title or review.source or review.id, style=look.style("title")), look.width)
    where = [review.source] if review.source and review.title else []
    about = [*where, f"{counted(review.text.words, 'word')}, {review.text.register}"]
    yield from wrapped(said(" · ".join(about), style=look.style("quiet")), look.width)
    if review.question:
        yield from hanging(Text("asked: "), said(clipped(review.question, most=_LONGEST_ASKED)), look.width, indent=7)
    yield Text()
    for line in headlines(review, names):
        words = Text()
        words.append(line.strong, style=look.style("strong"))
        words.append_text(said(f", {line.rest}" if line.rest else ""))
        yield from hanging(Text(f"{SHAPES[line.tone]} ", style=look.tone(line.tone)), words, look.width, indent=2)


def _principles(review: Review, names: Names, look: Look) -> Iterator[Text]:
    if not review.principles or not weighed(review):
        return
    best = [f"{names.principle(p.id)} {p.score:.0%}" for p in review.principles[:3] if p.score >= 0.1]
    yield from title("Principles", look)
    words = ", ".join(best) or "none stands out"
    meant = review.document.principle
    if meant and meant != review.principles[0].id:
        words += f"; meant for {names.principle(meant)}"
    yield from wrapped(said(words), look.width)


def _probes(review: Review, look: Look) -> Iterator[Text]:
    if not review.probes:
        return
    yield from title("They will ask next", look)
    for number, probe in enumerate(review.probes, 1):
        yield from hanging(Text(f"{number} ", style=look.style("pencil")), said(probe.question), look.width, indent=2)


def _short(review: Review, names: Names, look: Look) -> Iterator[Text]:
    """The headlines again, for whoever sees the last lines first."""
    yield from title("In short", look)
    line = Text()
    for headline in headlines(review, names):
        part = Text.assemble((f"{SHAPES[headline.tone]} ", look.tone(headline.tone)), headline.strong, "   ")
        if line and line.cell_len + part.cell_len - 3 > look.width:
            yield from wrapped(line, look.width)
            line = Text()
        line.append_text(part)
    yield from wrapped(line, look.width)


def _foot(review: Review, look: Look) -> Iterator[Text]:
    yield Text()
    for note in review.document.notes:
        yield from wrapped(said(f"Noted while reading: {note.message}", style=look.style("quiet")), look.width)
    yield from wrapped(said(fingerprints(review), style=look.style("quiet")), look.width)
