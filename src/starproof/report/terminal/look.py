"""Paper, ink and one pencil for a terminal: styles that read on light and on dark, and lines that keep their width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from itertools import zip_longest
from typing import Literal

from rich.console import Console
from rich.text import Text

from starproof.core.document import Label
from starproof.report.safe import one_line
from starproof.report.words import Tone

Style = Literal["pencil", "sure", "open", "strong", "quiet", "mark", "figure", "title"]

INK: Mapping[str, int] = {"pencil": 167, "sure": 28, "open": 130}
"""Colours of words, by their number of 256; each has a contrast of 3.5 or more on white and on black."""
RAILS: Mapping[Label, int] = {
    "situation": 67, "task": 136, "action": 31, "result": 65, "reflection": 97, "other": 244,
}  # fmt: skip
"""Colours of the rail beside the story; each has a contrast of 3 or more on white and on black."""
BARS: Mapping[Label, int] = {
    "situation": 60, "task": 94, "action": 24, "result": 22, "reflection": 54, "other": 240,
}  # fmt: skip
"""Grounds of the time bars, under white words; each gives them a contrast of 4.5 or more."""
_STYLES: Mapping[Style, str] = {
    "pencil": f"bold color({INK['pencil']})",
    "sure": f"color({INK['sure']})",
    "open": f"color({INK['open']})",
    "strong": "bold",
    "quiet": "dim",
    "mark": f"underline color({INK['pencil']})",
    "figure": "underline",
    "title": "bold",
}
_TONES: Mapping[Tone, Style] = {"good": "sure", "bad": "pencil", "open": "open"}
_SUPER = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹·")


@dataclass(frozen=True, slots=True)
class Look:
    """How wide, and whether in colour."""

    width: int
    color: bool

    def style(self, name: Style) -> str:
        """A style by what it means; none without colour."""
        return _STYLES[name] if self.color else ""

    def tone(self, tone: Tone) -> str:
        """The style of good, bad, or open."""
        return self.style(_TONES[tone])

    def rail(self, label: Label) -> str:
        """The style of a section's rail."""
        return f"color({RAILS[label]})" if self.color else ""

    def bar(self, label: Label) -> str:
        """The style of a section's part of a time bar."""
        return f"color(231) on color({BARS[label]})" if self.color else ""

    @property
    def roomy(self) -> bool:
        """Whether notes fit beside the story."""
        return self.width >= 96

    @property
    def narrow(self) -> bool:
        """Whether columns leave too little room for words, so that all stands one below the other."""
        return self.width < 76


def small(numbers: Iterable[int]) -> str:
    """Numbers of notes as small raised digits."""
    return ",".join(map(str, numbers)).translate(_SUPER)


@lru_cache(maxsize=1)
def _measure() -> Console:
    return Console(
        file=StringIO(), width=200, color_system=None, force_jupyter=False, legacy_windows=False, _environ={}
    )


def wrapped(text: Text | str, width: int) -> list[Text]:
    """The text on lines of at most so many columns; wide characters count as two."""
    whole = Text(text) if isinstance(text, str) else text
    lines = whole.wrap(_measure(), max(width, 2), tab_size=4)
    for line in lines:
        line.rstrip()
    return list(lines) or [Text()]


def said(text: str, *, style: str = "") -> Text:
    """Anybody's words, made safe to print, on one line."""
    return Text(one_line(text), style=style)


def padded(line: Text, width: int) -> Text:
    """The line filled up with spaces to so many columns."""
    copy = line.copy()
    copy.append(" " * max(0, width - copy.cell_len))
    return copy


def beside(columns: Sequence[tuple[int, Sequence[Text]]], *, gap: int = 2) -> Iterator[Text]:
    """Columns of lines side by side, each so many columns wide but the last, which ends where it ends."""
    empty = Text()
    for row in zip_longest(*(lines for _, lines in columns), fillvalue=empty):
        line = Text()
        for place, ((width, _), cell) in enumerate(zip(columns, row, strict=True)):
            last = place == len(columns) - 1
            line.append_text(cell if last else padded(cell, width + gap))
        yield line


def hanging(head: Text, body: Text | str, width: int, *, indent: int) -> list[Text]:
    """A head and its words beside it, the words wrapped under themselves."""
    return list(beside([(indent, [head]), (width - indent, wrapped(body, width - indent))], gap=0))


def entry(cells: Sequence[tuple[int, Text]], body: Text | str | Sequence[Text], look: Look, *, gap: int) -> list[Text]:
    """Cells, each so many columns wide, and words to their right; where it is narrow, the words below the cells.

    A sequence as ``body`` stands on lines of its own.
    """
    parts = [body] if isinstance(body, Text | str) else body
    if look.narrow:
        head = Text("  ").join(cell for _, cell in cells if cell.plain)
        return [
            *wrapped(head, look.width),
            *(line for part in parts for line in hanging(Text(), part, look.width, indent=2)),
        ]
    room = look.width - sum(width + gap for width, _ in cells)
    columns = [(width, wrapped(cell, width)) for width, cell in cells]
    return list(beside([*columns, (0, [line for part in parts for line in wrapped(part, room)])], gap=gap))


def title(words: str, look: Look, *, aside: str = "") -> list[Text]:
    """An empty line and a heading with a rule to the edge, which a narrow terminal does without."""
    if look.width < len(words):
        return [Text(), *wrapped(Text(words, style=look.style("title")), look.width)]
    line = Text()
    line.append(words, style=look.style("title"))
    if aside and len(words) + len(aside) + 8 <= look.width:
        line.append(f"  {aside}")
    line.append(" ")
    line.append("─" * max(0, look.width - line.cell_len), style=look.style("quiet"))
    return [Text(), line]
