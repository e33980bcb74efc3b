"""Write a guide as TOML: the same guide always gives the same text, and reads back as the same guide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from starproof.core.guide import Ask, Framework, Guide, Range

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def to_toml(guide: Guide) -> str:
    """The whole guide as TOML, with a final newline. ``load_guide`` reads it back."""
    lines = [*_pairs(guide)]
    for field in fields(guide):
        entries = getattr(guide, field.name)
        if isinstance(entries, tuple):
            for entry in entries:
                lines += ["", f"[[{field.name}]]", *_pairs(entry), *_sections(entry)]
    return "\n".join(lines) + "\n"


def _sections(entry: object) -> Iterator[str]:
    if isinstance(entry, Framework):
        for section in entry.sections:
            yield from ("", "[[frameworks.sections]]", *_pairs(section))


def _pairs(entry: Any) -> Iterator[str]:
    """The keys of an entry that are neither missing nor tables of their own."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        if value is None or value == () or (isinstance(value, Mapping) and not value):
            continue
        if not _is_tables(value):
            yield f"{field.name} = {_value(value)}"


def _is_tables(value: object) -> bool:
    return isinstance(value, tuple) and not isinstance(value[0], str | Ask)


def _value(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, tuple):
        return "[\n" + "".join(f"  {_value(item)},\n" for item in value) + "]"
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, Range | Ask):
        return _inline({field.name: getattr(value, field.name) for field in fields(value)})
    return _number(value)  # type: ignore[arg-type]


def _inline(pairs: Mapping[str, object]) -> str:
    inside = ", ".join(f"{_key(name)} = {_value(value)}" for name, value in pairs.items() if value is not None)
    return f"{{ {inside} }}"


def _key(name: str) -> str:
    return name if name and _BARE.issuperset(name) else quoted(name)


def _number(value: float) -> str:
    return f"{int(value):_}" if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))


def quoted(text: str) -> str:
    """The text as a TOML string on one line."""
    return '"' + "".join(_escape(character) for character in text) + '"'


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    control = ord(character) < 32 or ord(character) == 127
    return f"\\u{ord(character):04x}" if control else character
