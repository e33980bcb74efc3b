"""What a figure is by its own words and those around it, read once for each wording."""

from __future__ import annotations

import re
from collections.abc import Sequence

from starproof.core.facts import Quantity
from starproof.core.keeping import Shelf, mark
from starproof.core.records import record
from starproof.extract.sums.story.links import Link, link
from starproof.extract.sums.story.rows import Around, spaced
from starproof.extract.sums.story.scales import DAY, period

_NO_NOUN = frozenset("more fewer less other others left extra in all total of planned".split(" "))
_OVER = frozenset("in after within over for during by across last first next past every another throughout".split(" "))
NUMBER = re.compile(
    r"(?:(?:about|around|only|just|nearly|almost|roughly|some|a|an|and|hundred|thousand|million|billion|zero|one|two|"
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|point|half|k|m|\d[\d.,]*(?:k|m)?)(?:[ -]|$))+"
)
_SHARES = frozenset(["half", "a half"])
_LOOSE_NOUN = frozenset(
    "more fewer less other others left extra short better worse over under above below ahead late early faster "
    "slower cheaper higher lower longer shorter vs apiece".split(" ")
)
_YEAR = re.compile(
    r" (?:(?:a|per|by|each|every|one|in (?:a|the|one|that)|over (?:the|a)|on a) (?:full |whole )?year(?:ly)?|"
    r"yearly|annually|annual|p\.a\.|annualized|annualised) "
)
_EVERY = re.compile(
    r"^ (?:\S+ ){1,5}?(?:a|each|every|per|the|one|\|) (?:(day|week|month|quarter)|(night)|(half)(?:-| )?year) "
)


_ROUNDS = {"hundred": 100.0, "100": 100.0, "thousand": 1e3, "1000": 1e3, "10000": 1e4, "million": 1e6}
_MOST_EVERY = 10_000.0
_PER = re.compile(
    r"^ (?:\S+ ){1,4}?(?:(?:per|for every|in every|of every|in each|out of|in an?) (?:an? )?"
    r"(hundred|thousand|million|100|1,?000|10,?000)|(?<=\d )an? (hundred|thousand|million)) "
)
_EACH_OF = re.compile(r" (?:of|in|for) (?:every|each) $")


@record
class Look:
    """What a figure is by its own words and those around it."""

    noun: str
    bare: bool
    often: str
    a_year: bool
    horizon: bool
    per: float
    every: bool
    tied: Link
    number: object
    wording: object


_LOOKS: Shelf[Look] = Shelf()


def look(quantity: Quantity, words: Around) -> Look:
    """What a quantity is, in the words around it."""
    q = quantity
    key = (q.kind, q.value, q.unit, q.text, q.approx, words.before, words.own, words.after, words.lead, words.tail)
    return _LOOKS.get(key) or _LOOKS.put(key, _looked(quantity, words))


def _looked(quantity: Quantity, words: Around) -> Look:
    q = quantity
    often, a_year = _often(q, words.tail), bool(_YEAR.search(_clause(words)[:60]) or _YEAR.search(words.lead[-30:]))
    horizon = _is_horizon(q, words.before, words.after)
    per, every = (
        _per(q, words.tail),
        q.kind == "count" and 1 < q.value <= _MOST_EVERY and bool(_EACH_OF.search(words.lead)),
    )
    number = mark(q.kind, q.value, q.unit, q.text, q.approx, words.own, often, a_year, horizon, per, every)
    wording = mark(words.before, words.own, words.after, words.lead, words.tail)
    return Look(_noun(q), _is_bare(q), often, a_year, horizon, per, every, link(words.before), number, wording)


def _clause(words: Around) -> str:
    """A figure's words and what follows, unless another clause speaks of something else with a figure of its own."""
    stop = next((at for at, word in enumerate(words.after) if word in ("and", "but", ".", ";", "¶")), None)
    more = words.tail.split()[len(words.own) + len(words.after) :][:1]
    return words.tail if stop is None or not more else spaced((*words.own, *words.after[:stop]))


def _is_horizon(quantity: Quantity, before: Sequence[str], after: Sequence[str]) -> bool:
    if quantity.kind != "duration" or quantity.value < DAY:
        return False
    return any(word in _OVER for word in before[-3:]) or after[:1] in (("ago",), ("later",), ("on",), ("now",))


def _per(quantity: Quantity, tail: str) -> float:
    """Of how many a figure is told: 1,000 of "6 slips per thousand lines"; nothing of most."""
    hit = _PER.search(tail) if quantity.kind in ("count", "money") else None
    return _ROUNDS[(hit[1] or hit[2]).replace(",", "")] if hit else 0.0


def _is_bare(quantity: Quantity) -> bool:
    if quantity.kind == "count" and (not quantity.unit or quantity.unit.split(" ")[0] in _LOOSE_NOUN):
        return True
    words = quantity.text.lower()
    return quantity.kind in ("count", "percent", "money") and words not in _SHARES and bool(NUMBER.fullmatch(words))


def _often(quantity: Quantity, tail: str) -> str:
    if told := period(quantity):
        return told
    hit = _EVERY.search(tail)
    return (hit[1] or (hit[2] and "day") or hit[3]) if hit else ""


def _noun(quantity: Quantity) -> str:
    if quantity.kind != "count":
        return ""
    noun = quantity.unit.rsplit(" ", 1)[-1]
    return "" if noun in _NO_NOUN else noun
