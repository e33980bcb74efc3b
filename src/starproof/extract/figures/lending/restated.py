"""A bare number that tells a length anew or a part of it: "it allowed eight minutes, I made it ten", "of which six"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import Figure

_ALIKE = 20
"""How many times a length what it was made may be, or that of it."""
_OF_WHICH = (["of", "which"], [",", "of", "which"], ["of", "those"], [",", "of", "those"])


def made_it(text: Text, index: int) -> Figure | None:
    """The length told last, for what it was made: "it waited 90 seconds after each call. We made it 10."."""
    figure, tokens = text.figures[index], text.tokens
    led = tokens.low[figure.first - 2 : figure.first] == ["made", "it"]
    if not led or figure.scale != 1.0 or not ends_clause(tokens, figure.stop):
        return None
    before = next((other for other in reversed(text.figures[:index]) if other.kind), None)
    if before is None or before.kind not in ("duration", "percent") or before.noun:
        return None
    return before if 1 / _ALIKE <= ratio(figure, before) <= _ALIKE else None


def of_which(text: Text, index: int) -> Figure | None:
    """The length or the sum right before, for a part of it: "it took eight days, of which six went into talking"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind not in ("duration", "money") or figure.scale != 1.0:
        return None
    parted = text.tokens.low[before.stop : figure.first] in _OF_WHICH
    return before if parted and figure.value < spoken(before) / before.scale else None
