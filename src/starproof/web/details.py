"""What the owner says of a story, as the form about it has it: typed, kept until it is saved, merged field by field."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any, cast

from fastapi import Depends, Form

from starproof.api.drafts import Drafts, Sending, Unsaved
from starproof.bank.records import Changes, Entry
from starproof.web.forms import Numbered, listed, plain_lines

NAMES = {
    "title": "the title",
    "question": "the question",
    "happened": "when it ended",
    "tags": "the tags",
    "principles": "the principles",
    "notes": "the notes",
}
"""By field, what it is called in a sentence."""


@dataclass(frozen=True, slots=True)
class Details:
    """The fields of the form as they stand in it."""

    title: str = ""
    question: str = ""
    happened: str = ""
    tags: str = ""
    """With commas between them."""
    principles: tuple[str, ...] = ()
    notes: str = ""

    @classmethod
    def of(cls, entry: Entry) -> Details:
        """The fields of a form that nobody has typed into yet."""
        said = entry.draft
        return cls(
            title=said.title or "",
            question=said.question or "",
            happened=said.happened or "",
            tags=", ".join(said.tags),
            principles=tuple(sorted(said.principles)),
            notes=plain_lines(said.notes),
        )

    def as_json(self) -> str:
        """The fields as text, from which ``read`` makes them again."""
        return json.dumps(asdict(self))

    def differing(self, other: Details) -> tuple[str, ...]:
        """The fields that are otherwise in another form."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) != getattr(other, one.name))


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, and what stood in it when it was opened."""

    now: Details
    was: Details | None = None
    """``None`` where that is not told; then every field counts as typed."""
    at: str = ""
    sending: Sending | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that somebody typed into."""
        return self.now.differing(self.was) if self.was is not None else tuple(NAMES)

    def overtaken(self, entry: Entry) -> tuple[str, ...]:
        """The fields typed into that were meanwhile changed elsewhere too, to something else."""
        if self.was is None:
            return ()
        present = Details.of(entry)
        elsewhere = present.differing(self.was)
        return tuple(name for name in self.fields if name in elsewhere and name in present.differing(self.now))

    def over(self, entry: Entry) -> Details:
        """The form as it goes on: what was typed, and the story's own in all other fields."""
        typed = {name: getattr(self.now, name) for name in self.fields}
        return Details(**{**_members(Details.of(entry)), **typed})

    def changes(self, entry: Entry, known: Collection[str]) -> Changes:
        """What is to be changed of the story; principles that the form does not know stay."""
        now = self.now
        found: Changes = {
            "title": now.title.strip() or None,
            "question": now.question.strip() or None,
            "happened": now.happened.strip() or None,
            "tags": listed(now.tags),
            "principles": _ordered(entry.draft.principles, now.principles, known),
            "notes": now.notes.strip(),
        }
        return cast("Changes", {name: value for name, value in found.items() if name in self.fields})


def _typed(
    sending: Numbered,
    title: Annotated[str, Form()] = "",
    question: Annotated[str, Form()] = "",
    happened: Annotated[str, Form()] = "",
    tags: Annotated[str, Form()] = "",
    principles: Annotated[list[str] | None, Form()] = None,
    notes: Annotated[str, Form()] = "",
    was: Annotated[str, Form()] = "",
) -> Typed:
    now = Details(title, question, happened, tags, tuple(sorted(principles or ())), plain_lines(notes))
    return Typed(now, read(was), sending=sending)


Sent = Annotated[Typed, Depends(_typed)]
"""A parameter of this type receives the form."""


def read(text: str) -> Details | None:
    """The fields that ``as_json`` wrote; ``None`` where there are none that can be read."""
    try:
        said = json.loads(text)
        found = Details(**{**said, "principles": tuple(map(str, said["principles"]))})
    except (ValueError, TypeError, KeyError):
        return None
    return found if all(isinstance(getattr(found, name), str) for name in NAMES if name != "principles") else None


def keep(drafts: Drafts, story: str, typed: Typed, at: str) -> None:
    """Keep what was typed and is not saved; where nothing was, keep nothing."""
    if typed.was is not None and not typed.fields:
        drafts.forget(_key(story), typed.sending)
        return
    said = json.dumps([typed.now.as_json(), typed.was.as_json() if typed.was else ""])
    drafts.keep(Unsaved(_key(story), said, 0, at), typed.sending)


def kept(drafts: Drafts, entry: Entry) -> Typed | None:
    """What was typed and not saved, where it is other than what the story has."""
    unsaved = drafts.of(_key(entry.id))
    try:
        now, was = json.loads(unsaved.text) if unsaved else ("", "")
    except (ValueError, TypeError):
        return None
    said = read(now)
    if unsaved is None or said is None:
        return None
    found = Typed(said, read(was), unsaved.at)
    return found if found.over(entry) != Details.of(entry) else None


def forget(drafts: Drafts, story: str, sending: Sending | None = None) -> None:
    """Throw away what was typed and not saved."""
    drafts.forget(_key(story), sending)


def _key(story: str) -> str:
    """What the unsaved details of a story are kept under; no id has a line end."""
    return f"{story}\nabout"


def _members(one: Details) -> dict[str, Any]:
    return {name: getattr(one, name) for name in NAMES}


def _ordered(before: tuple[str, ...], chosen: Collection[str], known: Collection[str]) -> tuple[str, ...]:
    """The principles chosen, those that were there in the order that their owner gave them."""
    stay = [one for one in before if one in chosen or one not in known]
    return tuple(dict.fromkeys([*stay, *(one for one in known if one in chosen), *chosen]))
