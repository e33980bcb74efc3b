"""Impact: the likeliest money outcome of a story, in US dollars a year.

An amount of money is an outcome by the words around it and by its size (``outcome.py``); of two alike the larger
counts, and where none is stated, the largest fall of a cost or rise of an income among the results. Never one are a
target, a price of one piece, a cost or an income before and after a change, where the change itself is the outcome, and
a bill that only leads up to it. By what period an amount recurs its words say, or else the story's sums.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from starproof.core.document import LabelledSentence
from starproof.core.facts import Claim, Impact, Quantity
from starproof.extract.money.bare import BARE, speaks_of_money, unnamed
from starproof.extract.money.barred import barred, rounded, surpassed
from starproof.extract.money.derived import longer
from starproof.extract.money.dollars import YEARLY, a_year, largest, over_years, reckoned, reference_rates
from starproof.extract.money.levels import apart
from starproof.extract.money.lowered import worth_of_less
from starproof.extract.money.net import nets
from starproof.extract.money.outcome import ENDED, NEAR, Ledger, likelihood, words_about
from starproof.extract.money.pairs import (
    added,
    eased,
    gained,
    indexes,
    is_levelled,
    kept_pairs,
    parts_of,
    said_gained,
    sides,
    worded,
)
from starproof.extract.money.wholes import added_up, bases
from starproof.extract.sums.story.figures import Figure, Telling, telling
from starproof.extract.sums.story.pairs import Pair, pairs
from starproof.extract.sums.story.scales import DAY, currency, period

_SINCE = frozenset((f"{NEAR}stayed", ENDED))
"""Signs of what is told before the work, and came of it all the same."""
_NOT_OF_WORK = frozenset(f"{NEAR}{sign}" for sign in ("total", "bill", "disowned"))
"""Signs of what is so little an outcome that others are not small beside it."""
_PERHAPS = -4.0
"""More must speak for an amount than this if it may be the outcome, though it is not read as it."""
_FOR_IT = frozenset((f"{NEAR}change", f"{NEAR}stayed", ENDED))
"""Signs named like those of near misses that speak for an outcome all the same."""
_BARELY = 0.1
"""What speaks at the least for an outcome."""
_PIECE = 100.0
_TRIFLE = 1000.0
"""Dollars; a smaller outcome is misread where another is told that is so many times as large."""
_BREATH = 250
"""Code points within which a rate and its yearly sum are told as one amount."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that may be an outcome, and all that is told about it; see ``outcome.toml``."""

    impact: Impact
    signs: frozenset[str]


def impact(
    text: str,
    figures: Sequence[Quantity],
    labels: Sequence[LabelledSentence],
    *,
    sums: Sequence[Claim],
    rates: Mapping[str, float] | None = None,
) -> Impact | None:
    """The likeliest money outcome, or ``None`` where there is none.

    ``sums`` are the story's claims, which tell prices, befores and afters from what came of them.
    ``rates`` gives US dollars for one unit of a currency and replaces the packaged ones; an amount in a currency
    without a rate is left out. The result is in US dollars a year, a one-off as it is.
    """
    story = telling(text, figures, [sentence.span for sentence in labels])
    return outcomes_of(story, pairs(story), labels, sums=sums, rates=rates)[0]


def outcomes_of(
    story: Telling,
    told: Sequence[Pair],
    labels: Sequence[LabelledSentence],
    *,
    sums: Sequence[Claim],
    rates: Mapping[str, float] | None = None,
) -> tuple[Impact | None, tuple[Impact, ...]]:
    """The impact of a story, and the other amounts that may be it, likeliest first; see ``impact``."""
    usd = reference_rates() if rates is None else rates
    told, planned = _changes(story, told, labels)
    sums = added(sums)
    net = {one.index for _, one in nets([figure for figure in story.figures if figure.kind == "money"])}
    scored = [(_score(amount, net), amount) for amount in _amounts(story, told, planned, labels, sums, usd)]
    likely = _likely(scored)
    if likely:
        chosen = _likeliest(story, likely, sums)
        return chosen, tuple(one for one in _perhaps(scored) if one != chosen)
    sure = largest((*_between(told, labels, usd), _eased(story, labels, usd)))
    if sure is not None:
        return sure, ()
    unsure = _above([(likelihood(amount.signs), amount) for amount in _unnamed(story, told, labels, sums, usd)])
    return (max(unsure, key=lambda one: one[0])[1].impact, ()) if unsure else (None, tuple(_perhaps(scored)))


def _score(amount: Amount, net: Collection[int]) -> float:
    """How far more speaks for an amount than against; what is told ``net`` of its cost is an outcome by its words."""
    score = likelihood(amount.signs)
    return max(score, _BARELY) if amount.impact.quantity in net else score


def _likely(scored: Sequence[tuple[float, Amount]]) -> list[tuple[float, float, Impact]]:
    """The amounts for which more speaks than against, with how much and their dollars; without what is a trifle."""
    above = _above(scored)
    came = any("label.result" in amount.signs for _, amount in above)
    likely = [
        (score, amount.impact.annual_usd, amount.impact) for score, amount in above if not (came and _of_before(amount))
    ]
    most = max((worth for _, worth, _ in likely), default=0.0)
    return [found for found in likely if found[1] >= _TRIFLE or found[1] * _TRIFLE >= most]


def _likeliest(story: Telling, likely: Sequence[tuple[float, float, Impact]], sums: Sequence[Claim]) -> Impact:
    """The one for which most speaks, of two alike the larger; none that another of these takes in."""
    outcomes = {one.quantity: worth for _, worth, one in likely}
    in_total = parts_of(outcomes, sums).union(added_up(story.figures, outcomes))
    return max((found for found in likely if found[2].quantity not in in_total), key=lambda scored: scored[:2])[2]


def _perhaps(scored: Sequence[tuple[float, Amount]]) -> Iterator[Impact]:
    """What may be the outcome, likeliest first: nothing makes it something else, nor a level or of the time before."""
    for score, amount in sorted(scored, key=lambda one: -one[0]):
        otherwise = {sign for sign in amount.signs if sign.startswith(NEAR)} - _FOR_IT
        before = _of_before(amount) and "derived.difference" not in amount.signs
        if score > _PERHAPS and not (otherwise or before or "standing.level" in amount.signs):
            yield amount.impact


def _of_before(amount: Amount) -> bool:
    """Whether an amount is told of the time before the work, and nothing says that it came of it all the same."""
    return "label.situation" in amount.signs and not amount.signs & _SINCE


def amounts(
    story: Telling,
    told: Sequence[Pair],
    labels: Sequence[LabelledSentence],
    sums: Sequence[Claim],
    usd: Mapping[str, float],
) -> tuple[Amount, ...]:
    """Every amount that may be an outcome, in text order; a rate and its yearly sum are one amount."""
    sums, (told, planned) = added(sums), _changes(story, told, labels)
    return (
        *_amounts(story, told, planned, labels, sums, usd),
        *_unnamed(story, told, labels, sums, usd),
    )


def _above(scored: Iterable[tuple[float, Amount]]) -> list[tuple[float, Amount]]:
    """The amounts for which more speaks than against."""
    return [(score, amount) for score, amount in scored if score > 0]


def _unnamed(
    story: Telling,
    told: Sequence[Pair],
    labels: Sequence[LabelledSentence],
    sums: Sequence[Claim],
    usd: Mapping[str, float],
) -> tuple[Amount, ...]:
    """Every number without a currency of which some word says that it may be an outcome."""
    money = unnamed(story, told, sums)
    out = barred(money, ()) if money else ()
    ledger = Ledger.of(story, labels, sums)
    worth = [(f, a_year(f.value, f, period(f.quantity), usd)) for f in money if f.index not in out]
    found = [Amount(one, ledger.signs(f, one.annual_usd, side=False) | {BARE}) for f, one in worth if one is not None]
    return tuple(amount for amount in found if speaks_of_money(amount.signs))


def _changes(
    story: Telling, told: Sequence[Pair], labels: Sequence[LabelledSentence]
) -> tuple[tuple[Pair, ...], frozenset[int]]:
    """The befores and afters that are told as such, those in sentences apart among them, and what was only planned."""
    kept, planned = kept_pairs(story, told)
    whole = frozenset(bases(story.figures))
    both = (*kept, *apart(story, told, labels))
    return tuple(pair for pair in both if whole.isdisjoint((pair.first.index, pair.last.index))), planned


def _amounts(
    story: Telling,
    told: Sequence[Pair],
    planned: Collection[int],
    labels: Sequence[LabelledSentence],
    sums: Sequence[Claim],
    usd: Mapping[str, float],
) -> tuple[Amount, ...]:
    """The same, of the befores and afters that are told as such, and without what was only planned."""
    money = [figure for figure in story.figures if figure.kind == "money"]
    ledger = Ledger.of(story, labels, sums)
    stated = [a_year(f.value, f, ledger.period(f), usd) for f in money]
    worth = {one.quantity: one for one in stated if one is not None and one.annual_usd > 0}
    worth.update((one.quantity, one) for one in over_years(story.figures, usd))
    for total, year in _of_years(story.figures, sums):
        if (summed := reckoned(worth.get(year), total)) is not None:
            worth[total] = summed
    paired = sides(sums, told)
    plain = indexes(pair for pair in told if worded(pair) or gained(pair, labels))
    levels = indexes(pair for pair in told if is_levelled(story, pair))
    ended = {f.index for f in money if ledger.ends.ended(f)}
    out = barred(story.figures, sums, ended=ended) | surpassed(story, money, sums) | _again(money, plain & paired)
    out |= levels.union(_rates_of(levels, sums), planned)
    found = {
        f.index: Amount(worth[f.index], ledger.signs(f, worth[f.index].annual_usd, side=f.index in paired))
        for f in money
        if f.index in worth and f.index not in out and not _piece(f)
    }
    _join_years(found, money, sums, usd)
    most = max((one.impact.annual_usd for one in found.values() if not one.signs & _NOT_OF_WORK), default=0.0)
    return tuple(
        replace(one, signs=one.signs | {"standing.largest"}) if one.impact.annual_usd == most else one
        for one in found.values()
    )


def _again(money: Sequence[Figure], paid: Iterable[int]) -> set[int]:
    """What was paid before and after a change, wherever it is told: at the start of the story as well."""
    paid = set(paid)
    told = {(f.value, currency(f.quantity)) for f in money if f.index in paid}
    return {
        f.index for f in money if f.index in paid or ((f.value, currency(f.quantity)) in told and not said_gained(f))
    }


def _rates_of(levels: Collection[int], sums: Sequence[Claim]) -> set[int]:
    """The rates of which one of these is the year."""
    return {
        index for claim in sums if claim.quantity in levels and claim.kind == "annualised" for index in claim.operands
    }


def _join_years(
    found: dict[int, Amount], money: Sequence[Figure], sums: Sequence[Claim], usd: Mapping[str, float]
) -> None:
    """Make one amount of every rate and what it comes to in a longer time that are told in one breath."""
    told = {f.index: f for f in money}
    for claim in sums:
        if len(claim.operands) == 1 and claim.quantity in found and longer(claim, told):
            rate, year = claim.operands[0], told[claim.quantity]
            if rate in found and abs(year.start - told[rate].start) <= _BREATH:
                _join(found, rate, year, claim, usd)


def _join(found: dict[int, Amount], rate: int, year: Figure, claim: Claim, usd: Mapping[str, float]) -> None:
    """Keep of a rate and its sum over a longer time the story's own sum, unless it is far off and the smaller."""
    first, last = found.pop(rate), found[year.index]
    keeps = rounded(claim) or claim.stated >= claim.computed
    own_sum = None if keeps else reckoned(a_year(claim.computed, year, period(year.quantity) or "year", usd), rate)
    kept = own_sum or last.impact
    own = {sign for sign in first.signs if not sign.startswith(NEAR) or sign == f"{NEAR}harm"}
    found[year.index] = Amount(kept, last.signs | own)


def _between(
    told: Sequence[Pair], labels: Sequence[LabelledSentence], usd: Mapping[str, float]
) -> Iterator[Impact | None]:
    """The falls of a cost, and rises of an income, that are told among the results by their two sides alone."""
    for pair in told:
        often = period(pair.last.quantity) or period(pair.first.quantity)
        if gained(pair, labels):
            yield reckoned(a_year(abs(pair.before - pair.after), pair.last, often, usd), pair.last.index)


def _eased(story: Telling, labels: Sequence[LabelledSentence], usd: Mapping[str, float]) -> Impact | None:
    """What is lost less than before, where both are told."""
    money = [f for f in story.figures if f.kind == "money"]
    sides = eased([f for f in money if not worth_of_less(story, f, words_about(f)["run"])], labels)
    if sides is None:
        return None
    first, last = sides
    return reckoned(a_year(first.value - last.value, last, period(last.quantity), usd), last.index)


def _piece(figure: Figure) -> bool:
    """Whether an amount is so small that it can only be the price of one piece."""
    return not period(figure.quantity) and figure.value < _PIECE


def _of_years(figures: Sequence[Figure], sums: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """What several years bring, and what one brings: "extended by two years, so £2.2 million"."""
    yearly = {f.index for f in figures if f.kind == "money" and period(f.quantity) == "year"}
    years = {f.index for f in figures if f.kind == "duration" and f.value >= YEARLY["day"] * DAY}
    for claim in sums:
        one, count = yearly.intersection(claim.operands), years.intersection(claim.operands)
        if claim.kind == "sum" and claim.quantity is not None and len(one) == len(count) == 1:
            yield claim.quantity, one.pop()
