"""One turn as the interviewer hears it: read once, with all that it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from starproof.core.context import StoryContext
from starproof.core.document import Document, Register, Story
from starproof.core.facts import Facts, GenreReading, Quantity
from starproof.core.results import Timing
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.parse import LONGEST, parse
from starproof.parse.sentences import sentence_ends
from starproof.probes.candidate import Sight
from starproof.understand import Labelling

_UNTIMED = Timing(0.0, 0.0, {}, ())
MOST_LOOKED_AT = 200
"""Figures and signals of one kind that are weighed in one turn; nobody asks about more."""


@dataclass(frozen=True)
class Heard:
    """One turn that has been read. Build it with ``hear`` and keep it: only a new turn need be read."""

    sight: Sight
    plain: str
    """The words with typewriter apostrophes; every offset is that of the text itself."""

    @property
    def context(self) -> StoryContext:
        """The turn with its labels and facts."""
        return self.sight.context

    @property
    def text(self) -> str:
        """The speaker's own words."""
        return self.context.document.text

    @property
    def words(self) -> int:
        """How many words were said."""
        return self.context.document.words

    @cached_property
    def whole(self) -> Passage:
        """All of the turn."""
        return Passage(self, range(len(self.context.labels)))

    @property
    def legible(self) -> bool:
        """Whether it is in words that can be listened to at all."""
        return bool(self.context.labels) and self.context.facts.genre.genre not in ("foreign", "gibberish")


@dataclass(frozen=True)
class Passage:
    """A run of neighbouring sentences of one turn."""

    heard: Heard
    places: range

    @cached_property
    def plain(self) -> str:
        """The words, with typewriter apostrophes."""
        labels = self.heard.context.labels
        if not self.places:
            return ""
        return self.heard.plain[labels[self.places[0]].span.start : labels[self.places[-1]].span.end]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of signals in it."""
        return frozenset().union(*(self.heard.sight.kinds[place] for place in self.places))

    @cached_property
    def labels(self) -> frozenset[str]:
        """The sections that its sentences belong to."""
        return frozenset(self.heard.context.labels[place].label for place in self.places)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures in it, in text order."""
        found = self.heard.context.facts.quantities
        return tuple(found[index] for place in self.places for index in self.heard.sight.figures[place])


def around(heard: Heard, place: int, *, before: int = 1, after: int = 1) -> Passage:
    """A sentence with so many before and after it."""
    return Passage(heard, range(max(0, place - before), min(len(heard.context.labels), place + after + 1)))


def hear(text: str, reviewer: Reviewer, *, question: str | None = None) -> Heard:
    """Read one turn: its sentences, sections and facts, and nothing that an interviewer does not listen for.

    Args:
        text: what was said, written or raw; an empty one is heard as silence.
        reviewer: reads by its guide and its options.
        question: what was asked, where it helps to read the answer.
    """
    register: Register | None = None if sentence_ends(text) else "spoken"  # nothing ends in it, so it was said
    try:
        document = parse(Story("turn", text[:LONGEST], question=question, register=register))
    except InputError:
        return _silence(text, reviewer)
    labels = Labelling.of(document).labels()
    context = StoryContext(document, labels, reviewer.facts(document, labels), reviewer.guide, _UNTIMED)
    return Heard(Sight.of(context), _plain(document.text))


def _silence(text: str, reviewer: Reviewer) -> Heard:
    document = Document(text, (), (), (), "written", 0)
    facts = Facts(genre=GenreReading("fragment"))
    return Heard(Sight.of(StoryContext(document, (), facts, reviewer.guide, _UNTIMED)), _plain(text))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")


def sentence_of(heard: Heard, span: Span) -> int:
    """Index of the sentence in which a span begins; 0 where it begins in none."""
    return heard.context.sentence_at(span.start) or 0


def earlier(turns: Sequence[Heard], figure: Quantity) -> bool:
    """Whether one of these turns states this figure already."""
    return any(
        other.kind == figure.kind and other.value == figure.value
        for turn in turns
        for other in turn.context.facts.quantities
    )
