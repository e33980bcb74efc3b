"""Stories as facts for the tests of the level: real text, figures and signals; the impact is the fixture's."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from starproof.core.context import StoryContext
from starproof.core.document import Story
from starproof.core.facts import Facts, Impact, Measure, Quantity, Reach
from starproof.core.guide import Guide
from starproof.core.results import Level
from starproof.core.text import Span
from starproof.extract.quantities import quantities
from starproof.extract.reach import reach
from starproof.extract.signals import signals
from starproof.guides import load_guide
from starproof.level import read_level
from starproof.parse import parse
from starproof.timing import time_story
from starproof.understand import label


@cache
def guide() -> Guide:
    return load_guide()


def stories() -> list[dict[str, Any]]:
    source = Path(__file__).with_name("stories.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(source)["story"])


def told(text: str) -> Reach:
    document = parse(Story("story", text))
    return reach(document, quantities(text, within=document.paragraphs), {})


def hear(text: str, *, usd: float | None = None, by: Guide | None = None) -> StoryContext:
    document = parse(Story("story", text))
    labels, figures = label(document), quantities(text, within=document.paragraphs)
    found = signals(document, labels)
    impact = None if usd is None else Impact(usd, next(i for i, q in enumerate(figures) if q.kind == "money"), "stated")
    facts = Facts(figures, (), impact, found, reach(document, figures, found))
    standard = by or guide()
    timing = time_story(document, labels, facts, standard, words_per_minute=150.0, fitted=False)
    return StoryContext(document, labels, facts, standard, timing)


def measured(
    *,
    usd: float | None = None,
    engineers: float | None = None,
    teams: float | None = None,
    organisations: float | None = None,
    people: float | None = None,
    horizon_days: float | None = None,
    by: Guide | None = None,
) -> Level:
    """The level of bare facts, all told in the words "We did it.", often enough to be judged."""
    context = hear("We did it. " * 12)
    span = Span(0, 2)
    told: Mapping[str, float | None] = {
        "engineers": engineers,
        "teams": teams,
        "organisations": organisations,
        "people": people,
        "horizon_days": horizon_days,
        "planned_days": horizon_days,
    }
    extent = Reach(**{name: Measure(value, span) for name, value in told.items() if value is not None})
    figures = () if usd is None else (Quantity(span, "We", "money", usd, "USD"),)
    impact = None if usd is None else Impact(usd, 0, "stated")
    facts = Facts(figures, (), impact, {}, extent)
    return read_level(StoryContext(context.document, context.labels, facts, by or guide(), context.timing), ())
