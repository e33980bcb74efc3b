"""Figures of running speech and prose, by kind: how many are read, and how many that are read are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from starproof.core.facts import Quantity
from starproof.extract.quantities import quantities

CASES = Path(__file__).parent / "cases"
MARKED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:\.\.\d+)?(ms|s|min|h|d|w|mo|q|y)")
SECONDS = {
    "ms": 1e-3,
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86400,
    "w": 604800,
    "mo": 2592000,
    "q": 7862400,
    "y": 31536000,
}
KINDS = {
    "%": ("percent", "%"), "pp": ("percent", "pp"), "x": ("multiple", "x"), "c": ("count", ""), "B": ("size", "B"),
    "score": ("score", ""), "NPS": ("score", "NPS"), "/5": ("score", "/5"), "/10": ("score", "/10"),
}  # fmt: skip
FLOORS = {"first": 0.97, "last": 0.96, "third": 0.96, "fourth": 0.965, "fifth": 0.945, "sixth": 0.975}
"""The least F1 of value, kind and currency that each file must keep."""


class Marked(NamedTuple):
    """A figure as it is marked; ``kind`` is empty where either reading will do."""

    start: int
    end: int
    kind: str
    value: float
    unit: str


def marked(block: str) -> tuple[str, list[Marked]]:
    """The text of a marked block, and its figures."""
    text, figures, at = "", [], 0
    for match in MARKED.finditer(block):
        text += block[at : match.start()]
        words, states, at = match[1], match[2], match.end()
        if states:
            figures.append(Marked(len(text), len(text) + len(words), *stated(states)))
        text += words
    return text + block[at:], figures


def stated(states: str) -> tuple[str, float, str]:
    """Kind, value and unit of a mark such as "USD 45000/month" or "6w"."""
    length = LENGTH.fullmatch(states)
    if length:
        return "duration", float(length[1]) * SECONDS[length[2]], "s"
    if states == "?":
        return "", 0.0, ""
    sort, number, *_ = states.split(" ")
    number, _, period = number.partition("/")
    value = float(number.split("..")[0])
    if sort in KINDS:
        return KINDS[sort][0], value, KINDS[sort][1]
    return "money", value, f"{sort}/{period}" if period else sort


@cache
def blocks(name: str) -> tuple[str, ...]:
    text = (CASES / f"voices_{name}.txt").read_text(encoding="utf-8")
    return tuple(block for block in text.split("\n\n") if block.strip() and not block.startswith("#"))


def agrees(figure: Quantity, mark: Marked) -> bool:
    near = abs(figure.value - mark.value) <= 1e-3 * max(abs(mark.value), 1e-9)
    unit = mark.kind not in ("money", "percent") or figure.unit == mark.unit
    return figure.kind == mark.kind and near and unit


def overlaps(figure: Quantity, mark: Marked) -> bool:
    return figure.span.start < mark.end and mark.start < figure.span.end


def tally(name: str) -> Iterator[tuple[str, str]]:
    """For every text what is marked, read and right, each with its kind."""
    for block in blocks(name):
        text, marks = marked(block.strip("\n"))
        free = [f for f in quantities(text) if not any(not m.kind and overlaps(f, m) for m in marks)]
        yield from (("read", f.kind) for f in free)
        for mark in (m for m in marks if m.kind):
            yield "marked", mark.kind
            hit = next((f for f in free if overlaps(f, mark) and agrees(f, mark)), None)
            if hit is not None:
                free.remove(hit)
                yield "right", mark.kind


def f1(counts: Counter[tuple[str, str]], *kinds: str) -> float:
    right, read, gold = (sum(counts[part, kind] for kind in kinds) for part in ("right", "read", "marked"))
    return 2 * right / max(read + gold, 1)


@pytest.mark.parametrize("name", FLOORS)
def test_figures_of_many_voices_are_read(name: str) -> None:
    counts = Counter(tally(name))
    kinds = {kind for _, kind in counts}
    assert f1(counts, *kinds) >= FLOORS[name], {kind: round(f1(counts, kind), 3) for kind in sorted(kinds)}


def test_no_frequent_kind_is_read_badly() -> None:
    counts = sum((Counter(tally(name)) for name in FLOORS), Counter())
    for kind in ("money", "percent", "duration", "count"):
        assert f1(counts, kind) >= 0.92, kind


def test_the_texts_are_many_and_their_marks_well_formed() -> None:
    texts = [marked(block.strip("\n")) for name in FLOORS for block in blocks(name)]
    assert len(texts) > 120
    assert all("{" not in text and "}" not in text for text, _ in texts)
    assert sum(len(marks) for _, marks in texts) > 1400
