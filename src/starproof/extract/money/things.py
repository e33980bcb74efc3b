"""The words that may name what is told of, by which two sentences are known to tell of one thing."""

from __future__ import annotations

from collections.abc import Iterable

_STOP = frozenset(
    "year month week quarter season million thousand hundred that this they there which about after before their from "
    "with have been were year's where when then than them what into over under just only more less most some cost "
    "costs paid spend spent money dollars euros pounds kronor reais rand francs people team teams because still "
    "stood worth".split()
)
_LONG = 4


def things_in(words: Iterable[str]) -> frozenset[str]:
    """Those of some words that may name a thing."""
    bare = (word.removesuffix("'s") for word in words)
    return frozenset(word for word in bare if len(word) >= _LONG and word.isalpha() and word not in _STOP)
