"""What annotated stories and reviews must look like to be scored, and where one does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Shape = Any
"""A type, a ``Maybe``, a list of one shape for each item, or by key the shape of its value; other keys are free."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """What may be missing or null."""

    shape: Shape


_NUMBER = int | float
_PLACE = {"start": int, "text": str}
_SPAN = {"start": int, "end": int}
_VALUE = {"kind": str, "value": _NUMBER}
LABELS: Shape = {
    "id": str,
    "sentences": [{"text": str, "label": str}],
    "quantities": [_PLACE | _VALUE],
    "claims": Maybe([_PLACE | {"verdict": str}]),
    "red_flags": [{"id": str, "evidence": Maybe(str)}],
    "level": str,
    "principle": Maybe(str),
    "question": Maybe(str),
    "title": Maybe(str),
    "annual_impact_usd": Maybe(_NUMBER),
}
"""The least that an annotator says of a story: enough to be compared with others."""
STORY: Shape = LABELS | {
    "register": str,
    "claims": [_PLACE | {"kind": str, "verdict": str}],
    "principle": str,
    "also": [str],
}
"""All of it, as ``corpus/ANNOTATION.md`` describes it."""
REVIEW: Shape = {
    "id": str,
    "text": Maybe({"content": Maybe(str)}),
    "sentences": [_SPAN | {"label": str, "confidence": Maybe(_NUMBER)}],
    "quantities": [_SPAN | _VALUE | {"text": str}],
    "claims": [_SPAN | {"verdict": str, "text": str}],
    "flags": [{"id": str, "status": str, "evidence": Maybe([{"quote": str}])}],
    "impact": Maybe({"annual_usd": Maybe(_NUMBER), "quantity": Maybe(int)}),
    "level": {
        "reads_as": str,
        "confidence": Maybe(_NUMBER),
        "dimensions": Maybe([{"id": str, "reads_as": str}]),
    },
    "principles": [{"id": str, "score": Maybe(_NUMBER)}],
}


def fault_of(value: object, shape: Shape, *, at: str = "it") -> str | None:
    """What is wrong first, such as ``sentences[3].label is missing``; ``None`` where nothing is.

    Args:
        value: anything that JSON can say.
        shape: what it should be.
        at: what to call the value.
    """
    if isinstance(shape, Maybe):
        return None if value is None else fault_of(value, shape.shape, at=at)
    if isinstance(shape, Mapping):
        return _in_object(value, shape, at)
    if isinstance(shape, list):
        return _in_list(value, shape[0], at)
    return None if isinstance(value, shape) else f"{at} is {_called(value)}"


def _in_object(value: object, shape: Mapping[str, Shape], at: str) -> str | None:
    if not isinstance(value, Mapping):
        return f"{at} is {_called(value)}"
    for key, inner in shape.items():
        place = key if at == "it" else f"{at}.{key}"
        if key not in value and not isinstance(inner, Maybe):
            return f"{place} is missing"
        if fault := fault_of(value.get(key), inner, at=place):
            return fault
    return None


def _in_list(value: object, shape: Shape, at: str) -> str | None:
    if not isinstance(value, list):
        return f"{at} is {_called(value)}"
    found = (fault_of(one, shape, at=f"{at}[{number}]") for number, one in enumerate(value))
    return next(filter(None, found), None)


def _called(value: object) -> str:
    """What JSON calls a value."""
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}
    return "null" if value is None else names.get(type(value), type(value).__name__)
