"""A draft of a story from what its source says, with notes on what could not be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from starproof.bank.importing.columns import Said
from starproof.bank.importing.found import refused
from starproof.bank.importing.values import MOST_LISTED, checked, day_of, principle_id, slug_of, unlinked
from starproof.core.bank import MINUTES, WENT, Draft, Use
from starproof.core.document import Register
from starproof.parse.numbers import numbers_from_json

_YES = ("true", "yes", "1", "x")
_LISTED = re.compile(r"[,;\n|]")


class Reader:
    """Turns what is said into a draft, and notes what it could not use."""

    def __init__(self, said: Said, place: str, principles: Mapping[str, str]) -> None:
        self.said, self.place, self.principles = said, place, principles
        self.notes: list[str] = []
        self.tagged: list[str] = []
        """Principles that the guide does not know: plans look for them among the tags."""

    def draft(self, *, text: str | None = None, source: str | None = None, title: str | None = None) -> Draft:
        """The story.

        Raises:
            InputError: when there is no text, or it is too long or no proper text.
        """
        versions = self._versions()
        principle, more = self._principles()
        words = text if text is not None else self._text(versions)
        return Draft(
            text=checked(words, self.place),
            id=self._words("id"),
            title=self._words("title") or title,
            question=self._words("question"),
            principle=principle,
            principles=more,
            tags=tuple(dict.fromkeys([*(tag.lstrip("#") for tag in self._list("tags")), *self.tagged])),
            register=self._register(),
            provenance=self._provenance(),
            versions=versions,
            happened=self._happened(),
            uses=self._uses(),
            archived=str(self.said.values.get("archived", "")).lower() in _YES,
            source=self._words("source") or source,
            notes=self._notes(),
        )

    def _words(self, name: str) -> str | None:
        value = self.said.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.notes.append(f"Field {name!r} is no words and is not used.")
            return None
        words = str(value) if name == "notes" else str(value).strip()
        return checked(words, self.place, name) or None if words else None

    def _text(self, versions: dict[int, str]) -> str:
        value = self.said.values.get("text")
        if isinstance(value, str):
            return value
        if self.said.sections:
            return "\n\n".join(f"## {name}\n\n{words.strip()}" for name, words in self.said.sections)
        if versions:
            minutes = max(versions)
            return versions.pop(minutes)
        raise refused(8, f"In {self.place} stands no text of a story.", 'A story needs a "text"; all else is optional.')

    def _list(self, name: str) -> list[str]:
        value = self.said.values.get(name)
        parts = value if isinstance(value, list) else _LISTED.split(value) if isinstance(value, str) else []
        words = [" ".join(unlinked(part).split()) for part in parts if isinstance(part, str | int)]
        kept = [checked(word, self.place, name) for word in words if word and word.isprintable()]
        if len(kept) > MOST_LISTED:
            self.notes.append(f"Of {len(kept):,} {name} the first {MOST_LISTED} are taken.")
        return kept[:MOST_LISTED]

    def _principles(self) -> tuple[str | None, tuple[str, ...]]:
        first = self._words("principle")
        named = _LISTED.split(first)[0] if first and not self._known(first) else first
        principle = self._known(named) if named else None
        found = {word: self._known(word) for word in self._list("principles")}
        self.tagged = [slug_of(word) or word for word, known in found.items() if known is None]
        self.notes += [
            f"{word!r} is no principle of the guide and is kept as a tag."
            for word, known in found.items()
            if known is None
        ]
        listed = dict.fromkeys(known for known in found.values() if known)
        return (principle or (unlinked(named) if named else None)), tuple(listed)

    def _known(self, words: str) -> str | None:
        return principle_id(words, self.principles)

    def _register(self) -> Register | None:
        value = self._words("register")
        if value and value.lower() in ("written", "spoken"):
            return cast("Register", value.lower())
        if value:
            self.notes.append(f"There is no register {value[:40]!r}; it is told from the text.")
        return None

    def _provenance(self) -> Any:
        numbers = numbers_from_json(self.said.values.get("numbers"))
        self.notes += [note.message for note in numbers.notes]
        return numbers.provenance

    def _versions(self) -> dict[int, str]:
        given = self.said.values.get("versions")
        said = {str(key): value for key, value in given.items()} if isinstance(given, Mapping) else {}
        said |= {key: self.said.values[key] for key in ("2", "3", "4") if key in self.said.values}
        versions = {}
        for key, value in said.items():
            if key in map(str, MINUTES) and isinstance(value, str):
                if not value.strip():
                    continue
                versions[int(key)] = checked(value, self.place, f"version of {key} minutes")
            else:
                self.notes.append(f"A version of {key[:20]!r} minutes is not kept; there are those of 2, 3 and 4.")
        return dict(sorted(versions.items()))

    def _happened(self) -> str | None:
        value = self._words("happened")
        day = day_of(value) if value else None
        if value and day is None:
            self.said.others.append(("date", value))
        return day

    def _uses(self) -> tuple[Use, ...]:
        value = self.said.values.get("uses")
        if value is None:
            return ()
        records = value if isinstance(value, list) else [value]
        uses = [self._use(record) for record in records[:MOST_LISTED]]
        return tuple(use for use in uses if use is not None)

    def _use(self, record: object) -> Use | None:
        if not isinstance(record, Mapping) or not isinstance(record.get("on"), str):
            self.notes.append(
                "A use without a day is not used; it looks like {on: 2026-03-31, company: ..., went: well}."
            )
            return None
        words = {
            key: checked(record[key], self.place, key)
            for key in ("company", "interviewer", "principle", "question", "went", "note")
            if isinstance(record.get(key), str)
        }
        if words.get("went") not in (None, *WENT):
            self.notes.append(f"How a use went is 'well', 'mixed' or 'badly', not {words.pop('went')[:20]!r}.")
        return Use(on=checked(record["on"], self.place, "on"), **cast("Any", words))

    def _notes(self) -> str:
        """The notes, and below them whatever has no field of its own, so that nothing is lost."""
        own = self._words("notes") or ""
        rest = "\n".join(f"{name}: {words}" for name, words in self.said.others)
        return checked("\n".join(part for part in (own, rest) if part), self.place, "notes")
