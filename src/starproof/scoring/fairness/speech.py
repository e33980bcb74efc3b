"""Habits of speech: sentences that begin with "I think" or end with "right?", and fillers of every language."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from starproof.scoring.fairness.edits import Edit, Telling
from starproof.scoring.fairness.tables import table

_OPENING = re.compile(
    r"(?:(?:and|so|but|then|well)\s+)?(?=(I|i|we|my|our|the|it|they|he|she|there|that|this)\b)", re.IGNORECASE
)
_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
"""A blank between two words without capitals; marks and names keep their neighbours."""
_END = re.compile(r"(?<=[a-z])\.?$")
"""Where a sentence ends with a word, with the full stop that a tag takes the place of."""


def think(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Begin two sentences in five with "I think" or its like."""
    habits = table("habits")["think"]
    for start, end in telling.sentences:
        found = _OPENING.match(telling.text, start, end)
        if found is None or rng.random() > 0.4:
            continue
        place, word = found.end(), found.group(1)
        habit = rng.choice(habits)
        habit = habit.lower() if telling.bare else habit
        follows = word if word in ("I", "i") else word.lower()
        yield Edit(place, place + len(word), f"{habit} {follows}")


def fillers(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """Put a filler into one gap in fifteen of what was spoken."""
    yield from _filled(telling, table("habits")["fillers"], rng)


def abroad(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """The same with small words of one other language, which slip in while its speaker thinks."""
    tongues: dict[str, list[str]] = table("habits")["abroad"]
    yield from _filled(telling, tongues[rng.choice(sorted(tongues))], rng)


def _filled(telling: Telling, words: list[str], rng: random.Random) -> Iterator[Edit]:
    if not telling.spoken:
        return
    for gap in _GAP.finditer(telling.text):
        if rng.random() < 1 / 15:
            filler = rng.choice(words)
            yield Edit(gap.start(), gap.end(), f" {filler} ".lower() if telling.bare else f", {filler}, ")


def tags(telling: Telling, rng: random.Random) -> Iterator[Edit]:
    """End one spoken sentence in six with a word that asks for assent."""
    if not telling.spoken:
        return
    habits = table("habits")["tags"]
    for _, end in telling.sentences:
        ending = _END.search(telling.text, max(0, end - 4), end)
        if ending is None or rng.random() > 1 / 6:
            continue
        tag = rng.choice(habits)
        yield Edit(ending.start(), ending.end(), tag.strip(",.?") if telling.bare else tag)
