"""Befores and afters of money: what lies between them is an outcome, unless one is only what had been planned.

"We pay $1M instead of $2M" tells a fall; "we saved $1M instead of the $2M in the plan" tells a saving of a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from starproof.core.document import LabelledSentence
from starproof.core.facts import Claim
from starproof.core.seeking import Seldom
from starproof.extract.money.barred import INCOME
from starproof.extract.money.near import is_harm
from starproof.extract.money.outcome import LEAD, label_of
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import currency, period

_COSTS = (
    r"(?:\w*costs?|costing|bills?|spend|spent|spending|expenses?|loss|losses|debts?|fees?|paid|pay|charges?|runs? at)"
)
_COST = re.compile(rf" {_COSTS} ")
_GAINS = (
    r"(?:sav(?:e|ed|es|ing|ings)|gain(?:ed|s)?|won|worth|benefits?|booked|credited|confirmed|signed off|brought|"
    r"brings|earn(?:ed|s)|"
    r"recovered|got back|what we got|we got|came to be|impact|deal came)"
)
_COST_OR_GAIN = Seldom(rf" (?:(?P<gain>{_GAINS})|{_COSTS}) ")
_INSTEAD = re.compile(
    r" (?:instead of|rather than|as opposed to|and not|(?:, |i mean )+not) "
    r"(?:(?:the|about|around|some|a|our|my|their|full|original|even) ){0,3}$"
)
_PLANNED = (
    r"(?:(?<!\ba )plan|plan(?! [,.;:])|planned|promised?|hoped(?: for)?|expected|forecast|"
    r"predicted|aimed(?: for)?|wanted|"
    r"(?:business|investment) case|slides?|pitch|target(?:ed)?|estimated|talked (?:about|of)|told (?:the|them|"
    r"my|him|her|"
    r"our)|sold (?:the|them|my|him|her)|i'd said|i had said|had in mind|signed up for)"
)
_AS_PLANNED = Seldom(rf"^ (?:\S+ ){{0,6}}?{_PLANNED} ")
_WAS_PLANNED = Seldom(
    rf" (?:{_PLANNED} (?:(?:that|us|them|me|the|board|said|was|of|we|it|they|he|she) ){{0,3}}(?:\S+ ){{0,6}}|"
    r"(?:said|thought|believed|reckoned) (?:\S+ ){0,5}(?:would|will|'d|should) (?:\S+ ){0,6})$"
)
_SAID_GAINED = re.compile(r" (?:gain(?:ed|s)?|sav(?:e|ed|es)|won) (?:(?:us|about|around|some|another) ){0,2}$")
_FROM = re.compile(r"^ ,? ?(?:,? ?which is |that is )?(?:down|up) from ")
IT_WAS = re.compile(
    r"^ (?:[a-z'-]+ ){0,4}?[.,;–—-] (?:and )?(?:it|that|this|they|before) "
    r"(?:was|were|had been|used to be|used to cost) (?:at )?"
    r"(?:(?:about|around|roughly|nearly|almost|some|just|over|under|the|a) ){0,3}$"
)
"""Between two levels of one thing, these tell the earlier one after the later: "the bill is $1M now, it was"."""
_NOW = re.compile(
    r" (?:is|are|costs?|runs?|stands?|comes?|lose|loses|it's|we're) (?:now|today|still|down)(?: \S+){0,3} $"
)
_CHANGED = frozenset("more less lower cheaper extra fewer lighter higher".split())
_BY = re.compile(
    r" (?:down|up|lower|higher|less|cheaper|fell|fallen|rose|grew|dropped|reduced|cut|better) by (?:\S+ )?$"
)


def kept_pairs(story: Telling, told: Sequence[Pair]) -> tuple[tuple[Pair, ...], frozenset[int]]:
    """The befores and afters that are told as such, and the amounts that were only planned."""
    money = [pair for pair in told if pair.first.kind == pair.last.kind == "money"]
    planned = [(pair, aim) for pair in money if (aim := _aim(story, pair)) is not None]
    other = {id(pair) for pair, _ in planned} | {id(pair) for pair in money if _changes(pair) or _unlike(story, pair)}
    return tuple(pair for pair in told if id(pair) not in other), frozenset(aim.index for _, aim in planned)


def _aim(story: Telling, pair: Pair) -> Figure | None:
    """The side of a pair that was only planned, where the other is what was gained."""
    left, right = _as_written(pair)
    said = _said(story, left)
    gained = bool(said and said[-1])
    if _INSTEAD.search(story.between(left, right)):
        hoped = bool(_AS_PLANNED.search(right.tail)) and not said
        return right if gained or hoped else None
    planned = (gained or not said) and _WAS_PLANNED.search(left.lead)
    return left if planned else None


def _opens(story: Telling, figure: Figure) -> int:
    """Where the sentence of a figure begins."""
    known = 0 <= figure.sentence < len(story.sentences)
    return min(story.sentences[figure.sentence].start, figure.start) if known else max(0, figure.start - 90)


def _as_written(pair: Pair) -> tuple[Figure, Figure]:
    """The two sides in the order in which they are told."""
    return (pair.first, pair.last) if pair.first.start < pair.last.start else (pair.last, pair.first)


def _changes(pair: Pair) -> bool:
    """Whether a side is itself a change, such as "$1.1M more", and so no before and no after."""
    return any(_CHANGED.intersection(f.after[:1]) or _BY.search(f.lead) for f in (pair.first, pair.last))


def _unlike(story: Telling, pair: Pair) -> bool:
    """Whether one side was paid and the other gained: "it had cost $1M, and it earns $2M a year"."""
    left, right = _as_written(pair)
    paid = _said(story, left)
    between = [hit["gain"] for hit in _COST_OR_GAIN.finditer(story.between(left, right))]
    return bool(paid and not paid[-1] and between and between[-1])


def _said(story: Telling, figure: Figure) -> list[str]:
    """The words of cost, as nothing, and of gain that stand before an amount in its sentence."""
    return _COST_OR_GAIN.findall(spaced(words_of(story.text[_opens(story, figure) : figure.start])))


def gained(pair: Pair, labels: Sequence[LabelledSentence]) -> bool:
    """Whether a pair tells among the results of a cost that fell or of an income that rose."""
    first, last = pair.first.quantity, pair.last.quantity
    money = first.kind == last.kind == "money" and currency(first) == currency(last)
    return money and label_of(pair.last.sentence, labels) == "result" and _better(pair)


def eased(money: Sequence[Figure], labels: Sequence[LabelledSentence]) -> tuple[Figure, Figure] | None:
    """What a loss came to by the month before, and what it comes to now; ``None`` unless it is told once each."""
    before = [figure for figure in money if period(figure.quantity) and is_harm(figure)]
    first = before[0] if before else None
    after = [f for f in money if first is not None and _is_left(f, first) and label_of(f.sentence, labels) == "result"]
    return (first, after[0]) if first is not None and len(after) == 1 else None


def _is_left(figure: Figure, first: Figure) -> bool:
    """Whether an amount is what is left of an earlier loss."""
    now, then = figure.quantity, first.quantity
    alike = (currency(now), period(now)) == (currency(then), period(then))
    return alike and figure.start > first.end and figure.value < first.value and bool(_NOW.search(figure.lead))


def worded(pair: Pair) -> bool:
    """Whether the words before a pair say that it is the change of a cost or of an income."""
    words = _words_before(pair)
    return pair.first.kind == pair.last.kind == "money" and bool(_COST.search(words) or INCOME.search(words))


def is_levelled(story: Telling, pair: Pair) -> bool:
    """Whether the words between say that both are levels: "6.9 million a year, down from 9.6", or "it was 9.6"."""
    between = story.between(pair.last, pair.first) if pair.last.start < pair.first.start else ""
    return bool(between and (_FROM.search(between) or IT_WAS.search(between)))


def said_gained(figure: Figure) -> bool:
    """Whether the word right before an amount says that it was gained."""
    return bool(_SAID_GAINED.search(spaced(figure.before[-LEAD:])))


def _better(pair: Pair) -> bool:
    words = _words_before(pair)
    fell = pair.after < pair.before
    return not INCOME.search(words) if fell else bool(INCOME.search(words)) and not _COST.search(words)


def _words_before(pair: Pair) -> str:
    return spaced(_as_written(pair)[0].before[-LEAD:])


def indexes(told: Iterable[Pair]) -> set[int]:
    """The figures that are a side of one of these."""
    return {index for pair in told for index in (pair.first.index, pair.last.index)}


def added(sums: Sequence[Claim]) -> tuple[Claim, ...]:
    """The sums without what a part comes to when its total is taken apart again: parts are told first, then added."""
    parts = {(claim.quantity, part) for claim in sums if claim.kind == "sum" for part in claim.operands}
    return tuple(
        c for c in sums if c.kind != "difference" or not any((whole, c.quantity) in parts for whole in c.operands)
    )


def parts_of(outcomes: Mapping[int, float], sums: Sequence[Claim]) -> set[int]:
    """The outcomes that another takes in, told behind them as their total: 720,000 and 432,000 of 1.15 million."""
    found: set[int] = set()
    for claim in sums:
        total = claim.quantity
        if claim.kind != "sum" or claim.verdict != "consistent" or total is None or total not in outcomes:
            continue
        if all(part < total and outcomes.get(part, outcomes[total]) < outcomes[total] for part in claim.operands):
            found.update(claim.operands)
    return found


def sides(sums: Sequence[Claim], told: Iterable[Pair]) -> set[int]:
    """What a difference is taken between, and every before and after of one period, unless derived itself."""
    derived = {c.quantity for c in sums if c.kind in ("difference", "annualised", "sum")}
    rated = {index for c in sums if c.kind == "annualised" for index in c.operands if len(c.operands) == 1}
    parted = [c for c in sums if c.kind == "difference" or (c.kind == "annualised" and len(c.operands) > 1)]
    operands = {index for c in parted for index in c.operands}
    paired = indexes(pair for pair in told if _alike(pair))
    return (operands | (paired - (rated - operands))) - derived


def _alike(pair: Pair) -> bool:
    """Whether a before and an after are by the same period, as far as both tell it."""
    return len({period(pair.first.quantity), period(pair.last.quantity)} - {""}) < 2
