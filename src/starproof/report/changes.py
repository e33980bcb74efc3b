"""What changed between two revisions of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from starproof.core.document import LABELS
from starproof.core.facts import Quantity
from starproof.core.results import Finding, GuideRef, Review
from starproof.report.data import finding_as_dict, number, quantity_as_dict

SCHEMA = "starproof.comparison/1"
_ALIKE = 0.5
"""The share of words that two quotes must have in common to count as the same place, reworded."""
_MOST = 200
"""How many candidates are looked at for one that was reworded, so that long texts take linear time."""
_AROUND = 40
"""Code points on each side by which the place of a figure is recognised."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two revisions, in outline."""

    id: str
    title: str | None
    source: str | None
    words: int
    seconds: float
    guide: GuideRef


@dataclass(frozen=True, slots=True)
class Moved:
    """A verdict that is not what it was; ``None`` on a side that does not give one."""

    id: str
    old: str | int | None
    new: str | int | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that stands in the same place with another value."""

    old: Quantity
    new: Quantity


@dataclass(frozen=True, slots=True)
class Shift:
    """Seconds told, before and after, over all or of one section."""

    section: str
    old: float
    new: float

    @property
    def by(self) -> float:
        """Seconds more; negative where it became shorter."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the new revision differs from the old one."""

    old: Side
    new: Side
    went: tuple[Finding, ...]
    came: tuple[Finding, ...]
    stayed: tuple[Finding, ...]
    """As the new revision has them."""
    flags: tuple[Moved, ...]
    ratings: tuple[Moved, ...]
    level: Moved | None
    dimensions: tuple[Moved, ...]
    missing: tuple[Moved, ...]
    """Sections that are told on one side only: ``missing`` on the other."""
    lost: tuple[Quantity, ...]
    added: tuple[Quantity, ...]
    changed: tuple[Changed, ...]
    sections: tuple[Shift, ...]
    total: Shift


def compare(old: Review, new: Review) -> Comparison:
    """Compare two reviews of one story. Reworded evidence counts as the same when half of its words are."""
    went, came, stayed = _findings(old.findings, new.findings)
    lost, added, changed = _figures(old, new)
    return Comparison(
        old=_side(old),
        new=_side(new),
        went=went,
        came=came,
        stayed=stayed,
        flags=_moved({f.id: f.status for f in old.flags}, {f.id: f.status for f in new.flags}),
        ratings=_moved({r.criterion: r.rating for r in old.ratings}, {r.criterion: r.rating for r in new.ratings}),
        level=next(iter(_moved({"level": old.level.reads_as}, {"level": new.level.reads_as})), None),
        dimensions=_moved(_readings(old), _readings(new)),
        missing=_moved(dict.fromkeys(old.missing, "missing"), dict.fromkeys(new.missing, "missing")),
        lost=lost,
        added=added,
        changed=changed,
        sections=_shifts(old, new),
        total=Shift("total", old.timing.seconds, new.timing.seconds),
    )


def _side(review: Review) -> Side:
    return Side(review.id, review.title, review.source, review.text.words, review.timing.seconds, review.guide)


def _readings(review: Review) -> dict[str, str]:
    return {dimension.id: dimension.reads_as for dimension in review.level.dimensions}


def _moved(old: Mapping[str, str | int | None], new: Mapping[str, str | int | None]) -> tuple[Moved, ...]:
    names = dict.fromkeys([*old, *new])
    return tuple(Moved(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))


def _shifts(old: Review, new: Review) -> tuple[Shift, ...]:
    before, after = old.timing.sections, new.timing.sections
    told = [label for label in LABELS if before.get(label) or after.get(label)]
    return tuple(Shift(label, before.get(label, 0.0), after.get(label, 0.0)) for label in told)


def _findings(
    old: Sequence[Finding], new: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]:
    gone, fresh, same = _apart(old, new, key=lambda finding: (finding.code, _words_of(finding)))
    pairs = _paired(gone, fresh, group=lambda finding: finding.code, alike=_same_place)
    paired = {id(one) for pair in pairs for one in pair}
    stayed = {id(one) for one in same} | {id(pair[1]) for pair in pairs}
    return (
        tuple(finding for finding in gone if id(finding) not in paired),
        tuple(finding for finding in fresh if id(finding) not in paired),
        tuple(finding for finding in new if id(finding) in stayed),
    )


def _figures(old: Review, new: Review) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...], tuple[Changed, ...]]:
    lost, added, _ = _apart(old.quantities, new.quantities, key=lambda q: (q.kind, q.unit, q.value, q.high))

    def alike(before: Quantity, after: Quantity) -> float:
        return _overlap(_around(old, before), _around(new, after))

    pairs = _paired(lost, added, group=lambda quantity: (quantity.kind, quantity.unit), alike=alike)
    paired = {id(one) for pair in pairs for one in pair}
    return (
        tuple(quantity for quantity in lost if id(quantity) not in paired),
        tuple(quantity for quantity in added if id(quantity) not in paired),
        tuple(Changed(before, after) for before, after in pairs),
    )


def _apart(old: Iterable[T], new: Iterable[T], *, key: Callable[[T], Hashable]) -> tuple[list[T], list[T], list[T]]:
    """What only the old side has, what only the new side has, and what both have (from the new side)."""
    new = list(new)
    spare = Counter(map(key, new))
    gone = []
    for one in old:
        if spare[key(one)]:
            spare[key(one)] -= 1
        else:
            gone.append(one)
    fresh, same = [], []
    for one in reversed(new):
        if spare[key(one)]:
            spare[key(one)] -= 1
            fresh.append(one)
        else:
            same.append(one)
    return gone, fresh[::-1], same[::-1]


def _paired(
    old: Sequence[T],
    new: Sequence[T],
    *,
    group: Callable[[T], Hashable],
    alike: Callable[[T, T], float],
) -> list[tuple[T, T]]:
    """Pairs that are the same thing reworded, each taken once, in the order of the old side."""
    waiting: dict[Hashable, list[T]] = defaultdict(list)
    for one in new:
        waiting[group(one)].append(one)
    pairs = []
    for one in old:
        candidates = waiting[group(one)]
        scored = [(alike(one, other), -place) for place, other in enumerate(candidates[:_MOST])]
        best, place = max(scored, default=(0.0, 0))
        if best >= _ALIKE:
            pairs.append((one, candidates.pop(-place)))
    return pairs


def _words_of(finding: Finding) -> tuple[str, ...]:
    return tuple(word for item in finding.evidence for word in item.quote.casefold().split())


def _same_place(before: Finding, after: Finding) -> float:
    return _overlap(_words_of(before), _words_of(after))


def _overlap(before: Sequence[str], after: Sequence[str]) -> float:
    """Shared words over all words; 1 where neither side has any."""
    one, other = set(before), set(after)
    return len(one & other) / len(one | other) if one | other else 1.0


def _around(review: Review, quantity: Quantity) -> list[str]:
    text, span = review.document.text, quantity.span
    return f"{text[max(0, span.start - _AROUND) : span.start]} {text[span.end : span.end + _AROUND]}".casefold().split()


def comparison_as_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "schema": SCHEMA,
        "old": _side_as_dict(comparison.old),
        "new": _side_as_dict(comparison.new),
        "findings": {
            "went": [finding_as_dict(finding) for finding in comparison.went],
            "came": [finding_as_dict(finding) for finding in comparison.came],
            "stayed": [finding_as_dict(finding) for finding in comparison.stayed],
        },
        "flags": _moves_as_list(comparison.flags),
        "ratings": _moves_as_list(comparison.ratings),
        "level": next(iter(_moves_as_list([comparison.level] if comparison.level else [])), None),
        "dimensions": _moves_as_list(comparison.dimensions),
        "missing": _moves_as_list(comparison.missing),
        "figures": {
            "lost": [quantity_as_dict(quantity) for quantity in comparison.lost],
            "added": [quantity_as_dict(quantity) for quantity in comparison.added],
            "changed": [
                {"old": quantity_as_dict(pair.old), "new": quantity_as_dict(pair.new)} for pair in comparison.changed
            ],
        },
        "seconds": {
            "total": _shift_as_dict(comparison.total),
            "sections": {shift.section: _shift_as_dict(shift) for shift in comparison.sections},
        },
    }  # fmt: skip


def _side_as_dict(side: Side) -> dict[str, Any]:
    return {
        "id": side.id,
        "title": side.title,
        "source": side.source,
        "words": side.words,
        "seconds": number(round(side.seconds, 1)),
        "guide": {"id": side.guide.id, "version": side.guide.version},
    }


def _moves_as_list(moves: Iterable[Moved]) -> list[dict[str, Any]]:
    return [{"id": move.id, "old": move.old, "new": move.new} for move in moves]


def _shift_as_dict(shift: Shift) -> dict[str, Any]:
    return {"old": number(round(shift.old, 1)), "new": number(round(shift.new, 1)), "by": number(round(shift.by, 1))}
