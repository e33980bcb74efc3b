"""Shares taken one after the other, each of what the one before left: 10 % off and then 20 % of the rest are 28 %."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import partial

from starproof.extract.sums.story import wording
from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.reading import Reading
from starproof.extract.sums.story.rows import spaced

_OF_THE_REST = re.compile(
    r"^ (?:\w+ ){0,2}?(?:of|on|off|from) (?:what|whatever|all that) (?:\S+ ){0,2}?(?:left|remained|remains|remaining) "
    r"|^ (?:\w+ ){0,2}?(?:of|off|from) (?:the|its|their) (?:rest|remainder|remaining) "
)
_EACH_OF_THE_REST = re.compile(
    r" (?:each|one) (?:\S+ )?(?:of|on|off) (?:what|whatever) (?:\S+ ){0,2}?(?:left|remained) | compound\w* "
)


def successive(parts: Sequence[Figure]) -> bool:
    """Whether a share is told as one of what those before it left, or all of them are: such shares are never added."""
    if any(part.quantity.unit != "%" for part in parts):
        return False
    later = any(_OF_THE_REST.search(spaced(part.after)) for part in parts[1:])
    return later or bool(_EACH_OF_THE_REST.search(spaced(parts[-1].after)))


def in_turn(figure: Figure, parts: Sequence[Figure], tie: int) -> Reading | None:
    """What such shares come to, in percent of the whole; ``None`` where these are none."""
    if figure.kind != "percent" or not successive(parts):
        return None
    computed = 100 - 100 * math.prod(1 - part.value / 100 for part in parts)
    told, operands = partial(wording.in_turn, parts, computed), tuple(part.index for part in parts)
    return Reading("sum", figure.value, computed, operands, tie, told, listed=True)
