"""Before and after: two figures that the wording sets against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from starproof.core.records import record
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike, of_like_size, same_frame, same_scale, value_beside
from starproof.extract.sums.story.rows import spaced

_SOFT = (
    r"(?:(?:about|around|only|just|nearly|almost|roughly|some|a|an|the|that|those|our|like|barely|maybe|over|under|below|original|"
    r"initial|old|previous|earlier|peak|high|of|today's) ){0,3}"
)
_TO = re.compile(rf" (?:(?:down|up|back) )?(?:to|into|till|until|→|->|=>) {_SOFT}$")
_BECAME = re.compile(
    rf" (?:became|become|becomes|→|->|=>|down to|up to|fell to|dropped to|rose to|grew to|went to) {_SOFT}$"
)
_FROM = re.compile(rf" from {_SOFT}$")
_FROM_EARLIER = re.compile(rf"^ (?:\S+ ){{0,6}}?,? ?(?:down |up )?from {_SOFT}$")
_WAS = re.compile(
    r" (?:was|were|been|had|took|used to|needed|cost|costing|once|lasted|ran|before|stood at|at|started|"
    r"began|starting|originally|previously) "
)
_NOW = re.compile(
    r" (?:now|today|currently|nowadays|afterwards|these days|become|became|ended|finished|by the end|in "
    r"the end|at the end|later) "
)
_INSTEAD = re.compile(
    rf"^ (?:\S+ ){{0,6}}?,? ?(?:instead of|rather than|compared (?:to|with)|against|versus|vs|as opposed "
    rf"to|and not|, not|not)"
    rf" (?:the )?{_SOFT}$"
)
_WHERE = re.compile(
    r"^ (?:\S+ ){0,6}?,? ?(?:where|when) (?:\S+ ){1,9}?(?:was|were|had|used|needed|took|brought|before)"
    r"(?: needed| to| do| been)? $"
)
_BEFORE = re.compile(
    r" (?:previously|used to be|(?:it|that|they|there|which|he|she|we) had (?:once )?been|"
    r"before (?:that |this )?(?:(?:it|they) )?(?:was|were)?) (?:\S+ ){0,1}$"
)
_NAMED_BEFORE = re.compile(r"^ (?:\S+ ){0,2}?(?:before|previously|earlier|at the start|last year|the year before) ")
_THEN = frozenset("before then earlier previously old".split(" "))
_SINCE = frozenset("after now today new afterwards".split(" "))
_SINCE_WORDS = frozenset("now today after afterwards later since".split(" "))
_IT_WAS = re.compile(r" (?:was|were|took|had been|had) (?:\S+ ){0,1}$")
_WHEN = re.compile(
    r"^ (?:\S+ ){0,2}?(?:when (?:i|we)|before|at the start|at first|the year before|last year|a year ago) "
)
_ARROWS = frozenset(("→", "->", "=>"))
_FACTORS = (("×",), ("x",), ("*",), ("times",))
_OF_SHARE = re.compile(r" (?:\d[\d.,]*%|percent) of (?:the |our |all |those )?$")
_PERCENT = 100.0
_LISTED, _JOINS = 3, frozenset([",", "+", "and", "plus"])
NEAR_BY = 170
_LOOK_BACK = 4


@record
class Pair:
    """From ``first`` to ``last`` in time; ``sure`` where the wording says which is which."""

    first: Figure
    last: Figure
    before: float
    after: float
    sure: bool

    @property
    def start(self) -> int:
        """Where the earlier of the two stands."""
        return min(self.first.start, self.last.start)

    @property
    def end(self) -> int:
        """Where the later of the two ends."""
        return max(self.first.end, self.last.end)


def pairs(story: Telling) -> tuple[Pair, ...]:
    """Every before and after that the wording names, in text order."""
    found: list[Pair] = []
    for place in range(1, len(story.figures)):
        found.extend(_pairs_ending(story, place))
    return tuple(found)


def _pairs_ending(story: Telling, place: int) -> Iterator[Pair]:
    right = story.figures[place]
    if right.quantity.unit == "pp":
        return
    for left in story.earlier(place, within=NEAR_BY)[:_LOOK_BACK]:
        if not same_frame(left.quantity, right.quantity) or "¶" in (words := story.between(left, right)):
            continue
        if not _ARROWS.isdisjoint(words.split()) and _closes_list(story, left, right):
            return
        found = _pair(
            left,
            right,
            words,
            adjacent=all(f.kind == "percent" != left.kind for f in story.figures[left.place + 1 : place]),
        )
        if found is not None:
            yield found
            return
        if alike(left, right):
            return


def _pair(left: Figure, right: Figure, words: str, *, adjacent: bool) -> Pair | None:
    from_left = bool(_FROM.search(left.lead))
    if _goes_on(left, right, words, from_left=from_left):
        return _make(left, right, sure=True)
    earlier = bool(_FROM_EARLIER.search(words))
    if not from_left and adjacent and (earlier or _INSTEAD.search(words) or _WHERE.search(words)):
        if earlier and (_leads_on(right) or " and " in words or " so " in words):
            return None
        return _make(right, left, sure=" against " not in words and " where " not in words)
    return _then_and_now(left, right, words, adjacent=adjacent) if _comparable(left, right, words) else None


def _comparable(left: Figure, right: Figure, words: str) -> bool:
    """Whether two figures that no "from" and "to" join are still of one sort and one breath."""
    if not same_scale(left.quantity, right.quantity) or (" . " in words and len(words) > 60):
        return False
    return alike(left, right) or right.kind == "count"


def _then_and_now(left: Figure, right: Figure, words: str, *, adjacent: bool) -> Pair | None:
    named = bool(_NAMED_BEFORE.search(words))
    if words == " | " or _labelled(left, right) or (named and right.after[:1] == ("now",)):
        return _make(left, right, sure=True)
    if len(words) <= 90 and _is_now(right, words) and (named or _WAS.search(left.lead[-40:])):
        return _make(left, right, sure=len(words) <= 60)
    was = bool(_IT_WAS.search(words)) and bool(_WHEN.search(spaced(right.after)))
    if adjacent and len(words) <= 50 and (was or _BEFORE.search(words)):
        return _make(right, left, sure=True)
    return None


def _is_now(right: Figure, words: str) -> bool:
    """Whether the right figure is told as how things are; a "now" right behind the left one is not about it."""
    first = words.split(maxsplit=1)[:1]
    about = words[2 + len(first[0]) :] if first and first[0] in _SINCE_WORDS else words
    return bool(_NOW.search(about) or _SINCE_WORDS.intersection(right.after[:2]))


def _labelled(left: Figure, right: Figure) -> bool:
    """``Before: 140. After: 98.``"""
    told = _THEN.intersection(left.before[-4:]) and _SINCE.intersection(right.before[-4:])
    return bool(told or (_THEN.intersection(left.after[:4]) and _SINCE_WORDS.intersection(right.after[:4])))


def _goes_on(left: Figure, right: Figure, words: str, *, from_left: bool) -> bool:
    if not from_left and not same_scale(left.quantity, right.quantity):
        return False
    crosses = words.count(" . ") + words.count(" ; ")
    if crosses or (not _ARROWS.isdisjoint(words.split()) and _reckoned(left, right)):
        return False
    return bool((from_left and len(words) <= 110 and _TO.search(words)) or (len(words) <= 60 and _BECAME.search(words)))


def _reckoned(left: Figure, right: Figure) -> bool:
    """Whether an arrow leads to what follows, and not to what a figure became.

    A share leads to how many that is, a price to a total, a rate to its year, and "27 % of 61M" to what those are;
    behind an arrow may also stand the first of two factors.
    """
    kinds = {left.kind, right.kind}
    if "percent" in kinds and len(kinds) > 1 and max(left.value, right.value) > _PERCENT:
        return True
    if left.kind == right.kind == "money" and not of_like_size(left.value, right.value):
        return True
    if left.often and right.often and left.often != right.often:
        return True
    if left.noun and right.noun and left.noun != right.noun:
        return True
    return bool(_OF_SHARE.search(left.lead)) or right.after[:1] in _FACTORS


def _closes_list(story: Telling, last: Figure, total: Figure) -> bool:
    """Whether an arrow leads from a list of three or more to a larger figure: "$210, hull $95, gas $45 → $350"."""
    row = story.figures[max(0, last.place - 2) : last.place + 1]
    if len(row) < _LISTED or not all(alike(one, total) and one.value < total.value for one in row):
        return False
    between = [story.between(one, two).split() for one, two in pairwise(row)]
    return all(len(words) <= _LISTED + 1 and not _JOINS.isdisjoint(words) for words in between)


def _leads_on(right: Figure) -> bool:
    return bool(re.search(r"^ (?:\S+ ){1,8}?to (?:\d|\$|€|£)", right.tail)) and " to " in right.tail[:50]


def _make(first: Figure, last: Figure, *, sure: bool) -> Pair:
    before, after = first.value, last.value
    a, b = first.quantity, last.quantity
    if not (alike(first, last) and a.unit == b.unit):
        if (
            a.unit == ""
            or (a.kind == "count" and b.kind != "count")
            or (a.value < b.value and a.kind == b.kind == "count")
        ):
            before = value_beside(a, b)
        else:
            after = value_beside(b, a)
    return Pair(first, last, before, after, sure)
