"""A story as matching reads it: the same card from a bank's digest and from bare text."""

from __future__ import annotations

from typing import NamedTuple

from starproof.core.bank import Banked, Digest, Sketch
from starproof.core.document import Story
from starproof.core.guide import Exemplar, Guide
from starproof.core.results import RankedPrinciple, Reading
from starproof.matching.exemplars import Known
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
    repeats: Exemplar | None = None
    """The guide's exemplar that it repeats; looked for where its owner names no principle."""
    origin: Story | Digest | None = None
    """What it was made of."""

    @property
    def owned(self) -> tuple[str, ...]:
        """The principles that it is given: by tags, else by front matter, else by the exemplar that it repeats."""
        if self.tags or self.named:
            return self.tags or (self.named or "",)
        return (self.repeats.principle,) if self.repeats else ()

    @property
    def known_words(self) -> str:
        """Its text, or what a bank's digest quotes of it."""
        if self.origin is None or isinstance(self.origin, Story):
            return self.origin.text if self.origin else ""
        return "\n\n".join((self.origin.opening, *(figure.quote for figure in self.origin.figures)))

    @property
    def source(self) -> str:
        """Who says which principles it shows."""
        if self.tags or self.named:
            return "by its owner's tags" if self.tags else "by its front matter"
        return f"by the guide, whose exemplar {self.repeats.id} it repeats" if self.repeats else "by its words"


def card(story: Story | Banked, *, guide: Guide, exemplars: Known | None = None) -> Card:
    """The card of a story; bare text gets a light reading, without the whole review.

    Args:
        story: from a bank, or bare.
        guide: whose principles count.
        exemplars: those that stories may repeat; ``None`` where that is not to be looked for. The review of a story in
            a bank has already said whether it repeats one.
    """
    made = _from_bank(story) if isinstance(story, Banked) else _from_text(story, guide)
    looked = not isinstance(story, Banked) or story.digest.genre == "copied"
    if exemplars is None or made.tags or made.named or not looked:
        return made
    repeats = exemplars.repeated(made.sketch.terms)
    return made._replace(repeats=repeats) if repeats else made


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
        origin=digest,
    )


def _from_text(story: Story, guide: Guide) -> Card:
    return Card(
        story.id,
        story.title,
        (),
        story.principle,
        rank(question=story.question, text=story.text, title=story.title, principles=guide.principles),
        sketch(text=story.text, title=story.title, question=story.question),
        None,
        (),
        origin=story,
    )
