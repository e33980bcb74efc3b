"""Review a text, and the smaller readings that are useful alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from starproof.core.document import Register, Story
from starproof.core.facts import Quantity
from starproof.core.guide import Guide
from starproof.core.results import RankedPrinciple, Review
from starproof.engine import Options, Reviewer
from starproof.errors import UsageError
from starproof.extract.quantities import quantities as extract_quantities
from starproof.guides import load_guide
from starproof.understand import rank_question


def make_reviewer(
    *,
    guide: Guide | str | Path | None = None,
    words_per_minute: float = 150.0,
    fitted: bool = False,
    rates: Mapping[str, float] | None = None,
) -> Reviewer:
    """A reviewer for many stories: the guide and the rules are loaded once.

    Args:
        guide: a loaded guide, a path to one, or ``None`` for the shipped one.
        words_per_minute: the speaker's pace, by which untimed text is timed.
        fitted: scale each framework's sections to its nominal minutes.
        rates: US dollars for one unit of each currency, in place of the reference rates.

    Raises:
        GuideError: when the guide cannot be used.
        UsageError: when a rate is no positive number.
    """
    _check_rates(rates or {})
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    return Reviewer(loaded, Options(words_per_minute=words_per_minute, fitted=fitted, rates=rates))


def _check_rates(rates: Mapping[str, float]) -> None:
    for currency, rate in rates.items():
        if not isinstance(rate, int | float) or not 0 < rate < math.inf:
            raise UsageError(
                "E-USE-004",
                f"{rate!r} is no rate for {currency!r}.",
                "Give US dollars for one unit of the currency, such as {'EUR': 1.1}.",
            )


def review(
    text: str | Story,
    *,
    guide: Guide | str | Path | None = None,
    title: str | None = None,
    question: str | None = None,
    principle: str | None = None,
    register: Register | None = None,
    words_per_minute: float = 150.0,
    fitted: bool = False,
    rates: Mapping[str, float] | None = None,
) -> Review:
    """Review one story: its sections, figures, claims, flags, level, ratings, timing and next questions.

    The same text, guide and options give the same review; every span in it is half-open, in code
    points, into ``text``. ``register`` is found out where it is ``None``. A ``Story`` brings its own title and
    the like; what is said here counts above them.

    Raises:
        InputError: when there is no text to read, or more than can be read.
        GuideError: when the guide cannot be used.
    """
    reviewer = make_reviewer(guide=guide, words_per_minute=words_per_minute, fitted=fitted, rates=rates)
    story = text if isinstance(text, Story) else Story("story", text)
    said = replace(
        story,
        title=title or story.title,
        question=question or story.question,
        principle=principle or story.principle,
        register=register or story.register,
    )
    return reviewer.review(said)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every explicit figure of a text, in order; kinds and units as in ``Quantity``."""
    return extract_quantities(text)


def rank_principles(question: str, *, guide: Guide | None = None) -> tuple[RankedPrinciple, ...]:
    """The guide's principles by how likely an interview question asks for each: ``(id, score)``, best first."""
    return rank_question(question, (guide or load_guide()).principles)
