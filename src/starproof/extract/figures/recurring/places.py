"""In which country a text is set, and so in which currency it counts where no word says so.

A place that took over what is told, or in which another firm sits, is none that the text is set in.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from starproof.extract.figures.numbers.lexing import Tokens
from starproof.extract.text.words import singular


def set_in(tokens: Tokens) -> list[str]:
    """The currencies of the countries where the text is set: told in its first half, and as often as any other.

    Of those that count in dollars only the teller's home says whose are meant.
    """
    named = _countries(tokens)
    if not named or named[0][0] > max(_EARLY, len(tokens) // 2):
        return []
    ranked = Counter(code for _, code in named).most_common()
    often = [code for code, times in ranked if times == ranked[0][1]]
    dollars = [told for told in named if told[1] in tokens.known.families["USD"]]
    return [_home(tokens, named, dollars)] if any(code in often for _, code in dollars) else often


def _countries(tokens: Tokens) -> list[tuple[int, str]]:
    """The currency of each place that is named, and where; those that it is only taken to are left out."""
    places, text = tokens.known.places, tokens.text
    named = [(at, places.get(word, "USD")) for at, word in enumerate(tokens.low) if word in places or word == "us"]
    named = [told for told in named if tokens.low[told[0]] != "us" or text.startswith("US", tokens.start[told[0]])]
    return [
        (at, code)
        for at, code in named
        if not (_taken_there(tokens, at) or _of_another(tokens, at)) and tokens.word(at + 1) not in tokens.known.goods
    ]


def _of_another(tokens: Tokens, at: int) -> bool:
    """Whether a place is where another firm sits: "a Dutch vendor", "our supplier in Milan", "we export to Spain"."""
    made = tokens.word(at + 1) in _MAKES
    if _is_firm(tokens.word(at + 1 + made)) and not _mine(tokens, at):
        return True
    before = tokens.low[max(0, at - _NEXT) : at]
    if before[-1:] == ["to"] and not _SELLING.isdisjoint(before[-3:-1]):
        return True
    return before[-1:] != [] and before[-1] in _SEATED and before[-2:-1] != [] and _is_firm(before[-2])


def _is_firm(word: str) -> bool:
    return singular(word) in _FIRMS


def _mine(tokens: Tokens, at: int) -> bool:
    """Whether the teller is told to be of the firm that a place's word stands before: "I work for a Dutch supplier"."""
    before = tokens.low[max(0, at - _NEXT) : at]
    return any(one in _WORKING and two in _AT for one, two in pairwise(before))


_FIRMS = frozenset(
    "vendor supplier client customer competitor contractor consultant consultancy agency dealer distributor "
    "subcontractor rival".split()
)
_MAKES = frozenset("software hardware steel paper machine parts glass print printing data cloud equipment".split())
_SEATED = frozenset(["in", "from", "near"])
_SELLING = frozenset("export exports exported exporting sell sells sold selling ship ships shipped shipping".split())
_WORKING = frozenset("work worked i'm am was job engineer manager lead em working".split())
_AT = frozenset(["for", "at", "in", "with", "of"])


def _taken_there(tokens: Tokens, at: int) -> bool:
    """Whether a place took over what is told, or it was brought there: "Montreal copied it", "rolled out to Perth"."""
    before = tokens.low[max(0, at - _NEXT) : at]
    brought = not _TO.isdisjoint(before[-2:]) and not _SPREAD.isdisjoint(before)
    after = tokens.low[at + 1 : at + _NEXT]
    took = "took" in after and not _OVER.isdisjoint(after[after.index("took") + 1 :][:1])
    return brought or took or not _FOLLOWS.isdisjoint(after)


def _home(tokens: Tokens, named: list[tuple[int, str]], dollars: list[tuple[int, str]]) -> str:
    """Whose dollars they are: of the place that the teller is in, else of the one told first; in doubt American."""
    words = [(" ".join(tokens.low[max(0, at - _NEXT) : at]), code) for at, code in dollars]
    said = next((code for here in _AT_HOME for before, code in words if here.search(before)), "")
    first, code = named[0]
    beside = any(other == "USD" and at - first < _BESIDE for at, other in dollars)
    led = named[0] in dollars and first <= _EARLY and tokens.word(first - 1) != "to" and not beside
    return said or (code if led else "USD")


_FOLLOWS = frozenset("copied adopted followed".split())
_OVER = frozenset(["it", "over", "this", "them"])
_SPREAD = frozenset("rolled sold extended expanded shipped exported spread brought taken".split())
_TO = frozenset(["to", "into"])
_NEXT, _BESIDE = 7, 6
"""Tokens within which it is said what a place did, and within which two places are told side by side."""
_AT_HOME = tuple(
    re.compile(rf"\b(?:{who}) (?:\w+ )?(?:in|from|out of)(?: \w+)?$")
    for who in (
        "(?:company|firm|bank|business)(?:'s| is)",
        "we're|we are|we were|i'm|i am|i was|based|headquartered",
    )
)
"""Before the place of the firm, and before that of those who tell."""
_EARLY = 60
"""Tokens within which a short text says where it is set."""
