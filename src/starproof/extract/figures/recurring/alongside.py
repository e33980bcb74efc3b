"""Sums set beside another that recurs: the same done by others, a part of it, an offer for it."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens


def elsewhere(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """ "CHF 4,100 a year in Basel and CHF 2,950 in Bern": the same measure of two places or people."""
    gap, after = tokens.low[before.stop : figure.first], tokens.word(figure.stop)
    told = after in ("in", "for", "at") and gap[:1] == [after] and gap[-1] in ("and", ",")
    return told and len(gap) <= 5 and 0.2 <= figure.value / max(before.value, 1e-9) <= 5


def did_again(tokens: Tokens, before: Figure, figure: Figure) -> bool:
    """ "we'd lose C$70,000 a week ... In week one we lost C$85,000": the same thing, done once."""
    verb, told = tokens.word(figure.first - 1), tokens.word(before.first - 1)
    once = next(
        (at for at in range(figure.first - 2, figure.first - 8, -1) if tokens.word(at) in ("week", "month")), -1
    )
    counted = once > 0 and (tokens.word(once + 1) == "one" or tokens.word(once - 1) == "first")
    return counted and LEMMAS.get(verb, verb) == LEMMAS.get(told, told) and verb in LEMMAS


def next_door(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "I paid $15 an hour when the warehouse next door paid $17.50": the same done by another, in one sentence."""
    figure, before = sums[index], sums[index - 1] if index else None
    if before is None or not before.period or before.unit != figure.unit or figure.first - before.stop > 14:
        return ""
    gap, verb = tokens.low[before.stop : figure.first], tokens.word(figure.first - 1)
    alike = 0.4 <= figure.value / max(before.value, 1e-9) <= 2.5 and verb in LEMMAS
    same = LEMMAS.get(verb) == LEMMAS.get(tokens.word(before.first - 1))
    other = gap[-3:-1] == ["one", "had"] or gap[-2:-1] == ["one"]  # "it earns €140k a month; the old one had earned"
    joined = other or not {"when", "while", "where", "but", "and"}.isdisjoint(gap)
    joined = joined and "." not in gap
    return before.period if alike and same and joined else ""


def in_brackets(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "hosting $90k/day (budget $30k)": what a sum that recurs should have been."""
    before = sums[index - 1] if index else None
    if before is None or before.unit != sums[index].unit:
        return ""
    gap = tokens.low[before.stop : sums[index].first]
    return before.period if len(gap) == 2 and gap[0] == "(" and gap[1] in _MEANT else ""


_MEANT = frozenset("budget plan planned target goal limit was before vs".split())


def out_of_it(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "the bill was £86k a month. I got £19k out of it": a part of a larger sum that recurs."""
    figure = sums[index]
    taken = tokens.low[figure.stop : figure.stop + 2] == ["out", "of"]
    if not taken or tokens.word(figure.stop + 2) not in ("it", "that", "this", "them"):
        return ""
    larger = [
        f for f in sums[max(0, index - 2) : index] if f.period and f.unit == figure.unit and f.value > figure.value
    ]
    return larger[-1].period if larger and figure.first - larger[-1].stop <= _FAR else ""


def haggled(sums: list[Figure], index: int, tokens: Tokens) -> str:
    """ "up from A$0.7m a year. I said that we'd pay A$800k", "he put it at £1.3m a year; I'd claimed £1.8m"."""
    figure, before = sums[index], sums[index - 1] if index else None
    if before is None or not before.period or before.unit != figure.unit or figure.first - before.stop > 25:
        return ""
    lead = tokens.low[figure.first - 2 : figure.first]
    would = len(lead) == 2 and lead[1] == "pay" and (lead[0] in ("would", "could") or lead[0].endswith(("'d", "’d")))
    told = would or lead[-1:] in (["claimed"], ["wanted"]) or lead in (["settled", "at"], ["settled", "on"])
    return before.period if told and 0.4 <= figure.value / max(before.value, 1e-9) <= 2.5 else ""


SPENDS = frozenset("spend pay lose earn save spends pays loses earns saves".split())
"""Before one sum, while another of the same time follows: "we spend €390,000 and save €546,000 a year"."""


LEMMAS = {
    form: forms.split()[0]
    for forms in (
        "lose loses lost losing",
        "pay pays paid paying",
        "save saves saved saving",
        "earn earns earned earning",
    )
    for form in forms.split()
}

_FAR = 60
"""Tokens over which a part of a sum is told."""
