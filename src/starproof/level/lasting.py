"""Words that look past the work, where the story does not say how far."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starproof.core.context import StoryContext
from starproof.core.results import Flag
from starproof.core.text import Span
from starproof.extract.teller.fitting import first_fitting
from starproof.extract.teller.own_habit import is_own_habit
from starproof.extract.text.around import clause
from starproof.extract.time.sequel import sequels
from starproof.level.case import AFTERWARDS
from starproof.level.visibility import taken_up

_LASTING_FIRST = ("lasted", "spread", "mechanism", "built-on", "long-term")
"""Signals of looking past the work, those that say it best first."""
_BARE = re.compile(
    r"(?:for|over|in|within|after|more than|half)\s(?:a|an|the|one)\s(?:\w+\s)?(?:year|quarter|season)|"
    r"(?:for |in |over |after |within )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w{3,6}teen|twenty|thirty|hundred)\s(?:years?|months?|quarters?|seasons?|winters?|summers?|releases?)(?: of)?",
    re.IGNORECASE,
)
"""A length without a word of what it is of."""


def looks_past(context: StoryContext, raised: Mapping[str, Flag]) -> Span | None:
    """The clause that looks past the work, of what came after it before what was set up in its course.

    A bare length is none, as those of the work are read with their words around; nor is what the teller alone does
    since, which is a lesson, nor what is held against the teller as control, "I checked every task each morning".

    Args:
        raised: the red flags that are raised, by id; what they say is not told is not heard.
    """
    if "short-horizon" in raised:
        return None
    kinds = [kind for kind in _LASTING_FIRST if kind not in AFTERWARDS or "no-follow-up" not in raised]
    quotes = [(one, context.document.quote(one.span)) for one in context.facts.of(*kinds)]
    told = [one for one, words in quotes if not _BARE.fullmatch(words) and taken_up(context, one.span)]
    told = [one for one in told if not (is_own_habit(context, one.span) or _is_control(one.span, raised))]
    after = [one for one in told if context.labels[one.sentence].label in ("result", "reflection")]
    rows = [*([one for one in after if one.kind == kind] for kind in kinds), told]
    fitting = (found for row in rows if (found := first_fitting(context, row)) is not None)
    rest = (span for span in sequels(context) if not is_own_habit(context, span))
    words = next(rest, None) or next(fitting, None)
    return None if words is None else clause(context, words)


def _is_control(span: Span, raised: Mapping[str, Flag]) -> bool:
    flag = raised.get("micromanagement")
    return flag is not None and any(one.span.overlaps(span) for one in flag.evidence)


_AHEAD = re.compile(
    r"\b(?:plan\w*|roadmap|road map|strateg\w+|vision|horizon|next|coming|following|until|till|will|going to|"
    r"long[- ]term|multi-?year)\b",
    re.IGNORECASE,
)


def is_planned(words: str) -> bool:
    """Whether words that look past the work tell of a plan, and not only that its outcome has lasted."""
    return _AHEAD.search(words) is not None
