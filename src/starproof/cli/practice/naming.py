"""Rapid retrieval at a terminal: a question, the stories by number, and how long the first key took."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

from starproof.cli.practice.stage import Stage, keys

LATE = 0.05
"""The share over the time that is forgiven, as the grade forgives it."""
FINISH = 5.0
"""Seconds to finish a name whose first key came in time."""
_SHOWN = 24
"""Characters of a name that are shown while it is typed, so that the line stays one."""
_BACK, _ENTER, _GONE = "\x7f\b", "\r\n", "\x04"


@dataclass(frozen=True, slots=True)
class Naming:
    """What came of asking for a name."""

    story: str | None
    seconds: float
    """From the question to the first key of the name, or to Enter where none was typed."""
    late: bool = False
    passed: bool = False
    """Whether nothing came to mind, and the speaker said so."""


def find(entry: str, stories: Mapping[str, str], shown: int) -> list[str]:
    """The ids of stories that an entry may mean: by number from 1, else by the beginning of a title, else by a part."""
    wanted = " ".join(entry.casefold().split())
    ids = list(stories)
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) < 6 else 0
        return [ids[number - 1]] if 1 <= number <= shown else []
    named = {id_: " ".join(title.casefold().split()) for id_, title in stories.items()}
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [id_ for id_, title in named.items() if wanted and fits(title, wanted)]
        if found:
            return found
    return [wanted_id for wanted_id in ids if wanted_id.casefold() == wanted]


def name(stage: Stage, stories: Mapping[str, str], *, shown: int, limit: float) -> Naming:
    """Wait for the name of a story. The question has just been shown, and the clock runs from now.

    Args:
        stage: where it was shown.
        stories: titles by id, in the order of their numbers.
        shown: how many of them can be seen, and so be named by number.
        limit: seconds for it.

    Raises:
        EOFError: when there is nothing more to read.
    """
    began = time.monotonic()
    entry = _Entry(stories, shown)
    return _pressed(stage, entry, limit, began) if stage.lively else _read(stage, entry, limit, began)


def _read(stage: Stage, known: _Entry, limit: float, began: float) -> Naming:
    """A whole line, where single keys cannot be had."""
    while True:
        entry = stage.ask("  Which story? ")
        took = time.monotonic() - began
        if not entry.strip():
            return Naming(None, took, passed=True)
        found = find(entry, known.stories, known.shown)
        if len(found) == 1:
            return Naming(found[0], took, late=took > limit * (1 + LATE))
        stage.hint(_unclear(entry, len(found)))


def _pressed(stage: Stage, entry: _Entry, limit: float, began: float) -> Naming:
    """Key by key: the first key of the name that stands is what counts."""
    with keys() as pressed:
        while True:
            now = time.monotonic() - began
            over = limit * (1 + LATE) if entry.first is None else max(entry.first, limit) + FINISH
            if now >= over:
                found: Naming | None = Naming(None, max(now, entry.first or 0.0), late=True)
            else:
                stage.rewrite(entry.line(max(0, math.ceil(limit - now))))
                key = pressed(min(over - now, 1.0 - now % 1.0))
                found = entry.take(key, time.monotonic() - began) if key else None
            if found:
                stage.rewrite("")
                return found


@dataclass(slots=True)
class _Entry:
    """A name that is being typed."""

    stories: Mapping[str, str]
    shown: int
    typed: str = ""
    first: float | None = None
    """When its first key came."""
    note: str = ""

    def take(self, key: str, at: float) -> Naming | None:
        """Take keys; the naming, once Enter ends a name that is one."""
        for sign in key:
            if sign in _ENTER:
                return self._entered(at)
            if sign in _GONE and not self.typed:
                raise EOFError
            if sign in _BACK:
                self.typed = self.typed[:-1]
            elif sign.isprintable():
                self.first = at if self.first is None else self.first
                self.typed += sign
            self.first, self.note = self.first if self.typed else None, ""
        return None

    def _entered(self, at: float) -> Naming | None:
        if self.first is None or not self.typed.strip():
            return Naming(None, at, passed=True)
        found = find(self.typed, self.stories, self.shown)
        if len(found) == 1:
            return Naming(found[0], self.first)
        self.note = _unclear(self.typed, len(found))
        return None

    def line(self, left: int) -> str:
        """How it looks, with the seconds that are left."""
        return f"  {left:>2} s │ {self.typed[-_SHOWN:]}" + (f"   ({self.note})" if self.note else "")


def _unclear(entry: str, many: int) -> str:
    said = entry.strip()[:20]
    return f"{many} stories have {said!r}: type more of the title" if many else f"no story is called {said!r}"
