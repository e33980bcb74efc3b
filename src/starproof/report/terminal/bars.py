"""The time bar: the story as told above the plans, on one scale, each section with its name and seconds."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from starproof.core.lengths import clock
from starproof.core.results import Review
from starproof.report.terminal.look import Look, entry, hanging, padded, said, title
from starproof.report.times import Segment, TimeRow, time_rows
from starproof.report.words import Names, fit_words, nearest, strung

_NAME = 16
_VERDICT = 21
_FIT_SHAPES = {"fits": "●", "over": "▲", "under": "▽"}


def time_lines(review: Review, names: Names, look: Look) -> Iterator[Text]:
    """The bars, then what to do about the plan that the story comes nearest to."""
    pace = f"{review.timing.words_per_minute:.0f} words a minute"
    yield from title("Time", look, aside=f"{clock(review.timing.seconds)} at {pace}")
    for row in time_rows(review, names):
        yield from _told(row, look) if look.narrow else [_row(row, look)]
    fit = nearest(review)
    if fit is None:
        return
    body = Text.assemble((f"{names.framework(fit.id)}: ", look.style("strong")), said(fit.advice))
    yield from hanging(Text("→ "), body, look.width, indent=2)
    asked = [(names.ask(ask.ask), ask.section) for ask in fit.asks if ask.met is False]
    lacks = [f"{says} ({section})" for says, section in asked if says.lower() not in fit.advice.lower()]
    if lacks:
        yield from hanging(
            Text("→ "),
            said(f"{'Also' if len(lacks) < len(asked) else 'Still'} asked of you: {strung(lacks)}"),
            look.width,
            indent=2,
        )


def _told(row: TimeRow, look: Look) -> list[Text]:
    """A row in words, where there is no room for a bar."""
    sections = "in seconds: " + ", ".join(f"{segment.section} {segment.seconds:.0f}" for segment in row.segments)
    return entry(
        [(_NAME, said(row.name, style=look.style("strong"))), (_VERDICT, _outcome(row, look))], sections, look, gap=1
    )


def _outcome(row: TimeRow, look: Look) -> Text:
    if row.fit is None:
        return Text(clock(row.seconds), style=look.style("strong"))
    tone = look.tone("good" if row.fit.verdict == "fits" else "open")
    return Text(f"{_FIT_SHAPES[row.fit.verdict]} {fit_words(row.fit)}", style=tone)


def _row(row: TimeRow, look: Look) -> Text:
    line = padded(said(row.name[: _NAME - 1]), _NAME)
    room = look.width - _NAME - _VERDICT
    end = 0.0
    place = 0
    for segment in row.segments:
        end += segment.share
        until = max(place + 1, round(end * room))
        line.append(segment_words(segment, until - place, look), style=look.bar(segment.section))
        place = until
    line.append(("▶" if row.cut else "▏") if not look.color or row.cut else "")
    return padded(line, _NAME + room + 2).append_text(_outcome(row, look))


def segment_words(segment: Segment, width: int, look: Look) -> str:
    """A section's part of the bar: as much of its name and seconds as there is room for, never half a number."""
    edge, lead = ("", " ") if look.color else ("▏", "")
    room = width - len(edge)
    name, seconds = segment.section, f"{segment.seconds:.0f}"
    for words in (f"{name} {seconds} s", f"{name} {seconds}", f"{name[0].upper()} {seconds}", seconds):
        if len(lead + words) <= room:
            return edge + (lead + words).ljust(room)
    return (edge + (seconds if len(seconds) == room else "").ljust(room))[:width]
