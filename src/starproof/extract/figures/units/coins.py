"""Small change: coins and their hundredths ("a pound sixty"), and short words that are money or something else."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things, plural_ahead
from starproof.extract.figures.numbers.numerals import numeral, rounded

OPEN = "?"
"""Ends a currency that its word leaves open: ``USD?`` of "dollars" may be any dollar."""
SHORT = frozenset("p r lei won real bob rs rp zl crown pound kr".split())
"""Words of currencies that mean other things too."""
SPOKEN_CODES = frozenset("usd eur gbp cad aud sgd brl inr jpy chf mxn sek dkk pln zar kes idr nok nzd czk aed".split())
"""Codes of currencies that are told in lower case as well."""


def is_coin(tokens: Tokens, figure: Figure, at: int, word: str) -> bool:
    """Whether a short or ambiguous word after a number is a currency."""
    if word == "p":
        return tokens.glued(at - 1)
    if word.startswith("pound") and _weighs(tokens, figure, at):
        return False
    if word in ("won", "real", "pound", "crown"):
        if tokens.word(at + 1) in _PAID:
            return True
        return figure.scale != 1.0 or figure.value >= 100 or (word == "pound" and _odd_cents(tokens, at + 1))
    return word != "r"


def _odd_cents(tokens: Tokens, at: int) -> bool:
    """Whether the hundredths of a price follow: "one pound ten", "a dollar fifty"."""
    rest = numeral(tokens, at) if tokens.sort(at) == WORD else None
    return rest is not None and 5 <= rest.value < 100 and not rest.scaled and not _unit_of(tokens, rest.stop)


def _unit_of(tokens: Tokens, at: int) -> bool:
    word, known = tokens.word(at), tokens.known
    return word in known.durations or word in ("percent", "%") or plural_ahead(tokens, at) == at


def currency(tokens: Tokens, at: int) -> str:
    """The currency that the word at ``at`` names, left open where other ones go by it."""
    word, known = tokens.word(at), tokens.known
    return known.moneys[word] + OPEN * (word in known.open_words)


def a_coin(tokens: Tokens, at: int) -> Figure | None:
    """ "a pound sixty", "a euro ten": one of the currency and its hundredths."""
    if tokens.word(at + 1) not in tokens.known.moneys or not _odd_cents(tokens, at + 2):
        return None
    figure = Figure(at, at + 2, 1.0)
    figure.become("money", currency(tokens, at + 1), at + 2)
    cents_too(tokens, figure)
    return figure


def cents_too(tokens: Tokens, figure: Figure) -> None:
    """Add the hundredths of "one euro ninety" and "five dollars and fifty cents"."""
    at = figure.stop + (tokens.word(figure.stop) == "and")
    if tokens.word(figure.stop - 1) in ("bucks", "quid"):  # "fifteen bucks, twelve for kids"
        return
    if figure.scale != 1.0 or figure.value >= 1000 or tokens.sort(at) not in (WORD, NUMBER):
        return
    rest = numeral(tokens, at)
    if rest is None or rest.scaled or not 0 < rest.value < 100 or rest.value != int(rest.value):
        return
    told = tokens.word(rest.stop) in tokens.known.cents
    if told or (at == figure.stop and rest.value >= 10 and not names_things(tokens, rest.stop)):
        figure.value, figure.stop = rounded(figure.value + rest.value / 100), rest.stop + told


def _weighs(tokens: Tokens, figure: Figure, at: int) -> bool:
    """Whether pounds are a weight: "weighing 210 pounds", "40 pounds of cocaine", "a 10-pound baby"."""
    after = tokens.word(at + 1)
    if figure.scale != 1.0 or after in _PAID:
        return False
    if after in ("feet", "foot"):
        return True
    heavy = at > figure.stop and names_things(tokens, at + 1)
    if heavy or (after == "of" and tokens.word(at + 2) not in tokens.known.money_cues):
        return True
    return not _WEIGHING.isdisjoint(tokens.low[max(0, figure.first - 6) : figure.first])


_PAID = frozenset(
    "note notes coin coins bill fine ticket tickets fee prize bid offer deal penalty charge voucher".split()
)
_WEIGHING = frozenset("weigh weighs weighed weighing weight".split())
