"""The word "half" alone: a share, a factor, or nothing that is measured."""

from __future__ import annotations

from starproof.extract.changing import CHANGES
from starproof.extract.figures.figure import Figure
from starproof.extract.figures.lexing import WORD, Tokens
from starproof.extract.figures.proportions import share_of


def half_share(tokens: Tokens, at: int) -> Figure | None:
    """ "half the team", "a growth of a half", and "cut it in half", which is a factor; ``None`` where none is told."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if _of_change(tokens, at):
        return share_of(at - 1, at + 1, 0.5)
    if _of_game(tokens, at) or tokens.over_dash(at + 1) != at + 1 or before in _ORDERED:
        return None
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
    if tokens.word(at - 1) != "a" or tokens.sort(at + 1) == WORD or tokens.over_dash(at + 1) != at + 1:
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
_ORDERED = ("first", "second", "other", "better", "a", "an")
_SPEAKERS = ("i", "we", "he", "she", "they")
_BODIES = ("you", "me", "him", "her", "us")
"""Before "in half", these are cut by a cable, and no measure is halved."""
_HALVED = frozenset("cut cuts cutting slashed chopped sliced".split())
"""Before "in half", these halve what was told."""
