"""Frozen dataclasses that are made by the hundred a review, and so are frozen for the type checker alone.

A dataclass that is frozen at run time too sets each field through ``object.__setattr__``, at 0.4 microseconds a field:
one of nine fields takes eighteen times as long as one that is not. What others get to see of a review stays frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A slotted dataclass with a hash, of which no field may be set after it is made."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
