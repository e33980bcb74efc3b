"""Dialects, prepositions and spellings: the same words as people elsewhere say and write them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping

from starproof.scoring.fairness.edits import Edit, Rewrite, Telling, like
from starproof.scoring.fairness.tables import alternatives, table

_ENDINGS = ("e", "ed", "es", "er", "ers", "ing", "ation", "ations")


def dialect(name: str) -> Rewrite:
    """Say a story's function words as a dialect has them."""

    def rewrite(telling: Telling, rng: random.Random) -> Iterator[Edit]:
        yield from _swapped(telling, table("dialects")[name])

    return rewrite


def prepositions(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Take the preposition that another language would have, and count what English does not."""
    yield from _swapped(telling, table("grammar")["prepositions"])


def spelling(*, american: bool) -> Rewrite:
    """Spell a story in the American or the British way."""

    def rewrite(telling: Telling, rng: random.Random) -> Iterator[Edit]:
        yield from _swapped(telling, spellings(american=american))

    return rewrite


def spellings(*, american: bool) -> dict[str, str]:
    """Each word of one spelling with its form in the other."""
    known = table("spelling")
    pairs: dict[str, str] = dict(known["words"])
    for stem in known["stems"]:
        s, z = ("ys", "yz") if stem.endswith("yse") else ("is", "iz")
        base = stem.removesuffix("yse").removesuffix("ise")
        pairs |= {base + s + ending: base + z + ending for ending in _ENDINGS}
    return pairs | known["american_only"] if american else {new: old for old, new in pairs.items()}


def _swapped(telling: Telling, pairs: Mapping[str, str]) -> Iterator[Edit]:
    text = telling.text.replace("’", "'")
    for found in re.finditer(rf"(?<!-)\b(?:{alternatives(pairs)})\b(?!-)", text, re.IGNORECASE):
        new = pairs[found.group().lower()]
        small = telling.bare or found.group().islower()  # who writes "on monday" writes "in monday"
        yield Edit(found.start(), found.end(), new.lower() if small else like(new, found.group()))
