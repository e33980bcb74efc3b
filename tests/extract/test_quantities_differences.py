"""Our side of every difference with Recognizers-Text on the development stories still holds.

A change of the grammar may move some: tools/compare_numbers.py --differences writes the list again, with that library
installed.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from starproof.core.facts import Quantity
from starproof.extract.quantities import quantities

ROOT = Path(__file__).resolve().parents[2]
REASONS: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("recognizers_differences.toml").read_text(encoding="utf-8")
)


def told(figure: Quantity) -> str:
    """The figure as the fixture writes it."""
    high = "" if figure.high is None else f"..{figure.high:.12g}"
    return f"{figure.kind} {figure.value:.12g}{high} {figure.unit}".strip()


@pytest.fixture(scope="module")
def stories() -> dict[str, str]:
    sys.path.insert(0, str(ROOT / "corpus"))
    from score import joined

    lines = (ROOT / "corpus" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return {story["id"]: joined(story)[0] for story in map(json.loads, lines)}


@pytest.mark.parametrize("reason", REASONS)
def test_our_side_of_each_difference_holds(reason: str, stories: dict[str, str]) -> None:
    read = {story: quantities(stories[story]) for story in {d["story"] for d in REASONS[reason]["differences"]}}
    for one in REASONS[reason]["differences"]:
        start, end = one["start"], one["start"] + len(one["text"])
        assert stories[one["story"]][start:end] == one["text"]
        here = [figure for figure in read[one["story"]] if figure.span.start < end and start < figure.span.end]
        assert [told(figure) for figure in here] == ([one["ours"]] if one["ours"] else []), one


def test_each_difference_is_listed_once_and_each_reason_explained() -> None:
    places = [(d["story"], d["start"], d["text"]) for reason in REASONS.values() for d in reason["differences"]]
    assert len(set(places)) == len(places) > 250
    assert len({reason["why"] for reason in REASONS.values()}) == len(REASONS)


def test_ours_is_right_wherever_a_reason_says_so() -> None:
    for name, reason in REASONS.items():
        right = {one["right"] for one in reason["differences"]}
        assert right <= ({"theirs", "neither"} if name == "ours-wrong" else {"ours", "both"}), name
