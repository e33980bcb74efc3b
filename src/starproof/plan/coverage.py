"""Coverage: principle by story, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from starproof.core.ages import STALE_YEARS, day_given
from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide, Principle
from starproof.core.planning import Brief, Cell, Coverage, CoverageRow
from starproof.guides import load_guide
from starproof.plan.ages import age
from starproof.plan.points import age_cost, clamped, gross, use_cost
from starproof.plan.shortfalls import shortfall
from starproof.plan.stories import banked, title, usable
from starproof.plan.strength import shown, strengths, tags
from starproof.plan.weights import weights
from starproof.plan.wording import counted, small


def coverage(stories: Iterable[Banked | Story], *, guide: Guide | None = None, today: str | None = None) -> Coverage:
    """Which story shows which of the guide's principles, and which gaps there are, in words.

    Args:
        stories: from a bank, or texts, which are reviewed.
        guide: whose principles; ``None`` for the shipped guide.
        today: the day by which ages are told, as ``2026-03-31``; ``None`` tells none.

    Returns:
        One row for each principle in the guide's order, its stories the best first.

    Raises:
        InputError: when two stories share an id, or a text cannot be read.
        UsageError: when ``today`` is no date.
    """
    book, today = guide or load_guide(), day_given(today)
    kept, left_out = usable(banked(stories, guide=book))
    cells: dict[str, list[Cell]] = {principle.id: [] for principle in book.principles}
    for story in kept:
        _sort_in(story, cells, today)
    by_id = {story.id: story for story in kept}
    rows = tuple(_row(principle, cells[principle.id], by_id, book.level) for principle in book.principles)
    return Coverage(book.level, today, len(kept), rows, left_out)


def _sort_in(story: Banked, cells: Mapping[str, list[Cell]], today: str | None) -> None:
    """Put a story under each principle that it shows."""
    old, used, own = age(story, today), len(story.uses), tags(story)
    brief = Brief(story.id, title(story), story.digest.reads_as, old, used)
    most, cost = gross(story), age_cost(old) + use_cost(used)
    for principle, strength in strengths(story).items():
        word = shown(strength)
        if word is not None and principle in cells:
            points = clamped(strength * most - cost)
            cells[principle].append(Cell(brief, strength, word, principle in own, points))


def _row(principle: Principle, cells: list[Cell], stories: Mapping[str, Banked], level: str) -> CoverageRow:
    cells.sort(key=attrgetter("points"), reverse=True)  # stable: by id between equals
    points = sum(cell.points for cell in cells[:2]) // 2
    gaps = tuple(gaps_of(principle.name, cells, stories, level))
    return CoverageRow(principle.id, principle.name, points, tuple(cells), gaps)


def gaps_of(name: str, cells: Sequence[Cell], stories: Mapping[str, Banked], level: str) -> Iterator[str]:
    """What is missing of one principle; nothing where two stories or more stand firm.

    Args:
        name: the principle's name.
        cells: the stories that show it.
        stories: all stories, by id.
        level: the guide's level.
    """
    firm = [cell for cell in cells if cell.shown != "faint"]
    if not firm:
        touch = f"; {counted(len(cells), 'story touches', 'stories touch')} on it, no more" if cells else ""
        yield f"No story shows {name}{touch}."
        return
    good = sum(cell.of.reads_as in ("at", "above") for cell in firm)
    if not good:
        yield _no_level(name, [stories[cell.of.story] for cell in firm], level)
    elif good == 1 and len(firm) > 1:
        yield f"Only one {name} story reads at {level} or above."
    if len(firm) == 1:
        yield f"Only one story shows {name}: whoever asks for it second has heard it."
    if all(cell.of.age == "stale" for cell in firm):
        yield f"Every {name} story is {STALE_YEARS} years old or older."
    if all(cell.of.used > weights("used")["often"] for cell in firm):
        yield f"Every {name} story was told more than {small(weights('used')['often'])} times."


def _no_level(name: str, stories: Sequence[Banked], level: str) -> str:
    why = shortfall(stories)
    head = f"No {name} story reads at {level}"
    if why is None:
        return f"{head}: what is told of reach and worth is too little to say."
    if why[0].isdigit():
        return f"{head}: {why}."
    return f"{head}: the {'one' if len(stories) == 1 else small(len(stories))} you have {why}."
