"""Pairs of amounts that tell what came of the work by what lies between them: a cost that fell, an income that rose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from starproof.core.document import LabelledSentence
from starproof.extract.impact_barred import INCOME
from starproof.extract.outcome import LEAD, label_of, words_about
from starproof.extract.sums.figures import Figure, Telling
from starproof.extract.sums.pairs import Pair
from starproof.extract.sums.rows import spaced
from starproof.extract.sums.scales import currency

_COST = re.compile(r" (?:\w*costs?|costing|bills?|spend|spent|spending|expenses?|loss|losses|debts?|fees?|paid|pay) ")
_GAIN = re.compile(
    r" (?:saved?|saves|savings?|gain(?:ed|s)?|benefits?|worth|(?:brought|brings?|took|takes) in|earn(?:ed|s)?|avoided|"
    r"recovered|freed|won) "
)
_NOT = re.compile(r" (?:, )?(?:and )?not ")
_PLANNED = frozenset("planned promised hoped expected forecast target plan slide case proposal goal".split())
_BEHIND = 7
"""Words behind an amount that say where it stood: "the 1.5 million on my slide"."""
_DIFFERENCE = frozenset("more less extra fewer lower cheaper".split())
_FROM = re.compile(r"^ ,? ?(?:,? ?which is |that is )?(?:down|up) from ")


def changes(told: Iterable[Pair]) -> tuple[Pair, ...]:
    """The pairs that are a before and an after: not a gain beside the one that was hoped for, nor beside a cost.

    "We saved 1.6 million, not the two that we had planned" is a gain of 1.6; "we were losing 3 a year and now sell 1
    more" are two gains.
    """
    return tuple(pair for pair in told if not is_hoped(pair) and pair.last.after[:1] not in _MORE)


_MORE = tuple((word,) for word in _DIFFERENCE)


def is_hoped(pair: Pair) -> bool:
    """Whether a gain is told beside what it was thought to be, which stands behind it."""
    if pair.last.start > pair.first.start or pair.last.kind != "money":
        return False
    words = words_about(pair.last)
    if _COST.search(words["clause"]):
        return False
    denied = _NOT.match(spaced(pair.last.after[:3])) is not None and not _COST.search(words["run"])
    return denied or _GAIN.search(words["run"]) is not None or not _PLANNED.isdisjoint(pair.first.after[:_BEHIND])


def is_levelled(story: Telling, pair: Pair) -> bool:
    """Whether the words between say that both are levels: "6.9 million a year, down from 9.6"."""
    behind = pair.last.start < pair.first.start
    return behind and _FROM.search(story.between(pair.last, pair.first)) is not None


def is_gained(pair: Pair, labels: Sequence[LabelledSentence]) -> bool:
    """Whether a pair tells among the results of a cost that fell or of an income that rose."""
    first, last = pair.first.quantity, pair.last.quantity
    money = first.kind == last.kind == "money" and currency(first) == currency(last)
    return money and label_of(pair.last.sentence, labels) == "result" and _better(pair)


def is_worded(pair: Pair) -> bool:
    """Whether the words before a pair say that it is the change of a cost or of an income."""
    words = _lead(pair)
    return pair.first.kind == pair.last.kind == "money" and bool(_COST.search(words) or INCOME.search(words))


def _lead(pair: Pair) -> str:
    """The words before the pair: in "bookings came to 31, up from 22" the later in time stands first."""
    first: Figure = min(pair.first, pair.last, key=lambda figure: figure.start)
    return spaced(first.before[-LEAD:])


def _better(pair: Pair) -> bool:
    words = _lead(pair)
    fell = pair.after < pair.before
    return not INCOME.search(words) if fell else bool(INCOME.search(words)) and not _COST.search(words)
