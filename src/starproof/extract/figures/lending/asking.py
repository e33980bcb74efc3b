"""A bare number for what was wanted or told of the measure before: "they wanted eighty", "more like fifty"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural
from starproof.extract.figures.numbers.telling import in_passing
from starproof.extract.figures.recurring.wording import apiece


def asked(text: Text, index: int) -> Figure | None:
    """The figure before, for what is asked or told of the same measure: "they wanted eighty", "more like fifty"."""
    figure, tokens, known = text.figures[index], text.tokens, text.tokens.known
    before = _outside(text, index) or _taken(text, index) or _last(text, index)
    if before is None or before.kind in ("count", "multiple", None) or _in_two_numbers(tokens, before):
        return None
    if figure.first - before.stop > (25 if before is text.figures[index - 1] else REACH + 5):
        return None
    ends = ends_clause(tokens, figure.stop) or tokens.word(figure.stop) in ("tops", "max", "maximum", "flat")
    at = figure.first - 1
    while tokens.word(at) in _BEFORE_ASKED and at > before.stop:
        at -= 1
    gap = tokens.low[before.stop : figure.first]
    if before.kind == "duration" and (figure.scale != 1.0 or ratio(figure, before) > 10):
        return None
    if before.kind == "money" and (_about_things(text, figure, before) or apiece(before, tokens)):
        return None
    if before.scale != 1.0 and figure.scale == 1.0 and figure.value < 1000 and ratio(figure, before) > 8 / before.scale:
        return before if _thousands_of(tokens, figure, before) else None
    if before.kind == "money" and not _EACH.isdisjoint(tokens.low[max(before.stop, at - 3) : at]):
        return None
    due = tokens.word(figure.stop) == "by" and tokens.word(at) in known.asking
    told = _guessed(gap) or _told(tokens, at, figure, before) or _meant(tokens, at, figure, before)
    return before if (ends or due) and told else None


def _guessed(gap: list[str]) -> bool:
    """ "a year, maybe two", "more like fifty": all that stands between a number and another guess at it."""
    doubted = gap[-1:] in (["maybe"], ["perhaps"], ["even"], ["sometimes"])
    doubted = doubted and (len(gap) == 1 or (gap[0] == "," and len(gap) <= 3))
    return doubted or gap[-2:] in (["more", "like"], ["felt", "like"], ["feels", "like"])


def _told(tokens: Tokens, at: int, figure: Figure, before: Figure) -> bool:
    """ "they wanted eighty", "I told him four", "promised the shops three": somebody says it of the measure before."""
    if tokens.word(at) in tokens.known.asking:
        return True
    stated = tokens.word(before.first - 1) in tokens.known.weak_links and tokens.word(at) in ("is", "it's", "was")
    if stated and figure.first - before.stop <= 8:
        return True
    if at < figure.first - 1 and tokens.word(at) == "told" and before.kind == "duration":
        return True
    whom = at - 1 - (tokens.word(at - 1) in ("the", "our", "my", "their"))
    return tokens.word(whom) in ("promised", "offered") and names_things(tokens, at)


def _meant(tokens: Tokens, at: int, figure: Figure, before: Figure) -> bool:
    """ "it was made for forty", "I'd like to have ten", "it should be two": how much there is to be."""
    word, ahead = tokens.word(at), tokens.low[at - 2 : at]
    if (word == "make" and at < figure.first - 1) or (word == "have" and ahead in (["like", "to"], ["wanted", "to"])):
        return True
    if word in ("made", "planned", "set", "built", "scheduled") and tokens.word(at + 1) == "for":
        return True
    due = word == "be" and tokens.word(at - 1) in ("will", "would", "should", "must")
    due = due and tokens.word(at - 2) != "there"
    return due and before.kind == "duration" and 0.2 <= ratio(figure, before) <= 5


def _thousands_of(tokens: Tokens, figure: Figure, asked_for: Figure) -> bool:
    """ "asked for $1.5m, got 600": hundreds of thousands of the millions that were asked for."""
    told = asked_for.kind == "money" and asked_for.scale == 1e6 and figure.value >= 100 and figure.value % 10 == 0
    answered = tokens.low[asked_for.stop : figure.first] in ([",", "got"], [",", "and", "got"], ["and", "got"])
    return told and answered and figure.value * 1e3 < asked_for.value and ends_clause(tokens, figure.stop)


def _in_two_numbers(tokens: Tokens, share: Figure) -> bool:
    """Whether a share is told as "one in ten", which no whole percentage goes on from."""
    return share.kind == "percent" and not {"in", "out"}.isdisjoint(tokens.low[share.first : share.stop])


def _taken(text: Text, index: int) -> Figure | None:
    """The last length of about this size, for what something took: "it took 7.5 days, 25% more ... it took 4.5"."""
    figure, tokens = text.figures[index], text.tokens
    last = text.figures[index - 1] if index else None
    at = figure.first - 1 - (tokens.word(figure.first - 1) in ("us", "me", "them"))
    if tokens.word(at) not in _TAKES or last is None or (at == figure.first - 1 and last.kind != "percent"):
        return None
    near = [f for f in text.figures[max(0, index - 4) : index] if f.kind == "duration"]
    lengths = [f for f in near if at < figure.first - 1 or not in_passing(tokens, f)]
    return next((f for f in reversed(lengths) if 0.2 <= ratio(figure, f) <= 5), None)


_TAKES = frozenset("took takes take needs needed lasted lasts waited".split())


def _outside(text: Text, index: int) -> Figure | None:
    """The length before a bracket that closes just ahead: "took 31 hours. Insurers ($260K each) wanted 12"."""
    figure, tokens, at = text.figures[index], text.tokens, index - 1
    near = tokens.low[max(0, figure.first - 8) : figure.first]
    if ")" not in near or "(" in near[near.index(")") :]:
        return None
    closed = figure.first - len(near) + near.index(")")
    opened = next((here for here in range(closed, max(closed - 30, -1), -1) if tokens.low[here] == "("), closed)
    while at >= 0 and opened < text.figures[at].first < closed:
        at -= 1
    if not index - 5 < at < index - 1:
        return None
    other = text.figures[at]
    alike = other.kind == "duration" and 0.2 <= ratio(figure, other) <= 5
    return other if alike and not in_passing(tokens, other) else None


def _about_things(text: Text, figure: Figure, before: Figure) -> bool:
    """ "That is $36K a year. And unplanned stops, we used to get thirty-six": a sentence on things that are counted."""
    tokens, at = text.tokens, figure.first
    while at > before.stop and text.places[at - 1] == text.places[figure.first]:
        at -= 1
    if at == before.stop or "," not in tokens.low[at : at + 5]:
        return False
    last = at + tokens.low[at : at + 5].index(",") - 1
    word, known = tokens.word(last), tokens.known
    return plural(word) and names_things(tokens, last) and word not in known.durations and word not in known.money_cues


def _last(text: Text, index: int) -> Figure | None:
    """The figure before, over lengths that only tell when: "I promised four points in two years; we got six"."""
    near = [f for f in text.figures[max(0, index - 2) : index] if not in_passing(text.tokens, f)]
    last = text.figures[index - 1] if index else None
    figure = text.figures[index]
    asked_for = _asked_sum(text, index)
    if asked_for is not None:
        return asked_for
    if last is not None and in_passing(text.tokens, last):
        told = _told_length(text, index)
        if told is not None:
            return told
    if last is not None and last.kind == "duration" and 0.4 <= ratio(figure, last) <= 2.5:
        return last
    told = near[-1] if near and near[-1].kind in ("percent", "money", "score") else last
    if last is None or not in_passing(text.tokens, last) or figure.first - last.stop > _BESIDE:
        return told
    counted = near[-1] if near and near[-1].kind == "count" and not near[-1].noun else None
    if counted is not None and _off(figure, counted) < min(2.0, _off(figure, last)):
        return None  # "go to twenty. In six months! I hit twenty-one."
    return last if told is not None and _off(figure, last) < _off(figure, told) else told


_BESIDE = 12
"""Tokens over which a length told in passing may be what is asked for."""


def _off(figure: Figure, other: Figure) -> float:
    """How many times larger or smaller a bare number is than another as spoken."""
    share = figure.value * (other.scale if figure.scale == 1.0 else 1.0) / max(abs(spoken(other)), 1e-9)
    return max(share, 1 / max(share, 1e-9))


def _asked_sum(text: Text, index: int) -> Figure | None:
    """The sum told before the things that it is for: "I asked to pay 4 million for the 900 shops, and got three"."""
    figure = text.figures[index]
    if index < 2:
        return None
    before, things = text.figures[index - 2 : index]
    if before.kind != "money" or things.kind != "count" or not things.noun or before.scale == 1.0 or not before.value:
        return None
    same = text.places[before.first] == text.places[figure.first] and figure.scale == 1.0
    alike = 0.2 <= figure.value * before.scale / spoken(before) <= 2 and ratio(figure, things) < 0.1
    return before if same and alike else None


def _told_length(text: Text, index: int) -> Figure | None:
    """A length of about this size told before one that only tells when, and nothing else between them."""
    figure = text.figures[index]
    for other in reversed(text.figures[max(0, index - 4) : index]):
        if in_passing(text.tokens, other) or (other.kind == "count" and other.noun):
            continue
        alike = other.kind == "duration" and 0.4 <= ratio(figure, other) <= 2.5
        return other if alike and figure.first - other.stop < REACH + 5 else None
    return None


_EACH = frozenset("each every one per".split())
_BEFORE_ASKED = frozenset("on for uh um like about maybe only just it them this that at me us you him her".split())
