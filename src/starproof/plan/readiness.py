"""Readiness: which principles are ready, which nearly, and the one next thing to do.

A principle is ready when as many stories show it firmly as ``weights.toml`` asks for, the best of them reads at the
level, every figure of it adds up and few red flags are raised on it. It is nearly ready when one of these is missing,
and not yet ready otherwise. With too few stories nothing is said of anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from starproof.core.ages import STALE_YEARS, day_given
from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Guide, Principle
from starproof.core.planning import LeftOut, Readiness, ReadinessLine, Snapshot, Standing
from starproof.guides import load_guide
from starproof.plan.ages import age
from starproof.plan.points import wrong_figures
from starproof.plan.shortfalls import shortfall
from starproof.plan.stories import banked, title, usable
from starproof.plan.strength import scale, strengths
from starproof.plan.weights import weights
from starproof.plan.wording import a_story, counted, opened, quoted, small

MOST_DAYS = 24
"""So many days are told of, the last ones."""
_ORDER: Mapping[Standing, int] = {"not-yet": 0, "nearly": 1, "ready": 2}
_NAMED = 3
"""So many texts that do not count are named in a sentence."""
_RATES: Mapping[str, int] = {"above": 3, "at": 3, "unclear": 1, "below": 0}


@dataclass(frozen=True, slots=True)
class Dated:
    """How a story read from a day on, until a later one of the same story."""

    on: str
    """The day, as ``2026-03-31``, or a moment in UTC."""
    story: Banked


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that keeps a principle from being ready, and what to do about it."""

    because: str
    next: str
    story: str | None = None
    """The id of the story to change; ``None`` where one is to be written."""


def readiness(
    stories: Iterable[Banked | Story],
    *,
    guide: Guide | None = None,
    today: str | None = None,
    history: Iterable[Dated] = (),
) -> Readiness:
    """How ready the stories are, principle by principle, and how that moved.

    Args:
        stories: from a bank, or texts, which are reviewed.
        guide: by which to judge; ``None`` for the shipped guide.
        today: the day by which ages are told, as ``2026-03-31``.
        history: earlier readings of the stories, in any order; each day on which one changed becomes a snapshot.

    Returns:
        A line for each principle in the guide's order; none, and the reason, where there are too few stories.

    Raises:
        InputError: when two stories share an id, or a text cannot be read.
        UsageError: when ``today`` is no date.
    """
    book, today = guide or load_guide(), day_given(today)
    kept, left_out = usable(banked(stories, guide=book))
    over_time = tuple(_over_time(history, book))
    least: int = weights("readiness")["least_stories"]
    if len(kept) < least:
        because = _too_few(len(kept), least, left_out)
        return Readiness(book.level, len(kept), (), _first_step(len(kept)), because, over_time, left_out)
    lines = lines_of(kept, guide=book, today=today)
    count = _counts(lines)
    because = f"{count['ready']} ready, {count['nearly']} nearly, {count['not-yet']} not yet."
    return Readiness(book.level, len(kept), lines, _next(lines), f"{because} {_rests(kept)}", over_time, left_out)


def _too_few(number: int, least: int, left_out: Sequence[LeftOut]) -> str:
    if number:
        return f"{opened(counted(number, 'story', 'stories'))} cannot say how ready you are; {small(least)} can."
    if not left_out:
        return "There are no stories yet."
    why = " ".join(f"{quoted(out.title)}: {out.because}" for out in left_out[:_NAMED])
    more = len(left_out) - _NAMED
    return f"No text counts as a story yet. {why}" + (
        f" There {'is' if more == 1 else 'are'} {small(more)} more." if more > 0 else ""
    )


def _first_step(number: int) -> str:
    return "Write your first story." if number == 0 else "Write another story."


def _rests(stories: Sequence[Banked]) -> str:
    return f"This rests on {counted(len(stories), 'story', 'stories')}."


def lines_of(stories: Sequence[Banked], *, guide: Guide, today: str | None) -> tuple[ReadinessLine, ...]:
    """How ready each principle is, in the guide's order."""
    firm: dict[str, list[tuple[float, Banked]]] = {principle.id: [] for principle in guide.principles}
    for story in stories:
        fit = _fitness(story)
        for principle, strength in strengths(story).items():
            if strength >= scale().fair and principle in firm:
                firm[principle].append((fit + strength, story))
    for found in firm.values():
        found.sort(key=lambda pair: (-pair[0], pair[1].id))
    return tuple(
        _line(principle, [story for _, story in firm[principle.id]], guide, today) for principle in guide.principles
    )


def _line(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> ReadinessLine:
    """How ready one principle is; ``firm`` are the stories that show it, the one to tell first in front."""
    lacks = [lack for check in _CHECKS if (lack := check(principle, firm, guide, today)) is not None]
    standing: Standing = "ready" if not lacks else "nearly" if len(lacks) == 1 and firm else "not-yet"
    return ReadinessLine(
        principle=principle.id,
        name=principle.name,
        standing=standing,
        because=" ".join(lack.because for lack in lacks) or _ready(firm, guide.level),
        rests_on=tuple(title(story) for story in firm),
        next=lacks[0].next if lacks else None,
        story=lacks[0].story if lacks else None,
    )


def _ready(firm: Sequence[Banked], level: str) -> str:
    good = [story for story in firm if story.digest.reads_as in ("at", "above")]
    who = f"{'only ' if len(good) == 1 < len(firm) else ''}{quoted(title(good[0]))}"
    return f"{opened(counted(len(firm), 'story', 'stories'))}; {who} reads at {level} or above."


def _fitness(story: Banked) -> float:
    """Which story one would tell first, beside how well it shows what is asked for."""
    return _RATES[story.digest.reads_as] - len(story.digest.flags) * 0.3 - wrong_figures(story)


def _none(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    if firm:
        return None
    listens = principle.looks_for.split(". ")[0].rstrip(".")
    who = "whoever shows it " if listens.partition(" ")[0].endswith("s") else ""
    return Lack("No story shows it.", f"Write a story for {principle.name}: {who}{listens[:1].lower()}{listens[1:]}.")


def _level(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    if not firm or any(story.digest.reads_as in ("at", "above") for story in firm):
        return None
    why = shortfall(firm)
    best = quoted(title(firm[0]))
    if why is None:
        return Lack(
            f"No story reads at {guide.level}: too little is told of reach and worth.",
            f"Say in {best} how many people and teams it moved and what it was worth.",
            firm[0].id,
        )
    who = "" if why[0].isdigit() else "it " if len(firm) == 1 else "they "
    return Lack(
        f"No story reads at {guide.level}: {who}{why}.",
        f"Tell more of the reach of {best}, or write {a_story(principle.name)} of larger work.",
        firm[0].id,
    )


def _figures(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    if not firm or wrong_figures(firm[0]) <= weights("readiness")["most_errors"]:
        return None
    best = quoted(title(firm[0]))
    wrong = counted(wrong_figures(firm[0]), "figure", "figures")
    return Lack(
        f"{opened(wrong)} of {best} {'does' if wrong_figures(firm[0]) == 1 else 'do'} not add up.",
        f"Set the figures of {best} right: its review shows the sums.",
        firm[0].id,
    )


def _flags(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    if not firm or len(firm[0].digest.flags) <= weights("readiness")["most_flags"]:
        return None
    best = quoted(title(firm[0]))
    names = {flag.id: flag.name for flag in guide.red_flags}
    raised = [names.get(flag, flag) for flag in firm[0].digest.flags]
    return Lack(
        f"{opened(counted(len(raised), 'red flag'))} on {best}.",
        f"Write {best} anew without its red flags: {', '.join(raised)}.",
        firm[0].id,
    )


def _two(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    wanted: int = weights("readiness")["stories_each"]
    if not firm or len(firm) >= wanted:
        return None
    return Lack(
        f"Only {small(len(firm))} shows it; {small(wanted)} are safe.",
        f"Write a second {principle.name} story, for when they have heard {quoted(title(firm[0]))}.",
    )


def _fresh(principle: Principle, firm: Sequence[Banked], guide: Guide, today: str | None) -> Lack | None:
    if not firm or any(age(story, today) != "stale" for story in firm):
        return None
    return Lack(f"All are {small(STALE_YEARS)} years old or older.", f"Find a newer {principle.name} story.")


_CHECKS: tuple[Callable[[Principle, Sequence[Banked], Guide, str | None], Lack | None], ...] = (
    _none,
    _level,
    _figures,
    _flags,
    _two,
    _fresh,
)
"""What a ready principle lacks none of, the gravest first."""


def _next(lines: Sequence[ReadinessLine]) -> str:
    """The next thing for the principle that is least ready; the guide's order decides between equals."""
    worst = min(lines, key=lambda line: _ORDER[line.standing])
    return worst.next or "Everything is ready: plan the loop, and practise it aloud."


def _counts(lines: Iterable[ReadinessLine]) -> dict[Standing, int]:
    count: dict[Standing, int] = {"ready": 0, "nearly": 0, "not-yet": 0}
    for line in lines:
        count[line.standing] += 1
    return count


def _over_time(history: Iterable[Dated], guide: Guide) -> Iterable[Snapshot]:
    """One snapshot for each of the last days on which a story changed; days with too few stories say nothing."""
    ordered = sorted(history, key=lambda dated: (dated.on, dated.story.id))
    days = [(day, tuple(changes)) for day, changes in groupby(ordered, key=lambda dated: dated.on[:10])]
    current: dict[str, Banked] = {}
    before: dict[str, Standing] = {}
    for number, (day, changes) in enumerate(days):
        current.update({dated.story.id: dated.story for dated in changes})
        if number < len(days) - MOST_DAYS - 1:
            continue
        kept, _ = usable(current[key] for key in sorted(current))
        if len(kept) < weights("readiness")["least_stories"]:
            continue
        lines = lines_of(kept, guide=guide, today=day)
        count = _counts(lines)
        moved = tuple(_moves(lines, before)) if before else ()
        before = {line.principle: line.standing for line in lines}
        if number >= len(days) - MOST_DAYS:
            yield Snapshot(day, len(kept), count["ready"], count["nearly"], count["not-yet"], moved)


def _moves(lines: Sequence[ReadinessLine], before: Mapping[str, Standing]) -> Iterable[str]:
    for line in lines:
        was = before[line.principle]
        if was != line.standing:
            yield f"{line.name}: {was.replace('-', ' ')} to {line.standing.replace('-', ' ')}"
