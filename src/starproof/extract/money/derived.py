"""What the sums of a story tell of its amounts of money: which came of a difference, a product or a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.facts import Claim
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.rows import spaced
from starproof.extract.sums.story.scales import period

_OFTEN = re.compile(r"year|yr|annu|p\.?a\b|month|\bmo\b|pcm|week|wk|quarter|qtr|da(?:y|ily)|night|/", re.IGNORECASE)
_EVERY = re.compile(r" (?:(?:a|per|each|every|the|one) (?:year|month|week|day|quarter|night)|\w+ly|yearly|annually) ")


@dataclass(frozen=True, slots=True)
class Derived:
    """The sums of a story by the figures, by index, that they hold together."""

    signs: Mapping[int, frozenset[str]]
    """How an amount was reckoned, as the names of weights."""
    periods: Mapping[int, str]
    """By what period an amount recurs, or that it comes once, where the sums say so and its own words do not."""

    @classmethod
    def of(cls, figures: Sequence[Figure], sums: Sequence[Claim]) -> Derived:
        """What a story's claims tell of its figures."""
        kinds = {figure.index: figure.kind for figure in figures}
        less = {claim.quantity for claim in sums if claim.kind in ("difference", "relative_change")}
        signs: dict[int, set[str]] = {}
        for claim in sums:
            if claim.quantity is not None and kinds.get(claim.quantity) == "money":
                signs.setdefault(claim.quantity, set()).update(_signs(claim, kinds, less))
        money = {figure.index: figure for figure in figures if figure.kind == "money"}
        periods = {**dict(_once(sums, {figure.index: figure for figure in figures})), **dict(_periods(sums, money))}
        return cls({index: frozenset(found) for index, found in signs.items()}, periods)


def _signs(claim: Claim, kinds: Mapping[int, str], less: set[int | None]) -> Iterator[str]:
    of_money = {kinds[index] for index in claim.operands} == {"money"}
    if claim.kind == "sum" and not of_money:
        yield "derived.product"
        if less.intersection(claim.operands):
            yield "derived.fewer"
        if [kinds[index] for index in claim.operands].count("percent") > 1:
            yield "derived.difference"  # "from 3.2 % to 1.7 % of £900M"
    elif claim.kind == "difference" or (claim.kind == "annualised" and len(claim.operands) > 1):
        yield "derived.difference"


def longer(claim: Claim, money: Mapping[int, Figure]) -> bool:
    """Whether a claim tells of a rate what it comes to in a longer time, and not of a year what it is by the month."""
    year = None if claim.quantity is None else money.get(claim.quantity)
    rates = [money[index] for index in claim.operands if index in money]
    return claim.kind == "annualised" and year is not None and all(rate.value <= year.value for rate in rates)


def _once(sums: Sequence[Claim], told: Mapping[int, Figure]) -> Iterator[tuple[int, str]]:
    """What comes of amounts and counts that all come once, though an equal amount is told by the year elsewhere."""
    for claim in sums:
        figure = None if claim.quantity is None else told.get(claim.quantity)
        if figure is None or figure.kind != "money" or claim.kind not in ("sum", "difference"):
            continue
        row = [figure, *(told[index] for index in claim.operands)]
        if claim.verdict == "consistent" and period(figure.quantity) and not any(_recurs(one) for one in row):
            yield figure.index, ""


def _recurs(figure: Figure) -> bool:
    """Whether a figure's own words, or those next to it, say how often it comes."""
    return figure.a_year or bool(_OFTEN.search(figure.quantity.text)) or bool(_EVERY.search(spaced(figure.after[:6])))


def _periods(sums: Sequence[Claim], money: Mapping[int, Figure]) -> Iterator[tuple[int, str]]:
    for claim in sums:
        if claim.quantity is None or claim.quantity not in money:
            continue
        if longer(claim, money):
            yield claim.quantity, period(money[claim.quantity].quantity) or "year"
        elif (
            claim.kind == "difference" and claim.verdict == "consistent" and not period(money[claim.quantity].quantity)
        ):
            recurs = {period(money[index].quantity) for index in claim.operands if index in money} - {""}
            if len(recurs) == 1:
                yield claim.quantity, recurs.pop()
