"""Values of columns: JSON text for lists, in a form that stays readable with any tool."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, cast

from starproof.core.bank import Draft, Use, Went
from starproof.core.document import Origin, Provenance

REVIEWED = ("text", "title", "question", "principle", "register", "provenance")
"""What a review depends on, beside the engine and the guide."""
WORDS = (*REVIEWED, "versions")
"""What makes up a revision."""
BESIDE = ("principles", "tags", "notes", "happened", "uses", "archived", "source")
"""What is kept beside the revisions."""
LISTS = {"provenance", "versions", "principles", "tags", "uses"}
_SHARED = 5_000
"""Different lists that are remembered: ten thousand stories share few."""
_USE = ("on", "company", "interviewer", "principle", "question", "went", "note")


def dumps(value: object) -> str:
    """Compact JSON with every letter as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def column(name: str, value: Any) -> Any:
    """What a field of a draft looks like in its column."""
    if name == "provenance":
        return dumps([[one.figure, one.origin, one.by] for one in value])
    if name == "uses":
        return dumps([_use(one) for one in value])
    if name == "versions":
        return dumps({str(minutes): value[minutes] for minutes in sorted(value)})
    if name in LISTS:
        return dumps(list(value))
    return value


def columns(draft: Draft, names: Iterable[str]) -> dict[str, Any]:
    """Some fields of a draft as columns."""
    return {name: column(name, getattr(draft, name)) for name in names}


def shown(name: str, value: Any) -> object:
    """A column as it is written into an event: lists as lists."""
    return json.loads(value) if name in LISTS else value


def stored(name: str, value: Any) -> Any:
    """What ``shown`` showed, as a column again."""
    return dumps(value) if name in LISTS else value


def _use(use: Use) -> dict[str, object]:
    return {name: getattr(use, name) for name in _USE if getattr(use, name) not in (None, "")}


@lru_cache(maxsize=_SHARED)
def uses_of(kept: str) -> tuple[Use, ...]:
    """The uses in a column."""
    if kept == "[]":
        return ()
    return tuple(
        Use(
            on=one["on"],
            company=one.get("company"),
            interviewer=one.get("interviewer"),
            principle=one.get("principle"),
            question=one.get("question"),
            went=cast("Went | None", one.get("went")),
            note=one.get("note", ""),
        )
        for one in json.loads(kept)
    )


def provenance_of(kept: str) -> tuple[Provenance, ...]:
    """The provenance in a column."""
    if kept == "[]":
        return ()
    return tuple(Provenance(figure, cast("Origin", origin), by) for figure, origin, by in json.loads(kept))


@lru_cache(maxsize=_SHARED)
def names_of(kept: str) -> tuple[str, ...]:
    """The strings in a column."""
    return () if kept == "[]" else tuple(json.loads(kept))


@lru_cache(maxsize=100)
def minutes_of(kept: str) -> tuple[int, ...]:
    """The lengths in a column, such as ``2,3``."""
    return tuple(map(int, kept.split(","))) if kept else ()


def versions_of(kept: str) -> dict[int, str]:
    """The shorter and longer tellings in a column."""
    return {} if kept == "{}" else {int(minutes): text for minutes, text in json.loads(kept).items()}


def sha(id_: str, row: Mapping[str, Any]) -> str:
    """What was reviewed, in 32 hexadecimal digits."""
    judged = dumps([id_, *(row[name] for name in REVIEWED)])
    return hashlib.sha256(judged.encode()).hexdigest()[:32]


def packed(review: str | None) -> bytes | None:
    """A whole review, made small."""
    return None if review is None else zlib.compress(review.encode(), 6)


def unpacked(kept: bytes | None) -> str | None:
    """A whole review again."""
    return None if kept is None else zlib.decompress(kept).decode()
