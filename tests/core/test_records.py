from __future__ import annotations

from dataclasses import field, replace

import pytest

from starproof.core.records import record


@record
class Parcel:
    weight: float
    marks: tuple[str, ...] = ()
    note: str = field(default="", compare=False)


def test_equal_records_are_one_key() -> None:
    assert {Parcel(2.5, ("fragile",)): "found"}[Parcel(2.5, ("fragile",), note="late")] == "found"
    assert Parcel(2.5) != Parcel(3.0)


def test_a_record_is_replaced_and_stays_as_it_was() -> None:
    one = Parcel(2.5)
    assert replace(one, marks=("up",)) == Parcel(2.5, ("up",))
    assert one == Parcel(2.5)


def test_a_record_has_no_room_for_what_it_does_not_name() -> None:
    assert not hasattr(Parcel(2.5), "__dict__")
    with pytest.raises(AttributeError):
        object.__setattr__(Parcel(2.5), "colour", "red")
