"""What is told about the delivery of one answer. Advice only: none of it enters a rating.

Seconds count from the start of the recording; spans point into the text of the answer as it stands after editing.
What was not measured is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from starproof.core.document import Label, TimedSpan
from starproof.core.text import Span

Place = Literal["in-clause", "between-clauses", "between-sentences"]
RestartKind = Literal["repeated", "cut", "begun-again"]
Topic = Literal["length", "section", "pace", "section-pace", "pauses", "disfluency"]


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute, counted in two ways."""

    words: int
    with_pauses: float
    """Words a minute of all the time, silence included; norms and a speaker's own pace are meant this way."""
    speaking: float | None
    """Words a minute of the time in which a voice was heard."""


@dataclass(frozen=True, slots=True)
class SectionDelivery:
    """One section as it was told."""

    section: Label
    seconds: float
    """Its words with the pauses after them."""
    speaking: float | None
    """Seconds of these in which a voice was heard."""
    pace: Pace | None
    """``None`` where it has no words, or no time passed."""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """One section of the framework. What it does not plan for counts where it asks for it, as in a review."""

    section: str
    planned: float
    told: float

    @property
    def over_by(self) -> float:
        """Seconds over the plan; negative when under."""
        return self.told - self.planned


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer held against one framework of the guide."""

    framework: str
    """Its id."""
    budget: float
    """What its sections add up to."""
    sections: tuple[PlannedSection, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A silence between two stretches of voice."""

    start: float
    seconds: float
    after: Span
    """The word before it, as it stands in the text."""
    place: Place
    """Where it falls: a speaker who stops to think does so between clauses or sentences more often than in one."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """A voice without words: the engine left out what was said, so the text is worth a look there.

    Its seconds count to the section before it; its words count nowhere until the speaker puts them into the text.
    """

    start: float
    end: float
    voice: float
    """Seconds of voice in it."""
    after: Span | None
    """The word before it; ``None`` before the first word."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that only fill time, such as ``um`` or ``you know``."""

    span: Span
    words: str
    """In lower case."""


@dataclass(frozen=True, slots=True)
class Restart:
    """A start that was given up: ``the the``, ``impl- implemented``, ``we were, we had``."""

    span: Span
    """From the first of the words given up to the last of those that replace them."""
    kind: RestartKind


@dataclass(frozen=True, slots=True)
class Disfluency:
    """Fillers and restarts. Speech recognition leaves many of them out, so every number here is a lower bound."""

    fillers: tuple[Filler, ...]
    restarts: tuple[Restart, ...]
    at_least: int
    """Fillers and restarts that the transcript shows; more may have been said."""
    fillers_per_minute: float | None
    fillers_per_100_words: float
    per_100_words: float
    """Fillers and restarts together."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to try, with the norm it rests on and where that norm comes from."""

    topic: Topic
    says: str
    norm: str
    source: str
    """Id of a source in ``norms.toml``, or ``guide`` for the framework's plan."""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one answer was delivered. Without times all is ``None`` or empty, and ``because`` says why."""

    because: str | None = None
    """Why nothing was measured; ``None`` where it was."""
    timed: tuple[TimedSpan, ...] = ()
    """Each word of the text with its times, in order and apart."""
    seconds: float | None = None
    """From the first word to the end of the last; the sections add up to it."""
    speaking: float | None = None
    """Seconds of these in which a voice was heard; ``None`` where nobody listened for one."""
    pace: Pace | None = None
    sections: tuple[SectionDelivery, ...] | None = None
    """All six, in the order of ``LABELS``, as a listener hears them: what came of a deed on the way is the action's."""
    plan: Plan | None = None
    """``None`` without a framework."""
    pauses: tuple[Pause, ...] | None = None
    """Those over ``pause_over``, in order; ``None`` where nobody listened for a voice."""
    pause_over: float | None = None
    unheard: tuple[Unheard, ...] | None = None
    """Where a voice was heard for a while and no words; ``None`` where nobody listened for a voice."""
    disfluency: Disfluency | None = None
    advice: tuple[Advice, ...] = ()

    @property
    def by_section(self) -> Mapping[Label, float] | None:
        """Seconds by section, or ``None`` where nothing was measured."""
        return None if self.sections is None else {one.section: one.seconds for one in self.sections}
