"""How many people the speaker led or moved, and how many the outcome reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from starproof.core.facts import Measure
from starproof.extract.counted import Counted
from starproof.extract.words import singular, words

_CUE_REACH = 16
"""How many words before a figure may say whose people they are."""
_CLOSE = 3
_CROWD = 6
MOST_LED = 5000
"""A larger group is a workforce or a public, not people led."""
MOST_REPORTS = 40
SERVED_FROM = 100
"""Fewer people than this are cases that are told one by one, not a public that was reached."""
_SPLIT = frozenset(["in", "across", "over", "between", "under", "total", "altogether", "together", "reporting", "from"])


def reports(counts: Sequence[Counted]) -> Measure | None:
    """People the speaker manages directly: "six reports", "nine managers under me"."""
    return _largest(c for c in counts if c.value <= MOST_REPORTS and _reporting(c))


def _reporting(count: Counted) -> bool:
    if count.noun in words("nouns", "reports"):
        return "direct" in count.inside or not _others(count)
    if count.noun not in words("nouns", "leaders") or _others(count):
        return False
    mine = {*count.near(2), *count.inside} & {"my", "our"}
    return bool(mine) or "under" in count.near(2) or bool({"under", "reporting"} & set(count.next(2)))


def engineers(counts: Sequence[Counted]) -> Measure | None:
    """The largest group of builders, or of people with the speaker at their head, that the story tells of."""
    return _largest(c for c in counts if 1 < c.value <= MOST_LED and _led(c))


def _led(count: Counted) -> bool:
    if _others(count) or _whole_firm(count) or set(count.near(_CROWD)) & words("led", "crowd"):
        return False
    if count.noun in words("nouns", "builders") or count.noun in words("nouns", "reports"):
        return True
    if _team_of(count):
        return True
    if count.noun not in words("nouns", "people") | words("nouns", "leaders"):
        return False
    return _headed(count)


def _team_of(count: Counted) -> bool:
    """ "A team of eight", "six of us"."""
    last = count.near(4)
    of_team = "of" in last[-2:] and any(singular(word) in words("nouns", "teams") for word in last)
    return of_team or count.next(2) == ("of", "us") or count.inside[-2:] == ("of", "us")


def _headed(count: Counted) -> bool:
    """Whether the words around say that the speaker leads these people."""
    far, close = set(count.near(_CUE_REACH)), set(count.near(_CLOSE))
    if far & words("led", "before") or close & words("led", "close"):
        return True
    group = words("nouns", "teams")
    if any(singular(word) in group for word in count.near(_CUE_REACH)):
        return True
    return bool(set(count.next(4)) & _SPLIT) and any(singular(word) in group for word in count.next(6))


def _others(count: Counted) -> bool:
    return bool(set(count.near(3)) & words("led", "others"))


def _whole_firm(count: Counted) -> bool:
    """ "A company of 200 people", "a 40-person startup"."""
    last = count.near(3)
    of_firm = "of" in last and bool(set(last) & words("led", "firm"))
    return of_firm or bool(set(count.next(2)) & words("led", "firm"))


def served(counts: Sequence[Counted]) -> Measure | None:
    """The largest public, from a hundred up, that the story tells of: customers, users, staff."""
    return _largest(c for c in counts if c.value >= SERVED_FROM and _public(c))


def _public(count: Counted) -> bool:
    return count.noun in words("nouns", "served") and not _led(count) and not _whole_firm(count)


def _largest(counts: Iterable[Counted]) -> Measure | None:
    best = max(counts, key=lambda c: (c.value, -c.span.start), default=None)
    return None if best is None else Measure(best.value, best.span)
