"""Coverage: which story shows which principle, how well, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from starproof.core.planning import Brief, Cell, Coverage
from starproof.web.desk import OnDesk
from starproof.web.rendering import shown
from starproof.web.standing import covered
from starproof.web.waiting import AllRead

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)
MOST = 60
"""Stories on the page; those that show most come first."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the map and its cell for each principle that it shows."""

    of: Brief
    cells: Mapping[str, Cell]

    @property
    def points(self) -> int:
        """How much it carries, by which rows are ordered."""
        return max(cell.points for cell in self.cells.values())


@router.get("/coverage")
def page(desk: OnDesk, _: AllRead = None) -> HTMLResponse:
    """The map and its gaps."""
    found = covered(desk)
    rows = sorted(_rows(found), key=lambda row: (-row.points, row.of.title))
    return shown("coverage.html.j2", here="Coverage", found=found, rows=rows[:MOST], more=max(0, len(rows) - MOST))


def _rows(found: Coverage) -> Iterator[StoryRow]:
    """The map turned on its side: principles are few, stories many."""
    briefs: dict[str, Brief] = {}
    cells: dict[str, dict[str, Cell]] = {}
    for row in found.rows:
        for cell in row.cells:
            briefs[cell.of.story] = cell.of
            cells.setdefault(cell.of.story, {})[row.principle] = cell
    return (StoryRow(briefs[story], mine) for story, mine in cells.items())
