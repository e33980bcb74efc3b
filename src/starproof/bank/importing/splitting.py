"""One long document to its stories, cut at the headings that name stories, never at those that name sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from starproof.core.document import Label
from starproof.parse.blocks import Line, lines
from starproof.parse.headings import find

Split = Literal["auto", "no"] | int
_FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
_NUMBERED = re.compile(
    r"[ \t]*(story[ \t]+(?:no\.?[ \t]*|#)?\d{1,3})[ \t]*(?:[:.)–—-][ \t]*([^\r\n]{0,120}))?$", re.IGNORECASE
)
"""``Story 3: The move``, a title without markup."""
_ITEM = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+(?=\*\*|__)")
"""The number before a title in bold."""
_SETEXT = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_PROSE = "..." + " ." * 12
"""Stands for a paragraph of several lines, which no ruler underlines."""
BOLD = 7
"""The depth of a line in bold, below all hashes."""
LONG = 60
"""Words under a heading from which it may be a story although no section is named."""
SHORT = 15
"""Words below which what stands under a heading is no story."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading. ``label`` and ``section`` say whether it names a section of a story."""

    line: int
    start: int
    end: int
    depth: int
    words: str
    section: bool
    label: Label | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The text under one heading, ``[start, end)``, with the headings above it."""

    title: str | None
    above: tuple[str, ...]
    start: int
    end: int
    line: int


def chapters(text: str, *, split: Split, generous: bool) -> list[Chapter]:
    """The stories of a document; one chapter without title where it holds one story.

    Args:
        split: ``auto`` finds the level of the headings; ``no`` never cuts; a number is that level.
        generous: whether headings may be stories although nothing under them names a section.
    """
    whole = [Chapter(None, (), 0, len(text), 1)]
    if split == "no":
        return whole
    marks = list(_marks(text))
    level = split if isinstance(split, int) else _level(text, marks, generous)
    if level is None:
        return whole
    cuts = [mark for mark in marks if mark.depth <= level and not mark.section]
    return _cut(text, cuts, level) if cuts else whole


def words_in(text: str) -> int:
    """How many words there are."""
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))


def _marks(text: str) -> Iterator[Mark]:
    fenced = False
    before: Line | None = None
    """The line above where it may be underlined: blank, or the only one of its paragraph."""
    for number, row in enumerate(lines(text), 1):
        if _FENCE.match(row.words):
            fenced, before = not fenced, None
            continue
        if fenced or len(row.words) > 4000:
            continue
        under = _SETEXT.match(row.words)
        if under and before is not None and before.words.strip() and len(before.words.split()) <= 12:
            yield from _mark(
                "#" * (1 if "=" in under.group(1) else 2) + " " + before.words.strip(), before, number, row
            )
        else:
            yield from _mark(row.words, row, number, row)
        alone = row.words.strip() and (before is None or not before.words.strip())
        before = row if alone or not row.words.strip() else Line(row.start, row.end, _PROSE)


def _mark(words: str, row: Line, number: int, last: Line) -> Iterator[Mark]:
    item = _ITEM.match(words)
    words = words[item.end() :] if item else words
    found = find(words)
    if found is None:
        numbered = _NUMBERED.match(words)
        if numbered:
            title = numbered.group(2) or numbered.group(1)
            yield Mark(number, row.start, last.end, BOLD, title.strip(), False, None)
        return
    if found.section:
        yield Mark(number, row.start, last.end, found.depth, found.words, True, found.label)
    elif found.marked and found.end == len(words) and found.depth <= BOLD:
        yield Mark(number, row.start, last.end, found.depth, found.words, False, None)


def _level(text: str, marks: Sequence[Mark], generous: bool) -> int | None:
    """The level of the headings over stories: where the most parts name two sections or are long enough."""
    shallowest = _of_sections(marks)
    levels = sorted({mark.depth for mark in marks if not mark.section and mark.depth < shallowest})
    named = {level: _with_sections(marks, level) for level in levels}
    best = max(named.values(), default=0)
    if best > 1:
        return _deepest(text, marks, [level for level in levels if named[level] == best])
    if not generous:
        return None
    stories = {level: _long_parts(text, marks, level) for level in levels if level < BOLD}
    most = max(stories.values(), default=0)
    return next(level for level in levels if stories[level] == most) if most > 1 else None


def _of_sections(marks: Sequence[Mark]) -> int:
    """The shallowest depth at which sections are named, not just once among many titles."""
    sections = Counter(mark.depth for mark in marks if mark.section)
    titles = Counter(mark.depth for mark in marks if not mark.section)
    return min((depth for depth, count in sections.items() if 2 * count >= titles[depth]), default=BOLD + 1)


def _deepest(text: str, marks: Sequence[Mark], levels: Sequence[int]) -> int:
    """Past headings that only group others, such as a principle over its stories."""
    titles = [mark for mark in marks if not mark.section]
    chosen = levels[0]
    for deeper in levels[1:]:
        ends = [mark.start for mark in titles[1:]] + [len(text)]
        bodies = (words_in(text[m.end : end]) for m, end in zip(titles, ends, strict=True) if m.depth == chosen)
        if any(words >= SHORT for words in bodies):
            break
        chosen = deeper
    return chosen


def _with_sections(marks: Sequence[Mark], level: int) -> int:
    """How many parts at this level name at least two different sections."""
    count, labels = 0, set[Label | None]()
    inside = False
    for mark in marks:
        if mark.section:
            labels.add(mark.label)
        elif mark.depth <= level:
            count += inside and len(labels) > 1
            inside, labels = True, set()
    return count + (inside and len(labels) > 1)


def _long_parts(text: str, marks: Sequence[Mark], level: int) -> int:
    """How many headings of this level have a long text right under them; none where their words come again."""
    titles = [mark for mark in marks if not mark.section]
    here = [mark for mark in titles if mark.depth == level]
    if 2 * len({mark.words.lower() for mark in here}) <= len(here):
        return 0
    ends = [mark.start for mark in titles[1:]] + [len(text)]
    bodies = [words_in(text[m.end : end]) for m, end in zip(titles, ends, strict=True) if m.depth == level]
    long = sum(words >= LONG for words in bodies)
    return long if long * 2 >= len(bodies) else 0


def _cut(text: str, cuts: Sequence[Mark], level: int) -> list[Chapter]:
    found = [Chapter(None, (), 0, cuts[0].start, 1)] if text[: cuts[0].start].strip() else []
    above: list[Mark] = []
    ends = [mark.start for mark in cuts[1:]] + [len(text)]
    for mark, end in zip(cuts, ends, strict=True):
        above = [one for one in above if one.depth < mark.depth]
        found.append(Chapter(mark.words, tuple(one.words for one in above), mark.end, end, mark.line))
        above.append(mark)
    return found
