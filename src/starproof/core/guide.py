"""A guide: the standard that stories are judged by, as data with a source for each threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DIMENSIONS: tuple[str, ...] = ("scope", "horizon", "influence", "impact", "complexity", "external")
CRITERIA: tuple[str, ...] = ("structure", "ownership", "scope", "impact", "judgement", "learning", "clarity")


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers with a unit; ``high`` is ``None`` where the range is open (``$10M+``)."""

    low: float
    high: float | None
    unit: str
    """``USD/year``, ``direct report``, ``team``, ``engineer``, ``engineer/year``, ``day``."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of the profile: what a manager at this level is expected to show."""

    id: str
    name: str
    says: str
    source: str
    range: Range | None = None


@dataclass(frozen=True, slots=True)
class Principle:
    """A leadership principle; ``looks_for`` says what an interviewer listens for."""

    id: str
    name: str
    looks_for: str
    source: str


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A model story in outline. ``id`` is unique in the guide; ``label`` is what the source called it."""

    id: str
    label: str
    principle: str
    title: str
    situation: str
    task: str
    actions: tuple[str, ...]
    results: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Something a framework asks of a section; ``detector`` names the check that looks for it."""

    id: str
    says: str
    detector: str


@dataclass(frozen=True, slots=True)
class FrameworkSection:
    """One section of a framework with its seconds and what it asks for."""

    section: str
    seconds: float
    asks: tuple[Ask, ...]
    says: str = ""


@dataclass(frozen=True, slots=True)
class Framework:
    """Seconds planned per section for an answer of a nominal length."""

    id: str
    name: str
    seconds: float
    """The nominal length, such as 120 for two minutes."""
    sections: tuple[FrameworkSection, ...]
    source: str

    @property
    def planned(self) -> float:
        """What the sections add up to, which may differ from the nominal length."""
        return sum(section.seconds for section in self.sections)

    def fitted(self) -> Framework:
        """The same plan with its sections scaled so that they add up to the nominal length."""
        scale = self.seconds / self.planned if self.planned else 1.0
        sections = tuple(
            FrameworkSection(s.section, round(s.seconds * scale, 1), s.asks, s.says) for s in self.sections
        )
        return Framework(self.id, self.name, self.seconds, sections, self.source)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One of the guide's faults; ``thresholds`` are its numbers, such as ``annual_usd_under``."""

    id: str
    name: str
    group: str
    says: str
    severity: str
    probe: str
    source: str
    thresholds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """How this level differs from the next in one dimension."""

    id: str
    name: str
    here: str
    next: str
    source: str
    here_range: Range | None = None
    next_range: Range | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A behaviorally anchored rating scale: words for 1 to 5."""

    id: str
    name: str
    anchors: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole guide, loaded and validated."""

    id: str
    version: str
    title: str
    level: str
    next_level: str
    role: str
    source: str
    expectations: tuple[Expectation, ...]
    principles: tuple[Principle, ...]
    exemplars: tuple[Exemplar, ...]
    frameworks: tuple[Framework, ...]
    red_flags: tuple[RedFlag, ...]
    differences: tuple[Difference, ...]
    criteria: tuple[Criterion, ...]

    def red_flag(self, flag_id: str) -> RedFlag | None:
        """The red flag with this id, if the guide has it."""
        return next((f for f in self.red_flags if f.id == flag_id), None)

    def difference(self, dimension: str) -> Difference | None:
        """The difference from the next level in this dimension, if the guide states one."""
        return next((d for d in self.differences if d.id == dimension), None)

    def expectation(self, expectation_id: str) -> Expectation | None:
        """The expectation with this id, if the guide has it."""
        return next((e for e in self.expectations if e.id == expectation_id), None)
