"""What columns, properties and keys are called elsewhere, and which field of a story each holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starproof.bank.importing.values import in_words
from starproof.parse.headings import section_of

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
_TITLE_WORDS = 12
_FRAMEWORKS = ("starl", "soarl", "carl", "parl")
"""The first letters of situation (or challenge, or problem), task (or obstacle), action, result and learning."""


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
            said.others.append((name.strip(), in_words(value)))
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
