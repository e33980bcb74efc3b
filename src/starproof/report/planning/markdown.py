"""A loop plan as Markdown that reads well raw."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.planning import LoopPlan, Slot
from starproof.report.markdown import escaped
from starproof.report.planning.sheet import heading, minding, seats_of, summary
from starproof.report.safe import clipped


def plan_as_markdown(plan: LoopPlan) -> str:
    """The plan under headings: one for each interviewer, one for each question."""
    return "\n".join(_lines(plan)).strip() + "\n"


def _lines(plan: LoopPlan) -> Iterator[str]:
    yield f"# {escaped(heading(plan))}"
    yield ""
    yield escaped(summary(plan))
    yield ""
    yield from (f"- {escaped(note)}" for note in plan.notes)
    for seat in seats_of(plan):
        yield ""
        yield f"## {escaped(seat.name)}{', bar raiser' if seat.bar_raiser else ''}"
        for slot in seat.slots:
            yield ""
            yield from _slot(slot)
    if plan.left_out:
        yield ""
        yield "## Not counted"
        yield ""
        yield from (f"- {escaped(out.title)}: {escaped(out.because)}" for out in plan.left_out)


def _slot(slot: Slot) -> Iterator[str]:
    yield f"### {escaped(slot.name)}"
    yield ""
    first = slot.first
    if first is None:
        yield f"- No story: {escaped(slot.uncovered or '')}"
        return
    yield f"- Tell **{escaped(first.title)}**{' (locked)' if first.locked else ''}: {escaped(first.telling)}"
    if first.opening:
        yield f"- Opens: {escaped(clipped(first.opening, most=200))}"
    if first.figures:
        yield f"- Figures to defend: {escaped('; '.join(clipped(f, most=120) for f in first.figures))}"
    warnings = list(minding(first))
    if warnings:
        yield f"- Mind: {escaped('; '.join(warnings))}"
    if slot.backup is not None:
        yield f"- Backup: **{escaped(slot.backup.title)}**{' (locked)' if slot.backup.locked else ''}"
    elif slot.no_backup:
        yield f"- Backup: none. {escaped(slot.no_backup)}"
