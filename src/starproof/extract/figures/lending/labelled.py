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


def relabelled(text: Text, index: int) -> Figure | None:
    """The figure behind "Before:" or "Old:" for the one behind "After:" or "New:": "Old: result in 110 s / New: 35"."""
    figure, tokens = text.figures[index], text.tokens
    if tokens.word(figure.first - 1) != ":" or tokens.word(figure.first - 2) not in _AFTERWARDS:
        return None
    for other in reversed(text.figures[max(0, index - _BACK) : index]):
        label = next((at for at in range(other.first - 1, max(other.first - 8, 0), -1) if tokens.low[at] == ":"), 0)
        if tokens.word(label - 1) in _BEFOREHAND and other.kind not in ("multiple", None):
            return other if other.kind != "count" else COUNT
    return None


_AFTERWARDS = frozenset("after new now then".split())
_BEFOREHAND = frozenset("before old was then".split())
_BACK = 3


def _of_things(tokens: Tokens, first: int) -> bool:
    known, thing = tokens.known, tokens.word(first - 2)
    if tokens.word(first - 1) != ":" or not plural(thing) or tokens.sort(first - 3) == WORD:
        return False
    measured = (known.money_cues, known.moneys, known.durations, known.stop, known.verbs, _MEASURES)
    return not any(thing in words for words in measured)


_MEASURES = frozenset("rates margins scores marks ratings shares levels temperatures averages percentages".split())
"""Before a colon, these count no things."""
