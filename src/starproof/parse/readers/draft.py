"""What a reader hands to the parser: a story's text, and what the file said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from starproof.core.document import Document, ParseNote, Provenance, Register, Story, TimedSpan
from starproof.errors import InputError
from starproof.parse.story import parse


@dataclass(frozen=True, slots=True)
class Draft:
    """One story as its file gives it, not yet parsed."""

    text: str
    id: str | None = None
    title: str | None = None
    question: str | None = None
    principle: str | None = None
    register: Register | None = None
    timed: tuple[TimedSpan, ...] = ()
    notes: tuple[ParseNote, ...] = ()
    provenance: tuple[Provenance, ...] = ()

    def noted(self, *notes: ParseNote) -> Draft:
        """The same with these notes added."""
        return replace(self, notes=(*self.notes, *notes)) if notes else self


@dataclass(frozen=True, slots=True)
class Told:
    """What the caller says of the stories; it counts above what the file says."""

    title: str | None = None
    question: str | None = None
    principle: str | None = None
    register: Register | None = None

    def over(self, draft: Draft) -> Draft:
        """The draft with everything that the caller said."""
        return replace(
            draft,
            title=self.title or draft.title,
            question=self.question or draft.question,
            principle=self.principle or draft.principle,
            register=self.register or draft.register,
        )


def where(name: str | None) -> str:
    """How messages name the source."""
    return "standard input" if name is None else repr(name)


def stem(name: str | None) -> str:
    """The id of a story that has none of its own: the file's name without folder and ending."""
    return (PurePath(name).stem if name else "") or "story"


def parse_draft(draft: Draft, *, id: str, source: str | None) -> Document:
    """The parsed story.

    Raises:
        InputError: when the text is empty, blank, too long, or cannot be written as UTF-8.
    """
    _check_writable(draft.text, source)
    story = Story(
        id,
        draft.text,
        draft.title,
        draft.question,
        draft.principle,
        draft.register,
        source=source,
        provenance=draft.provenance,
    )
    return parse(story, timed=draft.timed, notes=draft.notes)


def _check_writable(text: str, source: str | None) -> None:
    """JSON can escape half of a surrogate pair; no report could write it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            "E-INP-004",
            f"The text in {where(source)} holds half a surrogate pair, \\u{ord(text[error.start]):04x}, "
            f"at character {error.start:,}.",
            "Write the character itself or both halves of its escape.",
        ) from None
