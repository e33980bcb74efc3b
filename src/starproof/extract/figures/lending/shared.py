"""A bare number that is what another leaves: the rest of a hundred, millions again, a percentage above ninety-nine."""

from __future__ import annotations

from dataclasses import replace

from starproof.extract.figures.lending.leading import ends_clause
from starproof.extract.figures.lending.memory import Text
from starproof.extract.figures.lending.taking import ratio, spoken
from starproof.extract.figures.numbers.figure import COUNT, Figure
from starproof.extract.figures.numbers.numerals import rounded
from starproof.extract.figures.numbers.telling import in_passing

_NEAR = 14
"""Tokens over which a number is the rest of a share, or of millions that were counted."""
_PERCENT = Figure(0, 0, 0.0, "percent", "%")


def _just_told(text: Text, index: int, kind: str, *, near: int) -> Figure | None:
    """The figure before a number that names no scale of its own: of this kind, and so many tokens away at the most."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.kind != kind or figure.scale != 1.0:
        return None
    return before if figure.first - before.stop <= near else None


def rest_of_share(text: Text, index: int) -> Figure | None:
    """Per cent, for the rest of a share just told: "71% had moved. The 29 who hadn't were older"."""
    figure, before = text.figures[index], text.figures[index - 1] if index else None
    if before is None or before.unit != "%" or figure.first - before.stop > _NEAR or figure.scale != 1.0:
        return None
    led = text.tokens.word(figure.first - 1) in ("the", "other", "remaining", "last")
    return _PERCENT if led and rounded(figure.value + before.value) == 100 and not before.noun else None


def share_in_number(text: Text, index: int) -> Figure | None:
    """A count, for what a share of things comes to: "1,900 crates a day, four percent, that's 76"."""
    figure, tokens = text.figures[index], text.tokens
    if index < 2 or tokens.word(figure.first - 1) not in _COMES_TO:
        return None
    things, share = text.figures[index - 2 : index]
    near = share.unit == "%" and not share.noun and figure.first - share.stop <= _NEAR
    if not near or things.kind != "count" or share.first - things.stop > _NEAR or share.high is not None:
        return None
    return COUNT if abs(things.value * share.value / 100 - figure.value) <= 1 / 2 else None


_COMES_TO = frozenset("that's thats is so = makes means about was which's it's".split())


def almost_all(text: Text, index: int) -> Figure | None:
    """Per cent, for a broken number above 99 that a goal or a level is: "the goal was ninety nine point nine five"."""
    figure, low = text.figures[index], text.tokens.low
    if figure.scale != 1.0 or not 99 < figure.value < 100 or figure.period or figure.noun:
        return None
    return None if _PRICES.intersection(low[max(0, figure.first - 9) : figure.first]) else _PERCENT


_PRICES = frozenset("price priced prices cost costs charge charged ticket for paid pay degrees kilos".split())


def millions_again(text: Text, index: int) -> Figure | None:
    """Millions of the things just counted: "we wanted two million viewers and got one point six"."""
    figure, before = text.figures[index], _just_told(text, index, "count", near=_NEAR)
    if before is None or not before.noun or before.scale < 1e6:
        return None
    broken = figure.value % 1 != 0 and not figure.period
    alike = 0.2 <= figure.value * before.scale / before.value <= 5
    led = text.tokens.word(figure.first - 1) in _REACHED
    return replace(before, first=0, stop=0) if broken and alike and led else None


_REACHED = frozenset("got had reached made was is at to only about hit say now".split())


def aged(text: Text, index: int) -> Figure | None:
    """A count, for how old somebody is: "it took her ten minutes. She was 22"."""
    figure, tokens = text.figures[index], text.tokens
    told = tokens.word(figure.first - 1) in ("was", "is", "turned") and tokens.word(figure.first - 2) in ("she", "he")
    told = told or tokens.word(figure.first - 1) in ("she's", "he's", "she’s", "he’s")
    return COUNT if told and 16 <= figure.value < 100 and ends_clause(tokens, figure.stop) else None


def missing(text: Text, index: int) -> Figure | None:
    """What lies between the two sums just told: "we'd budgeted 500k, came in at four eighty, and where's my twenty"."""
    figure, tokens = text.figures[index], text.tokens
    if (
        index < 2
        or tokens.word(figure.first - 1) not in ("my", "our", "the")
        or figure.scale != 1.0
        or figure.value < 2
    ):
        return None
    first, last = text.figures[index - 2 : index]
    if first.kind != "money" or last.kind != "money" or last.scale == 1.0 or first.scale != last.scale:
        return None
    apart = rounded(abs(spoken(first) - spoken(last)) / last.scale)
    return replace(last, period="") if apart == figure.value and ends_clause(tokens, figure.stop) else None


def late(text: Text, index: int) -> Figure | None:
    """The length right before, for how late that was: "it came after 34 months, four late"."""
    figure, before = text.figures[index], _just_told(text, index, "duration", near=3)
    told = text.tokens.word(figure.stop) in ("late", "early", "overdue") and ends_clause(text.tokens, figure.stop + 1)
    return before if before is not None and told and figure.value < spoken(before) else None


def first_of_them(text: Text, index: int) -> Figure | None:
    """The length just told, for a part of it: "he gave me six weeks. In the first two the stop came too early"."""
    figure, before = text.figures[index], _just_told(text, index, "duration", near=5)
    led = text.tokens.low[figure.first - 3 : figure.first] in (["in", "the", "first"], ["in", "the", "last"])
    return before if before is not None and led and 1 < figure.value < spoken(before) else None


def cut_to(text: Text, index: int) -> Figure | None:
    """A count, for "it needed seven screens. We cut it to two", and for "misses since then, two, both small"."""
    figure, tokens, before = text.figures[index], text.tokens, _just_told(text, index, "count", near=6)
    if figure.scale != 1.0 or figure.value != int(figure.value):
        return None
    if tokens.word(figure.first - 1) == tokens.word(figure.stop) == ",":
        return COUNT if tokens.word(figure.stop + 1) in ("both", "all", "none", "neither") else None
    led = tokens.low[figure.first - 2 : figure.first] == ["it", "to"] and tokens.word(figure.first - 3) in _CUT
    if before is None or not led or not before.noun:
        return None
    return replace(COUNT, unit=before.unit) if figure.value < before.value else None


def as_it_was(text: Text, index: int) -> Figure | None:
    """The length just told, for "they'd pay back in a year and a half, I argued; it was two"."""
    figure, before = text.figures[index], _just_told(text, index, "duration", near=7)
    if before is None:
        return None
    told = text.tokens.low[figure.first - 2 : figure.first] in (["it", "was"], ["it", "took"])
    parted = not {";", "."}.isdisjoint(text.tokens.low[before.stop : figure.first])
    meant = parted and text.tokens.word(before.first - 1) == "in"
    told = told and (meant or not in_passing(text.tokens, before))
    return before if told and 0.3 <= ratio(figure, before) <= 3 and ends_clause(text.tokens, figure.stop) else None


_CUT = frozenset("cut got brought took reduced get bring cutting".split())
