from __future__ import annotations

import pytest

from starproof.level.visibility import noted
from tests.level.telling import hear


@pytest.mark.parametrize(
    "text",
    [
        "I was invited to talk at an industry conference.",
        "We made it open source.",
        "The newspapers wrote about it.",
        "It won an award.",
        "The standards body took our format.",
    ],
)
def test_a_public_outside_the_firm_counts(text: str) -> None:
    context = hear(text)
    assert noted(context.facts, text)


@pytest.mark.parametrize(
    "text",
    [
        "The supplier fixed the valve.",
        "The vendor sent a cable.",
        "I called the court.",
        "A competitor had changed its fares.",
        "Our rival was down.",
    ],
)
def test_a_supplier_or_an_office_is_no_public(text: str) -> None:
    context = hear(text)
    assert not noted(context.facts, text)
