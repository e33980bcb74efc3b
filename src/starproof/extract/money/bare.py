"""Money told as a number alone: "that's nine hundred thousand a year we just didn't take on".

Who speaks leaves out the currency where everybody knows it. A large number with no noun may then be money; whether it
is an outcome its words have to tell, and more of them than of an amount with a currency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from starproof.core.facts import Claim
from starproof.core.seeking import Seldom
from starproof.extract.money.near import has_moved
from starproof.extract.money.outcome import words_about
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.pairs import Pair
from starproof.extract.sums.story.scales import currency

BARE = "standing.bare"
"""The sign of an amount whose currency is not told."""
_LARGE = 100_000.0
"""So large a number seldom counts things without a name; a small one that is misread would be held against it."""
_USUAL = "USD"
_SAY_NOTHING = frozenset(("cue.offered", "cue.each", "cue.aim"))
"""Signs of words that stand beside numbers of anything."""
_COUNTED = frozenset("fewer of to out percent who whose times".split())
"""Right behind a number, these make it one of things."""
_HANDLED = Seldom(
    r" (?:carr(?:y|ies|ied)|serv(?:e|es|ed|ing)|handl(?:e|es|ed|ing)|process(?:es|ed)?|ship(?:s|ped)?|deliver(?:s|ed)?|"
    r"mov(?:e|es|ed)|sen[dt]|answer(?:s|ed)?|visit(?:s|ed)?|came|used|read|scann?(?:s|ed)?|printed|reach(?:es|ed)?|"
    r"hold(?:s|ing)?|held|count(?:s|ed)?) (?:\S+ ){0,4}$|"
    r" (?:riders|users|visitors|passengers|customers|people|members) (?:\S+ ){0,7}$"
)
"""Before a number, these say what is counted, or that it is counted."""


def unnamed(story: Telling, told: Sequence[Pair], sums: Sequence[Claim]) -> tuple[Figure, ...]:
    """The numbers that may be money, as amounts in the story's own currency; none that others show to count things."""
    kinds = {figure.index: figure.kind for figure in story.figures}
    things = {index for pair in told for index in (pair.first.index, pair.last.index)}
    things |= {index for claim in sums for index in _row(claim) if not _with_money(claim, kinds)}
    unit = _own(story.figures)
    return tuple(_as_money(f, unit) for f in story.figures if f.index not in things and _may_be(f))


def speaks_of_money(signs: Collection[str]) -> bool:
    """Whether one of the words about a number, by their signs, is of those that tell of an outcome."""
    return any(sign.startswith("cue.") and sign not in _SAY_NOTHING for sign in signs)


def _row(claim: Claim) -> Sequence[int]:
    return claim.operands if claim.quantity is None else (*claim.operands, claim.quantity)


def _with_money(claim: Claim, kinds: dict[int, str]) -> bool:
    return any(kinds.get(index) == "money" for index in _row(claim))


def _may_be(figure: Figure) -> bool:
    """Whether a figure is a large number of nothing that is named, and no level that something moved to."""
    plain = figure.kind == "count" and not figure.quantity.unit and not figure.noun and figure.value >= _LARGE
    if not plain or _COUNTED.intersection(figure.after[:1]):
        return False
    return not (has_moved(figure.lead) or _HANDLED.search(words_about(figure)["clause"]))


def _own(figures: Collection[Figure]) -> str:
    """The currency that the story tells most of its money in."""
    told = Counter(currency(figure.quantity) for figure in figures if figure.kind == "money")
    return told.most_common(1)[0][0] if told else _USUAL


def _as_money(figure: Figure, unit: str) -> Figure:
    often = "year" if figure.a_year else figure.often
    quantity = replace(figure.quantity, kind="money", unit=f"{unit}/{often}" if often else unit)
    return replace(figure, kind="money", quantity=quantity)
