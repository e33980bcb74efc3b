"""Sums written out with the user's own figures."""

from __future__ import annotations

from starproof.core.facts import Quantity
from starproof.extract.sums.figures import Figure, currency

_UNITS = ((31536000.0, "years"), (604800.0, "weeks"), (86400.0, "days"), (3600.0, "hours"), (60.0, "minutes"))


def said(figure: Figure) -> str:
    """The figure as it stands in the story, on one line."""
    return " ".join(figure.quantity.text.split())


def number(value: float) -> str:
    """A number as people write it: at most one decimal, thousands apart."""
    rounded = round(value, 1)
    if rounded == 0 and value:
        return f"{value:.2g}"
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"


def amount(value: float, like: Quantity) -> str:
    """A computed value in the unit of ``like``."""
    if like.kind == "money":
        return f"{currency(like)} {number(value)}"
    if like.kind == "percent":
        return f"{number(value)} {'points' if like.unit == 'pp' else '%'}"
    if like.kind == "duration":
        return length(value)
    return number(value)


def length(seconds: float) -> str:
    """Seconds in the largest unit that fits at least twice, or once exactly."""
    for unit, name in _UNITS:
        if seconds >= unit and (seconds % unit == 0 or seconds >= 2 * unit):
            count = number(seconds / unit)
            return f"{count} {name[:-1] if count == '1' else name}"
    return f"{number(seconds)} seconds" if seconds >= 1 else f"{number(seconds * 1000)} ms"
