"""A bare number for a measure that the text has told with its unit before: "Losses were $3.6M. ... losses are 2.7"."""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.figures.lending.large import counts_things
from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import COUNT, MONEY, Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural
from starproof.extract.figures.numbers.numerals import rounded
from starproof.extract.figures.numbers.subjects import measure, measures, near
from starproof.extract.figures.numbers.telling import changes, in_passing
from starproof.extract.figures.recurring.wording import apiece

_BACK = 30
"""Figures before one in which its measure is looked for."""
_EARNS = frozenset("do does did make makes made".split())


def same_measure(text: Text, index: int) -> Figure | None:
    """The last figure of about this size that is told of the same measure; a count where that counts things."""
    figure, tokens = text.figures[index], text.tokens
    name = measure(tokens, figure.first)
    if not name:
        return None
    earned = tokens.word(figure.first - 1) in _EARNS or _paid(text, figure, name)
    for other in reversed(text.figures[max(0, index - _BACK) : index]):
        told = other.kind not in ("multiple", None) and other.unit != "pp" and not changes(tokens, other)
        if not told or not _alike(figure, other):
            continue
        if measures(tokens, other, name) or (earned and other.kind == "money" and near(tokens, other, name)):
            if other.kind == "count":
                return _things(figure, other)
            if other.kind == "money" and counts_things(text, figure):
                return COUNT
            return None if in_passing(tokens, other) or _odd(text, figure, other) else other
    return None


def same_period(text: Text, index: int) -> Figure | None:
    """The last sum that recurs as often, where its scale is left out: "290 thousand a month, now 192 a month"."""
    figure = text.figures[index]
    if figure.scale != 1.0 or not 12 < figure.value < 1000 or not figure.period:
        return None
    near = [f for f in text.figures[max(0, index - 24) : index] if f.kind == "money" and f.period == figure.period]
    scaled = [f for f in near if f.scale in (1e3, 1e6) and f.value < 1000 * f.scale]
    if not scaled or _plural_before(text, figure):
        return None
    last, value = scaled[-1], figure.value * scaled[-1].scale
    apart = any(abs(abs(a.value - b.value) - value) <= 0.02 * value for a, b in pairwise(scaled))
    return last if apart or any(0.5 <= value / other.value <= 2 for other in scaled) else None


def _plural_before(text: Text, figure: Figure) -> bool:
    """Whether things are spoken of before the number in its sentence."""
    tokens, at = text.tokens, figure.first - 1
    while at > figure.first - 9 and text.places[at] == text.places[figure.first] and tokens.kind[at] == WORD:
        word = tokens.low[at]
        if plural(word) and names_things(tokens, at) and word not in tokens.known.verbs:
            return word not in tokens.known.money_cues
        at -= 1
    return False


def retold(text: Text, index: int) -> Figure | None:
    """An earlier figure with a unit and the same number: "so who pays me the fifteen million"."""
    figure = text.figures[index]
    limit = _limit(text.tokens, figure.first)
    known = figure.value > 12 or figure.value != int(figure.value) or limit
    told = text.memory.told.get(figure.value) if known else None
    definite = text.tokens.word(figure.first - 1) == "the" and figure.value > 20
    if told is None and figure.scale == 1.0 and 12 < figure.value < 1000 and (figure.value % 10 or definite):
        scaled = (text.memory.told.get(figure.value * scale) for scale in (1e3, 1e6))
        told = next((f for f in scaled if f is not None and f.kind == "money" and f.scale != 1.0), None)
    part = text.tokens.word(figure.first - 1) == "of" and _ends_number(text.tokens, figure.first - 2)
    if told is None or part or text.tokens.word(figure.stop) in ("who", "of"):
        return None
    if told.kind == "money" and (_goes_on(text, index) or _round(text, figure, told)):
        return None
    if told.kind == "money" and text.tokens.word(figure.stop) in ("are", "were", "have") and told.scale == 1.0:
        return None  # "so 31 are on the clock": things, and no sum
    if told.kind != "duration" or limit or text.tokens.word(figure.first - 1) in ("the", "from"):
        return told
    return told if _echo(text.tokens, figure) and figure.first - told.stop <= _ECHO else None


def same_number(text: Text, index: int) -> Figure | None:
    """The rate, score or millions with the very same decimals: "to one point one percent ... it's at one point one"."""
    figure = text.figures[index]
    if figure.value % 0.5 == 0 or figure.scale != 1.0 or figure.period:
        return None
    told = text.memory.told.get(figure.value)
    if told is not None and told.kind in ("percent", "score") and told.unit != "pp":
        return told
    told = text.memory.told.get(rounded(figure.value * 1e6))
    return told if told is not None and told.kind == "money" and told.scale == 1e6 else None


def moved_again(text: Text, index: int) -> Figure | None:
    """The length that a change came to, told before: "down for 22 minutes ... from 320 to 22 is a fall of 93 %"."""
    figure = text.figures[index]
    if text.tokens.word(figure.first - 1) != "from" or index + 1 == len(text.figures):
        return None
    after = text.figures[index + 1]
    if after.kind is not None or after.scale != 1.0:
        return None
    told = text.memory.told.get(after.value) if after.value > 12 else None
    joined = text.tokens.low[figure.stop : after.first] == ["to"]
    return told if joined and told is not None and told.kind == "duration" and figure.scale == 1.0 else None


def too_long(text: Text, index: int) -> Figure | None:
    """The length told last, for "the timeout is five minutes now; she said five is too long"."""
    figure, tokens = text.figures[index], text.tokens
    judged = tokens.word(figure.stop) in ("is", "was") and tokens.word(figure.stop + 1) == "too"
    if not judged or tokens.word(figure.stop + 2) not in ("long", "short", "slow", "late"):
        return None
    last = text.memory.measured[-1] if text.memory.measured else None
    near = last is not None and last.kind == "duration" and figure.first - last.stop < _BACK
    return last if near and last is not None and _alike(figure, last) else None


def _round(text: Text, figure: Figure, told: Figure) -> bool:
    """Whether a round number is that of a small price by chance: "costs us $400 ... we lost four hundred"."""
    plain = told.scale == figure.scale == 1.0 and figure.value % 100 == 0
    return plain and text.tokens.word(figure.first - 1) not in ("the", "that", "those", "for", "of")


def _echo(tokens: Tokens, figure: Figure) -> bool:
    """ "Nineteen days without light. Nineteen.": a number said again as a sentence of its own."""
    return tokens.word(figure.first - 1) in (".", "!", "?") and tokens.word(figure.stop) in (".", "!", "?")


_ECHO = 12
"""Tokens after a figure in which it is said again."""


def _limit(tokens: Tokens, first: int) -> bool:
    """ "a good bit inside the six", "more than the regulator's five": a bound that was told before."""
    owned = tokens.word(first - 1).endswith(("'s", "’s")) and tokens.sort(first - 2) == WORD
    if owned and not _BOUNDS.isdisjoint(tokens.low[max(0, first - 4) : first - 1]):
        return True
    return tokens.word(first - 1) == "the" and tokens.word(first - 2) in _BOUNDS


_BOUNDS = frozenset("than inside under below above over beyond past within".split())


def _ends_number(tokens: Tokens, at: int) -> bool:
    return tokens.sort(at) == NUMBER or tokens.word(at) in tokens.known.number_words


def _goes_on(text: Text, index: int) -> bool:
    """Whether a number goes on from things just counted: "it got 1,850 calls back then and it gets eleven hundred"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind != "count" or not before.noun or not 2 < figure.first - before.stop <= 12:
        return False
    same = text.places[before.first] == text.places[figure.first]
    return same and 0.3 <= figure.value / max(before.value, 1e-9) <= 3


def budgeted(text: Text, index: int) -> Figure | None:
    """The last sum, for "they asked for four hundred k, and I had a hundred and ninety in the budget"."""
    figure = text.figures[index]
    if figure.scale != 1.0 or text.tokens.low[figure.stop : figure.stop + 3] != ["in", "the", "budget"]:
        return None
    sums = [f for f in text.figures[max(0, index - 3) : index] if f.kind == "money"]
    return sums[-1] if sums and _alike(figure, sums[-1]) else None


def spent(text: Text, index: int) -> Figure | None:
    """Money, for what was spent in digits: "CAD 1.24 million, from which I later returned 110,000"."""
    figure = text.figures[index]
    told = text.tokens.word(figure.first - 1) in _SPENT and figure.digits and figure.value >= 1000
    return MONEY if told and any(f.kind == "money" for f in text.figures[max(0, index - 3) : index]) else None


def costs_again(text: Text, index: int) -> Figure | None:
    """The last sum in thousands, for what something costs now: "it was two ninety thousand ... it costs 145"."""
    figure, tokens = text.figures[index], text.tokens
    at = figure.first - 1
    while tokens.word(at) in tokens.known.approx or tokens.word(at) in ("us", "only", "just", "like", "now"):
        at -= 1
    if tokens.word(at) not in _COSTS or figure.scale != 1.0 or not 12 < figure.value < 1000 or figure.noun:
        return None
    last = next((f for f in reversed(text.memory.measured) if f.kind == "money"), None)
    if last is None or last.scale not in (1e3, 1e6) or apiece(figure, tokens) or not ends_clause(tokens, figure.stop):
        return None
    return last if 0.15 <= figure.value * last.scale / max(last.value, 1e-9) <= 6 else None


_COSTS = frozenset("cost costs pay pays paid spend spends spent charge charges".split())
_SPENT = frozenset("spent paid returned invested cost costs costing earned repaid refunded".split())


def _things(figure: Figure, other: Figure) -> Figure | None:
    """A count of the same things; none where it would take a scale with them."""
    if other.scale != 1.0 and figure.scale == 1.0 and figure.value < 1000:
        return None
    return other if other.unit else COUNT


def _odd(text: Text, figure: Figure, other: Figure) -> bool:
    """Whether the one before was the price of each, or nothing that a cost can be told in."""
    if other.kind == "money":
        return apiece(other, text.tokens)
    words = text.tokens.low[max(0, figure.first - 4) : figure.first]
    return other.kind in ("percent", "duration") and not _PRICES.isdisjoint(words)


_PRICES = frozenset("cost costs price prices bill charge charged fee fees spend spent".split())


def _paid(text: Text, figure: Figure, name: str) -> bool:
    """Whether the measure is one of money: "what they charge us now is twenty"."""
    words = text.tokens.low[max(0, figure.first - 6) : figure.first]
    return any(word.startswith(name) and word in text.tokens.known.money_cues for word in words)


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two numbers may be of one measure: of about one size, with the scale left out or told."""
    told = abs(spoken(other))
    if other.scale != 1.0 and figure.scale == 1.0 and figure.value < 1000:
        told /= other.scale
    return 0.1 <= figure.value / max(told, 1e-9) <= 10
