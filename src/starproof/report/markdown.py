"""Reviews as Markdown that reads well raw and on any forge. The user's words are escaped, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from starproof.core.lengths import clock
from starproof.core.results import Dimension, Flag, FrameworkFit, Review
from starproof.report.defending import defended, to_say
from starproof.report.headlines import headlines
from starproof.report.marks import Block, Note, sheet_of
from starproof.report.proofs import SHAPES as PROOF_SHAPES
from starproof.report.proofs import proofs_of
from starproof.report.safe import clipped, one_line
from starproof.report.times import heard
from starproof.report.words import (
    SHAPES,
    STATUS_SHAPES,
    STATUS_WORDS,
    Names,
    by_status,
    fingerprints,
    fit_words,
    is_story,
    plain,
    strung,
    unrated,
    weighed,
)

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")
_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
_QUOTE = 120


def reviews_as_markdown(reviews: Sequence[Review], names: Names) -> str:
    """Reviews one after the other, each under its own heading."""
    return "\n\n---\n\n".join("\n".join(_review(review, names)).strip() for review in reviews) + "\n"


def escaped(text: str) -> str:
    """The words on one line, with all that Markdown or HTML would act on escaped."""
    line = _MARKUP.sub(r"\\\1", one_line(text))
    return _START.sub(r"\1\\\2", line) if line[:1] in "-+=:" else re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; its cells are Markdown already."""
    yield ""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(cells)} |" for cells in rows)


def _review(review: Review, names: Names) -> Iterator[str]:
    yield f"# {escaped(review.title or review.source or review.id)}"
    yield ""
    if review.question:
        yield f"Asked: {escaped(review.question)}  "
    about = [review.source, f"{review.text.words:,} words, {review.text.register}", names.guide]
    yield escaped(" · ".join(filter(None, about)))
    yield ""
    for line in headlines(review, names):
        yield f"- {SHAPES[line.tone]} **{escaped(line.strong)}**{', ' if line.rest else ''}{escaped(line.rest)}"
    yield from _story(review, names)
    yield from _figures(review)
    yield from _defence(review)
    yield from _flags(review, names)
    yield from _level(review, names)
    yield from _ratings(review, names)
    yield from _time(review, names)
    yield from _end(review, names)


def _story(review: Review, names: Names) -> Iterator[str]:
    sheet = sheet_of(review)
    yield "\n## The story"
    for block in sheet.blocks:
        yield ""
        if block.opens:
            yield f"**{block.label.capitalize()}**\n"
        yield f"> {'• ' if block.bullet else ''}{_marked(block)}"
    if sheet.notes:
        yield "\n## What is said about it\n"
    for note in sheet.notes:
        yield _note(note, names)


def _marked(block: Block) -> str:
    """The words with their marks in bold, and the numbers of the notes after them."""
    out: list[str] = []
    opened = False
    for piece in block.pieces:
        words = escaped(piece.text) if not out else _MARKUP.sub(r"\\\1", one_line(piece.text))
        if piece.text and bool(piece.notes) != opened:
            out.append("**")
            opened = not opened
        out.append(words)
        if piece.ends:
            out.append("**" * opened)
            out.append(f"<sup>{','.join(map(str, piece.ends))}</sup>")
            opened = False
    return "".join([*out, "**" * opened]).strip()


def _note(note: Note, names: Names) -> str:
    name = names.flag(note.flag) if note.flag else plain(note.name)
    code = f" `{note.code}`" if note.code else ""
    quote = f" “{escaped(clipped(note.evidence[0].quote, most=_QUOTE))}”" if note.evidence else ""
    probe = f" *{escaped(note.probe.strip())}*" if note.probe and note.probe.strip() else ""
    return f"{note.number}. **{escaped(name)}**{code}, {note.severity}: {escaped(note.message)}{quote}{probe}"


def _figures(review: Review) -> Iterator[str]:
    proofs = proofs_of(review)
    if proofs:
        yield "\n## Figures and their proof"
        rows = [(escaped(p.figure), f"{PROOF_SHAPES[p.state]} {p.state}", escaped(p.says)) for p in proofs]
        yield from table(("figure", "verdict", "proof"), rows)


def _defence(review: Review) -> Iterator[str]:
    figures = defended(review)
    if figures:
        yield "\n## Figures to defend"
        rows = [
            (escaped(f.figure), escaped(f"{f.because} {f.probe}"), escaped(f.back), escaped(f.origin or "not said"))
            for f in figures
        ]
        yield from table(("figure", "they will ask", "what the story says", "where it comes from"), rows)
        if how := to_say(figures):
            yield f"\n{escaped(how)}"


def _flags(review: Review, names: Names) -> Iterator[str]:
    yield "\n## Red flags"
    rows = [
        (f"{STATUS_SHAPES[f.status]} {STATUS_WORDS[f.status]}", escaped(names.flag(f.id)), _because(f))
        for f in by_status(review.flags)
    ]
    yield from table(("", "red flag", "because"), rows)


def _because(judged: Flag | Dimension) -> str:
    quotes = [f"“{escaped(clipped(item.quote, most=_QUOTE))}”" for item in judged.evidence[:2]]
    return " ".join([escaped(judged.because), *quotes])


def _level(review: Review, names: Names) -> Iterator[str]:
    yield f"\n## Level: {escaped(names.reading(review.level.reads_as))}\n"
    yield escaped(review.level.because)
    if review.level.dimensions:
        rows = [
            (escaped(names.dimension(d.id)), d.reads_as, _because(d), escaped(strung(d.missing)))
            for d in review.level.dimensions
        ]  # fmt: skip
        yield from table(("dimension", "reads", "because", "still to hear"), rows)


def _ratings(review: Review, names: Names) -> Iterator[str]:
    if not review.ratings:
        return
    yield "\n## Ratings"
    if why := unrated(review):
        yield f"cannot say: {escaped(why)}"
    else:
        rows = [
            (
                escaped(names.criterion(rating.criterion)),
                "cannot say" if rating.rating is None else f"{rating.rating} of 5",
                escaped(rating.anchor or ""),
                escaped(" ".join(rating.because)),
            )
            for rating in review.ratings
        ]
        yield from table(("criterion", "rating", "in the guide's words", "because"), rows)


def _time(review: Review, names: Names) -> Iterator[str]:
    timing = review.timing
    yield f"\n## Time: {clock(timing.seconds)} at {timing.words_per_minute:.0f} words a minute"
    rows = [
        (escaped(names.framework(fit.id)), clock(fit.budget), fit_words(fit), escaped(fit.advice), _lacks(fit, names))
        for fit in (timing.frameworks if is_story(review) else ())
    ]
    if rows:
        yield from table(("plan", "allows", "the story", "advice", "not found"), rows)
    sections = [(name, clock(seconds)) for name, seconds in heard(review).items() if seconds]
    if sections:
        yield from table(("section", "told in"), sections)


def _lacks(fit: FrameworkFit, names: Names) -> str:
    return escaped("; ".join(f"{ask.section}: {names.ask(ask.ask)}" for ask in fit.asks if ask.met is False))


def _end(review: Review, names: Names) -> Iterator[str]:
    if review.principles and weighed(review):
        yield "\n## Principles\n"
        yield escaped(", ".join(f"{names.principle(p.id)} {p.score:.0%}" for p in review.principles[:3]))
    if review.probes:
        yield "\n## They will ask next\n"
        yield from (f"{n}. {escaped(p.question)}" for n, p in enumerate(review.probes, 1))
    yield ""
    yield from (f"Noted while reading: {escaped(note.message)}\n" for note in review.document.notes)
    yield f"<sub>{escaped(fingerprints(review))}</sub>"
