"""All that a judgement may look at: the document, its labels, its facts, the guide, the timing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from starproof.core.document import SHORTEST, Document, Label, LabelledSentence, Provenance
from starproof.core.facts import Facts, Leaning
from starproof.core.guide import Guide
from starproof.core.results import Evidence, Review, Timing
from starproof.core.text import Span

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoryContext:
    """One story, read but not yet judged. Rules, level, ratings and probes see this and nothing else."""

    document: Document
    labels: tuple[LabelledSentence, ...]
    """One for each of ``document.sentences``, in the same order."""
    facts: Facts
    guide: Guide
    timing: Timing
    leanings: Mapping[str, Leaning] = field(default_factory=dict)
    """By red flag: what the learned reader makes of the story where words alone cannot decide."""
    provenance: Mapping[int, Provenance] = field(default_factory=dict)
    """By index of the quantity: where the figure comes from, as the author says."""
    contradicted: tuple[LabelledSentence, ...] = ()
    """Sentences that speak clearly for another section than their heading's, with that section."""
    clauses: dict[tuple[int, int], Span] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The clauses around words that were asked for, by where those start and end; rules ask for the same again."""
    answers: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What was asked of this story already; see ``once``."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each sentence starts."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([sentence.span.start for sentence in self.labels]))

    @property
    def too_short(self) -> str | None:
        """Why the text is too short for a verdict on the whole story; ``None`` where it is long enough."""
        if self.document.words >= SHORTEST and self.labels:
            return None
        return f"A text of {self.document.words} words is too short to tell."

    def evidence(self, *spans: Span) -> tuple[Evidence, ...]:
        """The user's own words at these spans."""
        return tuple(Evidence(span, self.document.quote(span)) for span in spans)

    def labelled(self, *labels: Label) -> tuple[LabelledSentence, ...]:
        """The sentences that carry one of these labels, in text order."""
        return tuple(sentence for sentence in self.labels if sentence.label in labels)

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that covers this code point, or ``None`` between sentences."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.labels[index].span.end else None

    def contrary(self, flag: str) -> tuple[Span, ...]:
        """The sentences that plainly speak against this flag for the learned reader, strongest first."""
        leaning = self.leanings.get(flag)
        return tuple(self.labels[number].span for number in (leaning.against if leaning is not None else ()))

    def sentence(self, index: int, *, most: int) -> str:
        """The words of a sentence, no more than so many code points; none where there is no sentence of this index."""
        return self.document.quote(self.labels[index].span, most=most) if 0 <= index < len(self.labels) else ""


_NOT_ASKED = object()


def once(ask: Callable[Concatenate[StoryContext, P], T]) -> Callable[Concatenate[StoryContext, P], T]:
    """A question to a story that rules, level and probes all ask: it is answered once. No answer may be changed."""

    @wraps(ask)
    def asking(context: StoryContext, /, *about: P.args, **named: P.kwargs) -> T:
        key = (ask, about, *named.items())
        found: Any = context.answers.get(key, _NOT_ASKED)
        if found is _NOT_ASKED:
            found = context.answers[key] = ask(context, *about, **named)
        return found  # type: ignore[no-any-return]

    return asking


@dataclass(frozen=True, slots=True)
class GuideContext:
    """A guide with the reviews of its own exemplars. Rules of the family ``GDE`` see this and nothing else."""

    guide: Guide
    reviews: Mapping[str, Review]
    """By the exemplar's id."""
