"""Amounts that are told net of what they cost: the net came of the work, and neither the cost nor the gross.

"Net of the $3.5M it cost us, $16.5M" and "after the $2M for licences, $6M a year is what is left" name the net; of
"after the $3M outage, we earned $6M more" nothing is taken off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from starproof.core.facts import Claim
from starproof.core.seeking import Seldom
from starproof.extract.money.costs import PAID_FOR
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import currency, period

_NET = Seldom(
    r" (?:net|netto)(?: of [a-z-]+(?: [a-z-]+)?)?(?: \S)? "
    r"(?:(?:is|was|of|about|around|roughly|comes|came|to|some|a|saving|gain) ){0,3}$|"
    r" (?:better|well) off (?:now )?by (?:(?:about|around|roughly|some|a) ){0,2}$"
)
"""Before an amount, this makes it what is left of the others."""
_OFF = Seldom(
    r" (?:net of|after|minus|less|deducting|subtracting|(?:take|taking|taken) (?:off|away)|"
    r"once (?:we|you|they) (?:take|took) (?:off|away)) "
    r"(?:(?:the|our|its|all|that|those|about|around|roughly|some|nearly|almost|another) ){0,3}$"
)
"""Before an amount, these take it off another."""
_PLAINLY_OFF = re.compile(r" (?:net of|minus|deducting|subtracting|off|away) (?:\S+ ){0,3}$")
_THEN = re.compile(r"^ (?:(?!(?:and|but|so|or|nor|not|never|while|until|though|instead) |[.;!?¶] )\S+ ){1,14}$")
"""All that stands between what is taken off and what is left."""
_COSTS = Seldom(
    rf" (?:costs?|costing|spent|spend|spends|paid|pays?|bills?|expenses?|discounts?|investments?|invested|{PAID_FOR}) "
)
"""Behind what is taken off, these say what it went on."""
_LEFT = re.compile(r"^ (?:(?:is|was|are|were) (?:what is|what was|what's|all that is)? ?left|remains?|remained|net) ")
_LEAVES = Seldom(
    r" (?:(?:leaves|left|leaving|makes|making|is|gives|keep|kept) (?:us |about |around |roughly |some )*)$"
)
_EXACT = 0.02
"""The share by which a gross may differ from the net and what is taken off it."""


def nets(money: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each amount that is told net, with what is taken off it."""
    for cost, net in pairwise(money):
        near = net.place - cost.place == 1 and net.sentence == cost.sentence
        if near and currency(cost.quantity) == currency(net.quantity) and _is_taken_off(cost, net):
            yield cost, net


def _is_taken_off(cost: Figure, net: Figure) -> bool:
    between = spaced(net.before)
    if not _OFF.search(cost.lead) or not _THEN.search(between):
        return False
    told = _PLAINLY_OFF.search(cost.lead) or _LEAVES.search(net.lead) or _LEFT.search(spaced(net.after))
    return bool(told or _COSTS.search(between.partition(" , ")[0] + " "))


def not_net(money: Sequence[Figure], told: Mapping[int, Figure], sums: Sequence[Claim]) -> Iterator[int]:
    """What is taken off, and the gross that it is taken off from, by index."""
    for claim in sums:
        whole = told.get(claim.quantity) if claim.quantity is not None else None
        if claim.kind == "difference" and whole is not None and _NET.search(whole.lead):
            yield from claim.operands
    for cost, net in nets(money):
        yield cost.index
        yield from (one.index for one in money if _is_gross(one, cost, net))


def _is_gross(one: Figure, cost: Figure, net: Figure) -> bool:
    whole = net.value + cost.value
    alike = currency(one.quantity) == currency(net.quantity) and period(one.quantity) == period(net.quantity)
    return alike and abs(one.value - whole) <= _EXACT * whole
