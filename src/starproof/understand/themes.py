"""What a text speaks of: themes of a manager's work by the question bank's cues, and classes of kindred words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from starproof.questions import load_themes
from starproof.understand.topics import question_names, stem, words

_MENTIONS = 2
"""How often a story must speak of a theme; a question needs to do so once."""
_LONG = 60
"""Words from which a text counts as a story."""


Cue = tuple[tuple[str, ...], tuple[str, ...]]
"""The stems of a cue after its first, and the ids of its themes."""


def themes(stems: Sequence[str]) -> tuple[str, ...]:
    """The ids of the themes that these stems speak of, the one most spoken of first."""
    found = mentions(stems)
    least = _MENTIONS if len(stems) >= _LONG else 1
    return tuple(sorted((theme for theme in found if found[theme] >= least), key=lambda theme: (-found[theme], theme)))


def mentions(stems: Sequence[str]) -> Counter[str]:
    """How often these stems touch each theme."""
    cues, said, met = _cues(), tuple(stems), list[str]()
    for start in [place for place, one in enumerate(said, 1) if one in cues]:
        for rest, meant in cues[said[start - 1]]:
            if said[start : start + len(rest)] == rest:
                met += meant
    return Counter(met)


def asking_names(said: Sequence[str]) -> tuple[list[str], int]:
    """What words are about, read as a question: the words, their classes and themes; and how many are of words alone.

    Args:
        said: the words of a question, or of a passage of a story.
    """
    stems = [stem(word) for word in said]
    names, kinds = question_names(said, stems), _classes()
    classes = {f"k:{name}" for one in stems if one in kinds for name in kinds[one]}
    return [*names, *classes, *(f"t:{theme}" for theme in themes(stems))], len(names)


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
def _cues() -> Mapping[str, tuple[Cue, ...]]:
    """The cues by their first stem."""
    cues: dict[tuple[str, ...], tuple[str, ...]] = {}
    for theme in load_themes():
        for cue in theme.cues:
            key = tuple(map(stem, words(cue)))
            if key and theme.id not in cues.get(key, ()):
                cues[key] = (*cues.get(key, ()), theme.id)
    found: dict[str, tuple[Cue, ...]] = {}
    for (first, *rest), meant in cues.items():
        found[first] = (*found.get(first, ()), (tuple(rest), meant))
    return found
