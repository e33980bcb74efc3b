"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s+|[\w'’%$€£.,-]+|.", re.DOTALL)
_MOST = 6_000
"""Words up to which two texts are compared by word; longer ones are compared by line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words that both have, or that only one has."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(old: str, new: str) -> tuple[Stretch, ...]:
    """Both texts in one: what stayed, what went and what came, in order."""
    if old == new:
        return (Stretch("same", old),) if old else ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > 2 * _MOST:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return tuple(_joined(_compared(before, after)))


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Stretch]:
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            yield Stretch("same", "".join(before[a:b]))
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
