"""By how much a goal was beaten or missed: "2 under the limit", "30 days, two inside the goal", "one better than agreed"."""

from __future__ import annotations

from starproof.extract.figures.figure import Figure
from starproof.extract.figures.levels import in_passing
from starproof.extract.figures.lexing import WORD, Tokens
from starproof.extract.figures.memory import REACH, Text
from starproof.extract.figures.taking import spoken

_COUNT = Figure(0, 0, 0.0, "count", "")
_PAST = frozenset("under over below above inside ahead better worse short shy beyond off".split())
_GOALS = frozenset(
    """target goal limit line plan budget contract promise promised wanted asked set agreed slide bar ceiling cap
    threshold sla forecast estimate deal benchmark average told said pledged need needed""".split()
)


def past_goal(tokens: Tokens, at: int) -> bool:
    """Whether the words from ``at`` on set a margin against a goal: "under what they'd set us", "ahead of the goal"."""
    if tokens.word(at) not in _PAST:
        return False
    at += 1 + (tokens.word(at + 1) in ("of", "than"))
    if tokens.word(at) == "what":
        return True
    for here in range(at, at + 5):
        if tokens.sort(here) != WORD:
            return False
        if tokens.word(here) in _GOALS:
            return True
    return False


def beaten(text: Text, index: int) -> Figure | None:
    """The level that a margin is of: the last one told, over what it changed by and lengths that only tell when."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale != 1.0 or not past_goal(tokens, figure.stop):
        return None
    for other in reversed(text.figures[max(0, index - 4) : index]):
        if figure.first - other.stop > REACH:
            return None
        if other.kind in ("multiple", None) or changes(tokens, other) or in_passing(tokens, other):
            continue
        if other.kind == "count":
            return _COUNT
        return other if figure.value <= abs(spoken(other)) / other.scale else None
    return None


def changes(tokens: Tokens, figure: Figure) -> bool:
    """Whether a percentage tells by how much something changed, and not where it stands: "31 percent better"."""
    if figure.kind != "percent":
        return False
    return figure.noun or tokens.word(figure.stop) in _CHANGED or tokens.word(figure.first - 1) in _BY


_CHANGED = frozenset(
    """less fewer more better worse down up lower higher faster slower quicker smaller larger shorter longer cheaper off
    improvement reduction drop fall rise increase gain""".split()
)
_BY = frozenset("down up minus plus by".split())
