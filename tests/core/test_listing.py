"""Parts in a row, as a sentence tells them."""

from __future__ import annotations

import pytest

from starproof.core.listing import listed


@pytest.mark.parametrize(
    ("parts", "row"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a and b"),
        (("a", "b", "c"), "a, b and c"),
        (("a", "", "c"), "a and c"),
    ],
)
def test_parts_stand_in_a_row(parts: tuple[str, ...], row: str) -> None:
    assert listed(parts) == row


def test_the_last_part_may_be_another_choice() -> None:
    assert listed(("a", "b", "c"), last="or") == "a, b or c"
