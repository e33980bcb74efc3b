"""What a text speaks of: themes of a manager's work by the question bank's cues, and classes of kindred words."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from starproof.questions import load_themes
from starproof.understand.topics import Weighted, question_features, stem, words

_LONGEST_CUE = 4
_MENTIONS = 2
"""How often a story must speak of a theme; a question needs to do so once."""
_LONG = 60
"""Words from which a text counts as a story."""
_WEIGHT = 1.0
"""What a theme or a class weighs beside a word of a question; chosen on writers left out."""


def themes(stems: Sequence[str]) -> tuple[str, ...]:
    """The ids of the themes that these stems speak of, the one most spoken of first."""
    cues, begin = _cues(), _beginnings()
    found: Counter[str] = Counter()
    for start in (place for place, one in enumerate(stems) if one in begin):
        for size in range(min(_LONGEST_CUE, len(stems) - start), 0, -1):
            for theme in cues.get(" ".join(stems[start : start + size]), ()):
                found[theme] += 1
    least = _MENTIONS if len(stems) >= _LONG else 1
    return tuple(sorted((theme for theme in found if found[theme] >= least), key=lambda theme: (-found[theme], theme)))


def asking_features(text: str) -> Weighted:
    """What a question, or a passage read as if it were one, is about: its words, their classes and its themes."""
    said = question_features(text)
    stems = [stem(word) for word in words(text)]
    classes = sorted({name for one in stems for name in _classes().get(one, ())})
    names = [*(f"t:{theme}" for theme in themes(stems)), *(f"k:{name}" for name in classes)]
    weight = _WEIGHT / math.sqrt(len(said) or 1)
    return said + [(name, weight) for name in names]


@cache
def _beginnings() -> frozenset[str]:
    """The first stems of all cues."""
    return frozenset(cue.split(" ", 1)[0] for cue in _cues())


@cache
def _classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each stem."""
    text = files("starproof.understand").joinpath("asking.toml").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in tomllib.loads(text).items():
        for one in sorted({stem(word) for word in listed.split()}):
            found[one] = (*found.get(one, ()), name)
    return found


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    cues: dict[str, tuple[str, ...]] = {}
    for theme in load_themes():
        for cue in theme.cues:
            key = " ".join(map(stem, words(cue)))
            if theme.id not in cues.get(key, ()):
                cues[key] = (*cues.get(key, ()), theme.id)
    return cues
