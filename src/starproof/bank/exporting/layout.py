"""A story as the headings, paragraphs and list items that it is printed as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.bank import Draft
from starproof.core.document import Label
from starproof.parse.blocks import cut
from starproof.parse.front_matter import front_matter


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item, with the section that the author's headings put it in."""

    kind: str
    """``heading``, ``prose`` or ``item``."""
    words: str
    label: Label | None


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order; front matter and rulers are left out."""
    blocks = cut(text, start=front_matter(text).end or int(text.startswith("\ufeff")))
    found = [(h.span.start, Block("heading", h.words, h.label)) for h in blocks.headings]
    found += [
        (p.span.start, Block("item" if p.bullet else "prose", p.span.of(text), p.given)) for p in blocks.paragraphs
    ]
    return tuple(block for _, block in sorted(found, key=lambda pair: pair[0]))


def title_of(draft: Draft) -> str:
    """What the story is called."""
    return draft.title or draft.id or draft.question or "A story without a title"


def about(draft: Draft) -> Iterator[tuple[str, str]]:
    """What is printed below the title: names and words."""
    if draft.question:
        yield "Question", draft.question
    principles = dict.fromkeys(one for one in (draft.principle, *draft.principles) if one)
    if principles:
        yield "Principles", ", ".join(name.replace("-", " ") for name in principles)
    if draft.happened:
        yield "When", draft.happened
    if draft.tags:
        yield "Tags", ", ".join(draft.tags)
