"""A bare number that the words before it make a length of time: "the door time's thirty", "minutes lost: 270"."""

from __future__ import annotations

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.telling import in_passing
from starproof.extract.figures.units.lengths import spells_time

_REACH = 8
"""Words between what is timed and its level."""
_TIMES = frozenset("time wait delay latency duration median".split())
_LINKS = frozenset(
    """is was are were at to over under above below past goes went go fell falls dropped rose down up still now has had
    been be hit reached stands stood come came it's about around roughly only just back by lost saved spent wasted :
    got""".split()
)


def timed(text: Text, index: int) -> Figure | None:
    """The last length of about this size, where a time is what the clause measures; the unit that a label names."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale != 1.0:
        return None
    at = figure.first - 1
    while tokens.word(at) in _LINKS and at > figure.first - _REACH:
        at -= 1
    if at == figure.first - 1 and not tokens.word(at).endswith(("'s", "’s")):
        return None
    if ":" in tokens.low[at + 1 : figure.first]:
        return _labelled(tokens, at)
    named = tokens.word(at).removesuffix("'s").removesuffix("’s") in _TIMES and _of_what(tokens, at - 1)
    if not named or figure.period or not ends_clause(tokens, figure.stop):
        return None
    lengths = [f for f in text.memory.measured if f.kind == "duration" and not in_passing(tokens, f)]
    return next((f for f in reversed(lengths) if 0.2 <= ratio(figure, f) <= 5), None)


def _labelled(tokens: Tokens, at: int) -> Figure | None:
    """ "- Minutes lost: down by 270 a day": the label of a note."""
    if not spells_time(tokens, at) or tokens.sort(at - 1) in (WORD, NUMBER):
        return None
    return Figure(0, 0, 0.0, "duration", "s", factor=tokens.known.durations[tokens.low[at]])


def _of_what(tokens: Tokens, at: int) -> bool:
    """Whether a thing is named that takes time: "door time", "the repair time", but not "the first time"."""
    word, known = tokens.word(at), tokens.known
    return tokens.sort(at) == WORD and word not in known.stop and word not in known.ordinals and word not in _WHEN


_WHEN = frozenset("last next same every each full real right long short".split())
