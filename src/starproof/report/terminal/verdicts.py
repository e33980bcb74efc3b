"""Figures with their proofs, red flags, the level by dimension, the ratings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from starproof.core.results import Dimension, Flag, Review
from starproof.report.defending import defended, to_say
from starproof.report.marks import Note
from starproof.report.proofs import SHAPES, plain_figures, proofs_of
from starproof.report.safe import clipped
from starproof.report.terminal.look import Look, Style, entry, hanging, said, small, title
from starproof.report.words import READINGS, STATUS_SHAPES, STATUS_WORDS, Names, cap_of, shared_reason, strung, unrated

_MOST_FIGURES = 24
_PROOF_STYLES: Mapping[str, Style] = {
    "holds": "sure",
    "does not add up": "pencil",
    "impact": "strong",
    "reach": "strong",
    "stated": "quiet",
}
_NAME = 12
_CELL = 5


def figure_lines(review: Review, look: Look) -> Iterator[Text]:
    """Each figure that others prove or refute, the impact, and the rest in a line."""
    proofs, rest = proofs_of(review), plain_figures(review)
    if not proofs and not rest:
        return
    yield from title("Figures and their proof", look)
    width = min(24, max((Text(clipped(p.figure, most=22)).cell_len for p in proofs), default=0) + 1)
    for proof in proofs:
        style = look.style(_PROOF_STYLES[proof.state])
        state = Text(f"{SHAPES[proof.state]} {proof.state}", style=style)
        figure = Text(clipped(proof.figure, most=22), style=look.style("strong"))
        yield from entry([(width, figure), (18, state)], said(proof.says), look, gap=2)
    others = list(dict.fromkeys(clipped(quantity.text, most=40) for quantity in rest))
    if others:
        more = f" and {len(others) - _MOST_FIGURES} more" if len(others) > _MOST_FIGURES else ""
        words = said(f"{'; '.join(others[:_MOST_FIGURES])}{more}")
        yield from entry([(10, Text("also read:", style=look.style("quiet")))], words, look, gap=1)


def defence_lines(review: Review, look: Look) -> Iterator[Text]:
    """The figures that will be gone for, each with its questions and where it comes from."""
    figures = defended(review)
    if not figures:
        return
    yield from title("Figures to defend", look)
    width = min(24, max(Text(clipped(f.figure, most=22)).cell_len for f in figures) + 1)
    for one in figures:
        says = said(one.probe)
        if one.origin:
            says.append_text(said(f" ({one.origin})", style=look.style("quiet")))
        figure = Text(clipped(one.figure, most=22), style=look.style("strong"))
        yield from entry([(width, figure)], says, look, gap=2)
    if how := to_say(figures):
        yield from hanging(Text("→ "), said(how, style=look.style("quiet")), look.width, indent=2)


def flag_lines(review: Review, names: Names, look: Look, *, notes: Mapping[str, Note]) -> Iterator[Text]:
    """What is raised and what cannot be said, each with its reason; what is clear by name."""
    yield from title("Red flags", look)
    by_status = {status: [f for f in review.flags if f.status == status] for status in STATUS_WORDS}
    width = max((Text(names.flag(f.id)).cell_len for f in review.flags if f.status != "clear"), default=0) + 1
    together = shared_reason(review.flags)
    for flag in [*by_status["raised"], *([] if together else by_status["cannot_say"])]:
        yield from _flag(flag, names, look, notes.get(flag.id), min(width, 28))
    if together:
        yield from _together(by_status["cannot_say"], names, look, together)
    if by_status["clear"]:
        yield from _together(by_status["clear"], names, look, "")


def _flag(flag: Flag, names: Names, look: Look, note: Note | None, width: int) -> Iterator[Text]:
    style = look.style("pencil" if flag.status == "raised" else "open")
    state = Text(f"{STATUS_SHAPES[flag.status]} {STATUS_WORDS[flag.status]}", style=style)
    name = said(names.flag(flag.id), style=look.style("strong"))
    because = said(flag.because)
    if note is not None and note.evidence:
        because.append(f" {small([note.number])}", style=style)
    if flag.probe and not flag.evidence:  # with evidence, it stands beside the story
        because.append_text(said(f" {flag.probe}", style=look.style("quiet")))
    yield from entry([(12, state), (width, name)], because, look, gap=2)


def _together(flags: list[Flag], names: Names, look: Look, because: str) -> Iterator[Text]:
    status = flags[0].status
    style = look.style("sure" if status == "clear" else "open")
    state = Text(f"{STATUS_SHAPES[status]} {STATUS_WORDS[status]}", style=style)
    words = ", ".join(names.flag(flag.id) for flag in flags) + (f": {because}" if because else "")
    yield from entry([(12, state)], said(words), look, gap=2)


def level_lines(review: Review, names: Names, look: Look) -> Iterator[Text]:
    """A track for each dimension with its reason, and what is still to hear."""
    if not review.level.dimensions:
        return
    level = names.level or "level"
    yield from title("Level by dimension", look, aside=f"below · at {level} · above")
    for dimension in review.level.dimensions:
        yield from _dimension(dimension, names, look)


def _dimension(dimension: Dimension, names: Names, look: Look) -> Iterator[Text]:
    says = [Text.assemble((f"{dimension.reads_as}: ", look.style("strong")), said(dimension.because))]
    if dimension.missing:
        says.append(said(f"still to hear: {strung(dimension.missing)}", style=look.style("quiet")))
    name = said(names.dimension(dimension.id))
    yield from entry([(_NAME, name), (3 * _CELL + 2, _track(dimension, look))], says, look, gap=1)


def _track(dimension: Dimension, look: Look) -> Text:
    track = Text()
    for place, reading in enumerate(READINGS):
        if place:
            track.append("┼", style=look.style("quiet"))
        if reading == dimension.reads_as:
            style = look.style("pencil" if reading == "below" else "sure")
            track.append("──", style=look.style("quiet")).append("●", style=style)
            track.append("──", style=look.style("quiet"))
        else:
            blank = "··?··" if dimension.reads_as == "unclear" and reading == "at" else "─────"
            track.append(blank, style=look.style("quiet"))
    return track


def rating_lines(review: Review, names: Names, look: Look) -> Iterator[Text]:
    """Each criterion with its rating and the guide's words for it."""
    if not review.ratings:
        return
    yield from title("Ratings", look, aside="1 to 5, in the words of the guide")
    if why := unrated(review):
        yield from entry([(_NAME, Text("? cannot say", style=look.style("open")))], [said(why)], look, gap=1)
        return
    for rating in review.ratings:
        stars = "●" * (rating.rating or 0) + "○" * (5 - (rating.rating or 0))
        mark = f"{stars} {rating.rating}" if rating.rating is not None else "? cannot say"
        name = said(names.criterion(rating.criterion))
        cap = cap_of(rating)
        says = [said(rating.anchor or cap or " ".join(rating.because))]
        if rating.anchor and cap:
            says.append(said(cap, style=look.style("quiet")))
        style = look.style("strong" if rating.rating is not None else "open")
        yield from entry([(_NAME, name), (12, Text(mark, style=style))], says, look, gap=1)
