"""A guide that is still being read: what has been understood so far, and what has not."""

from __future__ import annotations

from dataclasses import dataclass, field

from starproof.core.guide import (
    Criterion,
    Difference,
    Exemplar,
    Expectation,
    Framework,
    FrameworkSection,
    Principle,
    RedFlag,
)
from starproof.guides.compiled import Problem
from starproof.guides.lines import Line


@dataclass(slots=True)
class ExemplarDraft:
    """An exemplar whose sections are still being filled."""

    id: str
    label: str
    principle: str
    title: str
    line: int
    parts: dict[str, list[str]] = field(default_factory=dict)
    section: str | None = None

    def add(self, section: str, text: str) -> None:
        """Put a line into a section and stay in it."""
        self.section = section
        kept = self.parts.setdefault(section, [])
        if text:
            kept.append(text)

    def done(self, source: str) -> Exemplar:
        """The exemplar; a reflection counts as a result, since guides keep lessons there."""
        results = (*self.parts.get("result", ()), *self.parts.get("reflection", ()))
        situation, task = (" ".join(self.parts.get(name, ())) for name in ("situation", "task"))
        actions = tuple(self.parts.get("action", ()))
        return Exemplar(self.id, self.label, self.principle, self.title, situation, task, actions, results, source)


@dataclass(slots=True)
class FrameworkDraft:
    """A framework whose sections are still being read."""

    id: str
    name: str
    seconds: float
    source: str
    sections: list[FrameworkSection] = field(default_factory=list)

    def done(self) -> Framework:
        """The framework; without a nominal length, its sections' sum stands for one."""
        total = self.seconds or sum(section.seconds for section in self.sections)
        return Framework(self.id, self.name, total, tuple(self.sections), self.source)


@dataclass(slots=True)
class Draft:
    """All parts of the guide in the order of the page, and where the reader stands."""

    name: str
    title: str = ""
    part: str | None = None
    part_depth: int = 0
    heading: str = ""
    """The nearest heading above, which is the source of what stands below it."""
    principle_depth: int = 0
    stated_exemplars: tuple[int, int] | None = None
    """How many exemplars the page says it has, and on which line."""
    expectations: list[Expectation] = field(default_factory=list)
    principles: list[Principle] = field(default_factory=list)
    exemplars: list[ExemplarDraft] = field(default_factory=list)
    frameworks: list[FrameworkDraft] = field(default_factory=list)
    red_flags: list[RedFlag] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: Line, what: str) -> None:
        """Note a line that could not be read, or that looks wrong."""
        self.problems.append(Problem(line.number, what, line.text))

    def unique(self, wanted: str, taken: list[str], line: Line) -> str:
        """This id, or with a number behind it where it is taken; then it is noted."""
        if wanted not in taken:
            return wanted
        self.problem(line, f"the id {wanted} is used twice")
        number = 2
        while f"{wanted}-{number}" in taken:
            number += 1
        return f"{wanted}-{number}"
