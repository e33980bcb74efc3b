"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s+|[\w'’%$€£.,-]+|.", re.DOTALL)
_MOST = 3_000_000
"""Pairs of equal words that two texts may have to be compared by word, and of equal lines to be compared by line; more
of them, such as a megabyte of one word, would take minutes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that both have, or that only one has."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Both texts in one: what stayed, what went and what came, in order."""
    if old == new:
        return (Stretch("same", old),) if old else ()
    start, end = _shared(old, new)
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    return tuple(_joined(one for one in (_same(old[:start]), *middle, _same(old[len(old) - end :])) if one.text))


def _shared(old: str, new: str) -> tuple[int, int]:
    """Code points that both begin with and end with, cut at the ends of lines so that words stay whole."""
    head = _alike(old, new)
    start = old.rfind("\n", 0, head) + 1
    tail = _alike(old[start:][::-1], new[start:][::-1])
    cut = old.find("\n", len(old) - tail)
    return start, 0 if cut < 0 else len(old) - cut


def _alike(one: str, other: str) -> int:
    """With how many code points both begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _middle(old: str, new: str) -> Iterator[Stretch]:
    for before, after in ((_WORD.findall(old), _WORD.findall(new)), (old.splitlines(True), new.splitlines(True))):
        counted = Counter(after)
        if sum(counted[one] for one in before) <= _MOST:
            return _compared(before, after)
    return iter((Stretch("gone", old), Stretch("new", new)))


def _same(text: str) -> Stretch:
    return Stretch("same", text)


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Stretch]:
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            yield _same("".join(before[a:b]))
            continue
        if a < b:
            yield Stretch("gone", "".join(before[a:b]))
        if c < d:
            yield Stretch("new", "".join(after[c:d]))


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """A single space between two changes is part of both, so that phrases are read whole."""
    held: dict[str, str] = {"gone": "", "new": ""}
    for one in stretches:
        if one.kind != "same":
            held[one.kind] += one.text
        elif one.text.isspace() and any(held.values()):
            held = {kind: text + one.text for kind, text in held.items()}
        else:
            yield from _held(held)
            held = {"gone": "", "new": ""}
            yield one
    yield from _held(held)


def _held(held: dict[str, str]) -> Iterator[Stretch]:
    if held["gone"]:
        yield Stretch("gone", held["gone"])
    if held["new"]:
        yield Stretch("new", held["new"])


def shortened(stretches: Sequence[Stretch], *, around: int = 220) -> Iterator[Stretch]:
    """The same with the middle of long unchanged stretches left out, as a stretch without words of kind ``same``."""
    last = len(stretches) - 1
    for at, one in enumerate(stretches):
        if one.kind != "same" or len(one.text) <= 2 * around:
            yield one
            continue
        if at:
            yield Stretch("same", one.text[:around].rpartition(" ")[0] or one.text[:around])
        yield Stretch("same", "")
        if at != last:
            yield Stretch("same", one.text[-around:].partition(" ")[2] or one.text[-around:])
