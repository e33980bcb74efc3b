"""Derived figures: what is accused, what is confirmed, and what is left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import Story
from starproof.core.facts import Claim
from starproof.core.text import Span
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.parse.story import parse

CASES = tomllib.loads((Path(__file__).parent / "cases" / "claims.toml").read_text(encoding="utf-8"))


def every_case() -> list[Any]:
    return [
        pytest.param(case, id=f"{kind}.{name}") for kind, group in CASES.items() for name, case in group.items()
    ]


def read(text: str) -> tuple[Claim, ...]:
    document = parse(Story("case", text))
    sentences = [sentence.span for sentence in document.sentences]
    return claims(document.text, quantities(document.text, within=sentences), sentences)


@pytest.mark.parametrize("case", every_case())
def test_each_figure_gets_its_verdict(case: dict[str, Any]) -> None:
    found = read(case["story"])
    accused = [claim.text for claim in found if claim.verdict == "inconsistent"]
    said = [(claim.text, claim.kind, claim.explanation) for claim in found]
    assert len(accused) == len(case.get("wrong", [])), said
    assert all(text.startswith(want) for text, want in zip(accused, case.get("wrong", []), strict=True)), said
    confirmed = [claim.text for claim in found if claim.verdict == "consistent"]
    for want in case.get("right", []):
        assert any(text.startswith(want) for text in confirmed), (want, said)
