"""A bare number that follows from the figures just told: "from 80 to 55, so 25", "95 minutes, 50 of it ours"."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.lexing import WORD
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.numbers.telling import changes, in_passing

_NEAR = 14
"""Tokens between two levels and their difference."""
_SUMS_UP = frozenset("so that's thats which is it's by = drop cut gain fall rise".split())
_OFF = frozenset("off less more fewer down up better worse higher lower faster".split())


def difference(text: Text, index: int) -> Figure | None:
    """The unit of the two levels just told, where the number is what lies between them; points for percentages."""
    figure, tokens = text.figures[index], text.tokens
    if index < 2 or tokens.word(_lead(text, figure)) not in _SUMS_UP:
        return None
    ends = ends_clause(tokens, figure.stop) or tokens.word(figure.stop) in _OFF
    first, last = text.figures[index - 2 : index]
    if not ends or first.kind != last.kind or first.factor != last.factor or figure.first - last.stop > _NEAR:
        return None
    if last.kind not in ("duration", "money", "percent", "score", "size") or last.unit == "pp" or changes(tokens, last):
        return None
    apart = abs(spoken(first) - spoken(last)) / (last.scale if figure.scale == 1.0 else 1.0)
    if abs(apart - figure.value) > 0.01 * figure.value or figure.value == 0:
        return None
    return replace(last, unit="pp", first=last.first) if last.kind == "percent" else last


def _lead(text: Text, figure: Figure) -> int:
    """Where the word is that leads to a figure, over fillers and approximations."""
    known, at = text.tokens.known, figure.first - 1
    while text.tokens.word(at) in known.approx or text.tokens.word(at) in (",", "uh", "um", "er", "eh", "of", "what"):
        at -= 1
    return at


def part(text: Text, index: int) -> Figure | None:
    """The length or sum that the number is part of: "95 minutes, 50 of it because of me"; else a count."""
    figure, tokens = text.figures[index], text.tokens
    whole = _of_which(text, index) or _out_of(text, index) or _of_price(text, index)
    if whole is not None:
        return whole
    if tokens.low[figure.stop : figure.stop + 2] not in (["of", "it"], ["of", "that"]) or _opens_noun(text, figure):
        return None
    before = text.figures[index - 1] if index else None
    near = before is not None and figure.first - before.stop < _NEAR and before.kind in ("duration", "money", "percent")
    if before is None or not near or in_passing(tokens, before) or changes(tokens, before):
        return COUNT
    told = ratio(figure, before) * (before.scale if figure.scale == 1.0 else 1.0)
    told /= 1000 if told >= 20 and before.kind == "money" and before.scale == 1e6 else 1  # "180 of it", in thousands
    return before if 0.01 < told < 1 else COUNT


def _out_of(text: Text, index: int) -> Figure | None:
    """The length that is part of the number: "each of them idled 3.5 hours out of 24"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind != "duration" or figure.scale != 1.0:
        return None
    gap = text.tokens.low[before.stop : figure.first]
    told = gap in (["out", "of"], ["out", "of", "the"]) and not names_things(text.tokens, figure.stop)
    return before if told and spoken(before) < figure.value else None


def _of_price(text: Text, index: int) -> Figure | None:
    """The price that the number is part of: "costs 25 shillings a payment ... the driver pays ten of the 25"."""
    figure, after = text.figures[index], text.figures[index + 1] if index + 1 < len(text.figures) else None
    if after is None or text.tokens.low[figure.stop : after.first] != ["of", "the"] or after.kind is not None:
        return None
    told = text.memory.told.get(after.value)
    paid = text.tokens.word(figure.first - 1) in _PAYS and figure.value < after.value
    return replace(told, period="") if paid and told is not None and told.kind == "money" else None


_PAYS = frozenset("pay pays paid paying gives gave bears".split())


def _of_which(text: Text, index: int) -> Figure | None:
    """The sum that the number is part of: "R$ 31 million, of which four went to licences"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or text.tokens.low[before.stop : figure.first] not in (["of", "which"], [",", "of", "which"]):
        return None
    part = before.kind == "money" and figure.scale == 1.0 and figure.value * before.scale < before.value
    return before if part and before.scale != 1.0 else None


def _opens_noun(text: Text, figure: Figure) -> bool:
    """Whether "that" opens a phrase: "five of that sort"."""
    after = text.tokens.word(figure.stop + 2)
    plain = text.tokens.word(figure.stop + 1) == "that" and text.tokens.sort(figure.stop + 2) == WORD
    return plain and after not in text.tokens.known.stop
