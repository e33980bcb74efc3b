"""How likely a sum that does not come out must be to be said: by its kind, and by what the words say of it."""

from __future__ import annotations

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.presented import presented
from starproof.extract.sums.story.reading import Reading

NAMED, LISTED = 0.62, 0.55
"""Where the wording names the sum too, and of one of a list that it names."""
ACCUSE: dict[str, float] = {
    "relative_change": 0.7, "annualised": 0.65, "multiple": 0.7, "difference": 0.65, "sum": 0.65, "versus_target": 0.75,
    "share": 0.9,
}  # fmt: skip
UNTIED: dict[str, float] = {"relative_change": 0.85, "difference": 0.8, "versus_target": 0.85, "multiple": 0.95}
"""How likely a wrong sum must be by its kind, and where nothing shows that the figures it is over are of one measure;
of other kinds nothing is said then. Points follow from others nearly always."""
SOLD: dict[str, tuple[float, frozenset[str]]] = {
    "share": (0.7, frozenset(["share", "made", "bracket"])),
    "versus_target": (0.6, frozenset(["margin"])),
}
"""How likely it must be where the figure's own words tell it as such a sum, and the ways that they may present it."""
_UNSOLD: tuple[float, frozenset[str]] = (1.0, frozenset())
_POINTS = 0.5
"""The same of points."""


def least_share(figure: Figure, wrong: Reading, *, untied: bool, named: bool) -> float:
    """How likely a wrong sum must be to be said."""
    if figure.quantity.unit == "pp":
        return _POINTS
    if wrong.kind == "share" and not named and presented(figure) == "margin":
        return 1.0  # "25 % better than they asked" is a part of nothing
    kind = "sum" if wrong.kind == "share" and figure.kind != "percent" else wrong.kind  # a number is a product
    weighed = UNTIED.get(kind, 1.0) if untied else ACCUSE.get(kind, 0.85)
    if untied and figure.kind == "percent":
        return weighed  # what is left of a limit may be told of either
    least = LISTED if wrong.listed else NAMED
    return min(least if named and not untied else weighed, _sold(figure, wrong))


def _sold(figure: Figure, wrong: Reading) -> float:
    """How likely a wrong sum must be that the figure's own words tell; of a part told as a number they seldom do."""
    least, ways = SOLD.get(wrong.kind, _UNSOLD)
    if wrong.kind == "share" and figure.kind != "percent":
        return 1.0
    cut = figure.after[:1] == ("off",)  # "eleven seconds off each call" is told of no goal
    return least if presented(figure) in ways and not cut else 1.0
