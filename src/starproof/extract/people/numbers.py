"""How many people the speaker led or moved, and how many the outcome reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import compress, pairwise

from starproof.core.facts import Measure
from starproof.core.text import Span
from starproof.extract.people.firms import is_firm
from starproof.extract.people.harmed import is_harmed
from starproof.extract.people.led import FEW, is_led, is_there, of_others
from starproof.extract.people.parts import is_rest, lists
from starproof.extract.text.counted import Counted
from starproof.extract.text.words import singular, words
from starproof.parse.asides import without_thoughts

MOST_LED = 5000
"""A larger group is a workforce or a public, not people led."""
MOST_REPORTS = 40
_FURTHER = frozenset("second third fourth another further other".split(" "))
"""Before a group: it is one more, and no part of the one told before."""
_AND = frozenset(["and", "plus"])
_ABOUT = frozenset(["about", "some", "roughly", "around", "another"])
_ABOUT_REACH = 3
_THATS = (("that's",), ("it's",), ("that", "is"), ("that", "was"), ("it", "was"))
"""Straight before people: to so many comes what was just told of."""
_THATS_REACH = 6
_LOST_REACH = 4
_APPLIED_REACH, _POST_REACH = 3, 9
SERVED_FROM = 100
"""Fewer people than this are cases that are told one by one, not a public that was reached."""


def reports(counts: Sequence[Counted]) -> Measure | None:
    """People the speaker manages directly: "six reports", "nine managers under me"."""
    return _largest(c for c in counts if c.value <= MOST_REPORTS and _reporting(c))


def managers(counts: Sequence[Counted]) -> Measure | None:
    """Managers under the speaker, each of whom has a team."""
    heads = words("nouns", "heads")
    return _largest(c for c in counts if 1 < c.value <= MOST_REPORTS and c.noun in heads and _reporting(c))


def _reporting(count: Counted) -> bool:
    if count.noun in words("nouns", "reports"):
        return "direct" in count.inside or not of_others(count)
    if count.noun not in words("nouns", "leaders") or of_others(count):
        return False
    mine = {*count.near(2), *count.inside} & {"my", "our", "under"} or set(count.near(2)) & words("led", "manage")
    to_me = ("reported", "to", "me"), ("report", "to", "me")
    return bool(mine) or _thats(count) or bool({"under", "reporting"} & set(count.next(2))) or count.next(3) in to_me


def _thats(count: Counted) -> bool:
    """Whether they say what it is that the teller runs: "I head imaging at a mapping firm, that's six managers"."""
    last = without_thoughts(count.near(_THATS_REACH))
    told = last[-1:] in _THATS or last[-2:] in _THATS
    heads = words("led", "manage")
    return told and any(one == "i" and two in heads for one, two in pairwise(count.before))


def engineers(counts: Sequence[Counted]) -> Measure | None:
    """The largest group of builders, or of people with the speaker at their head, that the story tells of.

    Two groups told in one breath are one: "nine people in my own team and a second team of six" are fifteen, and
    "five leads and about forty technicians" are forty-five; so are "nine people, and a further eleven" twenty.
    """
    own = [_is_own(c, last) for c, last in zip(counts, (None, *counts), strict=False)]
    led = _without_onlookers(list(compress(counts, own)))
    both = [_joined(one, two) for one, two in pairwise(led) if _beside(one, two) or _adjoins(one, two)]
    pairs = zip(pairwise(counts), own, strict=False)
    more = [_joined(one, two) for (one, two), mine in pairs if mine and is_rest(one, two)]
    rows = [reduce(_joined, row) for row in lists(counts) if row[0] in led]
    return _largest([*led, *both, *more, *rows])


_THAT = (("that", "was"), ("that", "is"), ("that", "makes"), ("that", "made"), ("which", "was"), ("which", "is"))


def _is_own(count: Counted, last: Counted | None) -> bool:
    """Whether these are led by the teller, in their own words or as what the teams counted ``last`` come to."""
    return (1 < count.value <= MOST_LED and is_led(count)) or _in_those(count, last)


def _in_those(count: Counted, last: Counted | None) -> bool:
    """Whether these people are told as what the teams just counted come to: "nine data teams. That was 84 people"."""
    if last is None or last.noun not in words("nouns", "teams") or of_others(last):
        return False
    told = count.near(2) in _THAT or count.near(1) == ("that's",)
    return told and count.noun in words("nouns", "people") | words("nouns", "builders")


def _without_onlookers(led: list[Counted]) -> list[Counted]:
    """Without those who are only there, where others are told as led: "there were 200 engineers ... I had sixteen"."""
    others = [count for count in led if not is_there(count)]
    return others if any(count.value > FEW for count in others) else led


def _joined(one: Counted, two: Counted) -> Counted:
    """Two groups as one, by the words from the first to the second."""
    return replace(one, value=one.value + two.value, span=Span(one.span.start, two.span.end))


def _adjoins(one: Counted, two: Counted) -> bool:
    """Whether the second follows on nothing but an "and", and counts others: "four volunteers and two engineers"."""
    last = two.near(_ABOUT_REACH)
    before = last[:-1] if last[-1:] and last[-1] in _ABOUT else last
    joined = len(before) > 1 and before[-1] in _AND and singular(before[-2]) == one.noun
    return joined and one.noun != two.noun and one.span.end < two.span.start


def _beside(one: Counted, two: Counted) -> bool:
    """Whether the second is a group of its own beside the first, told in the same sentence."""
    last, size = two.before, len(one.inside)
    breath = any(last[place : place + size] == one.inside for place in range(len(last) - size + 1))
    return breath and bool(set(two.near(4)) & _FURTHER) and "of" in two.near(2)


def served(counts: Sequence[Counted]) -> Measure | None:
    """The largest public, from a hundred up, that the story tells of: customers, users, staff."""
    return _largest(c for c in counts if c.value >= SERVED_FROM and _public(c))


def _public(count: Counted) -> bool:
    if set(count.near(_LOST_REACH)) & words("people", "lost"):
        return False
    return count.noun in words("nouns", "served") and not (
        is_led(count) or is_firm(count) or is_harmed(count) or _applied(count)
    )


def _applied(count: Counted) -> bool:
    """Whether these people wanted a post: "140 people who had applied for our last four openings"."""
    asked = set(count.next(_APPLIED_REACH)) & words("people", "applied")
    return bool(asked and set(count.next(_POST_REACH)) & words("people", "posts"))


def _largest(counts: Iterable[Counted]) -> Measure | None:
    best = max(counts, key=lambda c: (c.value, -c.span.start), default=None)
    return None if best is None else Measure(best.value, best.span)
