"""What a figure takes from its neighbours: the unit of a bare number, the currency and the period of a sum."""

from __future__ import annotations

from starproof.extract.figures.lexing import BREAK, Tokens
from starproof.extract.figures.reading import Figure
from starproof.extract.figures.tables import Tables

_INHERITS = frozenset("to from of against under below over above than was is at were instead".split())


def settle(figures: list[Figure], tokens: Tokens, tables: Tables) -> list[Figure]:
    """The figures with every open question answered from what stands around them."""
    _points(figures)
    _bare(figures, tokens)
    _money(figures, tables)
    return [figure for figure in figures if not figure.drop]


def _points(figures: list[Figure]) -> None:
    for figure in figures:
        if figure.unit == "points":
            figure.unit = "pp"


def _bare(figures: list[Figure], tokens: Tokens) -> None:
    for index, figure in enumerate(figures):
        if figure.kind is not None:
            continue
        near = figures[index - 1] if index else None
        after = figures[index + 1] if index + 1 < len(figures) else None
        before = tokens.word(figure.first - 1)
        if before == "from" and after is not None and after.kind and tokens.word(figure.stop) == "to":
            _take(figure, after)
        elif near is not None and near.kind and before in _INHERITS and _same_sentence(tokens, near, figure):
            _take(figure, near)
        elif figure.scaled and figure.period:
            figure.kind, figure.unit = "money", ""
        else:
            figure.kind = "count"


def _same_sentence(tokens: Tokens, left: Figure, right: Figure) -> bool:
    if right.first - left.stop > 25:
        return False
    return not any(tokens.low[i] in (".", "!", "?") or tokens.kind[i] == BREAK for i in range(left.stop, right.first))


_FACTORS = {"duration": 1}


def _take(figure: Figure, other: Figure) -> None:
    figure.kind = other.kind
    figure.unit = other.unit
    figure.period = figure.period or other.period


def _money(figures: list[Figure], tables: Tables) -> None:
    named = [f.unit for f in figures if f.kind == "money" and f.unit and not f.unit.endswith("?")]
    current = ""
    for figure in figures:
        if figure.kind != "money":
            continue
        unit = figure.unit
        if unit.endswith("?"):
            unit = unit[:-1]
        unit = unit or current or next((u.rstrip("?") for u in named), "USD")
        current = unit
        figure.unit = f"{unit}/{figure.period}" if figure.period else unit
