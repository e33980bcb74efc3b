"""What candidates read of the words around their own figure, but for those in its own fields."""

from __future__ import annotations

from typing import NamedTuple

from starproof.core.keeping import Shelf
from starproof.extract.sums.directions import FAST, direction
from starproof.extract.sums.figures import Figure
from starproof.extract.sums.presented import presented
from starproof.extract.sums.rates import by_rate, times_twelve
from starproof.extract.sums.said import said_around
from starproof.extract.sums.scene import Scene

_GOALS = frozenset(
    "goal goal's target target's limit ask asked promise promised plan planned budget quota forecast wish wished "
    "deadline threshold ceiling sla wanted aim committed brief mark bar".split(" ")
)
_BESIDE = frozenset(
    "over under above below ahead short inside within better worse beyond past off missed miss beat beaten exceeded "
    "undershot overshot early late less more fewer".split(" ")
)
_ENDS, _STOPS = frozenset(", . ; : ¶ ! ? and but so which".split(" ")), frozenset(". ¶ ! ? ;".split(" "))
_BEHIND, _STEM, _LONG = 8, 5, 4
_ANY = frozenset("them that this these those what which everything total whole half year month week".split(" "))
_OR = frozenset(
    ", ( or = that is i.e about roughly nearly almost some just over → -> - – — in the quarter month week".split(" ")
)
_SAME = frozenset("or ( = i.e → ->".split(" "))
_BY_FACTOR = frozenset("divided multiplied".split(" "))
_BY_THE_PIECE = (("a",), ("an",), ("per",), ("each",), ("every",))


class Asked(NamedTuple):
    """What the words around a figure ask of the sums that it may state."""

    way: int
    """Which way something went; see ``direction``."""
    twelve: bool
    """Whether they say that a number is by the year."""
    each: bool
    rate: bool
    """Whether they say that a rate is carried on over a year."""
    factor: bool
    """Whether they make a number a factor: "it was divided by three"."""
    margin: bool
    """Whether they tell it as a margin."""
    goal: bool
    """Whether they name a goal that it is a margin from: "80 below the target"."""
    fast: bool
    """Whether they say that something is faster, which no amount is."""
    goes_on: bool
    """Whether no sentence ends between it and the figure before."""
    again: bool
    """Whether it is told as the same as the figure before: "$37,500 a quarter, or"."""
    whole: tuple[str, ...]
    """Beginnings of the words that name what it is a share of: "5 % of all accounts"."""
    pieces: tuple[str, ...]
    """Beginnings of the words behind it that say by what it is told: "400 calls a seat"."""


_ASKED: Shelf[Asked] = Shelf()


def asked(scene: Scene, figure: Figure) -> Asked:
    """All that candidates read of the words around their figure."""
    key = (figure.wording, scene.story.text[max(0, figure.start - 1) : figure.start + 1])
    return _ASKED.get(key) or _ASKED.put(key, _read(scene, figure))


def _read(scene: Scene, figure: Figure) -> Asked:
    pieces = said_around(figure).per if figure.after[:1] in _BY_THE_PIECE else ()
    margin, factor = presented(figure) == "margin", by_factor(figure)
    each = "each" in figure.after[:3]
    return Asked(
        direction(scene, figure),
        times_twelve(figure),
        each,
        by_rate(figure),
        factor,
        margin,
        margin_of_goal(figure),
        not FAST.isdisjoint(figure.after[:2]),
        _STOPS.isdisjoint(figure.before),
        bool(figure.before) and _OR.issuperset(figure.before) and not _SAME.isdisjoint(figure.before),
        whole_named(figure),
        pieces,
    )


def margin_of_goal(figure: Figure) -> bool:
    """Whether a goal is named next to a margin, in the clause of the figure."""
    stop = next((at for at, word in enumerate(figure.after[:_BEHIND]) if word in _ENDS), _BEHIND)
    start = max([at for at, word in enumerate(figure.before) if word in _ENDS], default=-1) + 1
    behind, before = figure.after[:stop], figure.before[start:]
    if not _GOALS.isdisjoint(behind):
        return not _BESIDE.isdisjoint(behind[:3])
    return before[-1:] == ("by",) and not _GOALS.isdisjoint(before[-_BEHIND:]) and not _BESIDE.isdisjoint(before)


def whole_named(figure: Figure) -> tuple[str, ...]:
    """Beginnings of the words behind "of" that may be the noun of the whole."""
    if figure.after[:1] != ("of",):
        return ()
    return tuple([word.rstrip("s")[:_STEM] for word in figure.after[1:4] if len(word) >= _LONG and word not in _ANY])


def by_factor(figure: Figure) -> bool:
    """Whether something is divided or multiplied by a figure."""
    return figure.before[-1:] == ("by",) and not _BY_FACTOR.isdisjoint(figure.before[-3:])
