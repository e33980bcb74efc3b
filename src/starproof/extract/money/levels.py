"""Levels: what something costs or brings at one time, told sentences apart from what it came to at another.

"The burn had been $1.4M a month. By autumn it was $1.1M" tells of a fall by the month, and neither side is the outcome.
Two levels are of one thing where the later is told of it by a pronoun, or both sentences name the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from starproof.core.document import LabelledSentence
from starproof.core.seeking import Seldom
from starproof.extract.money.near import has_moved
from starproof.extract.money.outcome import LEAD, STOPS, label_of, since
from starproof.extract.money.pairs import IT_WAS
from starproof.extract.money.things import things_in
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.likeness import alike, of_like_size
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import period

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|just|under|over|only|a|the|maybe|like) ){0,3}$"
_LATER = re.compile(
    r" (?:by|since|averag\w+|shows|now|today|after|afterwards|these days|last year|this year|year one|in the end) "
)
"""Before an amount, these make it what something comes to at a later time."""
_IS = Seldom(
    r" (?:is|are|was|were|\w+'s|\w+'re|used|averag\w+|shows|showed|costs?|runs?|ran|stands?|stood|came to|"
    r"comes to) (?:at |us )?" + _ABOUT
)
_WAS = Seldom(
    r" (?:is|was|were|be|been|are|costs?|paid|pays?|spent|spend|spends|runs?|ran|running|stood|used|lost|lose|burned|"
    r"burning|took|makes?|made|came|comes|amounted) (?:(?:at|to|for|on|us) )?" + _ABOUT
)
_SAME = re.compile(
    r" (?:it|that|this|the same|which) (?:is|was|stands|stood|costs?|runs?|ran|came|comes) (?:at |to )?" + _ABOUT
)
"""Before an amount, these tell it of what the sentence before was about."""
_NAMED = 2
"""Words before an amount that name what it is of, in a note."""
_DOES = re.compile(r"(?:ed|ing|took|made|cost|brought|got|lost|won|kept|paid|spent|sold|gave|grew|fell|rose)$")
"""A word before an amount that says what was done with it, and names nothing."""
_FAR = 1500
"""Code points within which two levels may be of one thing."""


def apart(story: Telling, told: Sequence[Pair], labels: Sequence[LabelledSentence]) -> Iterator[Pair]:
    """The befores and afters of money whose two levels stand in sentences of their own."""
    known = {figure.index for pair in told for figure in (pair.first, pair.last)}
    money = [f for f in story.figures if f.kind == "money"]
    for now, then in pairwise(money):
        if now.index not in known and then.index not in known and _turned(story, now, then):
            known |= {now.index, then.index}
            yield Pair(then, now, then.value, now.value, False)
    for place, last in enumerate(money):
        if last.index not in known and label_of(last.sentence, labels) == "result":
            first = _before(story, money[:place], last) if _is_now(last) else _noted(money[:place], last)
            if first is not None and first.index not in known:
                yield Pair(first, last, first.value, last.value, False)


def _turned(story: Telling, last: Figure, first: Figure) -> bool:
    """Whether what something comes to is told before what it had come to."""
    near = first.place - last.place == 1 and IT_WAS.search(story.between(last, first))
    told = near and (_IS.search(last.lead) or _WAS.search(last.lead))
    return bool(told) and _comparable(first, last)


def _is_now(figure: Figure) -> bool:
    """Whether an amount is told as what something comes to at a later time."""
    later = _IS.search(figure.lead) and _LATER.search(spaced(since(figure.lead.split()[-LEAD:], STOPS)))
    return bool(later) or has_moved(figure.lead)


def _before(story: Telling, earlier: Sequence[Figure], last: Figure) -> Figure | None:
    """The nearest level of the same thing, at an earlier time and by the same period."""
    named = _things(story, last)
    for first in reversed(earlier):
        if last.start - first.end > _FAR:
            return None
        if first.sentence == last.sentence or not _comparable(first, last) or not _WAS.search(first.lead):
            continue
        near = first.index == earlier[-1].index and last.sentence - first.sentence == 1
        if (near and _SAME.search(last.lead)) or named & _things(story, first):
            return first
    return None


def _noted(earlier: Sequence[Figure], last: Figure) -> Figure | None:
    """The level that a note told before by the same words: "spoiled batches $640K in 2021 ... spoiled batches $90K"."""
    name = last.before[-_NAMED:]
    if len(things_in(name)) < _NAMED or _DOES.search(name[-1]):
        return None
    same = [f for f in earlier if f.before[-_NAMED:] == name and f.sentence != last.sentence]
    fits = [f for f in same if alike(f, last) and period(f.quantity) == period(last.quantity) and f.value != last.value]
    return fits[-1] if fits and of_like_size(fits[-1].value, last.value) else None


def _comparable(first: Figure, last: Figure) -> bool:
    often = {period(first.quantity), period(last.quantity)}
    return len(often - {""}) == 1 and alike(first, last) and of_like_size(first.value, last.value)


def _things(story: Telling, figure: Figure) -> frozenset[str]:
    """The words that may name what the sentence of a figure is about."""
    if not 0 <= figure.sentence < len(story.sentences):
        return frozenset()
    span = story.sentences[figure.sentence]
    return things_in(words_of(story.text[span.start : span.end]))
