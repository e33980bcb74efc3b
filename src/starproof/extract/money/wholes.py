"""Wholes of money of which a part is told beside them: the part is what came of it.

"$50,000 of the $58,000 came back" and "of $3.4M in fares we kept 2.6" tell of what came back, and of what was kept. Nor
did what a percentage is of come of anything: "leakage stood at 3.2 % of £900M of payments".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from starproof.extract.money.outcome import words_about
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import currency

_OF = re.compile(r"^ (?:out )?of (?:(?:the|our|those|that|its|about|around|some|nearly|almost) ){0,2}$")
"""All that stands between a part and its whole."""
_ON = re.compile(r"^ (?:now |today )?, (?:and )?on (?:(?:the|our|about|around|some) ){0,2}$")
"""All that stands between a share and its whole, where that comes behind a pause: "1.6 % now, on $66M that's"."""
_OPENS = re.compile(r"^ (?:and )?(?:(?:out )?of|from) (?:(?:the|our|those|that|all|about|around|some) ){0,2}$")
"""All that stands in the clause before a whole that is told first."""
_OURS = re.compile(
    r"^ \S+ (?:\S+ ){0,3}?of (?:it|that|which|this|those|them) (?:is|was|were|came|comes) "
    r"(?:ours|mine|(?:from |down to |due to |thanks to )(?:us|me|our|my)) "
)
"""A part and the words behind it, which say that no more of the whole is the teller's."""
_GOT = re.compile(
    r" (?:kept|keep|got|got back|saved|recovered|won back|rescued) (?:(?:back|about|around|some|all but) )?$"
)

_IN_ALL = re.compile(r"^ (?:in all|in total|all told|altogether|all together|together|combined) ")
"""Behind an amount, these make it the total of what its sentence tells before."""
_MOST = 20
"""Figures before a total among which its parts are looked for."""
_SLIP = 0.2
"""The share by which somebody may be wrong who adds up."""
_WON = re.compile(
    r" (?:kept|keep|got|saved|recovered|won|brought|retained|rescued|renewed|protected)(?: back)?"
    r"(?: (?:about|around|some|nearly|almost|all but|over)){0,2} $"
)
"""Before a share, these make the whole as good as won: "we recovered 90 % of the $2M"."""


def wholes(money: Sequence[Figure]) -> Iterator[int]:
    """The amounts, by index, that are told as what another is a part of."""
    for first, last in pairwise(money):
        if last.place - first.place != 1 or currency(first.quantity) != currency(last.quantity):
            continue
        if first.value > last.value and _OURS.search(last.tail):
            yield first.index
        elif first.value < last.value and _OF.search(spaced(last.before)):
            yield last.index
        elif first.value > last.value and _GOT.search(last.lead) and _OPENS.search(words_about(first)["clause"]):
            yield first.index


def bases(figures: Sequence[Figure]) -> Iterator[int]:
    """The amounts, by index, that a percentage right before them is of, unless so much of them was won."""
    for share, whole in pairwise(figures):
        before = spaced(whole.before)
        if whole.kind != "money" or share.kind != "percent" or not (_OF.search(before) or _ON.search(before)):
            continue
        if not _WON.search(share.lead):
            yield whole.index


def added_up(figures: Sequence[Figure], outcomes: Mapping[int, float]) -> Iterator[int]:
    """The outcomes of which the same sentence tells the total, rightly added or nearly so."""
    for whole in figures:
        if whole.index in outcomes and _IN_ALL.search(words_about(whole)["rest"]):
            told = [f for f in figures[max(0, whole.place - _MOST) : whole.place] if f.sentence == whole.sentence]
            parts = [f.index for f in told if f.index in outcomes and outcomes[f.index] < outcomes[whole.index]]
            total = sum(outcomes[index] for index in parts)
            if len(parts) > 1 and abs(total - outcomes[whole.index]) <= _SLIP * total:
                yield from parts
