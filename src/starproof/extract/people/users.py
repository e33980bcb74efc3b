"""People who use what the teller's group runs: they are served by it, and neither led nor moved."""

from __future__ import annotations

from itertools import dropwhile, pairwise

from starproof.extract.text.counted import Counted

_OURS = frozenset(["my", "our"])
_USE = frozenset(["use", "used", "using"])
_LEAN = frozenset(["rely", "relied", "relying", "depend", "depended", "depending"])
_ON = frozenset(["on", "upon"])
_BETWEEN = frozenset(["who", "that", "all", "daily"])
_SERVE = frozenset(["serve", "serves", "served", "serving"])
_ABOUT = frozenset(["about", "some", "roughly", "around", "nearly", "almost", "over"])
_CHANGED = frozenset(["now", "today", "since"])
"""With one of these, that they use it came of the work: it changed how they do theirs."""
_TIMES = frozenset(["x", "×", "*", "times"])
_EACH = frozenset(["a", "an", "per", "each", "every"])
_REACH = 8


def is_user(count: Counted) -> bool:
    """Whether these only use the teller's service ("140 devs use our CI") or are a factor ("140 devs x 20 min")."""
    return _multiplied(count) or _does_often(count) or _served(count) or _uses(count)


def _multiplied(count: Counted) -> bool:
    return not _TIMES.isdisjoint(count.next(1))


def _does_often(count: Counted) -> bool:
    """So many who do a thing so often are a sum's factor: "with 210 people building six times a day"."""
    following = count.next(_REACH)
    often = any(one in _TIMES and two in _EACH for one, two in pairwise(following))
    return often and following[0].endswith("ing")


def _served(count: Counted) -> bool:
    """After the verb: "my team serves about 300 engineers"."""
    last = list(dropwhile(_ABOUT.__contains__, reversed(count.near(3))))
    return bool(last) and last[0] in _SERVE


def _uses(count: Counted) -> bool:
    """Before the verb, with what is the teller's as its object; what they took up ("forty use it now") moved them."""
    following = count.next(_REACH)
    if not _CHANGED.isdisjoint(following):
        return False
    row = list(dropwhile(_BETWEEN.__contains__, following))
    if row[:1] and row[0] in _USE:
        return not _OURS.isdisjoint(row[1:2])
    return len(row) > 2 and row[0] in _LEAN and row[1] in _ON and row[2] in _OURS
