"""Cut a text into headings and paragraphs. Markup is looked past, never taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from starproof.core.document import Heading, Label
from starproof.core.text import Span, trimmed
from starproof.parse.asked import question, ungreeted, unquoted
from starproof.parse.headings import Found, find, speaker

_LINE = re.compile(r"[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)")
_RULER = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:=+|-{2,})[ \t]*$")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣◦▪●–—·][ \t]+|(?:\d{1,3}|[a-zA-Z])[.)][ \t]+|\(\d{1,2}\)[ \t]+)(?=\S)")
_ARROW = re.compile(r"(?:[→⇒➔➜➤►▶»✓✔]|[-=–]>)[ \t]+(?=\S)")
"""A mark that opens an item where another line beside it opens so; alone it goes on from the line before.

A bare ">" quotes, and a quotation goes on over its lines.
"""
_TABLE_RULER = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_QUOTE = re.compile(r"[ \t]*>+[ \t]?")
_META = re.compile(
    r"[ \t]*(?:[*_]{2})?(title|question|principle|prompt|interviewer|q)[ \t]*[:：](?:[*_]{2})?[ \t]*(\S[^\r\n]*)", re.I
)
_KEYS = {"prompt": "question", "interviewer": "question", "q": "question"}
_TURN = re.compile(r"^[ \t]*(?:[*_]{2})?(?:interviewer|candidate|me|answer)(?:[*_]{2})?[ \t]*:", re.I | re.M)
_LETTER = re.compile(r"[ \t]*(?:[*_]{2})?([QA])[.:：)](?:[*_]{2})?[ \t]+(?=\S)")
"""Who speaks, by a letter: ``Q. Tell me about …``, and ``A. I ran …``."""
_ONE = re.compile(r"[^.?!]{3,200}[.?!]?[*_]{0,2}")
_LONGEST_ASKED = 500
"""Code points of a line that may be a question."""
_ENDS = (".", "!", "?", ":", ";", "…", "。", "”", '"')


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; ``start`` and ``end`` are code points of the text."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of prose, or one list item."""

    span: Span
    given: Label | None
    bullet: bool


@dataclass(slots=True)
class Blocks:
    """What ``cut`` found. ``meta`` holds ``title``, ``question`` and ``principle`` where lines name them."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines from ``start`` on; every usual line end ends one."""
    for found in _LINE.finditer(text, start):
        if found.start() == len(text) and found.start() > start:
            return
        words = found.group().rstrip("\r\n\u2028\u2029")
        yield Line(found.start(), found.start() + len(words), words)


def cut(text: str, *, start: int = 0) -> Blocks:
    """Headings and paragraphs of a text, front matter already passed over."""
    rows = list(lines(text, start))
    named = _named(rows)
    return _Cutter(text, trusted=_trusted(named), whole=_whole(named), lettered=_is_lettered(rows)).run(rows)


def _is_lettered(rows: Sequence[Line]) -> bool:
    """Whether a text begins with a question that is marked ``Q.`` and a later line is its answer, ``A.``"""
    told = iter(row.words for row in rows if row.words.strip() and len(row.words) < 4000)
    first = _LETTER.match(next(told, ""))
    return first is not None and first[1] == "Q" and any((by := _LETTER.match(row)) and by[1] == "A" for row in told)


def _named(rows: Sequence[Line]) -> list[Found]:
    """The headings that name a section, or words that would."""
    found = [heading for row in rows if len(row.words) < 4000 and (heading := find(_unlisted(row.words)))]
    return [heading for heading in found if heading.section]


def _trusted(named: Sequence[Found]) -> bool:
    """Whether plain words such as ``Result:`` are headings here: only where at least two sections are named.

    Single letters need a third, since two names may well begin with ``A.`` and ``C.``
    """
    whole = [heading for heading in named if len(heading.words) > 1]
    return _sections(whole) > 1 or _sections(named) > 2


def _whole(named: Sequence[Found]) -> bool:
    """Whether the headings part the whole story: what was done has its own, or shares one with another section."""
    return any(heading.label in ("action", None) for heading in named)


def _sections(named: Sequence[Found]) -> int:
    return len({heading.label for heading in named})


def _unlisted(words: str) -> str:
    bullet = _BULLET.match(words)
    return words[bullet.end() :] if bullet and words.lstrip()[0] in "-*+•‣◦▪●–—·" else words


def _arrows(rows: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that are items of a list marked by arrows: two at least that follow each other."""
    opened = [_ARROW.match(row.words) is not None for row in rows]
    pairs = [(one, two) for one, two, both in zip(rows, rows[1:], map(all, pairwise(opened)), strict=False) if both]
    return frozenset(row.start for pair in pairs for row in pair)


class _Cutter:
    """Walks over the lines once and keeps the open paragraph and the section it stands in."""

    def __init__(self, text: str, *, trusted: bool, whole: bool, lettered: bool) -> None:
        self.text, self.trusted, self.whole, self.lettered = text, trusted, whole, lettered
        self.blocks = Blocks()
        self.given: Label | None = None
        self.named: set[Label | None] = set()
        self.depth = 9
        self.open: tuple[int, int, bool] | None = None
        self.asking = False
        self.own = False
        self.arrows: frozenset[int] = frozenset()

    def run(self, rows: Sequence[Line]) -> Blocks:
        skip, self.arrows = False, _arrows(rows)
        for place, row in enumerate(rows):
            if skip:
                skip = False
                continue
            following = rows[place + 1].words if place + 1 < len(rows) else ""
            skip = self._line(row, following)
        self._close()
        return self.blocks

    def _line(self, row: Line, following: str) -> bool:
        """Take one line; true when the next line, an underline, belongs to it."""
        if not row.words.strip() or _FENCE.match(row.words):
            self._close()
            return False
        if self.open is None and self._underlined(row, following):
            return True
        if _RULER.match(row.words) or (row.words.lstrip().startswith("|") and _TABLE_RULER.match(row.words)):
            self._close()
            return False
        if not (self._asked(row) or self._heading(row) or self._meta(row) or self._turn(row) or self._speaker(row)):
            self._prose(row)
        return False

    def _underlined(self, row: Line, following: str) -> bool:
        if not _UNDERLINE.match(following) or len(row.words.split()) > 12 or _BULLET.match(row.words):
            return False
        line = "# " + row.words.strip()
        found = find(line)
        if found is None or found.end < len(line) or line.endswith("."):
            return False  # a sentence above a ruler
        depth = 1 if "=" in following else 2
        self._open_section(replace(found, depth=depth), Span(row.start, row.end))
        return True

    def _heading(self, row: Line) -> bool:
        if len(row.words) > 4000:
            return False
        shift = len(row.words) - len(_unlisted(row.words))
        found = find(row.words[shift:])
        if found is None or not (found.marked or (found.section and self.trusted)):
            return False
        if shift and not found.section:
            return False
        end = shift + found.end
        self._open_section(found, trimmed(self.text, row.start + shift, row.start + end))
        rest = row.words[end:].rstrip()
        if row.words.lstrip().startswith("|"):
            rest = rest.removesuffix("|").rstrip()
        if rest.strip():
            self.open = (row.start + end, row.start + end + len(rest), False)
            self.own = found.section and not self.whole
        return True

    def _open_section(self, found: Found, span: Span) -> None:
        self._close()
        self.asking = False
        label = found.label
        if label == "situation" and found.words.lower().strip("*_ :").endswith("challenge") and label in self.named:
            label = "task"  # a challenge after a situation is what was to be done
        if label == "result" and len(found.words) == 1 and "result" in self.named:
            label = "reflection"  # the second R of STARR
        self.blocks.headings.append(Heading(span, found.words, label))
        self.named.add(label)
        if found.section or found.depth <= self.depth:
            self.given, self.depth = label, found.depth if found.section else 9
        if not found.section and found.depth == 1 and not self.blocks.paragraphs:
            self.blocks.meta.setdefault("title", found.words)

    def _asked(self, row: Line) -> bool:
        """Take a first line that only puts the question for it, where a story follows; a second one adds to it."""
        above = [heading.words for heading in self.blocks.headings[-1:]] == ["question"]
        before = self.blocks.meta.get("question", "")
        if self.blocks.paragraphs or self.open or (before and not above) or len(row.words) > _LONGEST_ASKED:
            return False
        asked = question(row.words)
        if asked is None or not self.text[row.end :].strip():
            return False
        self.blocks.meta["question"] = f"{before} {asked}".strip()
        span = Span(row.start, row.end)
        self.blocks.headings.append(Heading(trimmed(self.text, span.start, span.end), "question", None))
        return True

    def _meta(self, row: Line) -> bool:
        found = _META.match(row.words)
        if found is None or self.blocks.paragraphs or self.open:
            return False
        spoken = found.group(1).lower() in ("interviewer", "q")
        said = ungreeted(unquoted(found.group(2)))
        if spoken and (_TURN.search(self.text, row.end) or not (_ONE.fullmatch(said) or question(said))):
            return False  # a talk between two, whose turns are told apart
        key = _KEYS.get(found.group(1).lower(), found.group(1).lower())
        self.blocks.meta.setdefault(key, said if key == "question" else found.group(2).strip().strip("*_").strip())
        span = Span(row.start, row.end)
        self.blocks.headings.append(Heading(trimmed(self.text, span.start, span.end), found.group(1), None))
        return True

    def _turn(self, row: Line) -> bool:
        """Take a turn that a letter opens; the first question is what the story answers, and a later one is no part."""
        found = _LETTER.match(row.words) if self.lettered and len(row.words) < 4000 else None
        if found is None:
            return False
        self._close()
        asks, start = found[1] == "Q", row.start + found.end()
        if asks and not self.blocks.paragraphs and "question" not in self.blocks.meta:
            self.blocks.meta["question"] = ungreeted(unquoted(self.text[start : row.end]))
            self.blocks.headings.append(Heading(trimmed(self.text, row.start, row.end), found[1], None))
        else:
            self.open, self.asking = (start, row.end, False), asks
        return True

    def _speaker(self, row: Line) -> bool:
        found = speaker(row.words) if len(row.words) < 4000 else None
        if found is None:
            return False
        self._close()
        self.open, self.asking = (row.start + found[0], row.end, False), found[1]
        return True

    def _prose(self, row: Line) -> None:
        bullet = self._item(row)
        quote = _QUOTE.match(row.words)
        if bullet or row.words.lstrip().startswith("|"):
            self._close()
            self.open = (row.start + (bullet.end() if bullet else 0), row.end, bullet is not None)
        elif self.open is None:
            self.open = (row.start + (quote.end() if quote else 0), row.end, False)
        elif self.open[2] and not row.words[0].isspace() and self.text.endswith(_ENDS, *self.open[:2]):
            self._close()  # flush text after a finished list item is no part of it
            self.open = (row.start, row.end, False)
        else:
            self.open = (self.open[0], row.end, self.open[2])

    def _item(self, row: Line) -> re.Match[str] | None:
        """What opens a list's item on a line, if anything does."""
        return _ARROW.match(row.words) if row.start in self.arrows else _BULLET.match(row.words)

    def _close(self) -> None:
        if self.open is None:
            return
        start, end, bullet = self.open
        self.open = None
        span = trimmed(self.text, start, end)
        if len(span):
            given: Label | None = "other" if self.asking else self.given
            self.blocks.paragraphs.append(Paragraph(span, given, bullet))
        if self.own:  # "problem: ..." in notes that never say "action:" speaks for its own line and no more
            self.given, self.own = None, False
        self.asking = False
