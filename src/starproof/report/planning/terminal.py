"""Coverage, profile, plan and readiness for a terminal: shapes and words, with colour where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rich.text import Text

from starproof.core.planning import (
    Choice,
    LeftOut,
    LoopPlan,
    Profile,
    ProfileLine,
    Readiness,
    ReadinessLine,
    Slot,
    Standing,
)
from starproof.core.planning import Coverage as Covered
from starproof.report.planning.heat import heat_lines
from starproof.report.planning.sheet import heading, minding, seats_of, summary
from starproof.report.safe import clipped
from starproof.report.terminal import printed
from starproof.report.terminal.look import Look, Style, hanging, padded, said, title, wrapped
from starproof.report.words import counted

STANDING_SHAPES: dict[Standing, str] = {"ready": "●", "nearly": "◐", "not-yet": "○"}
_STANDING_STYLES: dict[Standing, Style] = {"ready": "sure", "nearly": "open", "not-yet": "pencil"}
VERDICT_SHAPES = {"shown": "●", "beyond": "●", "short": "◐", "not-shown": "○", "cannot-say": "◇"}
_VERDICT_STYLES: dict[str, Style] = {
    "shown": "sure", "beyond": "sure", "short": "open", "not-shown": "pencil", "cannot-say": "quiet",
}  # fmt: skip
_QUOTE = 70
_LABEL = 10


def as_text(found: Any, *, width: int, color: bool) -> str:
    """The lines of any of them, none wider than ``width`` columns."""
    look = Look(width, color)
    lines = _LINES[type(found)](found, look)
    return printed(lines, width=width, color=color)


def coverage_lines(found: Covered, look: Look) -> Iterator[Text]:
    """The map of principles by stories, then what is missing."""
    about = f"{counted(found.stories, 'story', 'stories')}" + (f" · as of {found.today}" if found.today else "")
    yield from wrapped(said(f"Coverage for {found.level}", style=look.style("title")), look.width)
    yield from wrapped(said(about, style=look.style("quiet")), look.width)
    if found.stories:
        yield from heat_lines(found, look)
    yield from title("What is missing", look)
    gaps = [gap for row in found.rows for gap in row.gaps]
    for gap in gaps:
        yield from _point("○", gap, look, style="pencil")
    if not gaps:
        yield from _point("●", "Nothing: every principle has two stories or more that stand firm.", look, style="sure")
    yield from _left_out(found.left_out, look)


def profile_lines(found: Profile, look: Look) -> Iterator[Text]:
    """Each expectation with what the stories show of it, in their own words."""
    yield from wrapped(said(f"Profile for {found.level}", style=look.style("title")), look.width)
    yield from wrapped(
        said(f"What {counted(found.stories, 'story shows', 'stories show')}", style=look.style("quiet")), look.width
    )
    yield Text()
    for line in found.lines:
        yield from _expectation(line, look)


def _expectation(line: ProfileLine, look: Look) -> Iterator[Text]:
    head = Text(f"{VERDICT_SHAPES[line.verdict]} ", style=look.style(_VERDICT_STYLES[line.verdict]))
    body = Text.assemble((f"{line.name}: ", look.style("strong")), said(line.because))
    yield from hanging(head, body, look.width, indent=2)
    for one in line.proven_by[:2]:
        words = f"“{clipped(one.proof.quote, most=_QUOTE)}” {clipped(one.title, most=50)}"
        yield from hanging(Text("  "), said(words, style=look.style("quiet")), look.width, indent=4)
    if line.against:
        yield from hanging(Text("  → ", style=look.style("open")), said(line.against), look.width, indent=4)


def plan_lines(found: LoopPlan, look: Look) -> Iterator[Text]:
    """Interviewer by interviewer, what to tell."""
    yield from wrapped(said(heading(found), style=look.style("title")), look.width)
    yield from wrapped(said(summary(found)), look.width)
    for note in found.notes:
        yield from _point("◇", note, look, style="open")
    for seat in seats_of(found):
        yield from title(clipped(seat.name, most=40), look, aside="bar raiser" if seat.bar_raiser else "")
        for slot in seat.slots:
            yield from _slot(slot, look)
    yield from _left_out(found.left_out, look)


def _slot(slot: Slot, look: Look) -> Iterator[Text]:
    yield from wrapped(Text(slot.name, style=look.style("strong")), look.width)
    if slot.first is None:
        yield from _field("○", slot.uncovered or "", look, style="pencil")
        return
    yield from _choice(slot.first, look)
    if slot.backup is not None:
        tail = f"; {slot.backup.minding[0]}" if slot.backup.minding else ""
        yield from _field("backup", f"{slot.backup.title}{' (locked)' if slot.backup.locked else ''}{tail}", look)
    elif slot.no_backup:
        yield from _field("backup", f"none. {slot.no_backup}", look)


def _choice(choice: Choice, look: Look) -> Iterator[Text]:
    why = f" ({', '.join(choice.because)})" if choice.because else ""
    body = Text.assemble(
        said(choice.title, style=look.style("strong")),
        " (locked)" if choice.locked else "",
        said(why, style=look.style("quiet")),
    )
    yield from hanging(Text("  ● tell   ", style=look.style("sure")), body, look.width, indent=_LABEL + 2)
    if choice.opening:
        yield from _field("opens", f"“{clipped(choice.opening, most=160)}”", look)
    if choice.figures:
        yield from _field("figures", "; ".join(clipped(figure, most=_QUOTE) for figure in choice.figures), look)
    warnings = list(minding(choice))
    if warnings:
        yield from _field("mind", "; ".join(warnings), look, style="open")
    yield from _field("length", choice.telling, look)


def readiness_lines(found: Readiness, look: Look) -> Iterator[Text]:
    """Principle by principle, the one next thing, and how it moved."""
    yield from wrapped(said(f"Readiness for {found.level}", style=look.style("title")), look.width)
    yield from wrapped(said(found.because), look.width)
    if found.lines:
        yield Text()
    for line in found.lines:
        yield from _standing(line, look)
    if found.next:
        yield from title("The one next thing", look)
        yield from hanging(Text("→ ", style=look.style("pencil")), said(found.next), look.width, indent=2)
    if found.over_time:
        yield from title("Over time", look)
    for snap in found.over_time:
        count = f"{snap.ready} ready, {snap.nearly} nearly, {snap.not_yet} not yet"
        moved = f" · {'; '.join(snap.moved)}" if snap.moved else ""
        yield from hanging(padded(Text(snap.on), 12), said(count + moved), look.width, indent=12)
    if found.stories:
        yield from _left_out(found.left_out, look)


def _standing(line: ReadinessLine, look: Look) -> Iterator[Text]:
    """How ready one principle is, why, and which stories that rests on."""
    head = Text(f"{STANDING_SHAPES[line.standing]} ", style=look.style(_STANDING_STYLES[line.standing]))
    words = f"{line.name}, {line.standing.replace('-', ' ')}. "
    yield from hanging(head, Text.assemble((words, look.style("strong")), said(line.because)), look.width, indent=2)
    if line.rests_on:
        told = ", ".join(clipped(one, most=40) for one in line.rests_on[:3])
        more = len(line.rests_on) - 3
        rests = f"rests on {told}{f' and {more} more' if more > 0 else ''}"
        yield from hanging(Text("  "), said(rests, style=look.style("quiet")), look.width, indent=2)


def _point(shape: str, words: str, look: Look, *, style: Style) -> list[Text]:
    return hanging(Text(f"{shape} ", style=look.style(style)), said(words), look.width, indent=2)


def _field(name: str, words: str, look: Look, *, style: Style = "quiet") -> list[Text]:
    return hanging(
        Text(f"    {name:{_LABEL - 3}} ", style=look.style(style)), said(words), look.width, indent=_LABEL + 2
    )


def _left_out(left_out: Sequence[LeftOut], look: Look) -> Iterator[Text]:
    if left_out:
        yield from title("Not counted", look)
    for out in left_out:
        yield from _point("·", f"{out.title}: {out.because}", look, style="quiet")


_LINES: dict[type, Callable[[Any, Look], Iterator[Text]]] = {
    Covered: coverage_lines,
    Profile: profile_lines,
    LoopPlan: plan_lines,
    Readiness: readiness_lines,
}
