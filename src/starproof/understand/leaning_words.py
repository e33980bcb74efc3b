"""The words of one sentence as the learned reader sees them: meaning kept, identity and fluency left out.

They are the plain words (``parse.plain``), without articles, fillers, habits and dialect; gender, names, spelling,
plural and tense endings are folded away besides, so that they cannot move a judgement.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from starproof.core.keeping import kept
from starproof.parse.forms import form
from starproof.parse.plain import plain
from starproof.parse.words import START, Token

_TOKEN = re.compile(r"[^\W_]+(?:[-_.'’/+][^\W_]+)*\+*|[%$€£¥₹]")
_SKIPPED = frozenset("oh well so like just really ok okay".split(" "))
_FORMS = {
    "been": "be", "being": "be", "done": "do", "doing": "do", "i'm": "i", "i'd": "i", "i've": "i", "i'll": "i",
    "we'd": "we", "we've": "we", "redid": "redo", "redone": "redo", "slept": "sleep", "spent": "spend",
    "shd": "should", "shld": "should", "wd": "would", "cld": "could",
    "abt": "about", "bc": "becaus", "ppl": "peopl", "yr": "year", "yrs": "year", "mth": "month",
    "she's": "he'", "she'd": "he'd", "she'll": "he'll", "mths": "month", "wk": "week", "wks": "week",
}  # fmt: skip
"""Forms of a word that the words of a phrase keep apart, and what is short for a word in notes."""
_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    ).split(" ")
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_STEM = 5
"""Letters of a long word that stand for its family."""


@kept
def sentence_features(text: str) -> tuple[str, ...]:
    """Names of what the sentence holds, each at most once: words, pairs of words, word families, technical shapes."""
    words = [word for word in folded(text) if word]
    pairs = [f"{first} {second}" for first, second in pairwise(["^", *words, "$"])]
    families = [word[:_STEM] + "*" for word in words if len(word) > _STEM + 1]
    apart = [f"{first} _ {second}" for first, second in zip(words, words[2:], strict=False)]
    return tuple(dict.fromkeys([*words, *pairs, *families, *apart, *_shapes(text)]))


@kept
def folded(text: str) -> tuple[str, ...]:
    """The sentence's plain words without what must not count; a name becomes an empty word, a figure is one word."""
    words: list[str] = []
    for token in plain(text):
        if token.word in _SKIPPED or token.word == START:
            continue
        named = words and _is_named(text, token)
        if named and not words[-1] and text[token.start - 1] == "-":
            continue
        word = "" if named else fold(token.word)
        if word != "#" or words[-1:] != ["#"]:
            words.append(word)
    return tuple(words)


def _is_named(text: str, token: Token) -> bool:
    """Whether a word is a name, or what a hyphen joins to one: "Sang-hoon"."""
    first, end = token.start, token.end
    if text[first - 1 : first] == "-" and not text[first].isupper():
        first, end = text.rfind(" ", 0, first) + 1, first - 1
    return text[first].isupper() and _is_name(text[first:end])


def _is_name(word: str) -> bool:
    """Whether letters are those of a name; a token of several, such as "I ain't" read as "I'm not", is none."""
    return word[0].isupper() and word[1:].islower() and word != "I" and " " not in word


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """One lower-case word in the form that its variants share."""
    word = form(word)
    if word[0].isdigit() or word in _NUMBERS:
        return "#"
    return _FORMS[word] if word in _FORMS else _ending_cut(word)


def _ending_cut(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not word.endswith(("ss", "us", "is")):
            return _DOUBLED.sub(r"\1", stem).removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def _shapes(text: str) -> list[str]:
    count = sum(map(is_technical, _TOKEN.findall(text)))
    return [f"<technical {size}>" for size in (1, 2, 3, 5, 8) if count >= size]


@lru_cache(maxsize=8192)
def is_technical(token: str) -> bool:
    """Whether a word is written like a technical term: AVX, RocksDB, ef_search, p99, TLS1.3."""
    letters = [c for c in token if c.isalpha()]
    if "_" in token:
        return True
    if len(letters) < 2:
        return False
    if token[0].isdigit():
        return False
    upper = sum(c.isupper() for c in letters)
    return upper >= 2 or (any(c.isdigit() for c in token) and token[0].isalpha())
