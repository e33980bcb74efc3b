"""A bare number beside a figure that lends it its unit by nothing but its place, size and turn of phrase."""

from __future__ import annotations

from starproof.extract.figures.lending.bargaining import times
from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.levels import describes, of_team
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import spoken
from starproof.extract.figures.numbers.figure import MONEY, Figure
from starproof.extract.figures.numbers.nouns import names_things, plural
from starproof.extract.figures.numbers.telling import in_passing

_NEAR = 8
"""Tokens between a figure and the bare number that goes on from it."""
_PERCENT = Figure(0, 0, 0.0, "percent", "%")


def beside(text: Text, index: int) -> Figure | None:
    """The sum or length right before in the sentence, where nothing else explains the number at a clause's end.

    "forty k Canadian, forty-five if there's a boss", "the calendar had 44 days where the plan held 31".
    """
    figure, before = text.figures[index], _before(text, index, near=_NEAR)
    if before is None or before.kind not in ("money", "duration") or not _bare(text, figure):
        return None
    if in_passing(text.tokens, before) or describes(text.tokens, before) or _of_others(text, figure, before):
        return None
    if of_team(text, figure) or "\n" in text.tokens.low[before.stop : figure.first]:
        return None
    return before if 0.2 <= times(figure, before) <= 5 else None


def _bare(text: Text, figure: Figure) -> bool:
    """Whether nothing is named behind a number: a clause ends there, or goes on with a preposition."""
    return ends_clause(text.tokens, figure.stop) or text.tokens.word(figure.stop) in _GOES_ON


_GOES_ON = frozenset("with at on for from by since after during until till".split())


def _of_others(text: Text, figure: Figure, before: Figure) -> bool:
    """ "five years with us, to run the next six", "105k a year for sixty", "three months to get it below fifteen"."""
    low = text.tokens.low
    led = low[figure.first - 1]
    things = plural(led) and names_things(text.tokens, figure.first - 1) and led not in text.tokens.known.moneys
    if (led in _OTHERS and figure.value < 1000) or (things and led not in text.tokens.known.durations):
        return True
    if figure.value == spoken(before) or not _EACH.isdisjoint(low[before.stop : figure.first]):
        return True
    given = before.kind == "duration" and text.tokens.word(before.first - 1) in ("me", "us")
    return given and "it" in low[before.stop : figure.first]


_EACH = frozenset("each every".split())
"""Between a price or a length and a number, these tell of things: "$4,000 a lens, and each line needs twelve"."""
_OTHERS = frozenset("next last first those these other another for".split())
"""Before a number at a clause's end, these tell of things, and of no length or sum."""


def _before(text: Text, index: int, *, near: int) -> Figure | None:
    """The figure before a bare number in its sentence, so many tokens away at the most."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or text.places[before.first] != text.places[figure.first]:
        return None
    return before if figure.first - before.stop <= near else None


def told_off(text: Text, index: int) -> Figure | None:
    """The last length of about this size, for what somebody was told: "18 weeks, and I told her 26"."""
    figure, tokens = text.figures[index], text.tokens
    at = figure.first - 1
    while at > figure.first - 4 and tokens.word(at) not in _TELLS:
        at -= 1
    named = tokens.low[at + 1 : figure.first]
    told = tokens.word(at) in _TELLS and (len(named) < 2 or named[0] in _WHOM)
    if not told or figure.scale != 1.0 or not ends_clause(tokens, figure.stop):
        return None
    for other in reversed(text.figures[max(0, index - 4) : index]):
        if other.kind == "duration" and figure.first - other.stop < 40 and not in_passing(tokens, other):
            return other if 0.3 <= times(figure, other) <= 3 else None
    return None


_TELLS = frozenset(["told"])
_WHOM = frozenset("the my our a his her".split())


def fee(text: Text, index: int) -> Figure | None:
    """A sum, for what is named right before: "the ticket is ₱480 and the terminal fee 30", "₱480 + fee 30"."""
    figure, tokens = text.figures[index], text.tokens
    led = tokens.word(figure.first - 1) in _FEES and tokens.word(figure.first - 2) not in ("a", "per", "each", "no")
    if tokens.word(figure.first - 2) == "+" and names_things(tokens, figure.first - 1):
        last = _before(text, index, near=2)
        added = last is not None and last.kind == "money" and last.scale == figure.scale == 1.0
        return MONEY if added else None
    plain = led and figure.scale == 1.0 and ends_clause(tokens, figure.stop)
    near = _before(text, index, near=2 * _NEAR) if plain else None
    return MONEY if near is not None and near.kind == "money" else None


_FEES = frozenset("fee fare toll price surcharge deposit premium licence license subscription".split())


def per_another(text: Text, index: int) -> Figure | None:
    """The price before, for that of another thing: "they fine ten thousand per trip and per passenger five hundred"."""
    tokens, figure = text.tokens, text.figures[index]
    before = _before(text, index, near=_NEAR)
    if before is None or before.kind != "money" or not ends_clause(tokens, figure.stop):
        return None
    lead = tokens.low[before.stop : figure.first]
    each = tokens.word(before.stop) in ("per", "a", "each") and "per" in lead[1:-1]
    return MONEY if each and names_things(tokens, figure.first - 1) else None


def pays(text: Text, index: int) -> Figure | None:
    """Money, for what is paid of a sum just told: "for a loan of fifty thousand reais he pays eleven hundred"."""
    figure, tokens = text.figures[index], text.tokens
    paid = tokens.word(figure.first - 1) in _PAYS and figure.value >= 50 and not figure.noun
    if not paid or not ends_clause(tokens, figure.stop):
        return None
    near = _before(text, index, near=2)
    return MONEY if near is not None and near.kind == "money" and figure.value < near.value else None


_PAYS = frozenset("pay pays paid charge charges".split())


def in_the_hundred(text: Text, index: int) -> Figure | None:
    """Per cent, for "out of every hundred orders six had the wrong size"."""
    figure, low = text.figures[index], text.tokens.low
    lead = low[max(0, figure.first - 5) : figure.first]
    if "every" not in lead or figure.scale != 1.0 or figure.value >= 100:
        return None
    whole = lead[lead.index("every") + 1 :][:1] in (["hundred"], ["100"])
    return _PERCENT if whole and "of" in lead[: lead.index("every")] else None


def factor_again(text: Text, index: int) -> Figure | None:
    """The factor just told, for a broken number: "a 1.5x weight. It should have been 1.15"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind != "multiple" or before.noun or figure.value % 1 == 0:
        return None
    near = figure.first - before.stop <= _NEAR and ends_clause(text.tokens, figure.stop)
    return before if near and 0.2 <= times(figure, before) <= 5 else None


def went_as_well(text: Text, index: int) -> Figure | None:
    """Per cent, for what moved too: "fuel went down 17 per cent, for diesel went up twenty the same year"."""
    figure, tokens = text.figures[index], text.tokens
    before = _before(text, index, near=2 * _NEAR)
    if before is None or before.unit != "%" or figure.scale != 1.0:
        return None
    moves = [tokens.low[at - 2 : at] for at in (before.first, figure.first)]
    alike = all(move[-1:] in (["up"], ["down"]) and move[0] in _WENT for move in moves)
    return _PERCENT if alike and 0.1 <= times(figure, before) <= 10 else None


_WENT = frozenset("went go goes gone was is are were came".split())


def share_again(text: Text, index: int) -> Figure | None:
    """Per cent, where a share is what the clause measures: "they bought 38 % of it ... the bots' share fell to 6"."""
    figure, tokens = text.figures[index], text.tokens
    at = figure.first - 1
    while at > figure.first - 6 and tokens.word(at) in _LEVELS:
        at -= 1
    named = tokens.word(at) in ("share", "percentage") and at < figure.first - 1
    if not named or figure.scale != 1.0 or figure.value > 100 or not ends_clause(tokens, figure.stop):
        return None
    return _PERCENT if any(f.unit == "%" for f in text.memory.measured) else None


_LEVELS = frozenset("to at from is was fell dropped went rose came down up about now has been under below".split())


def broken_level(text: Text, index: int) -> Figure | None:
    """Per cent, for a broken number that nothing else explains and a measure came to: "it went to 91.5"."""
    figure, tokens = text.figures[index], text.tokens
    broken = figure.value % 1 != 0 and 12 < figure.value < 100 and figure.scale == 1.0 and not figure.period
    led = tokens.word(figure.first - 1) in ("to", "from") and tokens.word(figure.first - 2) in _MOVED
    return _PERCENT if broken and led else None


_MOVED = frozenset("went fell rose came dropped grew climbed got down up moved jumped slipped".split())
