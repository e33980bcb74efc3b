"""What a question or a story is about, as names that a linear model can weigh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ENDINGS = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s")
_LEAST_STEM = 3
_NO_PLURAL = ("ss", "us", "is")
_DOUBLING = ("ingly", "edly", "ing", "ed")
_DOUBLE = "lsz"
_SILENT = ("e", "y")
_FRAME = frozenset(
    "tell me about a an the time you had to of for describe when did what how do give i in and is was".split()
)
"""Words of which every question is made."""
GRAMMAR = frozenset(
    (
        "the a an and or of to in on at for with by from as is was were are be been it its that this they them their "
        "there then we our us i my me he she his her him you your not no so but if had have has did do does"
    ).split()
)
"""Words that say nothing of what a text is about."""

_END = re.compile(r"[.!?\n]")
_STRETCH = 30
_LEAST_PASSAGE = 3


def words(text: str) -> list[str]:
    """The words of a text in lower case; a curly apostrophe counts as a straight one."""
    return _WORD.findall(text.lower().replace("’", "'"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its commonest endings, so that ``hire``, ``hired`` and ``hiring`` are one."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _LEAST_STEM), "")
    if ending == "s" and word.endswith(_NO_PLURAL):
        return word
    base = word[: len(word) - len(ending)]
    if ending in _DOUBLING and base[-1] == base[-2] and base[-1] not in _DOUBLE:
        return base[:-1]
    return base[:-1] if not ending and base.endswith(_SILENT) and len(base) > _LEAST_STEM else base


def question_names(said: Sequence[str], stems: Sequence[str]) -> set[str]:
    """Stems, beginnings and pairs of stems of a question's words."""
    kept = [short for short, word in zip(stems, said, strict=True) if word not in _FRAME]
    names = {f"w:{short}" for short in stems} | {f"p:{word[:5]}" for word in said}
    names.update(f"b:{one} {two}" for one, two in pairwise(stems))
    names.update(f"c:{one} {two}" for one, two in pairwise(kept))
    return names


def passages(text: str) -> list[str]:
    """A story cut into sentences, lines and, where speech runs on, stretches of words; short ones are left out."""
    found = []
    for sentence in _END.split(text):
        said = sentence.split()
        cut = [said[place : place + _STRETCH] for place in range(0, len(said), _STRETCH)]
        found += [" ".join(part) for part in cut if len(part) >= _LEAST_PASSAGE]
    return found
