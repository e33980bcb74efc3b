"""What a review says: findings, flags, level, ratings, timing, probes. All data, all quoted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from starproof.core.document import Document, Label, LabelledSentence, ParseNote, Provenance, Register
from starproof.core.facts import Claim, Facts, Genre, Impact, Quantity
from starproof.core.text import Placed, Span

Severity = Literal["error", "warning", "note"]
FlagStatus = Literal["raised", "clear", "cannot_say"]
Reading = Literal["below", "at", "above", "unclear"]
Fit = Literal["fits", "over", "under"]
SCHEMA = "starproof.review/1"
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
FLAGS: tuple[str, ...] = (
    "low-impact", "single-team", "ic-work", "short-horizon", "no-hard-decision", "perfect-story",
    "blame", "micromanagement", "vague-metrics", "jargon", "linear-story", "no-follow-up",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence(Placed):
    """The user's own words, with their place."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule reports about one place, or about something absent (then without evidence)."""

    code: str
    name: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    guide: str | None = None
    """The part of the guide it rests on, such as ``red_flags/blame``."""
    probe: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """The verdict on one red flag of the guide."""

    id: str
    status: FlagStatus
    severity: Severity
    because: str
    evidence: tuple[Evidence, ...] = ()
    probe: str | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """At which level the story reads in one respect, and what it lacks."""

    id: str
    reads_as: Reading
    because: str
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    """What this level, or the next one, would still need to hear."""


@dataclass(frozen=True, slots=True)
class Level:
    """At which level the story reads over all."""

    reads_as: Reading
    confidence: float
    because: str
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """One criterion: 1 to 5 with the guide's anchor, or ``None`` where nothing can be judged."""

    criterion: str
    rating: int | None
    anchor: str | None
    because: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedPrinciple:
    """A principle with its share; all shares of a story add up to 1."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class AskVerdict:
    """Whether a section gives what the framework asks of it; ``None`` where it cannot be said."""

    section: str
    ask: str
    met: bool | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameworkFit:
    """The story against one framework. Seconds throughout; ``over_by`` is negative when under."""

    id: str
    budget: float
    seconds: float
    verdict: Fit
    over_by: float
    advice: str
    asks: tuple[AskVerdict, ...]
    sections: Mapping[str, float]
    """Planned seconds by section."""
    told: Mapping[str, float] = field(default_factory=dict)
    """Told seconds by section of the framework; one without a plan counts to the section that asks for it,
    such as reflection to a Result that asks for lessons."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long the story takes to tell."""

    words_per_minute: float
    seconds: float
    sections: Mapping[Label, float]
    frameworks: tuple[FrameworkFit, ...]

    @property
    def nearest(self) -> FrameworkFit | None:
        """The framework that a story is told for: one that it fits, else the one that it misses by least."""
        return min(self.frameworks, key=lambda fit: (fit.verdict != "fits", abs(fit.over_by)), default=None)


@dataclass(frozen=True, slots=True)
class Probe:
    """A question that an interviewer would ask next about this very story."""

    question: str
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card for drilling: what is asked, and what the story itself says to it."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Defence(Placed):
    """A figure that an interviewer will go for, and what the speaker should be ready to say."""

    quantity: int
    """Index of the quantity."""
    evidence: Evidence
    """The clause around the figure."""
    because: str
    """Why it will be asked about."""
    probe: str
    """The questions that the story leaves open."""
    card: Card
    provenance: Provenance | None = None
    """Where the figure comes from, or ``None`` where nobody has said; then ``ask`` asks."""
    ask: str | None = None

    @property
    def span(self) -> Span:
        """The clause's place."""
        return self.evidence.span

    @property
    def quote(self) -> str:
        """The clause's words."""
        return self.evidence.quote


@dataclass(frozen=True, slots=True)
class SectionRun(Placed):
    """A run of neighbouring sentences with one label."""

    label: Label
    span: Span


@dataclass(frozen=True, slots=True)
class GuideRef:
    """Which guide a review used."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Engine:
    """Fingerprints: the same three and the same text give the same review."""

    version: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class TextInfo:
    """The text that was reviewed, in numbers."""

    characters: int
    words: int
    register: Register
    content: str = field(default="", repr=False)
    """The text itself, into which every span points."""


@dataclass(frozen=True, slots=True)
class GenreVerdict:
    """What sort of text it is, with the words that say so; only a ``story`` is judged."""

    reads_as: Genre
    because: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Review:
    """The whole verdict on one story, ``starproof.review/1``."""

    document: Document
    guide: GuideRef
    engine: Engine
    sentences: tuple[LabelledSentence, ...]
    sections: tuple[SectionRun, ...]
    missing: tuple[Label, ...]
    facts: Facts
    flags: tuple[Flag, ...]
    findings: tuple[Finding, ...]
    level: Level
    ratings: tuple[Rating, ...]
    principles: tuple[RankedPrinciple, ...]
    timing: Timing
    probes: tuple[Probe, ...]
    defence: tuple[Defence, ...] = ()
    """The figures an interviewer will go for, the first one first."""

    def __repr__(self) -> str:
        """In a line, without the story's words: these end up in logs."""
        raised = sum(flag.status == "raised" for flag in self.flags)
        found = f"{raised} flags raised, {len(self.findings)} findings"
        return f"<Review of {self.id!r}: reads {self.level.reads_as}, {found}>"

    @property
    def schema(self) -> str:
        """The name and version of the contract that this review keeps."""
        return SCHEMA

    @property
    def id(self) -> str:
        """The story's id."""
        return self.document.id

    @property
    def title(self) -> str | None:
        """The story's title, where it has one."""
        return self.document.title

    @property
    def source(self) -> str | None:
        """The file the story came from, if it came from one."""
        return self.document.source

    @property
    def question(self) -> str | None:
        """The interview question that the story answers, where given."""
        return self.document.question

    @property
    def text(self) -> TextInfo:
        """The text with its length and register."""
        text = self.document.text
        return TextInfo(len(text), self.document.words, self.document.register, text)

    @property
    def genre(self) -> GenreVerdict:
        """What sort of text it is."""
        found, quote = self.facts.genre, self.document.quote
        evidence = tuple(Evidence(span, quote(span)) for span in found.evidence)
        return GenreVerdict(found.genre, found.because, evidence)

    @property
    def notes(self) -> tuple[ParseNote, ...]:
        """Something odd that was noticed while reading."""
        return self.document.notes

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every explicit figure, in text order."""
        return self.facts.quantities

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every figure that could be recomputed from others."""
        return self.facts.claims

    @property
    def impact(self) -> Impact | None:
        """The likeliest money outcome, or ``None`` where the story has none."""
        return self.facts.impact
