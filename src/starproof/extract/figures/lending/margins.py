"""By how much a goal was beaten or missed: "2 under the limit", "30 days, two inside the goal"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.lending.taking import beat_by, spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import WORD
from starproof.extract.figures.numbers.telling import PAST, changes, in_passing, off_goal, past_goal


def beaten(text: Text, index: int) -> Figure | None:
    """The level that a margin is of: the last one told, over what it changed by and lengths that only tell when."""
    figure, tokens = text.figures[index], text.tokens
    near = index > 0 and figure.first - text.figures[index - 1].stop <= _NEAR and off_goal(tokens, figure.stop)
    if not near and not past_goal(tokens, figure.stop):
        return None
    for other in reversed(text.figures[max(0, index - 4) : index]):
        if figure.first - other.stop > REACH:
            return None
        told = other.stop == figure.first - 1 and tokens.word(other.stop) == ","  # "done in 61 days, two ahead of plan"
        if other.kind in ("multiple", None) or changes(tokens, other) or (in_passing(tokens, other) and not told):
            continue
        if figure.scale not in (1.0, other.scale):
            return None
        if other.kind == "count":
            return COUNT
        return other if figure.value <= abs(spoken(other)) / other.scale else None
    return None


_NEAR = 3
"""Tokens between a goal and what was left of it, which no word need name: "statute 20 (8 under)"."""


def margin(text: Text, index: int) -> Figure | None:
    """The length just told, for "15 months of cash, six more than in May", "8 years at it, the last three as lead"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is None or before.kind != "duration":
        return None
    rest = (
        tokens.word(figure.first - 3) not in _ARRIVES
        and tokens.word(figure.first - 2) == "the"
        and tokens.word(figure.first - 1) in ("last", "first", "other")
    )
    rest = rest and not (tokens.word(figure.first - 1) == "other" and in_passing(tokens, before))
    if rest and text.places[before.first] == text.places[figure.first] and figure.first - before.stop <= 14:
        return before if figure.value < spoken(before) or tokens.word(figure.first - 3) == "of" else None
    if beat_by(tokens, figure.first) and text.places[before.first] == text.places[figure.first]:
        near = figure.first - before.stop <= 9 and ends_clause(tokens, figure.stop)
        return before if near and figure.value < spoken(before) else None
    after, then = tokens.word(figure.stop), tokens.word(figure.stop + 1)
    both = tokens.word(before.stop) in PAST and after in PAST and then in ("than", "what") and figure.scale == 1.0
    if both and tokens.word(figure.first - 1) in ("and", "but") and figure.first - before.stop <= 9:
        return before  # "three minutes over what he promised and twelve better than it was"
    if figure.first - before.stop > (8 if then == "than" else 4):
        return None
    if in_passing(tokens, before) and tokens.word(before.stop) != "late":
        return None
    set_off = tokens.word(figure.first - 1) in (",", "so", "or") and after in _COMPARED
    return before if set_off and (then in ("than", "a", "per") or tokens.sort(figure.stop + 1) != WORD) else None


_ARRIVES = frozenset("reach reached reaches reaching into make made among".split())
_COMPARED = frozenset("more fewer less longer shorter earlier later better sooner".split())
