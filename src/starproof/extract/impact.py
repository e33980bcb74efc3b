"""Impact: the largest money outcome of a story, in US dollars a year.

An amount of money is an outcome by the words around it (``outcome.toml``). Never one are a target, a price of one
piece, and the two sides of a stated saving, which is itself the outcome.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from starproof.core.document import LabelledSentence
from starproof.core.facts import Basis, Claim, Impact, Quantity
from starproof.extract.sums.figures import Figure, Telling, currency, period, telling
from starproof.extract.sums.pairs import Pair, pairs
from starproof.extract.sums.rows import spaced

YEARLY = {"": 1.0, "year": 1.0, "quarter": 4.0, "month": 12.0, "week": 52.0, "day": 365.0}
"""How often a period comes in a year; a one-off counts as it is."""
_SMALL = 1000.0
_PIECE = 100.0
_LEAD, _TAIL, _LAST = 14, 8, 2
"""How many words before and after an amount are read."""
_NEAR = 110
"""Code points between a rate and its yearly sum."""
_ROUNDED = 0.05
"""The share by which a yearly sum may differ from its rate and still be the same money."""
_LATE = 2 / 3
"""The part of a story from which outcomes are told."""
_LIKELY = 0.8
"""How far below the likeliest outcome another still counts: a bill in passing gives way to the saving itself."""
_GOAL = re.compile(
    r" (?:targets?|goals?|promised?|budget|forecast|ceiling|obligation|cap|plan) (?:(?!and |so |, |\. |; )\S+ ){0,4}$"
)
_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|some|over|another|us|at least|like|just|under|only|a) ){0,3}$"
_LOST = re.compile(
    r"(?<! not)(?<! never)(?<!n't)(?<! without)(?<! stopped)(?<! avoided)(?<! instead of)(?<! have)(?<!'ve) "
    rf"(?:lost|lose|losing|loses) {_ABOUT}"
)
_SPENT = re.compile(
    r" (?:we|i|it|they|which|all|project|programme) (?:had |have |only |finally )?(?:spent|cost|finished at|invested) "
    + _ABOUT
)
_WENT = re.compile(r"^ (?:\S+ )?(?:went|gone|goes) (?:on|into) ")
_COST = re.compile(r" (?:\w*costs?|costing|bills?|spend|spent|spending|expenses?|loss|losses|debts?|fees?|paid|pay) ")
_INCOME = re.compile(r" (?:revenues?|sales|turnover|income|profits?|bookings|margins?|earnings|sold|arr) ")


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases of one meaning, where they stand, and what they weigh."""

    where: str
    weight: float
    phrases: tuple[str, ...]

    def found(self, words: Mapping[str, str]) -> bool:
        """Whether one of the phrases stands there."""
        text = words[self.where]
        return any(f" {p[:-1]}" in text if p.endswith("*") else f" {p} " in text for p in self.phrases)


@dataclass(frozen=True, slots=True)
class Weights:
    """The packaged cues."""

    base: float
    labels: Mapping[str, float]
    periods: Mapping[str, float]
    standing: Mapping[str, float]
    cues: tuple[Cue, ...]


@cache
def weights() -> Weights:
    """Read ``outcome.toml`` once."""
    data = _packaged("outcome.toml")
    cues = tuple(Cue(c["in"], c["weight"], tuple(c["phrases"])) for c in data["cues"].values())
    return Weights(data["base"], data["labels"], data["periods"], data["standing"], cues)


@cache
def reference_rates() -> Mapping[str, float]:
    """US dollars for one unit of each currency, at the date that ``rates.toml`` names."""
    rates: Mapping[str, float] = _packaged("rates.toml")["usd"]
    return rates


def _packaged(name: str) -> dict[str, Any]:
    return tomllib.loads((files("starproof.extract") / name).read_text(encoding="utf-8"))


def impact(
    text: str,
    figures: Sequence[Quantity],
    labels: Sequence[LabelledSentence],
    *,
    sums: Sequence[Claim],
    rates: Mapping[str, float] | None = None,
) -> Impact | None:
    """The largest money outcome, or ``None`` where none is stated.

    ``sums`` are the story's claims, which tell prices, befores and afters from what came of them.
    ``rates`` gives US dollars for one unit of a currency and replaces the packaged ones; an amount in a currency
    without a rate is left out. The result is in US dollars a year, a one-off as it is.
    """
    story = telling(text, figures, [sentence.span for sentence in labels])
    return impact_of(story, pairs(story), labels, sums=sums, rates=rates)


def impact_of(
    story: Telling,
    told: Sequence[Pair],
    labels: Sequence[LabelledSentence],
    *,
    sums: Sequence[Claim],
    rates: Mapping[str, float] | None = None,
) -> Impact | None:
    """The impact of a story that is told in figures already, with its pairs; see ``impact``."""
    usd = reference_rates() if rates is None else rates
    outcomes = _outcomes(story, told, labels, sums)
    stated = [_a_year(f.value, f, _basis(f.quantity), usd) for f in outcomes]
    return _largest(stated) or _largest(_between(told, labels, usd))


def _a_year(amount: float, figure: Figure, basis: Basis, usd: Mapping[str, float]) -> Impact | None:
    """An amount in the unit of a figure as an impact; ``None`` without a rate for it."""
    quantity = figure.quantity
    rate = 1.0 if currency(quantity) == "USD" else usd.get(currency(quantity))
    times = YEARLY.get(period(quantity))
    return None if rate is None or times is None else Impact(round(amount * rate * times, 2), figure.index, basis)


def _largest(found: Iterable[Impact | None]) -> Impact | None:
    """The largest that is above nothing, the first of equal ones."""
    above = [one for one in found if one is not None and one.annual_usd > 0]
    return max(above, key=lambda one: one.annual_usd, default=None)


def _between(
    told: Sequence[Pair], labels: Sequence[LabelledSentence], usd: Mapping[str, float]
) -> Iterator[Impact | None]:
    """The falls of a cost, and rises of an income, that are told among the results by their two sides alone."""
    for pair in told:
        first, last = pair.first.quantity, pair.last.quantity
        money = pair.sure and first.kind == last.kind == "money" and currency(first) == currency(last)
        if money and _label(pair.last, labels) == "result" and _better(pair):
            basis: Basis = "annualised" if currency(last) == "USD" else "converted"
            yield _a_year(abs(pair.before - pair.after), pair.last, basis, usd)


def _label(figure: Figure, labels: Sequence[LabelledSentence]) -> str:
    """The label of the sentence that a figure stands in."""
    return labels[figure.sentence].label if 0 <= figure.sentence < len(labels) else "other"


def _better(pair: Pair) -> bool:
    words = spaced(pair.first.before[-_LEAD:])
    fell = pair.after < pair.before
    return not _INCOME.search(words) if fell else bool(_INCOME.search(words)) and not _COST.search(words)


def _basis(quantity: Quantity) -> Basis:
    if currency(quantity) != "USD":
        return "converted"
    return "stated" if period(quantity) in ("", "year") else "annualised"


def _outcomes(
    story: Telling, told: Sequence[Pair], labels: Sequence[LabelledSentence], sums: Sequence[Claim]
) -> list[Figure]:
    sides = {index for pair in told for index in (pair.first.index, pair.last.index)}
    barred = _barred(story.figures, sums) | _sides(sums, sides)
    rated = {index for claim in sums if claim.kind == "annualised" for index in claim.operands}
    money = [f for f in story.figures if f.kind == "money" and f.index not in barred]
    late = _LATE * len(story.text)
    scores = [_score(f, labels, annualised=f.index in rated, late=f.quantity.span.start > late) for f in money]
    for place in range(1, len(money)):
        if _restates(money[place - 1], money[place]):
            scores[place - 1] = scores[place] = max(scores[place - 1], scores[place])
    scored = [(f, score) for f, score in zip(money, scores, strict=True) if score > 0 and not _piece(f)]
    least = max((score for _, score in scored), default=0.0) - _LIKELY
    found = [f for f, score in scored if score >= least]
    restated = _told_by_the_year(found, sums)
    return [f for f in found if f.index not in restated]


def _piece(figure: Figure) -> bool:
    """Whether an amount is so small that it can only be the price of one piece."""
    return not period(figure.quantity) and figure.value < _PIECE


def _barred(figures: Sequence[Figure], sums: Sequence[Claim]) -> set[int]:
    """Targets, what was lost or spent once, and prices of one piece in a product."""
    kinds = {figure.index: figure.kind for figure in figures}
    found = {figure.index for figure in figures if figure.kind == "money" and _no_gain(figure)}
    for claim in sums:
        product = claim.kind == "sum" and {kinds[index] for index in claim.operands} > {"money"}
        if product:
            found.update(claim.operands)
    return found


def _no_gain(figure: Figure) -> bool:
    """Whether an amount is a target or was lost, or is a one-off that the work took."""
    before = spaced(figure.before)
    if _GOAL.search(before) or _LOST.search(before):
        return True
    once = not period(figure.quantity)
    return once and bool(_SPENT.search(before) or _WENT.search(spaced(figure.after[:4])))


def _told_by_the_year(outcomes: Sequence[Figure], sums: Sequence[Claim]) -> set[int]:
    """Rates whose yearly sum is an outcome too and agrees: the story's own year counts, as it was rounded."""
    yearly = {f.index for f in outcomes if period(f.quantity) == "year"}
    agreed = [c for c in sums if c.kind == "annualised" and c.quantity in yearly and _rounded(c)]
    return {index for claim in agreed for index in claim.operands if len(claim.operands) == 1}


def _rounded(claim: Claim) -> bool:
    return claim.verdict == "consistent" and abs(claim.stated - claim.computed) <= _ROUNDED * abs(claim.computed)


def _sides(sums: Sequence[Claim], paired: set[int]) -> set[int]:
    """What a difference is taken between, and every before and after, unless derived itself."""
    derived = {c.quantity for c in sums if c.kind in ("difference", "annualised", "sum")}
    rated = {index for c in sums if c.kind == "annualised" for index in c.operands if len(c.operands) == 1}
    operands = {index for c in sums if c.kind == "difference" for index in c.operands}
    return (operands | (paired - (rated - operands))) - derived


def _restates(rate: Figure, year: Figure) -> bool:
    mine, other = period(year.quantity), period(rate.quantity)
    return mine == "year" and other in ("month", "week", "quarter") and year.start - rate.end < _NEAR


def _score(figure: Figure, labels: Sequence[LabelledSentence], *, annualised: bool, late: bool) -> float:
    book = weights()
    lead = spaced(figure.before[-_LEAD:])
    tail = spaced(figure.after[:_TAIL])
    words = {
        "lead": lead, "tail": tail, "last": spaced(figure.before[-_LAST:]), "sentence": figure.lead + figure.tail,
    }  # fmt: skip
    label = _label(figure, labels)
    score = book.base + book.labels.get(label, 0.0) + book.periods.get(period(figure.quantity), 0.0)
    score += (book.standing["annualised"] if annualised else 0.0) + (book.standing["late"] if late else 0.0)
    score += book.standing["small"] if figure.value < _SMALL else 0.0
    return score + sum(cue.weight for cue in book.cues if cue.found(words))
