"""A sentence as plain words: lower case, figures and number words alike, contractions taken apart, fillers dropped."""

from __future__ import annotations

import re

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹%?:;\"“]")
_CONTRACTED = re.compile(r"(n't|'(?:d|ll|m|re|s|ve))$")
_FILLERS = frozenset("um uh uhm umm ehm eh er erm euh hm hmm mhm ah oh".split(" "))
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
NUMBER, PERCENT, MONEY, TIME, PEOPLE = "#", "%", "$", "@time", "@people"


def plain_words(text: str) -> list[str]:
    """The words of a text; a run of figures or number words becomes one ``#``."""
    words: list[str] = []
    for found in _WORD.findall(text.lower().replace("’", "'")):
        for word in _parts(found):
            if word not in _FILLERS and not (word == NUMBER and words and words[-1] == NUMBER):
                words.append(word)
    return words


def _parts(word: str) -> tuple[str, ...]:
    if word[0].isdigit() or word in _NUMBERS:
        return (NUMBER,)
    if word == "percent":
        return (PERCENT,)
    if "'" in word:
        cut = _CONTRACTED.search(word)
        if cut and cut.start():
            return (word[: cut.start()], cut.group())
    return (word,)


def coarse(word: str) -> str:
    """The word's kind where it is a currency, a stretch of time or people; else the word."""
    if word in _MONEY:
        return MONEY
    if word in _TIMES:
        return TIME
    return PEOPLE if word in _PEOPLE else word
