"""People who are counted and said to be somebody else's: "600 technicians, who aren't mine", "who report to sales".

So are those of a body that the teller's team only serves: "the field organization we feed is about 600 technicians".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from starproof.extract.text.counted import Counted

_MINE = frozenset(["mine", "ours", "my", "our"])
_NOT = frozenset("not no none never neither nobody aren't isn't weren't wasn't don't doesn't didn't nor".split())
_WHO = frozenset("who whom that which they none but though and of".split())
_REPORTING = frozenset(
    "report reports reported reporting answer answers answered belong belongs belonged work works".split()
)
_TO = frozenset(["to", "into", "under", "for"])
_ME = frozenset(["me", "us", "my", "our"])
_SERVING = frozenset(
    "feed fed serve served support supported supply supplied help helped equip dispatch schedule route".split()
)
_TELLER = frozenset(["i", "we", "team"])
_IS = frozenset(["is", "are", "was", "were", "has", "had", "counts", "employs"])
_REACH = 8
_FAR = 3
"""Words behind the people before what is said of them: "90 analysts around us, who don't report to me"."""
_SERVED_REACH = 6


def is_disowned(count: Counted) -> bool:
    """Whether the words behind these people, or what they are told to be, say that the teller has not got them."""
    following = count.next(_REACH)
    return _not_mine(following) or _report_elsewhere(count, following) or _only_served(count.near(_SERVED_REACH))


def _not_mine(row: Sequence[str]) -> bool:
    """ "Who aren't mine", "none of them mine", "who don't report to me"."""
    begins = next((n for n, word in enumerate(row[:_FAR]) if word in _WHO or word in _NOT), 0)
    place = next((n for n, word in enumerate(row) if word in _NOT), None)
    if place is None or not _WHO.issuperset(row[begins:place]):
        return False
    behind = row[place + 1 : place + 6]
    reports = not _REPORTING.isdisjoint(behind) and any(a in _TO and b in _ME for a, b in pairwise(behind))
    owned = any(word in ("mine", "ours") for word in behind)
    return reports or owned or any(a in _NOT and b in _MINE for a, b in pairwise(row[place : place + 3]))


def _report_elsewhere(count: Counted, row: Sequence[str]) -> bool:
    """ "Eleven report to my colleague", "12 engineers who report to the plant"."""
    said = ("report", *row) if count.noun == "report" and "report" in count.inside[-1:] else row
    place = next((n for n, word in enumerate(said[:3]) if word in _REPORTING), None)
    if place is None or not _WHO.issuperset(said[:place]) or said[place + 1 : place + 2] not in (("to",), ("into",)):
        return False
    return said[place + 2 : place + 3] != ("me",) and bool(said[place + 2 :])


def _only_served(row: Sequence[str]) -> bool:
    """ "The organization we feed is about": a body, what the teller does for it, and then how many it has."""
    for n, (who, does) in enumerate(pairwise(row)):
        if who in _TELLER and does in _SERVING and not _IS.isdisjoint(row[n + 2 : n + 4]):
            return n > 0
    return False
