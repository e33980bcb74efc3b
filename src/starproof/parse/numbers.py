"""Where a story's figures come from, as its author says: ``numbers`` in front matter and in JSON stories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from starproof.core.document import ORIGINS, Origin, ParseNote, Provenance
from starproof.core.text import Span

FIELDS = ("figure", "from", "by")
EXAMPLE = 'Write entries such as: - figure: "32%", from: measured, by: finance'
_CHOICES = "measured, estimated, told or cannot-confirm"
_MEANT: Mapping[str, Origin] = {
    **{origin: origin for origin in ORIGINS},
    "can't-confirm": "cannot-confirm",
    "cant-confirm": "cannot-confirm",
    "can-not-confirm": "cannot-confirm",
    "unconfirmed": "cannot-confirm",
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was read, and what could not be."""

    provenance: tuple[Provenance, ...] = ()
    notes: tuple[ParseNote, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry as written; ``fields`` is ``None`` where it has none."""

    place: str
    fields: Mapping[str, str | None] | None
    span: Span | None = None


def numbers_from_yaml(block: str, *, start: int, line: int) -> Numbers:
    """Read the front matter's ``numbers`` block.

    Args:
        block: its lines, the key's own included.
        start: the code point of the text at which it begins.
        line: the number of its first line, from 1.
    """
    import yaml

    try:
        root = yaml.compose(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        at = line + (mark.line if mark else 0)
        why = f"Line {at} of the front matter cannot be read, so the numbers there are not used. {EXAMPLE}"
        return Numbers(notes=(ParseNote("numbers-entry", why, Span(start, start + len(block))),))
    entries = root.value[0][1] if isinstance(root, yaml.MappingNode) and root.value else None
    if isinstance(entries, yaml.ScalarNode) and entries.value.strip() in ("", "~", "null"):
        return Numbers()
    if not isinstance(entries, yaml.SequenceNode):
        why = f"Line {line} of the front matter: numbers is no list. {EXAMPLE}"
        return Numbers(notes=(ParseNote("numbers-entry", why, Span(start, start + len(block))),))
    return _read(_from_node(node, start, line) for node in entries.value)


def _from_node(node: Any, start: int, line: int) -> _Entry:
    import yaml

    place = f"Line {line + node.start_mark.line} of the front matter"
    span = Span(start + node.start_mark.index, start + node.end_mark.index)
    if not isinstance(node, yaml.MappingNode):
        return _Entry(place, None, span)
    pairs = [(str(key.value).lower(), value) for key, value in node.value]
    words = {key: value.value if isinstance(value, yaml.ScalarNode) else None for key, value in pairs}
    return _Entry(place, words, span)


def numbers_from_json(value: object) -> Numbers:
    """Read the field ``numbers`` of a JSON story, whatever it holds."""
    if value is None:
        return Numbers()
    if not isinstance(value, list):
        why = 'Field "numbers" is no list. Write [{"figure": "32%", "from": "measured", "by": "finance"}].'
        return Numbers(notes=(ParseNote("numbers-entry", why),))
    return _read(_from_object(one, f'Field "numbers[{at}]"') for at, one in enumerate(value))


def _from_object(value: object, place: str) -> _Entry:
    if not isinstance(value, Mapping):
        return _Entry(place, None)
    return _Entry(place, {str(key).lower(): _words(one) for key, one in value.items()})


def _words(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value)


def _read(entries: Iterator[_Entry]) -> Numbers:
    read: list[Provenance] = []
    notes: list[ParseNote] = []
    for entry in entries:
        found = _provenance(entry)
        if isinstance(found, Provenance):
            read.append(found)
            notes += _unused(entry)
        else:
            notes.append(ParseNote("numbers-entry", f"{entry.place}: {found}", entry.span))
    return Numbers(tuple(read), tuple(notes))


def _provenance(entry: _Entry) -> Provenance | str:
    """The record, or what is wrong and what to write."""
    if entry.fields is None:
        return f"an entry of numbers has no figure. {EXAMPLE}"
    figure = (entry.fields.get("figure") or "").strip()
    if not figure:
        return f"an entry of numbers has no figure. {EXAMPLE}"
    said = (entry.fields.get("from") or "").strip()
    if not said:
        return f'nothing says where "{_short(figure)}" comes from. Write from: {_CHOICES}.'
    origin = _MEANT.get("-".join(said.lower().replace("_", " ").replace("-", " ").replace("’", "'").split()))
    if origin is None:
        return f'"{_short(said)}" is no origin of "{_short(figure)}". Write from: {_CHOICES}.'
    return Provenance(figure, origin, (entry.fields.get("by") or "").strip() or None)


def _unused(entry: _Entry) -> Iterator[ParseNote]:
    fields = entry.fields or {}
    others = sorted(set(fields) - set(FIELDS)) + (["by"] if "by" in fields and fields["by"] is None else [])
    if others:
        why = f"{entry.place}: {_short(', '.join(others))} is not used. An entry of numbers has figure, from and by."
        yield ParseNote("numbers-entry", why, entry.span)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
