"""A story as an object of words, lists and mappings, and back to the letter: what our own exports hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar, cast

from starproof.bank.importing.found import refused
from starproof.bank.importing.values import checked
from starproof.core.bank import MINUTES, WENT, Draft, Use
from starproof.core.document import ORIGINS, Provenance, Register

SCHEMA = "starproof.story/1"
_HINT = "Export the story again, or mend the field by hand."
_T = TypeVar("_T")


def record_of(draft: Draft) -> dict[str, Any]:
    """All that the draft says beside its text, with what is empty left out."""
    numbers = [
        {"figure": one.figure, "from": one.origin} | ({} if one.by is None else {"by": one.by})
        for one in draft.provenance
    ]
    uses = [
        {key: value for key, value in asdict(use).items() if value is not None and not (key == "note" and not value)}
        for use in draft.uses
    ]
    said = {name: getattr(draft, name) for name in ("id", "title", "question", "principle", "register", "happened")}
    said |= {"source": draft.source}
    lists: dict[str, Any] = {
        "principles": list(draft.principles),
        "tags": list(draft.tags),
        "notes": draft.notes,
        "numbers": numbers,
        "uses": uses,
        "versions": {str(minutes): text for minutes, text in sorted(draft.versions.items())},
    }
    archived = {"archived": True} if draft.archived else {}
    filled = {key: value for key, value in lists.items() if value}
    return {key: value for key, value in said.items() if value is not None} | archived | filled


def exact_draft(record: Mapping[str, Any], place: str) -> Draft:
    """The draft that ``record_of`` made into this object, with its ``text``.

    Raises:
        InputError: when a field has another shape; names it.
    """
    take = _Fields(record, place)
    return Draft(
        text=checked(take.words("text") or "", place),
        id=take.words("id"),
        title=take.words("title"),
        question=take.words("question"),
        principle=take.words("principle"),
        principles=tuple(take.each("principles", take.word)),
        tags=tuple(take.each("tags", take.word)),
        notes=take.words("notes") or "",
        register=cast("Register | None", take.one_of("register", ("written", "spoken"))),
        provenance=tuple(take.each("numbers", take.provenance)),
        versions=take.versions(),
        happened=take.words("happened"),
        uses=tuple(take.each("uses", take.use)),
        archived=record.get("archived") in (True, "true"),
        source=take.words("source"),
    )


class _Fields:
    """Takes fields out of an object and refuses what has another shape."""

    def __init__(self, record: Mapping[str, Any], place: str) -> None:
        self.record, self.place = record, place

    def word(self, value: object, name: str) -> str:
        if not isinstance(value, str):
            raise refused(8, f"Field {name!r} in {self.place} is no words.", _HINT)
        return checked(value, self.place, name)

    def words(self, name: str) -> str | None:
        value = self.record.get(name)
        return None if value is None else self.word(value, name)

    def one_of(self, name: str, choices: tuple[str, ...], record: Mapping[str, Any] | None = None) -> str | None:
        value = (self.record if record is None else record).get(name)
        if value is not None and value not in choices:
            raise refused(8, f"Field {name!r} in {self.place} is none of {', '.join(choices)}.", _HINT)
        return cast("str | None", value)

    def each(self, name: str, take: Callable[[object, str], _T]) -> list[_T]:
        value = self.record.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise refused(8, f"Field {name!r} in {self.place} is no list.", _HINT)
        return [take(one, name) for one in value]

    def _entry(self, value: object, name: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            raise refused(8, f"An entry of {name!r} in {self.place} is no object.", _HINT)
        return value

    def provenance(self, value: object, name: str) -> Provenance:
        entry = self._entry(value, name)
        by = entry.get("by")
        figure = self.word(entry.get("figure"), name)
        origin = self.one_of("from", ORIGINS, entry)
        if origin is None:
            raise refused(8, f"An entry of {name!r} in {self.place} does not say where it is from.", _HINT)
        return Provenance(figure, cast("Any", origin), None if by is None else self.word(by, name))

    def use(self, value: object, name: str) -> Use:
        entry = self._entry(value, name)
        known = {field.name for field in fields(Use)}
        words = {key: self.word(one, name) for key, one in entry.items() if key in known and one is not None}
        self.one_of("went", WENT, words)
        if "on" not in words:
            raise refused(8, f"An entry of {name!r} in {self.place} has no day.", _HINT)
        return Use(**cast("Any", words))

    def versions(self) -> dict[int, str]:
        value = self.record.get("versions") or {}
        said = self._entry(value, "versions")
        if not all(key in map(str, MINUTES) for key in said):
            raise refused(8, f"Field 'versions' in {self.place} has other minutes than 2, 3 and 4.", _HINT)
        return {int(key): self.word(text, "versions") for key, text in said.items()}
