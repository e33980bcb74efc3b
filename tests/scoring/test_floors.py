"""The engine on the stories that no training sees: no measure may fall below its floor."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from starproof.api import evaluate
from starproof.api.scoring import fairness

TESTS = Path(__file__).parents[1]
FLOORS: dict[str, dict[str, float]] = tomllib.loads((TESTS / "floors.toml").read_text(encoding="utf-8"))
CEILINGS = FLOORS.pop("ceilings")
STORIES = [
    json.loads(line)
    for line in (TESTS.parent / "corpus" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
]  # fmt: skip
EVERY = 4
"""Retelling takes a minute for all stories, so one in four is retold here; docs/measures.md is about all of them."""
IDENTITY = ("names-", "pronouns-", "employer", "places", "spelling-")
"""Retellings that change who tells it and where, and not how well the language is spoken."""


@cache
def found() -> dict[str, Any]:
    return evaluate(STORIES, misses=3)


@cache
def retold() -> dict[str, Any]:
    return fairness(STORIES[::EVERY])


@pytest.mark.parametrize(("part", "key"), [(part, key) for part, keys in FLOORS.items() for key in keys])
def test_no_measure_fell_below_its_floor(part: str, key: str) -> None:
    value, floor = found()[part][key], FLOORS[part][key]
    assert value >= floor, f"{part} {key} is {value}, its floor {floor}; run: starproof evaluate corpus/dev.jsonl"


def test_no_story_reads_two_levels_off() -> None:
    assert found()["level"]["two_off"] <= CEILINGS["two_off"]


def test_confidence_in_labels_can_be_trusted() -> None:
    assert found()["calibration"]["labels"]["ece"] <= CEILINGS["labels_ece"]


def test_verdicts_hardly_hang_on_how_a_story_is_told() -> None:
    assert retold()["share"] <= CEILINGS["fairness"], retold()["examples"][:3]


def test_verdicts_do_not_hang_on_who_tells_a_story() -> None:
    rows = [row for name, row in retold()["by_transformation"].items() if name.startswith(IDENTITY)]
    assert sum(row["changed"] for row in rows) <= CEILINGS["identity"] * sum(row["pairs"] for row in rows), rows


def test_the_measures_can_be_written_as_json() -> None:
    data = json.loads(json.dumps({**found(), "fairness": retold()}))
    assert data["stories"] == len(STORIES)
    assert data["intervals"]["flags"]["f1"][0] <= data["flags"]["f1"] <= data["intervals"]["flags"]["f1"][1]
