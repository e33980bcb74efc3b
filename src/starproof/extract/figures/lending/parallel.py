"""A bare number told in the same words as the figure before: "Ghent in 21 days, Lille in 42", "legal 9, tax 14"."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio
from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import NUMBER, WORD, Tokens
from starproof.extract.figures.numbers.nouns import plural
from starproof.extract.figures.numbers.telling import in_passing

_NEAR = 10
"""Tokens over which one clause repeats the form of another."""
_ARE = frozenset("were was are is had said came went".split())
_PREPOSITIONS = frozenset("in at on with after for by".split())
_PLACES = ("in", "on", "at")
"""Behind a number, these tell where it was measured: "150 ms on a bench and 410 in production"."""
_MEASURED = ("duration", "percent", "money", "size", "score")
_DETERMINERS = frozenset("the a an our my their his her".split())


def parallel(text: Text, index: int) -> Figure | None:
    """The figure before in the same sentence, where the words around both have one form."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is None or before.kind not in _MEASURED or before.unit == "pp" or before.noun:
        return None
    gap = figure.first - before.stop
    if not 1 <= gap <= _NEAR or text.places[before.first] != text.places[figure.first] or figure.scale != 1.0:
        return None
    if not 0.15 <= ratio(figure, before) <= 7 or _apart(tokens, before.stop, figure.first):
        return None
    alike = _led(tokens, figure, before) or _followed(tokens, figure, before) or _where(tokens, figure, before)
    return before if alike or _elided(text, index) else None


def won_back(text: Text, index: int) -> Figure | None:
    """The points or the sum just lost, for "we lost 0.7 points of the market and won back 0.4"."""
    figure, tokens = text.figures[index], text.tokens
    lost = text.figures[max(0, index - 2) : index]
    told = tokens.word(figure.first - 1) == "back" and tokens.word(figure.first - 2) in _WON
    if not told or not ends_clause(tokens, figure.stop):
        return None
    near = (f for f in reversed(lost) if f.unit == "pp" or f.kind == "money")
    fits = (f for f in near if ratio(figure, f) * (f.scale if figure.scale == 1.0 else 1.0) <= 2)
    return next((replace(f, first=figure.first - 2, stop=figure.first - 1) for f in fits), None)


_WON = frozenset("won win clawed got gained took gave".split())


def as_long(text: Text, index: int) -> Figure | None:
    """The length just told, for "I sailed for five days. I was sick for four.", "six weeks, and stopped after two"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    so_many = _so_many(text, index)
    if so_many is not None:
        return so_many
    led = tokens.word(figure.first - 1) in ("for", "after") and tokens.word(figure.first - 2) not in _ASKED
    if before is None or before.kind != "duration" or not led or not ends_clause(tokens, figure.stop):
        return None
    once = not {"had", "used", "once"}.isdisjoint(tokens.low[max(0, figure.first - 6) : figure.first])
    once = once or (tokens.word(figure.first - 2) in _STAYED and tokens.word(figure.first - 1) == "for")
    near = figure.first - before.stop <= 14 and (once or tokens.word(before.first - 1) in _FOR)
    most = 8 if once else 0.99
    return before if near and figure.scale == 1.0 and 0.1 <= ratio(figure, before) <= most else None


def _so_many(text: Text, index: int) -> Figure | None:
    """So many of the time by which a sum recurs: "it is worth €6 million a year, for five"."""
    figure, tokens = text.figures[index], text.tokens
    before = text.figures[index - 1] if index else None
    if before is None or before.kind != "money" or before.period not in ("week", "month", "year"):
        return None
    gap = tokens.low[before.stop : figure.first]
    told = gap in (["for"], [",", "for"]) and tokens.sort(figure.stop) != WORD and 1 < figure.value <= 30
    fits = told and figure.scale == 1.0 and before.value > 100 * figure.value
    return Figure(0, 0, 0.0, "duration", "s", factor=tokens.known.durations[before.period]) if fits else None


_STAYED = frozenset("sat stood lay waited stayed lasted ran slept queued".split())
_FOR = ("for", "took", "lasted", "of")


_ASKED = frozenset("asked ask asks asking paid pay pays room time seats place places".split())


def _apart(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether a thing in the plural stands between, which the number may count."""
    known = tokens.known
    words = tokens.low[first:stop]
    return any(plural(word) and word not in known.stop and word not in known.verbs for word in words[-2:])


def _led(tokens: Tokens, figure: Figure, before: Figure) -> bool:
    """ "Ghent settled in 21 days, Lille in 42": the same preposition before both, and a comma or "and" between."""
    word = tokens.word(figure.first - 1)
    joined = not {",", "and", "but", ";"}.isdisjoint(tokens.low[before.stop : figure.first])
    same = word in _PREPOSITIONS and tokens.word(before.first - 1) == word
    return same and joined and ends_clause(tokens, figure.stop)


def _followed(tokens: Tokens, figure: Figure, before: Figure) -> bool:
    """ "150 seconds at a desk and 140 at a machine": the same preposition after both."""
    word = tokens.word(before.stop)
    then = tokens.word(figure.stop + 1)
    if before.kind == "percent" and word in _ARE and tokens.word(figure.stop) == word:
        return tokens.word(figure.first - 1) in ("and", ",", "but", "other") and figure.value + before.value <= 100
    same = tokens.word(figure.stop) == word or (before.kind == "duration" and tokens.word(figure.stop) in _PLACES)
    same = same and word in _PREPOSITIONS and tokens.sort(figure.stop + 1) != NUMBER
    return same and then not in tokens.known.number_words and tokens.word(figure.first - 1) in ("and", ",", "but")


def _where(tokens: Tokens, figure: Figure, before: Figure) -> bool:
    """ "patients wait 11 weeks for a scan, 17 if it is a knee": the same under another condition."""
    told = tokens.word(figure.first - 1) == "," and tokens.word(figure.stop) in ("if", "when")
    return told and before.kind in ("duration", "percent", "score")


def _elided(text: Text, index: int) -> bool:
    """ "legal had 9 days of it, tax 14, the client 11": a name and its number, the verb left out."""
    figure, tokens, known = text.figures[index], text.tokens, text.tokens.known
    before, at = text.figures[index - 1], figure.first - 1
    if in_passing(tokens, before) or not ends_clause(tokens, figure.stop):
        return False
    while tokens.sort(at) == WORD and tokens.word(at) not in known.stop and figure.first - at <= 3:
        at -= 1
    named = at < figure.first - 1 and tokens.word(figure.first - 1) not in known.verbs
    at -= tokens.word(at) in _DETERMINERS
    at -= tokens.word(at) in ("on", "by") and before.kind == "duration"
    return named and tokens.word(at) in (",", "and") and _subject(tokens, before.first)


def _subject(tokens: Tokens, first: int) -> bool:
    """Whether the figure at ``first`` has a name and at most a verb before it: "legal had", ", tax"."""
    known, at = tokens.known, first - 1
    at -= tokens.word(at) in _WHOM and tokens.word(at - 1) in _HAS
    if tokens.word(at + 1) in _WHOM:
        return True
    at -= tokens.word(at) in _HAS
    return tokens.sort(at) == WORD and tokens.word(at) not in known.stop


_WHOM = frozenset("him her us me them".split())
_HAS = frozenset("had has took takes needed needs was is got gets waited cost costs at".split())
