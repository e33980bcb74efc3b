"""A sentence as the labeller's words: plain ones, figures and number words alike, contractions taken apart.

Tenses stay, since they tell a scene from a deed; articles do not, which many leave out who learned English late, nor
does who is spoken of, he, she or they, nor what people, firms and places are called: a name is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from starproof.parse.plain import names_something, plain
from starproof.parse.words import CAPITAL, SMALL, START, Token

MARKS = re.compile('[?:;"“]')
_CONTRACTED = re.compile(r"('(?:d|ll|m|re|s|ve))$")
_ALIKE = {
    "he": "they", "she": "they", "him": "them", "her": "them", "his": "them", "hers": "them", "their": "them",
    "theirs": "them", "was": "were", "is": "are", "am": "are", "has": "have", "does": "do",
}  # fmt: skip
_NUMBERS = frozenset(
    (
        "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred hundreds thousand "
        "thousands million millions billion lakh crore dozen"
    ).split(" ")
)
_MONEY = frozenset(
    (
        "$ € £ ¥ ₹ dollar dollars euro euros pound pounds quid rupee rupees yen franc francs zloty real reais peso "
        "pesos rand krona kronor kroner rupiah shilling shillings usd eur gbp inr chf"
    ).split(" ")
)
_TIMES = frozenset(
    (
        "second seconds minute minutes hour hours day days week weeks month months quarter quarters year years night "
        "nights weekend weekends ms"
    ).split(" ")
)
_PEOPLE = frozenset(
    (
        "engineer engineers developer developers people persons person folks team teams squad squads designers testers "
        "analysts reports"
    ).split(" ")
)
NUMBER, PERCENT, MONEY, TIME, PEOPLE, NAME = "#", "%", "$", "@time", "@people", "@"
_KINDS = {**dict.fromkeys(_PEOPLE, PEOPLE), **dict.fromkeys(_TIMES, TIME), **dict.fromkeys(_MONEY, MONEY)}
_RUNS = (NUMBER, NAME)
"""What stands once for several in a row."""
_NAME = re.compile(rf"(?<=[{SMALL},;] )[{CAPITAL}](?=['’]?\w*[{SMALL}])[\w-]*(?:['’][{CAPITAL}]\w+)?")
"""A word with a capital that opens no sentence: "Priya", "Sang-hoon", "O'Neill"."""
_DATED = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december english"
    ).split(" ")
)
"""Words with a capital that are no names of people, firms or places."""


def plain_words(text: str) -> list[str]:
    """The words of a text; a run of figures or number words becomes one ``#``, a name within it one ``@``."""
    names, words = _named(text), [START]
    for token in plain(text):
        for word in _as_name(token) if token.start in names else _parts(token.word):
            if word != START and not (word in _RUNS and words[-1] == word):
                words.append(word)
    return words[1:]


def names_in(text: str) -> frozenset[str]:
    """The names that stand within a sentence, in lower case."""
    return frozenset([found.lower() for found in _NAME.findall(text) if _is_name(found.lower())])


def _named(text: str) -> frozenset[int]:
    """Where the words of names may begin."""
    return frozenset([place for found in _NAME.finditer(text) for place in range(*found.span())])


def _as_name(token: Token) -> tuple[str, ...]:
    """A word with a capital, and what hangs on it: "Priya's"."""
    first, *more = _parts(token.word)
    return (NAME if _is_name(first) else first, *more)


@lru_cache(maxsize=8192)
def _is_name(word: str) -> bool:
    """Whether a word with a capital is a name: no day, no number and none of the small words."""
    return word[0].isalpha() and word not in _DATED and word not in _NUMBERS and names_something(word)


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    if word[0].isdigit() or word in _NUMBERS:
        return (NUMBER,)
    if word == "percent":
        return (PERCENT,)
    if "'" in word:
        cut = _CONTRACTED.search(word)
        if cut and cut.start():
            return (alike(word[: cut.start()]), cut.group())
    return (alike(word),)


def alike(word: str) -> str:
    """One word for he, she and they, and for the forms of a verb that go with them."""
    return _ALIKE.get(word, word)


def coarse(words: Iterable[str]) -> list[str]:
    """For each word its kind where it is a currency, a stretch of time or people; else the word."""
    return [_KINDS.get(word, word) for word in words]
