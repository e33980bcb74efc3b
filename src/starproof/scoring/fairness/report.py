"""Which verdicts differ between two tellings of one story, and how often that happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starproof.scoring.fairness.edits import Pair
from starproof.scoring.measures import Item

BAR = 0.01
"""The share of pairs that may change."""
_MOST_CAUSES = 12


@dataclass(frozen=True, slots=True)
class Change:
    """One pair, with the verdicts that differ between its tellings."""

    pair: Pair
    changes: tuple[dict[str, Any], ...]
    labels: tuple[dict[str, Any], ...]
    """Sentences whose label differs; empty where the tellings were not split alike."""
    causes: tuple[Pair, ...] = ()
    """Pairs with one of the changes only, that change a verdict too."""


def verdicts(pair: Pair, left: Item, right: Item) -> Change:
    """Compare the reviews of a pair's two tellings."""
    before, after = dict(_verdicts(left)), dict(_verdicts(right))
    changes = tuple(
        {"verdict": name, "before": before[name], "after": after.get(name)}
        for name in before
        if before[name] != after.get(name)
    )
    return Change(pair, changes, tuple(_labels(pair, left, right)) if changes else ())


def _verdicts(review: Item) -> Iterator[tuple[str, Any]]:
    for flag in review["flags"]:
        yield f"flag {flag['id']}", flag["status"]
    yield "level", review["level"]["reads_as"]
    for rating in review["ratings"]:
        yield f"rating {rating['criterion']}", rating["rating"]


def _labels(pair: Pair, left: Item, right: Item) -> Iterator[dict[str, Any]]:
    if len(left["sentences"]) != len(right["sentences"]):
        return
    for one, other in zip(left["sentences"], right["sentences"], strict=True):
        if one["label"] != other["label"]:
            text = pair.right[other["start"] : other["end"]]
            yield {"before": one["label"], "after": other["label"], "text": text}


def report(told: Sequence[Change], about: Mapping[str, str]) -> dict[str, Any]:
    """Counts and shares of changed pairs, by transformation and by verdict, with every changed pair as an example."""
    moved = [change for change in told if change.changes]
    rows = {name: [change for change in told if change.pair.transformation == name] for name in about}
    by_verdict = _which(moved)
    return {
        "pairs": len(told),
        "changed": len(moved),
        "share": _share(len(moved), len(told)),
        "bar": BAR,
        "by_transformation": {name: _row(about[name], found) for name, found in rows.items() if found},
        "by_verdict": {
            name: {"changed": count, "share": _share(count, len(told))} for name, count in by_verdict.items()
        },
        "examples": [_example(change) for change in moved],
    }


def _row(about: str, found: Sequence[Change]) -> dict[str, Any]:
    moved = [change for change in found if change.changes]
    return {
        "about": about,
        "pairs": len(found),
        "changed": len(moved),
        "share": _share(len(moved), len(found)),
        "which": _which(moved),
    }


def _which(moved: Iterable[Change]) -> dict[str, int]:
    counts = Counter(change["verdict"] for one in moved for change in one.changes)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _example(change: Change) -> dict[str, Any]:
    """A changed pair for a developer; ``alone`` says that each cause suffices, otherwise they only do together."""
    return {
        "story": change.pair.story,
        "transformation": change.pair.transformation,
        "causes": [text for pair in change.causes or (change.pair,) for text in pair.shown()][:_MOST_CAUSES],
        "alone": bool(change.causes) or len(change.pair.after) == 1,
        "changes": list(change.changes),
        "labels": list(change.labels),
    }
