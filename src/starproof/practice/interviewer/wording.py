"""How a question is put: one of several wordings of a kind and manner, always the same one for the same seed."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.practice import Manner
from starproof.practice.interviewer.point import Point


@cache
def _book() -> Mapping[str, Mapping[str, Any]]:
    data = files("starproof.practice.interviewer") / "wordings.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def because(kind: str) -> str:
    """Why a kind of question is asked, for the speaker."""
    return str(_book()[kind]["because"])


def kinds() -> tuple[str, ...]:
    """Every kind of question that there are words for."""
    return tuple(_book())


def wordings(point: Point, manner: Manner, *, seed: int, key: str, quote: str) -> Iterator[str]:
    """All wordings of a question, from the one that this seed and key draw, so that a used one can be passed over."""
    choices: list[str] = _book()[point.kind][manner]
    drawn = zlib.crc32(f"{seed}:{key}".encode("utf-8", "surrogatepass")) % len(choices)
    for pattern in choices[drawn:] + choices[:drawn]:
        yield _filled(pattern, quote=quote, detail=_wanted(point.detail))


def _wanted(detail: str) -> str:
    """What is still wanted, where a question is asked once more about a kind; any other detail as it is."""
    entry = _book().get(detail)
    return detail if entry is None else str(entry["wanted"])


def _filled(pattern: str, *, quote: str, detail: str) -> str:
    """The pattern with its blanks filled; what the speaker said is never read as a pattern itself."""
    parts = pattern.split("{quote}")
    return f"“{quote}”".join(part.replace("{detail}", detail) for part in parts)
