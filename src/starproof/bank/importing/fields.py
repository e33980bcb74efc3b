"""What columns, properties and keys are called elsewhere, and how their values become a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from starproof.bank.importing.found import refused
from starproof.core.bank import MINUTES, Draft, Use, Went
from starproof.core.document import Register
from starproof.parse import LONGEST
from starproof.parse.headings import section_of
from starproof.parse.numbers import numbers_from_json

_NAMES: Mapping[str, str] = {
    "text": "text|story|body|content|contents|answer|my answer|full story|full text|story text|response|narrative"
    "|script|star story|transcript|geschichte|texte|texto|histoire|historia",
    "title": "title|name|headline|story title|story name|subject|heading|titel|titre|titulo",
    "question": "question|prompt|interview question|question asked|questions|frage|pregunta",
    "principle": "principle|leadership principle|lp|primary principle|main principle|core value|value",
    "principles": "principles|leadership principles|lps|other principles|secondary principles|also",
    "tags": "tags|tag|labels|label|keywords|keyword|categories|category|themes|theme|multi select",
    "notes": "notes|note|comments|comment|remarks|remark",
    "id": "id|key|story id|slug",
    "happened": "happened|date|when|year|period|date of story|when it happened|ended",
    "source": "source",
    "register": "register",
    "archived": "archived|archive",
    "numbers": "numbers",
    "versions": "versions",
    "uses": "uses",
    "2": "2 min|2 minutes|2min|two minutes|short|short version|2 minute version",
    "3": "3 min|3 minutes|3min|three minutes|medium|medium version|3 minute version",
    "4": "4 min|4 minutes|4min|four minutes|long|long version|4 minute version",
    "": "aliases|alias|cssclass|cssclasses|publish|permalink|created|created time|created by|last edited time"
    "|last edited by|updated|modified|starproof",
}
"""By field, what it is called; under no name, what says nothing about a story."""
_FIELD_OF = {"".join(name.split()): field for field, names in _NAMES.items() for name in names.split("|")}
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(r"(?:\d{1,2}\.? )?([A-Za-z]{3,9})\.?,? (\d{4})$|([A-Za-z]{3,9})\.? \d{1,2},? (\d{4})$")
_YES = ("true", "yes", "1", "x")
_LISTED = re.compile(r"[,;\n|]")
_TITLE_WORDS = 12
_FRAMEWORKS = ("starl", "soarl", "carl", "parl")
"""The first letters of situation (or challenge, or problem), task (or obstacle), action, result and learning."""
MOST_LISTED = 200
"""Tags or uses that one story may have."""


@dataclass(slots=True)
class Said:
    """What a source says of a story, by field, and what it says besides."""

    values: dict[str, Any] = field(default_factory=dict)
    sections: list[tuple[str, str]] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    """Names that nobody here knows; they are kept in the notes."""


def field_of(name: str) -> str | None:
    """The field that a column or property of this name holds; ``""`` where it says nothing, ``None`` if unknown."""
    plain = "".join(character for character in name.lower().replace("_", "").replace("-", "") if character.isalnum())
    return _FIELD_OF.get(plain)


def sorted_out(record: Mapping[str, Any]) -> Said:
    """Put each value under its field; the first that is not empty counts."""
    said, is_part = Said(), parts_among(record)
    for name, value in record.items():
        if value is None or value == "" or value == []:
            continue
        known = field_of(name)
        if known is None and is_part(name) and isinstance(value, str):
            said.sections.append((name.strip(), value))
        elif known is None:
            said.others.append((name.strip(), _plainly(value)))
        elif known:
            said.values.setdefault(known, value)
    _retitle(said)
    return said


def _retitle(said: Said) -> None:
    """A column called ``Story`` beside the parts or tellings of a story holds its title."""
    text = said.values.get("text")
    parts = len(said.sections) > 1 or any(name in said.values for name in ("2", "3", "4"))
    if parts and isinstance(text, str) and len(text.split()) <= _TITLE_WORDS:
        said.values.setdefault("title", said.values.pop("text"))


def has_text(names: Iterable[str]) -> bool:
    """Whether columns of these names can hold a story: its text, a version of it, or two of its sections."""
    held = list(names)
    known = [field_of(name) for name in held]
    return any(one in ("text", "2", "3", "4") for one in known) or sum(map(parts_among(held), held)) > 1


def parts_among(names: Iterable[str]) -> Callable[[str], bool]:
    """Whether a column among these is a section of a story.

    One letter stands for a section only where all columns of one letter spell a framework, as S, T, A and R do:
    the a and c of a table of a, b and c name nothing.
    """
    letters = "".join(plain for name in names if len(plain := name.strip()) == 1).lower()
    spelled = any(_in_order(letters, framework) for framework in _FRAMEWORKS)
    return lambda name: section_of(name)[0] and (len(name.strip()) > 1 or spelled)


def _in_order(letters: str, framework: str) -> bool:
    rest = iter(framework)
    return all(letter in rest for letter in letters)


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
        read = Draft(
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
        return read

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
        self.tagged = [_slug(word) or word for word, known in found.items() if known is None]
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
        if words.get("went") not in (None, *get_args(Went)):
            self.notes.append(f"How a use went is 'well', 'mixed' or 'badly', not {words.pop('went')[:20]!r}.")
        return Use(on=checked(record["on"], self.place, "on"), **cast("Any", words))

    def _notes(self) -> str:
        """The notes, and below them whatever has no field of its own, so that nothing is lost."""
        own = self._words("notes") or ""
        rest = "\n".join(f"{name}: {words}" for name, words in self.said.others)
        return checked("\n".join(part for part in (own, rest) if part), self.place, "notes")


def principle_id(words: str, principles: Mapping[str, str]) -> str | None:
    """The guide's principle that these words name; ``principles`` maps ids to names."""
    slug = _slug(unlinked(words))
    if slug in principles:
        return slug
    for id, name in principles.items():
        for known in (id, _slug(name)):
            if slug.startswith(known + "-") or (len(slug) > 5 and known.startswith(slug + "-")):
                return id
    return None


def unlinked(words: str | int) -> str:
    """Words without the brackets of an Obsidian link; what a link shows counts above where it leads."""
    plain = str(words).strip()
    if plain.startswith("[[") and plain.endswith("]]"):
        return plain[2:-2].rpartition("|")[2].strip()
    return plain


def day_of(words: str) -> str | None:
    """A year, month or day in ISO 8601; ``None`` where it cannot be told."""
    words = words.strip()
    found = _DAY.match(words)
    if found:
        parts = [int(part) for part in found.groups() if part]
        ranges = ((1900, 2200), (1, 12), (1, 31))
        if all(low <= part <= high for part, (low, high) in zip(parts, ranges, strict=False)):
            return "-".join((f"{parts[0]:04d}", *(f"{part:02d}" for part in parts[1:])))
        return None
    named = _MONTH.match(words)
    if named is None:
        return None
    month, year = named.group(1) or named.group(3), named.group(2) or named.group(4)
    short = month[:3].lower()
    return f"{year}-{_MONTHS.index(short) + 1:02d}" if short in _MONTHS else None


def checked(words: str, place: str, what: str = "text") -> str:
    """The words themselves.

    Raises:
        InputError: when they are too long, or hold what no file could: NUL or half a surrogate pair.
    """
    if len(words) > LONGEST:
        hint = "Split it into its stories; an answer of four minutes has about 3,500 characters."
        raise refused(12, f"The {what} in {place} has {len(words):,} characters; it may have {LONGEST:,}.", hint)
    if "\x00" in words:
        raise refused(16, f"The {what} in {place} holds the character NUL.", "Take it out and import again.")
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"The {what} in {place} holds half a surrogate pair at character {error.start:,}."
        raise refused(16, what, "Write the character itself or both halves of its escape.") from None
    return words


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("&", " and ")))


def _plainly(value: object, depth: int = 3) -> str:
    """A value of any shape as words, for the notes."""
    if isinstance(value, list | Mapping) and depth == 0:
        return "..."
    if isinstance(value, list):
        return ", ".join(_plainly(one, depth - 1) for one in value[:MOST_LISTED])
    if isinstance(value, Mapping):
        pairs = list(value.items())[:MOST_LISTED]
        return ", ".join(f"{name} {_plainly(one, depth - 1)}" for name, one in pairs)
    return str(value)[:20_000]
