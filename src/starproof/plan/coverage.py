"""Coverage: principle by story, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide, Principle
from starproof.core.planning import Cell, Coverage, CoverageRow
from starproof.guides import load_guide
from starproof.plan.ages import age
from starproof.plan.shortfalls import shortfall
from starproof.plan.stories import banked, title, usable
from starproof.plan.strength import shown, strengths, tags
from starproof.plan.weights import weights
from starproof.plan.wording import counted, small

Row = list[tuple[Cell, Banked]]


def coverage(stories: Iterable[Banked | Story], *, guide: Guide | None = None, today: str | None = None) -> Coverage:
    """Which story shows which of the guide's principles, and which gaps there are, in words.

    Args:
        stories: from a bank, or texts, which are reviewed.
        guide: whose principles; ``None`` for the shipped guide.
        today: the day by which ages are told, as ``2026-03-31``; ``None`` tells none.

    Returns:
        One row for each principle in the guide's order, its stories the strongest first.

    Raises:
        InputError: when two stories share an id, or a text cannot be read.
    """
    book = guide or load_guide()
    kept, left_out = usable(banked(stories, guide=book))
    rows: dict[str, Row] = {principle.id: [] for principle in book.principles}
    for story in kept:
        for principle, cell in _cells(story, today):
            if principle in rows:
                rows[principle].append((cell, story))
    level = book.level
    return Coverage(level, today, len(kept), tuple(_row(p, rows[p.id], level) for p in book.principles), left_out)


def _cells(story: Banked, today: str | None) -> Iterator[tuple[str, Cell]]:
    named, old, own = title(story), age(story, today), frozenset(tags(story))
    used, reads_as = len(story.uses), story.digest.reads_as
    for principle, strength in strengths(story).items():
        word = shown(strength)
        if word is not None:
            yield (
                principle,
                Cell(story.id, named, round(strength, 3), word, principle in own, reads_as, old, used),
            )


def _row(principle: Principle, found: Row, level: str) -> CoverageRow:
    found.sort(key=lambda pair: (-pair[0].strength, pair[0].story))
    gaps = tuple(gaps_of(principle.name, found, level))
    return CoverageRow(principle.id, principle.name, tuple(cell for cell, _ in found), gaps)


def gaps_of(name: str, found: Sequence[tuple[Cell, Banked]], level: str) -> Iterator[str]:
    """What is missing of one principle; nothing where two stories or more stand firm."""
    firm = [(cell, story) for cell, story in found if cell.shown != "faint"]
    if not firm:
        faint = f"; {counted(len(found), 'story', 'stories')} only touch on it" if found else ""
        yield f"No story shows {name}{faint.replace('touch', 'touches') if len(found) == 1 else faint}."
        return
    good = [cell for cell, _ in firm if cell.reads_as in ("at", "above")]
    if not good:
        yield _no_level(name, [story for _, story in firm], level)
    elif len(good) == 1 and len(firm) > 1:
        yield f"Only one {name} story reads at {level} or above."
    if len(firm) == 1:
        yield f"Only one story shows {name}: whoever asks for it second has heard it."
    cells = [cell for cell, _ in firm]
    if all(cell.age == "stale" for cell in cells):
        yield f"Every {name} story is {weights('age')['stale_years']} years old or older."
    if all(cell.used > weights("used")["often"] for cell in cells):
        yield f"Every {name} story was told more than {small(weights('used')['often'])} times."


def _no_level(name: str, stories: Sequence[Banked], level: str) -> str:
    why = shortfall(stories)
    head = f"No {name} story reads at {level}"
    if why is None:
        return f"{head}: what is told of reach and worth is too little to say."
    if why[0].isdigit():
        return f"{head}: {why}."
    return f"{head}: the {'one' if len(stories) == 1 else small(len(stories))} you have {why}."
