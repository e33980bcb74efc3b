"""A story as matching reads it: the same card from a bank's digest and from bare text."""

from __future__ import annotations

from typing import NamedTuple

from starproof.core.bank import Banked, Sketch
from starproof.core.document import Story
from starproof.core.guide import Guide
from starproof.core.results import RankedPrinciple, Reading
from starproof.understand.principles import rank
from starproof.understand.sketch import sketch


class Card(NamedTuple):
    """A story in brief; a tuple, since a hundred thousand are made for one question."""

    id: str
    title: str | None
    tags: tuple[str, ...]
    """The owner's principles, best first."""
    named: str | None
    """The principle that its front matter names."""
    principles: tuple[RankedPrinciple, ...]
    """All of the guide's, as its words show them; shares add up to 1."""
    sketch: Sketch
    reads_as: Reading | None
    ratings: tuple[tuple[str, int | None], ...]

    @property
    def owned(self) -> tuple[str, ...]:
        """The principles that its owner gave it, by tags or else by front matter."""
        return self.tags or ((self.named,) if self.named else ())

    @property
    def source(self) -> str:
        """Who says which principles it shows."""
        return "by its owner's tags" if self.tags else "by its front matter" if self.named else "by its words"


def card(story: Story | Banked, *, guide: Guide) -> Card:
    """The card of a story; bare text gets a light reading, without the whole review."""
    return _from_bank(story) if isinstance(story, Banked) else _from_text(story, guide)


def _from_bank(story: Banked) -> Card:
    digest = story.digest
    return Card(
        digest.id,
        digest.title,
        story.principles,
        digest.principle,
        digest.principles,
        digest.sketch,
        digest.reads_as,
        digest.ratings,
    )


def _from_text(story: Story, guide: Guide) -> Card:
    told = f"{story.title}\n{story.text}" if story.title else story.text
    return Card(
        story.id,
        story.title,
        (),
        story.principle,
        rank(question=story.question, text=told, principles=guide.principles),
        sketch(text=story.text, title=story.title, question=story.question),
        None,
        (),
    )
