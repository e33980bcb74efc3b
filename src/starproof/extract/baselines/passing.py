"""Figures that are told in passing: they say when, or how few there were, and nothing of what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starproof.core.facts import Quantity
from starproof.core.keeping import kept
from starproof.core.seeking import Seldom

DAY = 86_400.0
"""Seconds; a shorter time is a measurement, a longer one says when."""
FEW = 10
"""A count below this tells the scene, not the outcome."""


_NONE_SINCE = Seldom(
    r"\b(?:no|not (?:a|one)(?: single)?|zero|none|nobody|nothing|never)\b[^.;:!?]{0,60}\b(?:since|again|in|for)\b",
    re.IGNORECASE,
)
"""That a thing has not come in so long is an outcome with its figure: "no duplicate since, nineteen months now"."""


_MOVED_BY = Seldom(
    r"\b(?:up|down|higher|lower|rose|risen|rising|grew|grown|fell|fallen|dropped|increased|improved|shrank|climbed)"
    r"(?: again)? by(?: (?:about|around|roughly|some|almost|nearly|over|at least|another|a good)){0,2}\s{1,3}$"
)
"""Words in small letters straight before how far something moved: "intake was back up by 150"."""
_WAS = r"(?:it |there |we |they )?(?:had been|used to be|were|was|had)"
_HELD_AGAINST = Seldom(
    r"\b(?:no|none|zero|nobody|nothing|never|not (?:a|one)(?: single)?)\b[^.;!?]{0,60}?(?:\b(?:against|instead of|"
    rf"rather than|compared (?:to|with)|versus|down from|from|where {_WAS})|, (?:and )?{_WAS})"
    r"(?: (?:about|around|roughly|some|almost|nearly|over|the)){0,2}\s{1,3}$"
)
"""Words in small letters before what nothing is held against: "no lost parcels, against 212 the year before"."""


@kept
def tells_change(before: str) -> bool:
    """Whether these words of its sentence before a figure make it how far a thing moved, or fell to nothing."""
    told = before.lower()
    return _MOVED_BY.search(told) is not None or _HELD_AGAINST.search(told) is not None


@kept
def none_since(words: str) -> bool:
    """Whether these words tell that nothing of a kind has come in some time."""
    return _NONE_SINCE.search(words) is not None


def is_passing(figure: Quantity, beside: Iterable[Quantity] = ()) -> bool:
    """Whether a figure tells time or a handful and not an outcome, such as "two weeks later" or "both".

    Args:
        beside: the other figures of its sentence; one like it makes both a comparison, "from nine to two".
    """
    if figure.kind == "duration":
        passing = figure.value >= DAY
    else:
        passing = figure.kind == "count" and (not figure.unit or figure.value < FEW)
    return passing and not any(_alike(figure, other) for other in beside)


def _alike(figure: Quantity, other: Quantity) -> bool:
    return other.kind == figure.kind and (figure.unit == other.unit or not figure.unit or not other.unit)
