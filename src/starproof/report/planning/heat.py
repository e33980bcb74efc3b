"""The heat map of coverage: principles down, stories across, each cell a shape for strength and a sign for level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from starproof.core.planning import Brief, Cell, Coverage, Shown
from starproof.core.results import Reading
from starproof.report.safe import clipped
from starproof.report.terminal.look import Look, Style, hanging, padded, said, title, wrapped

SHAPES: dict[Shown, str] = {"strong": "●", "fair": "◐", "faint": "○"}
SIGNS: dict[Reading, str] = {"above": "▲", "at": "=", "below": "▽", "unclear": "?"}
_STYLES: dict[Reading, Style] = {"above": "sure", "at": "sure", "below": "pencil", "unclear": "open"}
_NAME = 22
_POINTS = 5
_CELL = 3
_MOST = 60
"""More stories than this make no map; then the strongest of each principle are listed."""
_LISTED = 5


def heat_lines(found: Coverage, look: Look) -> Iterator[Text]:
    """The map in bands of as many stories as fit, and the stories by number."""
    stories = _stories(found)
    if not stories or len(stories) > _MOST:
        yield from _strongest(found, look)
        return
    yield Text()
    each = max(1, (look.width - _NAME - _POINTS) // _CELL)
    for start in range(0, len(stories), each):
        yield from _band(found, stories[start : start + each], start, look)
        yield Text()
    yield from wrapped(said(_legend(found.level), style=look.style("quiet")), look.width)
    yield Text()
    for number, brief in enumerate(stories, 1):
        body = Text.assemble(said(clipped(brief.title, most=60)), said(_about(brief), style=look.style("quiet")))
        yield from hanging(Text(f"{number:>3} "), body, look.width, indent=4)


def _stories(found: Coverage) -> list[Brief]:
    """The stories that show anything, by id."""
    by_id = {cell.of.story: cell.of for row in found.rows for cell in row.cells}
    return [by_id[key] for key in sorted(by_id)]


def _band(found: Coverage, stories: Sequence[Brief], start: int, look: Look) -> Iterator[Text]:
    head = Text(" " * (_NAME + _POINTS))
    for number in range(start + 1, start + 1 + len(stories)):
        head.append(f"{number:<{_CELL}}", style=look.style("quiet"))
    yield head
    for row in found.rows:
        line = padded(said(clipped(row.name, most=_NAME - 1)), _NAME)
        line.append(f"{row.points:>{_POINTS - 1}} ", style=look.style("strong"))
        cells = {cell.of.story: cell for cell in row.cells}
        for story in stories:
            line.append_text(_cell(cells.get(story.story), look))
        yield line


def _cell(cell: Cell | None, look: Look) -> Text:
    if cell is None:
        return Text("·".ljust(_CELL), style=look.style("quiet"))
    reading = cell.of.reads_as
    return Text(f"{SHAPES[cell.shown]}{SIGNS[reading]}".ljust(_CELL), style=look.style(_STYLES[reading]))


def _legend(level: str) -> str:
    return (
        f"● shows it plainly, ◐ well enough, ○ only touches on it, · not at all;"
        f" ▲ reads above {level}, = at it, ▽ below it, ? unclear."
        " Points, of 1000: the middle of the two best, by strength, level, craft, age and use."
    )


def _about(brief: Brief) -> str:
    parts = [
        {"fresh": "", "ageing": "ageing", "stale": "stale", None: ""}[brief.age],
        f"told {brief.used} time{'' if brief.used == 1 else 's'}" if brief.used else "",
    ]
    said_ = ", ".join(filter(None, parts))
    return f"  {said_}" if said_ else ""


def _strongest(found: Coverage, look: Look) -> Iterator[Text]:
    """Each principle with how many stories show it, and the best of them."""
    for row in found.rows:
        count = {shape: sum(cell.shown == shape for cell in row.cells) for shape in SHAPES}
        told = "  ".join(f"{SHAPES[shape]} {count[shape]:,}" for shape in SHAPES)
        yield from title(row.name, look, aside=f"{row.points} points  {told}")
        for cell in row.cells[:_LISTED]:
            head = Text(f"{SHAPES[cell.shown]}{SIGNS[cell.of.reads_as]} ", style=look.style(_STYLES[cell.of.reads_as]))
            yield from hanging(head, said(clipped(cell.of.title, most=80) + _about(cell.of)), look.width, indent=3)
    if found.rows:
        yield Text()
        yield from wrapped(said(_legend(found.level), style=look.style("quiet")), look.width)
