"""What the bank hands out, and what it wants from whoever judges its stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypedDict

from starproof.core.bank import Digest, Draft, Use
from starproof.core.document import Provenance, Register, Story

Kind = Literal["add", "edit", "archive", "restore", "told", "undo", "redo"]
Sort = Literal["updated", "added", "title", "id"]
SORTS: tuple[Sort, ...] = ("updated", "added", "title", "id")
"""Orders of a list: by what changed or came last, or by title or id."""


class Changes(TypedDict, total=False):
    """What ``Bank.edit`` may change. A change of the first seven makes a new revision."""

    text: str
    title: str | None
    question: str | None
    principle: str | None
    register: Register | None
    provenance: tuple[Provenance, ...]
    versions: Mapping[int, str]
    principles: tuple[str, ...]
    tags: tuple[str, ...]
    notes: str
    happened: str | None
    uses: tuple[Use, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A story as the bank holds it now."""

    draft: Draft
    """All that its owner says of it; ``draft.id`` is always set."""
    revision: int
    """The number of the revision that counts; the first is 1."""
    added: str
    updated: str
    """When the text last changed."""
    digest: Digest | None = None
    """The review of this revision in brief, where there is one."""

    @property
    def id(self) -> str:
        """The story's id, which never changes."""
        assert self.draft.id is not None
        return self.draft.id

    def story(self, *, text: str | None = None) -> Story:
        """As a reviewer reads it, or with other words, such as those of another length."""
        return _story(self.id, self.draft, self.draft.text if text is None else text)


@dataclass(frozen=True, slots=True)
class Revision:
    """The words of a story at one time. Never changed, never deleted."""

    story: str
    number: int
    at: str
    by: str
    text: str
    title: str | None
    question: str | None
    principle: str | None
    register: Register | None
    provenance: tuple[Provenance, ...]
    versions: Mapping[int, str]
    """Tellings of so many minutes, each with its text."""

    def as_story(self) -> Story:
        """As a reviewer reads it."""
        return _story(self.story, self, self.text)


def _story(id_: str, said: Draft | Revision, text: str) -> Story:
    """What a reviewer is told beside the words."""
    return Story(
        id_,
        text,
        title=said.title,
        question=said.question,
        principle=said.principle,
        register=said.register,
        provenance=said.provenance,
    )


@dataclass(frozen=True, slots=True)
class Event:
    """Who changed what, and when."""

    number: int
    batch: int
    """The number of the first event of the same change; one import is one change."""
    at: str
    by: str
    story: str
    kind: Kind
    fields: tuple[str, ...]
    """What was changed, such as ``text`` or ``tags``."""
    before: Mapping[str, object]
    after: Mapping[str, object]
    """The values before and after; of words, the number of the revision that counts."""
    undone: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """What one change of several stories left: all of it is there, and one undo takes all of it back."""

    entries: tuple[Entry, ...]
    """The stories as they are now, also those that were so before."""
    change: int | None
    """The number by which ``Bank.undo`` knows the change; ``None`` where everything was so before."""


@dataclass(frozen=True, slots=True)
class Line:
    """A story in a list."""

    id: str
    title: str | None
    question: str | None
    principle: str | None
    principles: tuple[str, ...]
    tags: tuple[str, ...]
    happened: str | None
    uses: tuple[Use, ...]
    minutes: tuple[int, ...]
    revision: int
    added: str
    updated: str
    archived: bool
    digest: Digest | None
    """The review in brief, without its sketch, proofs and figures; ``None`` where there is none yet."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list."""

    lines: tuple[Line, ...]
    total: int
    """Stories in the whole list."""
    next: str | None
    """The cursor of the page after this one, if there is one. Stories added meanwhile do not shift it."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review that was made of a revision, in brief."""

    revision: int
    at: str
    digest: Digest


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of reviewing the stories that had no review by the engine of today."""

    done: int
    refused: tuple[tuple[str, str], ...]
    """Ids of stories that cannot be reviewed, each with the reason."""


@dataclass(frozen=True, slots=True)
class Status:
    """A bank in figures."""

    where: str
    database: Literal["sqlite", "postgresql"]
    schema: str
    newest: str
    """The schema that this starproof writes."""
    stories: int
    archived: int
    revisions: int
    events: int
    uses: int
    unreviewed: int
    """Stories without a review by the engine of today."""
    sessions: int
    """Practice sessions."""
    steps: int
    """Steps taken in them."""
    bytes: int
    changed: str | None
    """When anything last changed."""
    sound: bool
    """Whether the database finds itself intact."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A review in brief, and whole where it is to be kept."""

    digest: Digest
    review: str | None = None
    """The whole review as JSON."""


class Judge(Protocol):
    """Reviews stories for the bank, which never runs the engine itself."""

    @property
    def fingerprint(self) -> str:
        """Changes with the engine, the guide and whatever else a review or its digest rests on."""

    def judge(self, stories: Iterable[Story]) -> Iterator[Judged | str]:
        """For each story, in order: its review, or why it cannot be reviewed."""
