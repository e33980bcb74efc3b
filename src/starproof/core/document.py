"""A story as text: what the user gave, where its sentences are, and what its author said about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starproof.core.text import Placed, Span

Label = Literal["situation", "task", "action", "result", "reflection", "other"]
Register = Literal["written", "spoken"]
LABELS: tuple[Label, ...] = ("situation", "task", "action", "result", "reflection", "other")
SECTIONS: tuple[Label, ...] = LABELS[:-1]
"""The five sections of an answer, in the order in which they are told."""
Origin = Literal["measured", "estimated", "told", "cannot-confirm"]
ORIGINS: tuple[Origin, ...] = ("measured", "estimated", "told", "cannot-confirm")
"""Where a figure may come from."""
SHORTEST = 25
"""A text of fewer words gives no ground for a verdict on the whole story."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one figure of a story comes from, as its author says."""

    figure: str
    """The figure as the author writes it, which may differ from the story's own words for it."""
    origin: Origin
    by: str | None = None
    """Who measured, estimated or told it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a user hands in. All but the text is optional."""

    id: str
    text: str
    title: str | None = None
    question: str | None = None
    principle: str | None = None
    register: Register | None = None
    source: str | None = None
    """Where it came from, such as a file's name; ``None`` for standard input and strings."""
    provenance: tuple[Provenance, ...] = ()
    """Where its figures come from; counts above what its front matter says."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the author wrote, as it stands in the text."""

    span: Span
    words: str
    """The heading without its markup, such as ``Situation`` for ``**Situation**:``."""
    label: Label | None
    """The section it opens, or ``None`` where it is no section's heading."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, list item, or utterance of raw speech."""

    span: Span
    paragraph: int
    """Index into ``Document.paragraphs``."""
    given: Label | None = None
    """The section that the author's own heading puts it in."""
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class TimedSpan:
    """A stretch of a transcript with its times, in seconds from the start of the recording."""

    span: Span
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class ParseNote:
    """Something odd that was noticed while reading; not a fault of the story."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed story. Every span points into ``text``, which is exactly what the user gave."""

    text: str
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    """Runs of prose or single list items, in order; headings, front matter and rulers are outside."""
    headings: tuple[Heading, ...]
    register: Register
    words: int
    """Words of the story proper, by which it is timed."""
    id: str = "story"
    title: str | None = None
    question: str | None = None
    principle: str | None = None
    source: str | None = None
    timed: tuple[TimedSpan, ...] = ()
    notes: tuple[ParseNote, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    """Where its figures come from, as its author says; the first that speaks of a figure counts."""

    @property
    def told(self) -> str:
        """The text from the first sentence to the last, without what stands above and below the story."""
        return self.text[self.sentences[0].span.start : self.sentences[-1].span.end] if self.sentences else ""

    def quote(self, span: Span, *, most: int | None = None) -> str:
        """The user's own words at ``span``; with ``most``, no more than so many code points from its start.

        A page without full stops is one sentence, so what searches sentences asks for ``most`` to stay linear.
        """
        start, end = span.start, span.end
        return self.text[start : end if most is None or end - start <= most else start + most]


@dataclass(frozen=True, slots=True)
class LabelledSentence(Placed):
    """A sentence with the section it belongs to."""

    span: Span
    label: Label
    confidence: float
    """0 to 1; 1 where the author's heading said so."""
    given: bool = False
    paragraph: int = 0
