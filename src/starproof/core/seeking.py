"""Patterns that most texts do not hold: made when first tried, and tried only where letters that they need stand.

Of many patterns each match holds one of a few strings: "lost" or "rather" or "bonus". To look for those costs a
twentieth of a search, and what is never found need never be made. What is found stays the same. Where one of them
stands, each way of matching is asked for what it needs beside: of "talked him round" both "talked" and "round".

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
_SETS, _WAYS = 3, 60
"""How many sets of strings are told of one way to match, and how many ways of one pattern."""
Needed = frozenset[str]
"""Strings in small letters, of which each match holds one; none where nothing is known."""
Way = tuple[Needed, ...]
"""Sets of strings; whatever a pattern finds in one way holds one string of each set."""


class Seldom:
    """A pattern that most texts do not hold, for the three ways to look for it anywhere in a text."""

    __slots__ = ("_made", "_needed", "_ways", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags
        self._made: re.Pattern[str] | None = None
        self._needed: Needed | None = None
        self._ways: Sequence[Way] = ()

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
            self._ways = ways(self.source, self.flags)
        small = text.lower()
        if not wanted and _by_one_of(self._ways, small):
            return True
        for one in wanted:  # no ``any``: this is asked a thousand times a review
            if one in small:
                if _by_one_of(self._ways, small):
                    return True
                break
        return not (text.isascii() or _ODD.isdisjoint(text))

    def _pattern(self) -> re.Pattern[str]:
        made = self._made
        if made is None:
            made = self._made = re.compile(self.source, self.flags)
        return made


Pattern = re.Pattern[str] | Seldom
"""What can be looked for in a text."""


def _by_one_of(ways: Sequence[Way], small: str) -> bool:
    """Whether a text in small letters holds all that one of the ways needs; where no way is known, it may."""
    for way in ways:
        for wanted in way:
            for one in wanted:
                if one in small:
                    break
            else:
                break
        else:
            return True
    return not ways


def needed(source: str, flags: int = 0) -> Needed:
    """Strings in small letters, the longest and fewest, of which each match of a pattern holds one."""
    known = found_before().get(named(source, flags))
    return worked_out(source, flags) if known is None else frozenset(known[0][0])


def ways(source: str, flags: int = 0) -> tuple[Way, ...]:
    """The ways in which a pattern may match, if all of them need something and that is more than ``needed`` says."""
    known = found_before().get(named(source, flags))
    if known is None:
        return ways_worked_out(source, flags)
    sets = list(map(frozenset, known[0]))
    return tuple([tuple([sets[place] for place in way]) for way in known[1]])


def named(source: str, flags: int) -> str:
    """What stands for a pattern where it is written down what it needs."""
    return blake2b(f"{int(flags)} {source}".encode(), digest_size=8).hexdigest()


@cache
def found_before() -> Mapping[str, tuple[Sequence[Sequence[str]], Sequence[Sequence[int]]]]:
    """What the patterns that are shipped need, by what stands for them; see ``tools/needed.py``.

    Of each the sets of strings that it has to do with, ``needed`` first, and its ways, by the places of their sets.
    """
    return json.loads((files(__package__) / "needed.json").read_bytes())  # type: ignore[no-any-return]


def worked_out(source: str, flags: int = 0) -> Needed:
    """What ``needed`` says, read off the pattern itself."""
    return _needed(_parsed(source, flags))


def ways_worked_out(source: str, flags: int = 0) -> tuple[Way, ...]:
    """What ``ways`` says, read off the pattern itself."""
    row = _parsed(source, flags)
    found = dict.fromkeys(_ways(row))
    told = len(found) <= _WAYS and all(found) and any(way != (_needed(row),) for way in found)
    return tuple(found) if told else ()


def _parsed(source: str, flags: int) -> Sequence[tuple[Any, Any]]:
    try:
        parser = import_module("re._parser")
    except ImportError:  # a later Python may keep it elsewhere: then all is searched
        return ()
    return list(parser.parse(source, flags))


def _ways(row: Sequence[tuple[Any, Any]]) -> Iterator[Way]:
    """By which way each match of a row goes at the place that has the most to choose from."""
    branches = [(len(told), place, told) for place, told in ((p, _choice(*part)) for p, part in enumerate(row)) if told]
    if not branches:
        yield _foremost(_found(row))
        return
    _, place, choice = max(branches, key=lambda branch: branch[:2])
    beside = [*_found(row[:place]), *_found(row[place + 1 :])]
    for chosen in choice:
        for way in _ways(list(chosen)):
            yield _foremost([*way, *beside])


def _choice(code: Any, told: Any) -> Sequence[Iterable[tuple[Any, Any]]]:
    """Between what a part of a row lets choose, if that is all that it is."""
    while code.name == "SUBPATTERN" and len(told[3]) == 1:
        code, told = told[3][0]
    return told[1] if code.name == "BRANCH" else ()


def _foremost(found: Iterable[Needed]) -> Way:
    """The best few of some sets, the best first."""
    good = sorted(
        {one: _merit(one) for one in found if _is_good(one)}.items(), key=lambda told: (told[1], sorted(told[0]))
    )
    return tuple([one for one, _ in good[::-1][:_SETS]])


def _needed(row: Iterable[tuple[Any, Any]]) -> Needed:
    """The best of what the parts of a row need, each of which stands in each match."""
    return max(filter(_is_good, _found(row)), key=_merit, default=frozenset())


def _found(row: Iterable[tuple[Any, Any]]) -> list[Needed]:
    """What the parts of a row need, each of which stands in each match."""
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
    return [*found, frozenset([run])]


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


def _is_good(one: Needed) -> bool:
    return 0 < len(one) <= _MANY and _shortest(one) >= _LETTERS


def _merit(one: Needed) -> tuple[int, int]:
    return min(_shortest(one), _ENOUGH), -len(one)


def _shortest(strings: Needed) -> int:
    return min([len(string.strip()) for string in strings])
