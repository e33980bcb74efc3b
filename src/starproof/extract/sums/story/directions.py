"""Which way the words next to a figure say that something went."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.links import LESS, MORE
from starproof.extract.sums.story.scene import Scene

FAST = frozenset("faster quicker quick fast sooner speed speedup".split(" "))
_STOPS = frozenset(", . ; : ¶ ( ) | ! ? and but or while of".split(" "))
_ENDED = frozenset(". ; : ¶ ( ) | ! ? and but".split(" "))
_OF_SIZE = (("of",), ("a",), ("another",))
_BOUNDS = (("more", "than"), ("less", "than"), ("better", "than"))
_DOWN = LESS | frozenset(
    "saving savings under below short decrease decreased lowered shortened brought loss".split(" ")
)
_SPARED = frozenset(["saved", "gone"])
_UP = MORE | frozenset("over beyond overspent overran".split(" "))
_MINUS = frozenset(("-", "\u2212", "\u2013"))


def direction(scene: Scene, figure: Figure) -> int:
    """-1 where the words or a sign next to the figure say that something fell, 1 where it rose, 0 where neither."""
    stop = next((i for i, word in enumerate(figure.after[:4]) if word in _STOPS), 4)
    behind = figure.after[:stop]
    before = _unbound(figure.before)
    words = {*before[-2:], *behind}
    if words & FAST:
        return 0
    sign = scene.story.text[max(0, figure.start - 1) : figure.start + 1].strip()[:1]
    down, up = bool(words & LESS) or sign in _MINUS, bool(words & MORE) or sign == "+"
    if not down and not up:
        down, up = _further(before, behind)
        down = down or is_saved(figure)
    return int(up) - int(down)


def is_saved(figure: Figure) -> bool:
    """Whether what a share is of is told as spared behind it: "a third of the heat is saved"."""
    clause = figure.after[: next((at for at, word in enumerate(figure.after) if word in _ENDED), len(figure.after))]
    return clause[:1] == ("of",) and clause[-2:-1] in (("is",), ("was",), ("are",)) and clause[-1] in _SPARED


def _unbound(before: Sequence[str]) -> Sequence[str]:
    """The words before a figure without those that make a bound of it: "a drop of more than half" is a drop."""
    return before[:-2] if tuple(before[-2:]) in _BOUNDS else before


def _further(before: Sequence[str], behind: Sequence[str]) -> tuple[bool, bool]:
    """Whether the words a little further off say down, and up: "we cut all of it by half", "20% over plan"."""
    start = max([at for at, word in enumerate(before) if word in _ENDED], default=-1) + 1
    said = before[start:] if before[-1:] == ("by",) else before[-3:] if before[-1:] in _OF_SIZE else ()
    words = {*said[-6:], *behind[:1]}
    return not words.isdisjoint(_DOWN), not words.isdisjoint(_UP)
