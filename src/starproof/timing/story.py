"""A story against the clock and against each framework of the guide."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from starproof.core.document import Document, Label, LabelledSentence
from starproof.core.ending import told_as
from starproof.core.facts import Facts
from starproof.core.guide import Ask, Framework, Guide
from starproof.core.results import AskVerdict, Fit, FrameworkFit, Timing
from starproof.errors import UsageError
from starproof.timing.advice import Telling, advise
from starproof.timing.asks import ask_verdict
from starproof.timing.clock import by_label, sentence_seconds, total_seconds
from starproof.timing.passage import Passage

TOLERANCE = 0.1
"""The share of a framework's time that a story may miss by and still fit."""
Verdict = Callable[[str, Ask], AskVerdict]
"""Whether the story gives what is asked for in a section."""
COUNTS_AS: Mapping[Label, Label] = {"reflection": "result"}
"""Whose time a section is told in where a framework does not plan for it: the source guide asks for
lessons learned and follow-up in the Result ("Quantified impact and lessons learned")."""


def time_story(
    document: Document,
    labels: Sequence[LabelledSentence],
    facts: Facts,
    guide: Guide,
    *,
    words_per_minute: float = 150.0,
    fitted: bool = False,
    tolerance: float = TOLERANCE,
) -> Timing:
    """Time a story and hold it against each framework of the guide.

    Args:
        words_per_minute: the speaker's pace, by which text without times is timed.
        fitted: scale each framework's sections so that they add up to its nominal minutes.
        tolerance: the share of the budget that still counts as fitting.

    Returns:
        Seconds overall and by label; for each framework its budget, verdict, advice and what it asks for.

    Raises:
        UsageError: when the pace is not a positive number of words.
    """
    if not 0 < words_per_minute < math.inf:
        raise UsageError(
            "E-TIM-001",
            f"A pace of {words_per_minute:g} words a minute cannot time a story.",
            "Give a positive number; most people speak 120 to 170 words a minute.",
        )
    each = sentence_seconds(document, labels, words_per_minute=words_per_minute)
    seconds = round(total_seconds(document, words_per_minute=words_per_minute), 1)
    sections = {label: round(length, 1) for label, length in by_label(labels, each).items()}
    story = Passage(document, tuple(labels), facts)
    plans = [framework.fitted() if fitted else framework for framework in guide.frameworks]
    verdict = cache(lambda section, ask: ask_verdict(section, ask, story))  # frameworks ask for much the same
    telling = Telling(story, each, seconds, sections, words_per_minute, told_as(labels))
    return Timing(
        words_per_minute=words_per_minute,
        seconds=seconds,
        sections=sections,
        frameworks=tuple(_fit(plan, telling, tolerance, verdict) for plan in plans),
    )


def _fit(framework: Framework, telling: Telling, tolerance: float, verdict_of: Verdict) -> FrameworkFit:
    planned = {section.section: section.seconds for section in framework.sections}
    budget = round(framework.planned, 1)
    verdict = fit(framework, telling.seconds, tolerance)
    told = counted(telling.heard(), planned)
    asks = tuple(verdict_of(section.section, ask) for section in framework.sections for ask in section.asks)
    return FrameworkFit(
        id=framework.id,
        budget=budget,
        seconds=telling.seconds,
        verdict=verdict,
        over_by=round(telling.seconds - budget, 1),
        advice=advise(telling, planned=planned, told=told, verdict=verdict, asks=_unmet(framework, asks)),
        asks=asks,
        sections=planned,
        told=told,
    )


def fit(framework: Framework, seconds: float, tolerance: float) -> Fit:
    """Whether the time fits. A plan that adds up to more than its minutes takes both for a fit."""
    shortest = min(framework.planned, framework.seconds or framework.planned)
    if seconds > framework.planned * (1 + tolerance):
        return "over"
    return "under" if seconds < shortest * (1 - tolerance) else "fits"


def counted(sections: Mapping[Label, float], planned: Mapping[str, float]) -> dict[str, float]:
    """Seconds told by the framework's own sections; see ``COUNTS_AS``."""
    told = dict.fromkeys(planned, 0.0)
    for label, seconds in sections.items():
        home = label if label in planned else COUNTS_AS.get(label, label)
        if home in told:
            told[home] = round(told[home] + seconds, 1)
    return told


def _unmet(framework: Framework, verdicts: Sequence[AskVerdict]) -> Mapping[str, tuple[str, ...]]:
    """By section, what the framework asks for in words and the story does not give."""
    open_asks = {(one.section, one.ask) for one in verdicts if one.met is False}
    return {
        section.section: tuple(a.says for a in section.asks if (section.section, a.id) in open_asks)
        for section in framework.sections
    }
