"""What hides a fact from a reader of letters: an aside in its midst, or a dialect's word in place of a common one.

"The eleventh, um, of June" is a day of June, and a loss that "wasnae" repeated was not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from starproof.parse.evened import Evened, without
from starproof.parse.plain import habits_of_speech
from starproof.parse.words import FILLERS

THOUGHT_ALOUD = (
    "how many was it", "i believe", "i don't know", "i guess", "i mean", "i think", "i want to say", "i'd say",
    "let me think", "let's say", "like", "what", "what is it", "what was it", "you know",
)  # fmt: skip
"""What people say while they look for a figure, behind a word that leads on to it."""
_THOUGHTS = tuple(tuple(words.split()) for words in THOUGHT_ALOUD)
_ELSEWHERE = frozenset(
    "aye wee ye yer youse masel mysel meself wi aboot oot noo naebody nae nowt owt summat wit".split()
)
"""Words of dialects that stand for one word elsewhere, and that mean nothing else."""
_CLAUSE = r"i|we|they|he|she|it|you|there|this|that|and|but|so|or|because|then|which|who"
_BEGINS = re.compile(rf" (?:(?:{_CLAUSE})\b|\W)|$", re.IGNORECASE)
"""Behind an aside, these may begin a clause, which a comma has to part."""
_GOES_ON = re.compile(
    rf" (?:\d|[$€£¥₹]|(?:{_CLAUSE}|about|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w{3,5}teen|\w{3,5}ty|half|a)\b|\W)|$",
    re.IGNORECASE,
)
"""The same, or another figure."""


@cache
def _aside() -> re.Pattern[str]:
    habits = habits_of_speech()
    rows = [" ".join(words) for found in habits.rows.values() for words, read, *_ in found if not read]
    words = FILLERS | habits.abroad | habits.aside | {"like", *rows}
    told = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf", (?:{told}),", re.IGNORECASE)


def asides(text: str, *, figures: bool = False) -> list[tuple[int, int]]:
    """Where asides stand that only fill a pause, with both their commas; none where a clause follows.

    Nor do any count before a figure, which a comma may have to part from another, unless ``figures`` says so.
    """
    if ", " not in text:
        return []
    parted = _BEGINS if figures else _GOES_ON
    return [found.span() for found in _aside().finditer(text) if parted.match(text, found.end()) is None]


def without_asides(text: str) -> Evened:
    """A text without its asides."""
    gaps = asides(text)
    return without(text, [(start, end, "") for start, end in gaps]) if gaps else Evened(text)


@lru_cache(maxsize=8192)
def without_thoughts(row: Sequence[str]) -> Sequence[str]:
    """A row without what somebody says who looks for a figure: "had known for, I don't know, three years"."""
    return next((row[: -len(aside)] for aside in _THOUGHTS if tuple(row[-len(aside) :]) == aside), row)


def standard_word(word: str) -> str:
    """A lower-case word of a dialect as it is said elsewhere, if that is one word: "wasnae" is "wasn't"."""
    read = habits_of_speech().words.get(word, (word,))
    if len(read) == 2 and read[1] == "not" and word.endswith(("e", "a")):
        return {"can": "can't", "will": "won't"}.get(read[0], f"{read[0]}n't")
    return read[0] if len(read) == 1 and word in _ELSEWHERE else word
