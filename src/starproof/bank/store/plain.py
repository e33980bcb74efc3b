"""Sessions, steps and transcripts as JSON and back, exactly: a member for each field that holds something.

What comes by the thousand (words, stretches, spans) is a list of values instead. Members that a later starproof added
are passed over, and those that an earlier one did not write are at their defaults.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from starproof.core.speech import SpokenWord, Stretch
from starproof.core.text import Span

ROWS: frozenset[type] = frozenset({SpokenWord, Stretch, Span})
"""Written as lists of their fields, without what is not there at the end."""
T = TypeVar("T")


def to_json(value: Any) -> str:
    """A value of ``core.practice`` or ``core.speech`` as JSON.

    Raises:
        ValueError: when a number in it is infinite or none.
    """
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def from_json(cls: type[T], kept: str) -> T:
    """What ``to_json`` was given, as a value of this class.

    Raises:
        ValueError: when it is no value of the class.
    """
    read: Callable[[Any], T] = _reader(cast(Any, cls))
    try:
        return read(json.loads(kept))
    except (TypeError, AttributeError, LookupError, RecursionError) as error:
        raise ValueError(f"it is no {cls.__name__.lower()}: {error}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    if type(value) in ROWS:
        return _row(value)
    return {f.name: _plain(held) for f in fields(value) if not _left_out(f, held := getattr(value, f.name))}


def _row(value: Any) -> list[Any]:
    said = [getattr(value, f.name) for f in fields(value)]
    for f in reversed(fields(value)):
        if not _left_out(f, said[-1]):
            break
        said.pop()
    return said


def _left_out(field: Field[Any], held: Any) -> bool:
    """Whether nothing is there, which is the default: other defaults are written, for they may change."""
    return held in (None, ()) and held == field.default


@lru_cache(maxsize=100)
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this type out of plain data."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _row_reader(kind) if kind in ROWS else _member_reader(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        one = _reader(inner[0])
        return lambda data: tuple([one(part) for part in data])
    if origin in (Union, UnionType):
        (held,) = (part for part in inner if part is not type(None))
        read = _reader(held)
        return lambda data: None if data is None else read(data)
    if origin is Literal:
        return _one_of(inner)
    if kind in (str, float, int, bool):
        return _same
    raise TypeError(f"{kind} cannot be kept")


def _same(data: Any) -> Any:
    return data


def _one_of(values: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        if data not in values:
            raise ValueError(f"{str(data)[:40]!r} is none of {', '.join(map(str, values))}")
        return data

    return read


def _member_reader(cls: type) -> Callable[[Any], Any]:
    types = get_type_hints(cls)
    readers = {field.name: _reader(types[field.name]) for field in fields(cls)}

    def read(data: Mapping[str, Any]) -> Any:
        return cls(**{name: readers[name](held) for name, held in data.items() if name in readers})

    return read


def _row_reader(cls: type) -> Callable[[Any], Any]:
    most = len(fields(cls))
    return lambda data: cls(*data[:most])
