"""What the bank keeps of a story beside its text, and what matching, coverage and plans need to know of it.

Dates are ISO 8601 text: days as ``2026-03-31``, moments in UTC as ``2026-03-31T09:30:00Z``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from starproof.core.document import SHORTEST, Label, Provenance, Register
from starproof.core.facts import Genre
from starproof.core.results import Engine, Evidence, RankedPrinciple, Reading
from starproof.core.text import Span

Went = Literal["well", "mixed", "badly"]
WENT: tuple[Went, ...] = ("well", "mixed", "badly")
"""How a telling went, in its owner's own eyes."""
MINUTES: tuple[int, ...] = (2, 3, 4)
"""The lengths in which one story may be kept, one framework of the guide each."""


@dataclass(frozen=True, slots=True)
class Use:
    """One telling of a story in a real interview."""

    on: str
    """The day."""
    company: str | None = None
    interviewer: str | None = None
    principle: str | None = None
    question: str | None = None
    went: Went | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A story on its way into or out of a bank: all that its owner says about it. All but the text is optional."""

    text: str
    id: str | None = None
    title: str | None = None
    question: str | None = None
    principle: str | None = None
    principles: tuple[str, ...] = ()
    """The owner's own principle tags, best first."""
    tags: tuple[str, ...] = ()
    notes: str = ""
    register: Register | None = None
    provenance: tuple[Provenance, ...] = ()
    versions: Mapping[int, str] = field(default_factory=dict)
    """Shorter and longer tellings of the same story: minutes to text."""
    happened: str | None = None
    """The day, month or year in which the story ended: ``2025``, ``2025-03`` or ``2025-03-31``."""
    uses: tuple[Use, ...] = ()
    archived: bool = False
    source: str | None = None
    """Where it came from, such as a file's name."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is about, small enough to keep for every story and to compare with a question at once."""

    terms: tuple[str, ...] = ()
    """Its telling word stems, most telling first."""
    themes: tuple[str, ...] = ()
    """The themes of a manager's work that it shows, such as ``low-performer``; ids of the question bank."""
    vector: bytes = b""
    """Its meaning as signed bytes, all of one length; empty where no word of it is known."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One of a manager's own numbers as a story states it, such as ``reports`` 9."""

    measure: str
    """``reports``, ``engineers``, ``teams``, ``hires``, ``impact``, ``horizon`` in days, ``people`` and the like;
    ``engine.proofs`` lists them."""
    value: float
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Digest:
    """A review in brief: what lists, matching, coverage and plans read instead of the story."""

    id: str
    title: str | None
    question: str | None
    principle: str | None
    """The one that its author's front matter names."""
    principles: tuple[RankedPrinciple, ...]
    """All of the guide's, best first; shares add up to 1."""
    genre: Genre
    """Only a ``story`` counts for coverage and plans."""
    reads_as: Reading
    confidence: float
    dimensions: tuple[tuple[str, Reading], ...]
    flags: tuple[str, ...]
    """The red flags raised."""
    ratings: tuple[tuple[str, int | None], ...]
    errors: int
    warnings: int
    annual_usd: float | None
    proofs: tuple[Proof, ...]
    missing: tuple[Label, ...]
    words: int
    seconds: float
    register: Register
    sketch: Sketch
    engine: Engine
    guide: str
    """The guide's id and version, as ``l6-engineering-manager/1``."""
    opening: str = ""
    """The first sentence that says something, whole."""
    figures: tuple[Evidence, ...] = ()
    """The figures that an interviewer will go for, three at the most, each in its clause; the first one first."""

    @property
    def too_short(self) -> bool:
        """Whether nothing can be said of the whole: no flag was decided, and what it seems to show is a guess."""
        return self.words < SHORTEST

    @property
    def astray(self) -> bool:
        """Whether it plainly answers another question than its own: that alone is why it is not rated."""
        asked = bool(self.question) and self.genre == "story" and not self.too_short
        return asked and bool(self.errors and self.ratings) and all(rating is None for _, rating in self.ratings)


@dataclass(frozen=True, slots=True)
class Banked:
    """A story of the bank as matching, coverage and plans see it."""

    digest: Digest
    principles: tuple[str, ...] = ()
    """The owner's own principle tags; they count above what was computed."""
    tags: tuple[str, ...] = ()
    happened: str | None = None
    updated: str | None = None
    """When its text last changed."""
    uses: tuple[Use, ...] = ()
    minutes: tuple[int, ...] = ()
    """The lengths in which it is kept beside the whole story."""
    archived: bool = False

    @property
    def id(self) -> str:
        """The story's id."""
        return self.digest.id
