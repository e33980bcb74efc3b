"""The word "half" alone: a share, a factor, or nothing that is measured."""

from __future__ import annotations

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import WORD, Tokens
from starproof.extract.figures.numbers.nouns import names_things
from starproof.extract.figures.units.lengths import counted, length
from starproof.extract.figures.units.measures import part_of_measure
from starproof.extract.figures.units.money import money_after
from starproof.extract.figures.units.proportions import share_of
from starproof.extract.text.changing import CHANGES


def half(tokens: Tokens, at: int) -> Figure | None:
    """ "half a percent", "half an hour", "half of second", "half-year", "half a cent", "half the team" as 50 %."""
    known, after = tokens.known, tokens.word(at + 1)
    if tokens.original(at) == "Half" and tokens.original(at + 1).istitle() and tokens.sort(at - 1) == WORD:
        return None  # "we closed Half Dome"
    here = at + 1 + (after in ("a", "an"))
    here = tokens.over_dash(here)
    unit = tokens.word(here)
    if unit in ("percent", "percentage", "per", "%", "point") and here > at + (unit == "point"):
        figure = Figure(at, here + 1 + (unit == "per"), 0.5, "percent", "pp" if unit == "point" else "%")
        if tokens.word(figure.stop) in ("point", "points"):
            figure.unit, figure.stop = "pp", figure.stop + 1
        return figure
    if after == "of":
        here = at + 2 + (tokens.word(at + 2) in ("a", "an"))
        ends = tokens.sort(here + 1) != WORD or tokens.word(here + 1) in known.stop
        unit = tokens.word(here) if ends else ""
    if unit in known.durations and not unit.endswith("s"):
        rate = tokens.word(at - 1) in ("every", "each", "per") and counted(tokens, at - 2)
        return None if rate else length(tokens, at, here, 0.5)  # "Rs 67.2 lakh every half year"
    told = part_of_measure(tokens, at, here, 0.5)
    if told is not None:
        return told
    if after == "a" and (unit in known.cents or unit in known.moneys):
        figure = Figure(at, at + 2, 0.5)
        return figure if money_after(tokens, figure) else None
    if tokens.word(here) in known.number_words or after in ("past", "edge") or (here != at + 1 and unit == after):
        return None
    if after in ("a", "an") and names_things(tokens, at + 2):
        return _half_of_one(tokens, at)
    return _half_share(tokens, at)


def _half_of_one(tokens: Tokens, at: int) -> Figure:
    """ "half a page", "half a year's sleep" """
    word = tokens.word(at + 2)
    lasting = tokens.known.durations.get(word[:-2], 0.0) if word.endswith(("'s", "’s")) else 0.0
    figure = Figure(at, at + 3, 0.5, "count", word, noun=True)
    if lasting:
        figure.become("duration", "s", at + 3, lasting)
    return figure


def _half_share(tokens: Tokens, at: int) -> Figure | None:
    """ "half the team", "a growth of a half", and "cut it in half", which is a factor; ``None`` where none is told."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if _of_change(tokens, at):
        return share_of(at - 1, at + 1, 0.5)
    if _of_game(tokens, at) or tokens.over_dash(at + 1) != at + 1 or before in _ORDERED:
        return None
    if after == "in" and tokens.word(at + 2) in ("jest", "love", "doubt", "earnest"):
        return None
    if after in _ADVERB and tokens.sort(at + 2) != WORD:
        return None  # "she was half right"
    if before in _SPEAKERS and after.endswith("ed") and len(after) > 4:
        return None  # "I half believed her"
    if before == "in" and _halved(tokens, at):
        return None if tokens.word(at - 2) in _BODIES else Figure(at - 1, at + 1, 0.5, "multiple", "x", noun=True)
    return share_of(at - (before == "the" and after not in tokens.known.stop), at + 1, 0.5)


def _halved(tokens: Tokens, at: int) -> bool:
    """ "we cut the queue in half" """
    return not _HALVED.isdisjoint(tokens.low[max(0, at - 6) : at - 1])


def _of_change(tokens: Tokens, at: int) -> bool:
    """ "growth of a half", "down by a half", "more than a half" """
    after = tokens.word(at + 1)
    goes_on = tokens.sort(at + 1) == WORD and (after not in tokens.known.stop or after in ("a", "an"))
    if tokens.word(at - 1) != "a" or goes_on or tokens.over_dash(at + 1) != at + 1:
        return False
    before = tokens.word(at - 2)
    return before in _NEARLY or (before == "of" and tokens.word(at - 3) in CHANGES)


def _of_game(tokens: Tokens, at: int) -> bool:
    """ "three down at the half", "a first-half goal" """
    before, ahead = tokens.word(at - 1), tokens.word(at - 2)
    if before == "the" and ahead in ("at", "before", "by") and tokens.sort(at + 1) != WORD:
        return True
    return tokens.over_dash(at - 1) != at - 1 and ahead in ("first", "second")


_NEARLY = ("by", "than", "about", "nearly", "almost", "roughly")
_ORDERED = ("first", "second", "other", "better", "bigger", "larger", "smaller", "a", "an")
_ADVERB = frozenset("right wrong asleep serious joking mad dead blind drunk".split())
_SPEAKERS = ("i", "we", "he", "she", "they")
_BODIES = ("you", "me", "him", "her", "us")
"""Before "in half", these are cut by a cable, and no measure is halved."""
_HALVED = frozenset("cut cuts cutting slashed chopped sliced".split())
"""Before "in half", these halve what was told."""
