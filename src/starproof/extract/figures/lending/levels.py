"""A measure that is told again: "it had fallen to 1.1", "we are at 82 now", "the limit was 3"."""

from __future__ import annotations

from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.figures.numbers.telling import LANDED, STANDS, in_passing, tells_level
from starproof.extract.text.changing import CHANGES

_FAR = 60
"""Tokens over which a measure is told again without its unit."""


def level(text: Text, index: int) -> Figure | None:
    """The last figure of about the same size, where the words tell a level; lengths are passed over."""
    figure, tokens = text.figures[index], text.tokens
    if figure.scale != 1.0 or not (tells_level(tokens, figure) or _told(tokens, figure)):
        return None
    if of_people(text, figure):
        return None
    if tokens.word(figure.first - 1) in ("at", "on") and tokens.word(figure.first - 2) in LANDED:
        return _arrived(text, figure)
    for other in reversed(text.figures[max(0, index - 8) : index]):
        if figure.first - other.stop > _FAR:
            return None
        share = other.kind == "percent" and other.noun
        if _length_again(text, figure, other) and not describes(tokens, other):
            return other
        if other.kind in ("multiple", "duration", None) or other.unit == "pp" or share or change_of(tokens, other):
            continue
        if not _alike(figure, other):
            continue
        apart = text.places[figure.first] - text.places[other.stop - 1]
        far = apart > 1 or (apart > 0 and figure.first - other.stop > 8)
        return None if other.kind == "count" or (other.kind == "money" and _no_sum(text, figure, far=far)) else other
    return None


def _no_sum(text: Text, figure: Figure, *, far: bool) -> bool:
    """Whether a level is none of a sum told before: far from it and of no bill, counted already, or of things."""
    if of_things(text.tokens, figure):
        return True
    billed = not _BILLS.isdisjoint(text.tokens.low[max(0, figure.first - 4) : figure.first])
    return (far and not billed) or figure.value in text.memory.counted


def of_things(tokens: Tokens, figure: Figure) -> bool:
    """ "complaints are flat at 40/mo": the level of things that are counted, named before the words of the level."""
    at = figure.first - 1
    while at > figure.first - _LEVEL_WORDS and tokens.word(at) in _STILL:
        at -= 1
    return at < figure.first - 1 and tokens.word(at) in tokens.known.things


_STILL = STANDS | frozenset("at flat stable steady still now down up to stayed stay remained remain".split())
_LEVEL_WORDS = 5


def aimed(text: Text, index: int) -> Figure | None:
    """The last measure of about its size, over the people told since, for "and a target of ten"."""
    figure, tokens = text.figures[index], text.tokens
    told = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in ("target", "goal")
    if not told or figure.period or figure.scale != 1.0 or tokens.sort(figure.stop) == WORD:
        return None
    for other in reversed(text.figures[max(0, index - 6) : index]):
        if in_passing(tokens, other) or (other.kind == "count" and other.unit.rpartition(" ")[2] in STAFF):
            continue
        near = figure.first - other.stop <= _FAR and 0.2 <= ratio(figure, other) <= 3
        return other if near and other.kind in ("percent", "score", "duration") and other.unit != "pp" else None
    return None


STAFF = frozenset("team squad person engineer developer group".split())


def change_of(tokens: Tokens, figure: Figure) -> bool:
    """ "a fall of 65 %": whether a percentage tells a change by name, which no level goes on from."""
    named = tokens.word(figure.first - 1) == "of" and tokens.word(figure.first - 2) in CHANGES
    return named and figure.kind == "percent"


def _arrived(text: Text, figure: Figure) -> Figure | None:
    """ "we landed at three hundred and sixty": the last measure of about this size."""
    near = [f for f in text.memory.measured if f.unit != "pp" and not in_passing(text.tokens, f)]
    return next((f for f in reversed(near) if 0.2 <= figure.value * f.factor / max(abs(f.value), 1e-12) <= 3), None)


_BILLS = frozenset("bill bills cost costs invoice invoices".split())


def _length_again(text: Text, figure: Figure, other: Figure) -> bool:
    """ "It took fourteen weeks, and it's nine now." """
    tokens = text.tokens
    if other.kind != "duration" or figure.period or figure.value < 1 or in_passing(tokens, other):
        return False
    if tokens.word(figure.first - 1) in ("were", "are") or finer(figure, other):
        return False
    return 0.12 <= ratio(figure, other) <= 2.5 and figure.first - other.stop < 20


def describes(tokens: Tokens, length: Figure) -> bool:
    """Whether a length tells which things were counted: "54 stops of more than ten minutes"."""
    at = length.first - 1 - 2 * (tokens.low[length.first - 2 : length.first] in (["more", "than"], ["less", "than"]))
    return tokens.word(at) == "of" and plural(tokens.word(at - 1))


def finer(figure: Figure, other: Figure) -> bool:
    """Whether a broken number would go on from whole days or more, which are seldom told so."""
    return figure.value % 0.5 != 0 and spoken(other) % 1 == 0 and other.factor > 3600


def of_team(text: Text, figure: Figure) -> bool:
    """ "and my team was just nine" """
    at = figure.first - 1 - (text.tokens.word(figure.first - 1) in ("just", "only", "about"))
    return text.tokens.word(at) in ("was", "is", "were", "of") and text.tokens.word(at - 1) in _TEAMS


_TEAMS = frozenset("team squad crew group".split())


def of_people(text: Text, figure: Figure) -> bool:
    """ "the team is still eight", "the number of technicians was fixed at 64": no length and no rate."""
    low, at = text.tokens.low, figure.first
    while at > max(0, figure.first - 7) and text.places[at - 1] == text.places[figure.first]:
        at -= 1
    words = low[at : figure.first]
    return of_team(text, figure) or (not _PEOPLE.isdisjoint(words) and _SHARES.isdisjoint(words))


_SHARES = frozenset(
    "percent % share rate part proportion score engagement satisfaction took takes needs needed".split()
)
_PEOPLE = frozenset("team teams crew people headcount staff squad group engineers number".split())


def _told(tokens: Tokens, figure: Figure) -> bool:
    at = figure.first - 1
    if tokens.word(at) in ("maybe", "perhaps") and tokens.word(at - 1) == ",":
        return True
    while tokens.word(at) in tokens.known.fillers or tokens.word(at) in ("under", "over", "below", "above", "at"):
        at -= 1
    return tokens.word(at) in STANDS and tokens.word(at - 1) not in ("we", "they", "there", "us", "you")


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether two numbers as spoken are near enough to be of one measure."""
    told = spoken(other) / (other.scale if figure.value < 1000 else 1.0)
    if other.kind == "count" and figure.value != int(figure.value):
        return False
    return 1 / 8 <= figure.value / max(told, 1e-9) <= 4 or 1 / 8 <= figure.value / max(told * 1000, 1e-9) <= 1


def out_of_all_scale(figure: Figure, price: Figure) -> bool:
    """ "a wheel loses €18, and that happened to 3,600 a year": far more than a price, and told by another time."""
    often = price.kind == "money" and figure.period and figure.period != price.period
    return bool(often) and price.scale == figure.scale == 1.0 and ratio(figure, price) > _ALL_SCALE


_ALL_SCALE = 100
