"""Figures that are given, and moved by nobody: the price that a sum multiplies, the share that a thing always has."""

from __future__ import annotations

import re

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.extract.text.around import clause

_STANDS = Seldom(
    r"\b(?:is|are|(?:makes?|made)(?: up)?|account(?:s|ed)? for|brings? in|cause[ds]?|generated?)"
    r"(?:\s(?:something|about|around|roughly|some|nearly|almost|like|"
    r"over|only|just|um|uh|maybe)){0,3}\s{1,3}$",
    re.IGNORECASE,
)
"""Straight before a share: it is what a thing is, and nothing that came of the work."""
_OF_IT = re.compile(r"\s{1,3}of\s{1,3}(?:the|our|their|its|all|everything|what)\b", re.IGNORECASE)
_OF_THAT = re.compile(r"\s{1,3}of\s{1,3}(?:that|this|it)\b", re.IGNORECASE)
_CREDIT = Seldom(
    r"\b(?:real|ours|mine|us|anyway|regardless|luck|seasonal|the season|by itself|on its own|our (?:doing|work))\b",
    re.IGNORECASE,
)
"""Words for whose a part of an outcome is."""
_TODAY = re.compile(
    r"\b(?:now|today|still|since|already|down|up|only|these days|nowadays|instead|against)\b", re.IGNORECASE
)
"""Words by which a present tells what things have come to."""
_BACK = 48
_OF_OURS = re.compile(
    r"\b(?:on|of|in|across|for|over|among|at)\s(?:all\s)?(?:(?:our|my|its)|the\s(?:first|last|other|next))\s$",
    re.IGNORECASE,
)
"""Straight before a count: it is whose, or which of them."""
_ONE = re.compile(r"(?:an?|one|every|each)\s\w+", re.IGNORECASE)
_BY = re.compile(r"\b(?:costs?|price|fee|rate|charge|bill)\s(?:of|for|per)\s$", re.IGNORECASE)
"""Straight before a stretch of time by which something is sold."""
FAR_APART = 24
"""Code points that a word between two figures, or before one, may be away."""
_TO = re.compile(
    r"(?: [a-z]{1,12}){0,4}\s?(?:to|->|→|–>|=>|down to|up to|,? ?(?:and|then) "
    r"(?:(?:it|they|that|this)[’'](?:s|re)|(?:(?:it|they|that|this) )?(?:now )?"
    r"(?:is|are|was|were|became|becomes?))(?: now)?)\s?(?:about |around |roughly |only )?"
)
_DEEDS = ("managing", "decision", "doing", "delegation", "coordination")
_TELLER = re.compile(r"\b(?:I|we|me|us|my|our)\b", re.IGNORECASE)
LONGEST = 400
"""Code points of a sentence that are looked at."""


def is_given(context: StoryContext, index: int) -> bool:
    """Whether a figure is no outcome: a price of one, the share that a thing is by itself, how much of it is ours."""
    figure = context.facts.quantities[index]
    stands = _is_share_of_old(context, figure) or _is_of_scene(context, figure) or _is_discount(context, figure)
    return stands or _is_factor(context, index) or _is_unit(context, figure) or _is_of_set(context, figure)


def _is_of_set(context: StoryContext, figure: Quantity) -> bool:
    """Whether a count only says of how many something is told: "the median miss on our eleven programmes"."""
    before = context.document.text[max(0, figure.span.start - FAR_APART) : figure.span.start]
    return figure.kind == "count" and _OF_OURS.search(before) is not None


def _is_unit(context: StoryContext, figure: Quantity) -> bool:
    """Whether a time is only what something is priced or counted by: "the cost of an hour of captions"."""
    if figure.kind != "duration" or _ONE.fullmatch(figure.text) is None:
        return False
    text, span = context.document.text, figure.span
    return _BY.search(text, max(0, span.start - _BACK), span.start) is not None and text.startswith(" of ", span.end)


def _is_discount(context: StoryContext, figure: Quantity) -> bool:
    """Whether it says how much of a figure the teller takes credit for: "I'd say half of that is real"."""
    if _OF_THAT.match(context.document.text, figure.span.end) is None:
        return False
    return _CREDIT.search(context.document.quote(clause(context, figure.span))) is not None


def _is_factor(context: StoryContext, index: int) -> bool:
    """Whether money is what one comes to in a sum that is told beside it: "eighteen thousand tickets at £90"."""
    figures = context.facts.quantities
    if figures[index].kind != "money":
        return False
    sums = (claim.operands for claim in context.facts.claims if claim.quantity != index and index in claim.operands)
    return any(figures[other].kind == "count" for operands in sums for other in operands)


def _is_of_scene(context: StoryContext, figure: Quantity) -> bool:
    """Whether a share is told before any deed and of nobody's: "a third of those visits found nothing wrong"."""
    place = context.sentence_at(figure.span.start)
    if figure.unit != "%" or not place or any(one.sentence <= place for one in context.facts.of(*_DEEDS)):
        return False
    return _TELLER.search(context.sentence(place, most=LONGEST)) is None


def _is_share_of_old(context: StoryContext, figure: Quantity) -> bool:
    """Whether a present tells what share a thing is: "the summer is sixty percent of the year's bookings"."""
    text, span = context.document.text, figure.span
    if figure.unit != "%" or _STANDS.search(text, max(0, span.start - _BACK), span.start) is None:
        return False
    words = context.document.quote(clause(context, span))
    return _OF_IT.match(text, span.end) is not None and _TODAY.search(words) is None


def begins(context: StoryContext, index: int) -> bool:
    """Whether a figure is where a change starts, "38%" in "from 38% to 17%": one goes for where it ended."""
    figures = context.facts.quantities
    after = figures[index + 1] if index + 1 < len(figures) else None
    if after is None or not (after.kind == figures[index].kind or after.unit == ""):
        return False
    between = context.document.text[figures[index].span.end : after.span.start]
    return len(between) <= FAR_APART and _TO.fullmatch(between) is not None
