"""Practice in a terminal: the question, the follow-up with the words it takes up, time bars, quoted pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from starproof.core.document import LABELS, Label
from starproof.core.lengths import clock
from starproof.core.practice import Asked, Turn
from starproof.core.results import Evidence
from starproof.report.safe import visible
from starproof.report.terminal.bars import segment_words
from starproof.report.terminal.look import Look, hanging, padded, said, title, wrapped
from starproof.report.times import Segment
from starproof.report.words import SHAPES, Tone

_MARGIN = 2
_NAME = 16
_SUM = 14
_AROUND = 60
"""Characters shown on either side of the words that a follow-up takes up."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Seconds by section under a name."""

    name: str
    sections: Mapping[Label, float]


def question_lines(ask: str, look: Look, *, head: str, aside: str = "", about: Sequence[str] = ()) -> Iterator[Text]:
    """A question as it is asked, under a heading, with quiet lines about it.

    Args:
        ask: its words.
        look: how it looks.
        head: such as ``Question 2 of 3``.
        aside: beside the heading, such as who asks.
        about: why it comes, how much time there is.
    """
    yield from title(head, look, aside=aside)
    yield Text()
    yield from indented(said(ask, style=look.style("strong")), look)
    if about:
        yield Text()
    for line in about:
        yield from indented(said(line, style=look.style("quiet")), look)


def follow_up_lines(asked: Asked, turns: Sequence[Turn], look: Look, *, who: str) -> Iterator[Text]:
    """A follow-up with the words of the speaker that it takes up."""
    yield from title("Follow-up", look, aside=who)
    yield Text()
    text = turns[asked.turn].text if asked.turn < len(turns) else ""
    for one in asked.evidence if text else ():
        head = Text("you said  ", style=look.style("quiet"))
        yield from indented(_quoted(text, one, look), look, head=head)
    yield from indented(said(asked.question, style=look.style("strong")), look)
    if asked.because:
        yield from indented(said(sentence(asked.because), style=look.style("quiet")), look)


def _quoted(text: str, one: Evidence, look: Look) -> Text:
    start, end = one.span.start, one.span.end
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    before = "… " + before.partition(" ")[2] if first else before
    after = after.rpartition(" ")[0] + " …" if last < len(text) else after
    quoted = said(before)
    quoted.append_text(said(text[start:end], style=look.style("mark")))
    if not look.color:
        quoted = Text.assemble(said(before), "[", said(text[start:end]), "]")
    quoted.append_text(said(after))
    return quoted


def bar_lines(bars: Sequence[Bar], look: Look) -> Iterator[Text]:
    """Bars under each other on one scale, each with its name and what it adds up to."""
    scale = max((sum(bar.sections.values()) for bar in bars), default=0.0) or 1.0
    room = look.width - _NAME - _SUM
    for bar in bars:
        line = padded(said(bar.name[: _NAME - 1]), _NAME)
        end, place = 0.0, 0
        for label in LABELS:
            seconds = bar.sections.get(label, 0.0)
            if seconds <= 0:
                continue
            end += seconds / scale
            until = max(place + 1, round(end * room))
            words = segment_words(Segment(label, seconds, seconds / scale), until - place, look)
            line.append(words, style=look.bar(label))
            place = until
        line.append("" if look.color else "▏")
        line = padded(line, _NAME + room + 2)
        line.append(clock(sum(bar.sections.values())), style=look.style("strong"))
        yield line


def point_lines(tone: Tone, words: Text | str, look: Look, *, shape: str | None = None) -> Iterator[Text]:
    """A line with a shape before it that says how it is meant."""
    head = Text(f"{shape or SHAPES[tone]} ", style=look.tone(tone))
    yield from hanging(head, said(words) if isinstance(words, str) else words, look.width, indent=2)


def quiet_lines(words: str, look: Look, *, indent: int = 2) -> Iterator[Text]:
    """A quiet line under another."""
    yield from hanging(Text(), said(words, style=look.style("quiet")), look.width, indent=indent)


def text_lines(text: str, look: Look) -> Iterator[Text]:
    """Somebody's words, line by line as they stand."""
    for line in visible(text).splitlines() or [""]:
        yield from indented(Text(line), look) if line.strip() else [Text()]


def indented(words: Text, look: Look, *, head: Text | None = None) -> Iterator[Text]:
    """Words within margins that make them easy to read, behind a head."""
    lead = Text(" " * _MARGIN)
    if head:
        lead.append_text(head)
    width = min(look.width - _MARGIN, 96)
    for place, line in enumerate(wrapped(words, width - lead.cell_len)):
        yield Text.assemble(lead if place == 0 else " " * lead.cell_len, line)


def sentence(words: str) -> str:
    """Words as a sentence: a capital in front, a full stop behind."""
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words[-1:] in (".", "?", ":", "…") else ".")
