"""What a story leaves open about one of its figures: period, baseline, whole, who measured it, what else changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from starproof.core.context import StoryContext, once
from starproof.core.facts import Quantity
from starproof.core.keeping import kept
from starproof.core.months import IN_FULL, IN_SHORT
from starproof.core.seeking import Pattern, Seldom
from starproof.extract.baselines.passing import DAY
from starproof.extract.baselines.told_before import has_base
from starproof.extract.text.around import FAR, heard, heard_in, heard_within
from starproof.extract.text.words import singular, words
from starproof.probes.bounds import goes_once, is_bound, is_price, is_rare, is_set
from starproof.probes.candidate import Sight

WHOLE_REACH = 24
"""Code points between a share and the number that it is a part of."""
Open = Literal["period", "baseline", "whole", "measurer", "else"]
TELLERS = ("stakeholder", "bosses", "peers", "customers")
"""People in the sentence of a figure who may be the ones that counted."""
_HELD = re.compile(
    r"\b(?:control group|a/b test|held (?:everything|all) else|nothing else (?:changed|was changed)|"
    r"everything else (?:stayed|was kept)|same (?:week|month|quarter|season) (?:of|a|the|last) |year[- ]over[- ]year|"
    r"like[- ]for[- ]like|seasonally adjusted)"
)
"""Words that say what else could have moved a figure, and that it did not."""
_KNOWN = ("builders", "leaders", "reports", "teams", "organisations", "places")
_OF = re.compile(r"\s{1,3}of\s{1,3}(?!(?:the |our )?(?:target|plan|goal|budget)\b)", re.IGNORECASE)
_MEASURED = Seldom(
    r"\b(?:finance|controllers?|controlling|accounting|accountants?|audit(?:ors?|ed)?|analytics|analysts?|"
    r"data (?:team|scien\w+)|surveys?|dashboards?|telemetry|logs|ledgers?|monitoring|according to|"
    r"(?:measured|counted|calculated|confirmed|verified|reported|checked|signed off) by|calculated (?:it|that|this)|"
    r"(?:we|i) (?:measured|counted)|hr (?:puts?|counts?|reckons?)|puts?(?: \w{1,14}){1,6} at|"
    r"(?:they|he|she|(?:managers?|owners?|nurses|shops|customs|hospitals?|practices?|depots?|clients?)"
    r"(?: \w{1,10})?) "
    r"(?:themselves )?(?:puts?|reckon(?:s|ed)?|valued?s?|estimate[sd]?|counted) (?:(?:it|that|this|"
    r"them) )?(?:at|to be))\b"
)
"""Words that say who or what measured. A person in the sentence alone has not."""
_SIGNED = Seldom(
    r"\b(?:finance|controllers?|controlling|accounting|accountants?|auditors?|analytics|analysts?|cfo)\b[^.;!?]{0,60}\b"
    r"(?:signs?|signed(?: off(?: on)?)?|confirm(?:s|ed)|check(?:s|ed)|verif(?:ies|ied)|audit(?:s|ed)|measure[sd]?|"
    r"count(?:s|ed)|calculated|report(?:s|ed)|puts?|reckon(?:s|ed)|accept(?:s|ed)|book(?:s|ed))\s"
    r"(?:that|this|it|those|these|both|the (?:number|figure|sum|amount|saving|result)s?)\b"
)
"""Words in small letters by which the next sentence says who stands for a figure: "finance signs that number"."""
_BY_THE_TELLER = re.compile(
    r"\b(?:i|we)(?: then| also)? (?:pulled|counted|timed|sampled|tallied|measured|weighed|went through)\b"
    r"[^.;:!?]{0,50}\b(?:logs?|tickets|records|queries|calls|weeks?|months?|days?|cases|orders|data|files|"
    r"invoices|reports?|"
    r"traces|myself|each|every)\b"
)
"""Words in small letters by which the teller has measured what the next sentence tells: "I pulled a week of logs"."""
_WATCHED = re.compile(
    r"\b(?:i|we|she|he|they)(?:[’']ve| have)?(?: still| also| now| always| \w+ly)? "
    r"(?:(?:check|count|track|review)(?:s|ed)?|looks? at|measured?s?|watch(?:es|ed)?|pulls?|reads?) "
    r"(?:it|that|this|them|those|the (?:number|figure|rate|share|count)s?)\b(?: \w+){0,3}? "
    r"(?:every|each|once an?|twice an?|weekly|monthly|daily|quarterly|yearly)\b"
)
"""Words in small letters by which somebody looks at a figure again and again: "I check it every month"."""
_OF_MASS = re.compile(
    r"\s{1,3}of\s{1,3}(?:(?:the|our|my|its|their|his|her|that|this)\s)*(?:\w{2,20}[’']s?\s)?"
    r"(?!(?:all|those|these|them|both|each|every|which|whom|people|staff|men|women|children|cattle|data|\w+s)\b)(?!\w+\s\w+(?<![s’']s)s\b)[^\W\d]{3,20}\b(?![’'])"
)
"""Behind a share: what it is of is no number of things, "of the firm's revenue", "of the traffic"."""
_MONTH = rf"(?:{IN_SHORT})"
_DATED = re.compile(
    r"\b(?:a|per|each|every) (?:year|month|week|quarter|day)\b|\bannual(?:ly|i[sz]ed)?\b|\byearly\b|\bmonthly\b|"
    r"\bweekly\b|\b[am]rr\b|\brun[- ]rate\b|"
    rf"\b(?:by|in|on|from|to|at|since|until|before|after|during|between) (?:{IN_FULL}|"
    r"q[1-4]|spring|summer|autumn|winter|christmas|easter|(?:19|20)\d\d)\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|\b{_MONTH}\.? \d{{1,2}}\b|"
    r"\b(?:the|this|that|last|next|each|every|whole|first|second|third|fourth|fifth|full|same|following|"
    r"previous|over|during)"
    r"(?: \w{1,10})? (?:year|month|week|quarter|half|season|semester|session|term|spring|summer|autumn|winter)\b|"
    r"\byear (?:one|two|three|[1-3])\b|"
    r"\b(?:today|now|nowadays|currently|so far|to date|in all|in total|altogether|one-off)\b"
)
"""Words that give a figure its time without being one."""
_SAID: Mapping[Open, Pattern] = {"period": _DATED, "measurer": _MEASURED, "else": _HELD}
"""What words alone, in small letters, can say, so that it is not left open."""


def explained(context: StoryContext) -> frozenset[int]:
    """Quantities that a claim derives or is derived from: the story says from what to what."""
    claims = context.facts.claims
    stated = {claim.quantity for claim in claims if claim.quantity is not None}
    return frozenset(stated.union(*(claim.operands for claim in claims)))


def follows_from_others(context: StoryContext, index: int) -> bool:
    """Whether the figure is worked out from others and comes out: nobody measured it, they measured those."""
    return any(claim.quantity == index and claim.verdict == "consistent" for claim in context.facts.claims)


def mates_of(sight: Sight, place: int, figure: Quantity) -> list[Quantity]:
    """The other figures of the sentence."""
    quantities = sight.context.facts.quantities
    return [quantities[index] for index in sight.figures[place] if quantities[index] is not figure]


def whole_told(figure: Quantity, mates: Sequence[Quantity]) -> bool:
    """Whether a share stands right before the number that it is a part of: "0.04% of 51,000 candidates"."""
    return any(q.kind == "count" and 0 <= q.span.start - figure.span.end <= WHOLE_REACH for q in mates)


def of_mass(context: StoryContext, share: Quantity) -> bool:
    """Whether a share is of what nobody counts in pieces: "a quarter of the company's revenue"."""
    return _OF_MASS.match(context.document.text, share.span.end) is not None


def without_baseline(figure: Quantity, mates: Sequence[Quantity]) -> bool:
    """Whether a change stands without another figure like it, or two from which it follows."""
    alike = any(q.kind == figure.kind and q.unit == figure.unit for q in mates)
    return figure.kind in ("percent", "multiple") and not (alike or sum(_amount(q) for q in mates) > 1)


def _amount(figure: Quantity) -> bool:
    return figure.kind not in ("percent", "multiple")


def left_open(sight: Sight, place: int, index: int, *, known: frozenset[int]) -> tuple[Open, ...]:
    """The questions about a figure of sentence ``place`` that the story does not answer, in the order of asking.

    ``known`` holds the quantities of which the story says from what to what.
    """
    return _left_open(sight.context, place, index, known)


@once
def _left_open(context: StoryContext, place: int, index: int, known: frozenset[int]) -> tuple[Open, ...]:
    """What ``left_open`` says, found out once: it is asked for when figures are ranked, rated and asked about."""
    return tuple(_opened(Sight.of(context), place, index, known))


def _opened(sight: Sight, place: int, index: int, known: frozenset[int]) -> Iterator[Open]:
    figure = sight.context.facts.quantities[index]
    mates = mates_of(sight, place, figure)
    change = figure.kind in ("percent", "multiple")
    settled, timed = said_of(sight.context, place, figure), any(q.kind == "duration" for q in mates)
    recurs = change or (figure.kind == "money" and not goes_once(sight.context, figure))
    stands = is_price(sight.context, figure)
    dated = "/" in figure.unit or timed or "period" in settled or is_share(sight.context, figure)
    if recurs and not stands and not dated:
        yield "period"
    bound = is_bound(sight.context, figure) or is_rare(figure)
    if change and index not in known and without_baseline(figure, mates) and not bound:
        if is_share(sight.context, figure):
            if not (whole_told(figure, mates) or of_mass(sight.context, figure)):
                yield "whole"
        elif not has_base(sight.context, figure):
            yield "baseline"
    counted = is_headcount(figure) or (figure.kind == "duration" and figure.value >= DAY)
    if "measurer" not in settled and not stands and not counted and not is_set(sight.context, figure):
        yield "measurer"
    moves = change or (figure.kind == "money" and not goes_once(sight.context, figure))
    if moves and "else" not in settled and not stands:
        yield "else"


def is_headcount(figure: Quantity) -> bool:
    """Whether a figure counts people at work, teams, organizations or places: the teller knows how many there are."""
    last = singular(figure.text.split()[-1].lower())
    return figure.kind == "count" and any(last in words("nouns", kind) for kind in _KNOWN)


def said_of(context: StoryContext, place: int, figure: Quantity) -> frozenset[Open]:
    """The questions about a figure that the words around it answer; its period may stand in the sentence before."""
    said = _settled(_around(context, place, figure))
    last = place - 1
    if last >= 0 and _BY_THE_TELLER.search(heard(context, last, most=FAR).lower()) is not None:
        said |= {"measurer"}
    behind = heard(context, place + 1, most=FAR).lower() if "measurer" not in said else ""
    if behind and _is_watched(context, place, figure):
        said |= {"measurer"}
    if behind and _SIGNED.search(behind) is not None and not _has_figure(context, place + 1):
        said |= {"measurer"}
    if "period" in said or last < 0 or context.labels[last].label != context.labels[place].label:
        return said
    return said | (_settled(heard_in(context, context.labels[last].span)[-FAR:]) & {"period"})


def _is_watched(context: StoryContext, place: int, figure: Quantity) -> bool:
    """Whether somebody looks at a figure again and again, before another is told that they may look at instead."""
    last = min(place + 1, len(context.labels) - 1)
    start = figure.span.end
    end = min(context.labels[last].span.end, start + FAR)
    watched = _WATCHED.search(context.document.text[start:end].lower())
    others = (one for one in context.facts.quantities if one.kind != "duration" and one.span.start >= start)
    return watched is not None and not any(one.span.start < start + watched.start() for one in others)


def _has_figure(context: StoryContext, place: int) -> bool:
    """Whether a sentence has figures of its own, of which it may speak."""
    span = context.labels[place].span
    return any(span.contains(figure.span) and figure.kind != "duration" for figure in context.facts.quantities)


def _around(context: StoryContext, place: int, figure: Quantity) -> str:
    """The words of the sentence, of a page without full stops those near the figure."""
    sentence = context.labels[place].span
    start, end = max(sentence.start, figure.span.start - FAR), min(sentence.end, figure.span.end + FAR)
    return heard_within(context, start, end)


@kept
def _settled(words: str) -> frozenset[Open]:
    """What these words say of every figure that stands in them."""
    small = words.lower()  # once for all, since a search that is blind to capitals takes three times as long
    return frozenset([one for one, pattern in _SAID.items() if pattern.search(small)])


def is_share(context: StoryContext, figure: Quantity) -> bool:
    """Whether a percentage is told as a part of something: "6% of the samples"."""
    return figure.unit == "%" and _OF.match(context.document.text, figure.span.end) is not None
