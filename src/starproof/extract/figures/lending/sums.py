"""A bare number that is a sum of money by its size, by how often it recurs or by the sums told before."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.large import counted_alike, counts_things, handled, large_sum, of_things
from starproof.extract.figures.lending.memory import REACH, Text
from starproof.extract.figures.lending.prices import paid, price_of_each, product, reward_of_each, saves
from starproof.extract.figures.numbers.figure import MONEY, Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.text.changing import CHANGES


def recurring(text: Text, index: int) -> Figure | None:
    """Money, for a large sum that recurs by the month or year: "so that's three point six million a year"."""
    figure = text.figures[index]
    made = product(text, index) or saves(text, index)
    if made is not None or price_of_each(text, figure):
        return made or MONEY
    before = text.figures[index - 1] if index else None
    if before is not None and before.kind == "count" and text.tokens.low[before.stop : figure.first] == ["to"]:
        return None  # "cancellations fell from 4,000 to 3,000 a month"
    if counts_things(text, figure) or handled(text.tokens, figure):
        return None
    if paid(text, figure) or reward_of_each(text, figure):
        return MONEY
    if _as_often(text, index):
        return MONEY
    if not _thousands(figure) or of_things(text, figure) or figure.period not in ("month", "quarter", "year"):
        return None
    close = before is not None and before.kind == "count" and before.scale != 1.0 and figure.first - before.stop < 12
    window = text.tokens.low[max(0, figure.first - 8) : figure.first]
    cued = any(word in text.tokens.known.money_cues or word in _VALUED for word in window)
    named = text.tokens.word(figure.stop) in ("in", "of") and text.tokens.word(figure.stop + 1)
    cued = cued or named in text.tokens.known.money_cues  # "one and a quarter million a month in revenue"
    if not cued and counted_alike(text, index):
        return None
    if cued or (not close and (text.has_money or figure.value >= 1e6)):
        return MONEY
    summed = text.tokens.word(figure.first - 1) in ("it's", "its", "that's", "thats")
    return MONEY if not close and figure.value >= 1e4 and (summed or not _plural_moves(text, figure)) else None


def _as_often(text: Text, index: int) -> bool:
    """ "nine hundred a month", where sums have been told by the month and the clause speaks of no things."""
    figure = text.figures[index]
    if figure.period not in ("week", "month", "quarter", "year") or figure.value < 100 or _plural_moves(text, figure):
        return False
    sums = [f for f in text.memory.measured if f.kind == "money" and f.period == figure.period]
    return bool(sums) and text.memory.measured[-1].kind == "money" and text.tokens.sort(figure.stop) != WORD


_VALUED = frozenset(
    """figures attributes puts put books booked estimated estimates
    reckon reckons figured valued values signed renewed contract""".split()
)


def _thousands(figure: Figure) -> bool:
    """Whether a number is told in thousands or more, or written out as recognisers write them: "36,000 a year"."""
    return figure.scale != 1.0 or (figure.value >= 1000 and figure.value % 1000 == 0)


def _plural_moves(text: Text, figure: Figure) -> bool:
    """Whether the clause speaks of plural things before the number: "smart meters going in, ninety thousand a year"."""
    moved = text.tokens.word(figure.first - 1) == "from" and text.tokens.word(figure.first - 2) in CHANGES
    for at in range(figure.first - 1, max(figure.first - (14 if moved else 8), -1), -1):
        if text.places[at] != text.places[figure.first] or text.tokens.kind[at] == NUMBER:
            return False
        word, known = text.tokens.low[at], text.tokens.known
        if plural(word) and word not in known.durations and word not in known.stop and word not in known.verbs:
            return True
    return False


def lower_bound(text: Text, index: int) -> Figure | None:
    """Millions, for the first number of "fell from 21 to 8 million", and money where the second is money."""
    figure = text.figures[index]
    after = text.figures[index + 1] if index + 1 < len(text.figures) else None
    if after is None or after.kind is not None or after.scale < 1e6 or figure.scale != 1.0 or figure.value >= 1000:
        return None
    if text.tokens.low[figure.stop : after.first] != ["to"] or text.tokens.word(figure.first - 1) != "from":
        return None
    money = recurring(text, index + 1) or large_sum(text, index + 1)
    return Figure(0, 0, 0.0, "money" if money else "count", "", scale=after.scale)


def summed_up(text: Text, index: int) -> Figure | None:
    """The sum just told, where the number is it over a longer time: "60 thousand a month, so in the year 720"."""
    figure = text.figures[index]
    if figure.scale != 1.0 or not (figure.value >= 100 or (figure.value % 1 and figure.period)):
        return None
    for other in reversed(text.figures[max(0, index - 3) : index]):
        times = _TIMES.get(other.period, ())
        close = other.kind == "money" and other.scale != 1.0 and figure.first - other.stop < REACH
        scale = other.scale * (1 if figure.value >= 100 else 1000)
        if close and any(abs(figure.value * scale - other.value * n) <= 0.03 * other.value * n for n in times):
            return replace(other, period="", scale=scale)
    return None


_TIMES = {"day": (365.0, 30.0), "week": (52.0,), "month": (12.0, 3.0), "quarter": (4.0,)}
