"""What a bare count counts, where that stands with the number it is part of: "12 of the 60 readers"."""

from __future__ import annotations

from itertools import pairwise

from starproof.extract.figures.numbers.figure import Figure
from starproof.extract.figures.numbers.lexing import Tokens

_OWNERS = ("the", "our", "my", "their", "those", "these", "his", "her", "its")


def inherit_nouns(figures: list[Figure], tokens: Tokens) -> None:
    """Give each count without a noun the one of the figure right after "of", which it is part of."""
    for figure, after in pairwise(figures):
        if figure.kind == after.kind == "count" and not figure.unit and _part_of(figure, after, tokens):
            figure.unit = after.unit


def _part_of(figure: Figure, after: Figure, tokens: Tokens) -> bool:
    """Whether a figure is told as part of the next: "three out of nine clinics", "two of my six heads"."""
    at = figure.stop + (tokens.word(figure.stop) == "out")
    if tokens.word(at) != "of":
        return False
    return after.first == at + 1 + (tokens.word(at + 1) in _OWNERS) and figure.value <= after.value
