"""A bare number behind the things that it counts and a colon, as notes have it: "Hospitals: 63", "forms: 9 -> 2"."""

from __future__ import annotations

from starproof.extract.figures.lending.ahead import ARROWS
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural


def labelled(text: Text, index: int) -> Figure | None:
    """A count, for a whole number that a label of things leads to, and for what it became."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale != 1.0 or figure.value != int(figure.value) or figure.period:
        return None
    if _of_things(tokens, figure.first):
        return COUNT
    before = text.figures[index - 1] if index else None
    if before is None or before.kind != "count" or not _of_things(tokens, before.first):
        return None
    return COUNT if tokens.low[before.stop : figure.first] in ARROWS else None


def _of_things(tokens: Tokens, first: int) -> bool:
    known, thing = tokens.known, tokens.word(first - 2)
    if tokens.word(first - 1) != ":" or not plural(thing) or tokens.sort(first - 3) == WORD:
        return False
    measured = (known.money_cues, known.moneys, known.durations, known.stop, known.verbs, _MEASURES)
    return not any(thing in words for words in measured)


_MEASURES = frozenset("rates margins scores marks ratings shares levels temperatures averages percentages".split())
"""Before a colon, these count no things."""
