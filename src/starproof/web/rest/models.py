"""Stories as the REST takes and gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from starproof.bank.records import Entry, Line, Revision
from starproof.core.bank import Digest, Draft, Use, Went
from starproof.core.document import Origin, Provenance, Register
from starproof.core.results import Reading

Words = Annotated[str, Field(min_length=1, max_length=1_000_000)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", examples=["2026-03-31"])]
Version = Literal["2", "3", "4"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FigureOrigin(_Strict):
    """Where one figure of a story comes from."""

    figure: Annotated[str, Field(min_length=1, description="The figure as the story writes it.", examples=["$1.2M"])]
    origin: Origin
    by: str | None = Field(None, description="Who measured, estimated or told it.")


class Telling(_Strict):
    """One telling of a story in a real interview."""

    on: Day
    company: str | None = None
    interviewer: str | None = None
    principle: str | None = None
    question: str | None = None
    went: Went | None = None
    note: str = ""


class StoryChange(_Strict):
    """What is to be changed of a story; what is left out stays."""

    text: Words | None = None
    title: str | None = None
    question: str | None = Field(None, description="The question that it answers.")
    principle: str | None = None
    principles: list[str] | None = Field(None, description="The owner's own, best first.")
    tags: list[str] | None = None
    notes: str | None = None
    register_: Register | None = Field(None, alias="register")
    provenance: list[FigureOrigin] | None = None
    versions: dict[Version, Words] | None = Field(None, description="Tellings of 2, 3 and 4 minutes.")
    happened: str | None = Field(None, description="The year, month or day in which it ended.", examples=["2025-03"])
    uses: list[Telling] | None = Field(None, description="Where it was told.")


class StoryIn(StoryChange):
    """A story to keep."""

    text: Words
    id: str | None = Field(None, min_length=1, max_length=200, description="Made from its words where it is left out.")
    source: str | None = Field(None, description="Where it comes from, such as a file's name.")


class ReviewInBrief(BaseModel):
    """The review of a story in brief."""

    reads_as: Reading
    confidence: float
    dimensions: dict[str, Reading]
    flags: list[str] = Field(description="The red flags raised.")
    principles: dict[str, float] = Field(description="All of the guide's, best first; the shares add up to 1.")
    ratings: dict[str, int | None]
    errors: int
    warnings: int
    annual_usd: float | None
    missing: list[str] = Field(description="Sections that are not told.")
    words: int
    seconds: float


class StoryOut(BaseModel):
    """A story of the bank."""

    id: str
    title: str | None
    question: str | None
    principle: str | None
    principles: list[str]
    tags: list[str]
    happened: str | None
    uses: list[Telling]
    revision: int
    added: str
    updated: str
    archived: bool
    brief: ReviewInBrief | None = Field(description="Null where the story is not read yet, or cannot be.")


class WholeStory(StoryOut):
    """A story of the bank with its words."""

    text: str
    notes: str
    register_: Register | None = Field(alias="register")
    provenance: list[FigureOrigin]
    versions: dict[Version, str]
    source: str | None


class Stories(BaseModel):
    """A page of the list."""

    items: list[StoryOut]
    total: int = Field(description="Stories in the whole list.")
    next: str | None = Field(description="The cursor of the page after this one.")


class RevisionOut(BaseModel):
    """The words of a story at one time."""

    number: int
    at: str
    by: str
    text: str
    title: str | None
    question: str | None


def draft_of(said: StoryIn) -> Draft:
    """The story as the bank takes it."""
    return Draft(**_given(said, said.model_fields_set))


def changes_of(said: StoryChange) -> dict[str, Any]:
    """What is to be changed, as the bank takes it; an empty text or list where one was unset."""
    return _given(said, said.model_fields_set)


def _given(said: StoryChange, names: set[str]) -> dict[str, Any]:
    empty: Mapping[str, Any] = {"notes": "", "versions": {}} | dict.fromkeys(
        ("principles", "tags", "provenance", "uses"), ()
    )
    found: dict[str, Any] = {}
    for name in sorted(names):
        value = getattr(said, name)
        found[name.rstrip("_")] = empty.get(name) if value is None else _plain(name, value)
    return found


def _plain(name: str, value: Any) -> Any:
    if name == "provenance":
        return tuple(Provenance(**one.model_dump()) for one in value)
    if name == "uses":
        return tuple(Use(**one.model_dump()) for one in value)
    if name == "versions":
        return {int(minutes): text for minutes, text in value.items()}
    return tuple(value) if isinstance(value, list) else value


def whole(entry: Entry) -> WholeStory:
    """A story of the bank as it is given."""
    said = entry.draft
    return WholeStory(
        **_common(entry.id, said, entry, said.archived, entry.digest),
        text=said.text,
        notes=said.notes,
        register=said.register,
        provenance=[FigureOrigin(**asdict(one)) for one in said.provenance],
        versions={cast(Version, str(minutes)): text for minutes, text in said.versions.items()},
        source=said.source,
    )


def line_of(line: Line) -> StoryOut:
    """A line of the list as it is given."""
    return StoryOut(**_common(line.id, line, line, line.archived, line.digest))


def revision_of(one: Revision) -> RevisionOut:
    """A revision as it is given."""
    return RevisionOut(number=one.number, at=one.at, by=one.by, text=one.text, title=one.title, question=one.question)


def _common(id_: str, said: Draft | Line, entry: Entry | Line, archived: bool, digest: Digest | None) -> dict[str, Any]:
    return {
        "id": id_,
        "title": said.title,
        "question": said.question,
        "principle": said.principle,
        "principles": list(said.principles),
        "tags": list(said.tags),
        "happened": said.happened,
        "uses": [Telling(**asdict(use)) for use in said.uses],
        "revision": entry.revision,
        "added": entry.added,
        "updated": entry.updated,
        "archived": archived,
        "brief": _brief(digest) if digest else None,
    }


def _brief(digest: Digest) -> ReviewInBrief:
    return ReviewInBrief(
        reads_as=digest.reads_as,
        confidence=digest.confidence,
        dimensions=dict(digest.dimensions),
        flags=list(digest.flags),
        principles={one.id: one.score for one in digest.principles},
        ratings=dict(digest.ratings),
        errors=digest.errors,
        warnings=digest.warnings,
        annual_usd=digest.annual_usd,
        missing=list(digest.missing),
        words=digest.words,
        seconds=digest.seconds,
    )
