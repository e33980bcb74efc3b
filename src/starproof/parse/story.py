"""A story's text to a document: front matter, headings, paragraphs, sentences. The text itself is never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from starproof.core.document import Document, ParseNote, Register, Sentence, Story, TimedSpan
from starproof.core.keeping import kept
from starproof.core.text import Span
from starproof.errors import InputError, UsageError
from starproof.parse import register as registers
from starproof.parse.blocks import Paragraph, cut
from starproof.parse.front_matter import FrontMatter, front_matter
from starproof.parse.sentences import is_raw, sentences
from starproof.parse.words import words_in

LONGEST = 1_000_000
"""Characters that are read; an answer of ten minutes has about ten thousand."""
_BLANK = "\ufeff \t\r\n\u2028\u2029\x0b\x0c\xa0\u200b\u3000"


def parse(story: Story, *, timed: Sequence[TimedSpan] = (), notes: Sequence[ParseNote] = ()) -> Document:
    """Read one story. What ``story`` says of itself wins over front matter, and that over headings.

    Args:
        story: the text and what is known of it.
        timed: stretches of the text with their times, from a transcript.
        notes: what was noticed while the text was read from its file.

    Raises:
        InputError: when the text is empty, blank, not text, or longer than ``LONGEST``.
    """
    _check(story)
    matter = front_matter(story.text)
    blocks = cut(story.text, start=matter.end or int(story.text.startswith("\ufeff")))
    if not blocks.paragraphs and not blocks.headings:
        raise _blank(story)
    paragraphs = tuple(paragraph.span for paragraph in blocks.paragraphs)
    said = story.register or cast("Register | None", _register(matter)) or ("spoken" if timed else None)
    register = said or _register_of(story.text, paragraphs)
    raw = register == "spoken" and is_raw(story.text, told=said is not None)
    return Document(
        text=story.text,
        sentences=tuple(_sentences(story.text, blocks.paragraphs, raw=raw)),
        paragraphs=paragraphs,
        headings=tuple(blocks.headings),
        register=register,
        words=sum(words_in(span.of(story.text)) for span in paragraphs),
        id=story.id,
        title=_first(story.title, matter.values.get("title"), blocks.meta.get("title")),
        question=_first(story.question, matter.values.get("question"), blocks.meta.get("question")),
        principle=_first(story.principle, matter.values.get("principle"), blocks.meta.get("principle")),
        source=story.source,
        timed=tuple(timed),
        notes=(*notes, *_notes(matter)),
        provenance=(*story.provenance, *matter.numbers.provenance),
    )


def _check(story: Story) -> None:
    name = _name(story)
    if not isinstance(story.text, str):
        kind = type(story.text).__name__
        raise InputError("E-INP-011", f"{name} is no text but {kind}.", "Give a str; bytes need .decode() first.")
    for said in ("title", "question", "principle"):
        value = getattr(story, said)
        if value is not None and not isinstance(value, str):
            kind = type(value).__name__
            raise InputError("E-INP-011", f"The {said} of {story.id!r} is no text but {kind}.", "Give a str.")
    if story.register not in (None, "written", "spoken"):
        raise UsageError("E-USE-011", f"There is no register {story.register!r}.", "Say written or spoken, or nothing.")
    if not story.text:
        forms = "plain text, Markdown, .docx, subtitles or a transcript as JSON"
        raise InputError("E-INP-001", f"{name} is empty.", f"Put the story in it: {forms}.")
    if len(story.text) > LONGEST:
        raise InputError(
            "E-INP-005",
            f"{name} has {len(story.text):,} characters; a story may have {LONGEST:,}.",
            "Review one story at a time; an answer of four minutes has about 3,500 characters.",
        )
    if not story.text.strip(_BLANK):
        raise _blank(story)


def _blank(story: Story) -> InputError:
    return InputError("E-INP-002", f"{_name(story)} has only white space.", "Put the story's text in it.")


def _name(story: Story) -> str:
    return repr(story.source) if story.source else f"The story {story.id!r}"


def _register(matter: FrontMatter) -> str | None:
    value = matter.values.get("register", "").lower()
    return value if value in ("written", "spoken") else None


def _first(*said: str | None) -> str | None:
    """The first that says something; blanks are what a form sends where nothing was typed."""
    return next((one for one in said if one and one.strip(_BLANK)), None)


def _notes(matter: FrontMatter) -> Sequence[ParseNote]:
    if not matter.unknown:
        return matter.numbers.notes
    keys = ", ".join(matter.unknown)
    message = f"The front matter has keys that are not used: {keys}."
    return (ParseNote("front-matter-key", message, Span(0, matter.end)), *matter.numbers.notes)


def _sentences(text: str, paragraphs: Sequence[Paragraph], *, raw: bool) -> list[Sentence]:
    return [
        Sentence(span, number, paragraph.given, paragraph.bullet)
        for number, paragraph in enumerate(paragraphs)
        for span in _cut(text, paragraph.span, raw)
    ]


def _cut(text: str, within: Span, raw: bool) -> list[Span]:
    """The sentences of a paragraph."""
    return [Span(within.start + start, within.start + end) for start, end in _cuts(within.of(text), raw)]


@kept
def _cuts(paragraph: str, raw: bool) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a paragraph start and end in it."""
    return tuple((span.start, span.end) for span in sentences(paragraph, Span(0, len(paragraph)), raw=raw))


def _register_of(text: str, paragraphs: Sequence[Span]) -> Register:
    some = paragraphs[:200]
    return registers.register(" ".join(span.of(text) for span in some), paragraphs=len(some))
