"""Bare numbers of things that a price or a rate was told of: "every student pays 200, and we have six thousand"."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.numbers.lexing import WORD
from starproof.extract.figures.numbers.nouns import plural, singular


def fewer_of_them(text: Text, index: int) -> bool:
    """ "80,000 returns a month cost us ¥104 million. I was asked to cut returns to 60,000": things counted before."""
    figure, tokens = text.figures[index], text.tokens
    thing = tokens.word(figure.first - 2)
    if tokens.word(figure.first - 1) != "to" or not plural(thing) or thing in tokens.known.money_cues:
        return False
    if not index or text.figures[index - 1].stop == figure.first - 1:  # "from 19 pages to 12"
        return False
    named = singular(thing, tokens.known.people)
    return any(
        f.kind == "count" and f.unit.rpartition(" ")[2] == named for f in text.figures[max(0, index - 12) : index]
    )


def payers(text: Text, index: int) -> bool:
    """ "every student pays two hundred ringgit and we have six thousand": so many of those that a price is of."""
    figure, before, low = text.figures[index], text.figures[index - 1] if index else None, text.tokens.low
    if before is None or before.kind != "money" or figure.first - before.stop > 7 or figure.value <= 2:
        return False
    had = low[figure.first - 2 : figure.first] in _HAD
    if low[figure.first - 2 : figure.first] in (["we", "sell"], ["we", "sold"]):
        return before.scale == 1.0 and not before.period  # "the ticket's four quid, we sell eleven thousand a week"
    each = not {"every", "each"}.isdisjoint(low[max(0, before.first - 5) : before.first])
    each = each or (before.scale == 1.0 and _price_of_one(low, before.first))
    ends = text.tokens.sort(figure.stop) != WORD or text.tokens.word(figure.stop) in ("so", "and", "of")
    return had and ends and (each or text.tokens.word(before.stop) in ("a", "per", "each", "apiece"))


_HAD = (["we", "have"], ["we", "had"], ["i", "have"], ["i", "had"], ["they", "have"], ["there", "are"])


def _price_of_one(low: list[str], first: int) -> bool:
    """ "an agent costs $9.40 an hour, and I had 1,150": whether the price at ``first`` is that of one thing."""
    at = first - 1 - (low[first - 1] in ("us", "me"))
    return at > 1 and low[at] in ("costs", "cost", "is", "earns", "pays") and low[at - 2] in ("a", "an")
