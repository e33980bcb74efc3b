"""The shipped guide: whole, sourced, and with every figure of the guide that it retells."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

from starproof.core import guide as shapes
from starproof.core.guide import CRITERIA, DIMENSIONS, Exemplar
from starproof.guides import load_guide, to_markdown, to_toml
from starproof.timing.asks import detectors

FIGURES = tomllib.loads((Path(__file__).parent / "figures.toml").read_text(encoding="utf-8"))
DOCS = Path(__file__).parents[2] / "docs" / "guide-format.md"
FIGURE = re.compile(r"Q\d|\$?\d+(?:[.,]\d+)*(?:%|[KMx]\b)?")
RED_FLAGS = (
    "low-impact single-team ic-work short-horizon no-hard-decision perfect-story blame micromanagement "
    "vague-metrics jargon linear-story no-follow-up"
)
PRINCIPLES = {
    "customer-obsession": 10, "ownership": 10, "invent-and-simplify": 5, "hire-and-develop": 5,
    "deliver-results": 5, "dive-deep": 5, "have-backbone": 5, "earn-trust": 5,
}  # fmt: skip
GUIDE = load_guide()


def whole(exemplar: Exemplar) -> str:
    return "\n".join([exemplar.situation, exemplar.task, *exemplar.actions, *exemplar.results])


def test_it_has_all_parts() -> None:
    parts = ("expectations", "principles", "exemplars", "frameworks", "red_flags", "differences", "criteria")
    assert [len(getattr(GUIDE, part)) for part in parts] == [8, 8, 50, 3, 12, 6, 7]


def test_its_ids_are_those_that_the_engine_knows() -> None:
    assert [flag.id for flag in GUIDE.red_flags] == RED_FLAGS.split()
    assert tuple(difference.id for difference in GUIDE.differences) == DIMENSIONS
    assert tuple(criterion.id for criterion in GUIDE.criteria) == CRITERIA


def test_each_principle_has_its_exemplars() -> None:
    told = [exemplar.principle for exemplar in GUIDE.exemplars]
    assert {principle.id: told.count(principle.id) for principle in GUIDE.principles} == PRINCIPLES


@pytest.mark.parametrize("exemplar", GUIDE.exemplars, ids=lambda exemplar: exemplar.id)
def test_an_exemplar_keeps_every_figure_and_adds_none(exemplar: Exemplar) -> None:
    assert set(FIGURE.findall(whole(exemplar))) == set(FIGURES[exemplar.id].split())


def test_the_contradictions_of_its_source_stand_as_they_were() -> None:
    told = {exemplar.id: whole(exemplar) for exemplar in GUIDE.exemplars}
    assert "287 ms on average, 32% better than the target" in told["CO-4"]
    assert "from 4 hours to 12 minutes, an improvement of 96%" in told["IS-2"]
    assert "31%, which saved $196K a quarter against a target of $135K" in told["DR-3"]
    assert [framework.planned for framework in GUIDE.frameworks] == [140, 200, 260]
    impact = GUIDE.difference("impact")
    assert impact is not None
    assert impact.here_range is not None
    assert impact.next_range is not None
    assert (impact.here_range.high, impact.next_range.low) == (5e6, 10e6)


def test_every_entry_names_its_source() -> None:
    entries = [*GUIDE.expectations, *GUIDE.principles, *GUIDE.exemplars, *GUIDE.frameworks]
    assert all(entry.source for entry in [*entries, *GUIDE.red_flags, *GUIDE.differences])


def test_every_ask_has_a_detector() -> None:
    asked = {ask.detector for framework in GUIDE.frameworks for part in framework.sections for ask in part.asks}
    assert asked == set(detectors())


def test_a_red_flag_asks_a_question_that_names_no_figure() -> None:
    for flag in GUIDE.red_flags:
        assert flag.probe.endswith("?")
        assert not re.search(r"\d", flag.probe)


def test_the_file_is_as_it_would_be_written() -> None:
    text = files("starproof.guides").joinpath("l6-engineering-manager.toml").read_text(encoding="utf-8")
    comment, _, rest = text.partition("\n\n")
    assert comment.startswith("#")
    assert rest == to_toml(GUIDE)


def test_its_markdown_has_the_headings_of_a_guide() -> None:
    lines = to_markdown(GUIDE).splitlines()
    assert [sum(line.startswith("#" * depth + " ") for line in lines) for depth in (1, 2, 3, 4)] == [1, 6, 15, 50]
    assert "### Customer Obsession (10 Examples)" in lines
    assert any(line.startswith("1. **Situation** (25 seconds): ") for line in lines)


@pytest.mark.parametrize(
    "shape",
    ["Guide", "Expectation", "Range", "Principle", "Exemplar", "Framework", "FrameworkSection", "Ask", "RedFlag",
     "Difference", "Criterion"],
)  # fmt: skip
def test_the_format_page_names_every_key(shape: str) -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [field.name for field in fields(getattr(shapes, shape)) if f"`{field.name}`" not in page] == []
