"""Patterns that most texts do not hold: made when first tried, and tried only where letters that they need stand.

Of many patterns each match holds one of a few strings: "lost" or "rather" or "bonus". To look for those costs a
twentieth of a search, and what is never found need never be made. What is found stays the same.

To find out which letters a pattern needs takes more than half as long as to make it, which a first review did for a
hundred of them. So that is found out beforehand (``tools/needed.py``) and kept beside this file, by the pattern's own
words: one that was altered since is worked out as if nothing were kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.resources import files
from sys import maxsize
from typing import Any

_MANY, _LETTERS, _ENOUGH = 40, 2, 5
"""How many strings are worth looking for, how many letters each has at the least, and from how many on more are no
better."""
_ODD = frozenset("\u0130\u0131\u017f")
"""Letters that patterns take for an i or an s where case does not count, though they are none in small letters."""
_WIDTHLESS = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
Needed = frozenset[str]
"""Strings in small letters, of which each match holds one; none where nothing is known."""


class Seldom:
    """A pattern that most texts do not hold, for the three ways to look for it anywhere in a text."""

    __slots__ = ("_made", "_needed", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags
        self._made: re.Pattern[str] | None = None
        self._needed: Needed | None = None

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match, as that of ``re``."""
        return self._pattern().search(text, start, end) if self.possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as those of ``re``."""
        return self._pattern().finditer(text) if self.possible(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """What all matches hold, as ``re`` tells it."""
        return self._pattern().findall(text) if self.possible(text) else []

    def possible(self, text: str) -> bool:
        """Whether a text holds letters that the pattern needs; where it does not, nothing can be found."""
        wanted = self._needed
        if wanted is None:
            wanted = self._needed = needed(self.source, self.flags)
        if not wanted:
            return True
        small = text.lower()
        for one in wanted:  # no ``any``: this is asked a thousand times a review
            if one in small:
                return True
        return not (text.isascii() or _ODD.isdisjoint(text))

    def _pattern(self) -> re.Pattern[str]:
        made = self._made
        if made is None:
            made = self._made = re.compile(self.source, self.flags)
        return made


Pattern = re.Pattern[str] | Seldom
"""What can be looked for in a text."""


def needed(source: str, flags: int = 0) -> Needed:
    """Strings in small letters, the longest and fewest, of which each match of a pattern holds one."""
    known = found_before().get(named(source, flags))
    return worked_out(source, flags) if known is None else frozenset(known)


def named(source: str, flags: int) -> str:
    """What stands for a pattern where it is written down what it needs."""
    return blake2b(f"{int(flags)} {source}".encode(), digest_size=8).hexdigest()


@cache
def found_before() -> Mapping[str, Sequence[str]]:
    """What the patterns that are shipped need, by what stands for them; see ``tools/needed.py``."""
    found: Mapping[str, Sequence[str]] = json.loads((files(__package__) / "needed.json").read_bytes())
    return found


def worked_out(source: str, flags: int = 0) -> Needed:
    """What ``needed`` says, read off the pattern itself."""
    try:
        parser = import_module("re._parser")
    except ImportError:  # a later Python may keep it elsewhere: then all is searched
        return frozenset()
    return _needed(parser.parse(source, flags))


def _needed(row: Iterable[tuple[Any, Any]]) -> Needed:
    """The best of what the parts of a row need, each of which stands in each match."""
    run, found = "", list[Needed]()
    for code, told in row:
        what = code.name
        if what in _WIDTHLESS:
            continue  # what stands on both sides of it stands side by side
        if (plain := _plain(what, told)) is not None:
            run += plain
            continue
        found += frozenset([run]), _inside(what, told)
        run = ""
    return _best([*found, frozenset([run])])


def _plain(what: str, told: Any) -> str | None:
    """The letters that a part stands for, if it is nothing but those of one row."""
    if what == "SUBPATTERN":
        parts = [_plain(code.name, part) for code, part in told[3]]
        return None if None in parts else "".join(filter(None, parts))
    return chr(told).lower() if what == "LITERAL" and told < 128 else None


def _inside(what: str, told: Any) -> Needed:
    """What a part needs that is no plain letters."""
    if what == "SUBPATTERN":
        return _needed(told[3])
    if what == "ATOMIC_GROUP":
        return _needed(told)
    if what in _REPEATS and told[0]:
        return _needed(told[2])
    if what == "BRANCH":
        ways = [_needed(way) for way in told[1]]
        return frozenset[str]().union(*ways) if all(ways) else frozenset()
    return frozenset()


def _best(found: Sequence[Needed]) -> Needed:
    good = [one for one in found if 0 < len(one) <= _MANY and _shortest(one) >= _LETTERS]
    return max(good, key=lambda one: (min(_shortest(one), _ENOUGH), -len(one)), default=frozenset())


def _shortest(strings: Needed) -> int:
    return min([len(string.strip()) for string in strings])
