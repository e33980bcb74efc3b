"""Totals that are told in signs: "$900K + $1.2M = $2.4M", "churn $1.1M, plus upsell $700K, = $2.1M".

Nothing is to be weighed there: whatever else would come out is not what the signs say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import TIGHT, Reading
from starproof.extract.sums.story.scales import currency
from starproof.extract.sums.story.scene import Scene

_NAME = r"(?:(?!(?:and|or|of|times|less|minus|by|per) )[a-z][a-z'-]* ){0,4}"
_PLUS = re.compile(rf"^ {_NAME}(?:, )?(?:\+|plus) {_NAME}$")
"""Between two parts, perhaps with what they are."""
_EQUALS = re.compile(rf"^ {_NAME}(?:, )?= (?:about |roughly |approx |~ |c |ca |some )*$")
"""Between the last part and the total."""
_OTHERWISE = re.compile(r"(?:[x×*/÷^%–—-]|\b(?:times|minus|by|over|per|of|at))\s{0,2}$")
"""Right before the first part, these make it no part by itself."""
_BACK = 10
_SIGN = re.compile(rf"^ {_NAME}(?:, )?(?:[+x×*/÷–—-]|plus|minus|less|times|of) {_NAME}$")
"""Between two figures of one row of signs, whatever is to be done with them."""
_TIMES = frozenset(["x", "times", "×"])
_MOST = 8
"""Parts of one total."""


def added_in_signs(scene: Scene, figure: Figure) -> Reading | None:
    """The total that signs right before a figure spell out, if they spell one."""
    row = scene.story.figures[: figure.place]
    if not row or not _EQUALS.search(scene.story.between(row[-1], figure)):
        return None
    parts = _parts(scene, row[-_MOST - 1 :])
    if not 1 < len(parts) <= _MOST or not all(_alike(part, figure) for part in parts):
        return None
    computed = sum(part.value for part in parts)
    told = partial(wording.joined, parts, " + ", computed, figure.quantity)
    return Reading("sum", figure.value, computed, tuple(part.index for part in parts), TIGHT, told)


def half_read(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether a sum leaves out some figures of a row of signs that ends in this one, or the row has several signs.

    "3 x $400K + $200K = $1.4M" is not 3 x $400K, and "$2M - $500K + $100K = $1.6M" takes only the one away.
    """
    row = scene.story.figures[max(0, figure.place - _MOST) : figure.place]
    if not row or not _EQUALS.search(scene.story.between(row[-1], figure)):
        return False
    first = len(row) - 1
    while first > 0 and _signed(scene, row[first - 1], row[first]):
        first -= 1
    plus = {bool(_PLUS.search(scene.story.between(*pair))) for pair in pairwise(row[first:])}
    return len(plus) > 1 or (bool(plus) and not {one.index for one in row[first:]} <= set(reading.operands))


def _signed(scene: Scene, one: Figure, two: Figure) -> bool:
    """Whether a sign stands between two figures, or ends the first."""
    words = scene.story.between(one, two)
    return bool(_SIGN.search(words)) or (not words.strip() and bool(_TIMES.intersection(one.own[-1:])))


def _parts(scene: Scene, row: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures at the end of a row that plus signs hold together; none where another sign stands before them."""
    first = len(row) - 1
    while first > 0 and _PLUS.search(scene.story.between(row[first - 1], row[first])):
        first -= 1
    before = scene.story.text[max(0, row[first].start - _BACK) : row[first].start].lower()
    return () if _OTHERWISE.search(before) else tuple(row[first:])


def _alike(part: Figure, total: Figure) -> bool:
    """Whether both are of one kind, one currency and one rhythm, as far as the part tells it."""
    if part.kind != total.kind or part.kind not in ("money", "count", "duration", "percent"):
        return False
    often = "year" if total.a_year else total.often
    one, whole = part.quantity.unit, total.quantity.unit
    same = currency(part.quantity) == currency(total.quantity) if part.kind == "money" else one in ("", whole)
    return same and part.often in ("", often)
