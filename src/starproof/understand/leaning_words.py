"""The words of one sentence as the learned reader sees them: meaning kept, identity and fluency left out.

Articles, fillers, habits such as "I think", gender, names, spelling variants, plural and tense endings are folded away,
so that they cannot move a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:[-_.'’/+][^\W_]+)*\+*|[%$€£¥₹]")
_SKIPPED = frozenset(
    "a an the um uh er eh ehm erm ah oh mm hm well so like just really actually basically ok okay".split(" ")
)
_HABITS = tuple(
    tuple(habit.split(" "))
    for habit in (
        "i think", "i guess", "you know", "i mean", "kind of", "sort of", "kinda", "sorta", "how do you say",
        "how to say", "let us say", "to be honest", "i believe", "i feel like", "i would say", "i reckon", "i suppose",
    )
)  # fmt: skip
_HABITS_BY_FIRST = {first: tuple(h for h in _HABITS if h[0] == first) for first in {h[0] for h in _HABITS}}
_SAME = {
    "he": "they", "she": "they", "him": "them", "her": "them", "his": "their", "hers": "their",
    "himself": "themself", "herself": "themself", "themselves": "themself", "im": "i'm", "ive": "i've", "dont": "don't",
    "didnt": "didn't", "wasnt": "wasn't", "isnt": "isn't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "wasnae": "wasn't", "didnae": "didn't", "couldnae": "couldn't", "naebody": "nobody", "meself": "myself",
    "gonna": "going", "wanna": "want", "cos": "because", "'cause": "because", "cause": "because",
}  # fmt: skip
_IRREGULAR = {
    "was": "be", "were": "be", "is": "be", "are": "be", "am": "be", "been": "be", "being": "be", "i'm": "i",
    "had": "have", "has": "have", "having": "have", "i'd": "i", "i've": "i", "i'll": "i", "we'd": "we", "we've": "we",
    "did": "do", "does": "do", "done": "do", "doing": "do", "went": "go", "gone": "go", "goes": "go", "came": "come",
    "said": "say", "told": "tell", "took": "take", "taken": "take", "wrote": "write", "written": "write",
    "made": "make", "gave": "give", "given": "give", "knew": "know", "known": "know", "thought": "think",
    "broke": "break", "broken": "break", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
    "became": "become", "lost": "lose", "left": "leave", "kept": "keep", "built": "build", "saw": "see", "seen": "see",
    "found": "find", "felt": "feel", "sat": "sit", "ran": "run", "stood": "stand", "sent": "send", "spent": "spend",
    "brought": "bring", "bought": "buy", "chose": "choose", "chosen": "choose", "held": "hold", "met": "meet",
    "paid": "pay", "got": "get", "gotten": "get", "put": "put", "rewrote": "rewrite", "rewritten": "rewrite",
    "rose": "rise", "risen": "rise", "wrong": "wrong", "redid": "redo", "redone": "redo", "slept": "sleep",
    "threw": "throw", "thrown": "throw", "learnt": "learn", "spoke": "speak", "spoken": "speak",
}  # fmt: skip
_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    ).split(" ")
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_STEM = 5
"""Letters of a long word that stand for its family."""


def sentence_features(text: str) -> Iterator[str]:
    """Names of what the sentence holds, each at most once: words, pairs of words, word families, technical shapes."""
    words = [word for word in folded(text) if word]
    seen: set[str] = set()
    for name in _names(words):
        if name not in seen:
            seen.add(name)
            yield name
    yield from _shapes(text)


def _names(words: Sequence[str]) -> Iterator[str]:
    before = "^"
    for word in words:
        yield word
        yield f"{before} {word}"
        if len(word) > _STEM + 1:
            yield word[:_STEM] + "*"
        before = word
    yield f"{before} $"
    for first, second in zip(words, words[2:], strict=False):
        yield f"{first} _ {second}"


def folded(text: str) -> list[str]:
    """The sentence's words without what must not count; a name becomes an empty word."""
    raw = [token.replace("’", "'") for token in _TOKEN.findall(text)]
    lower = [token.lower() for token in raw]
    words: list[str] = []
    place = 0
    while place < len(raw):
        word = lower[place]
        skip = _habit(lower, place) if word in _HABITS_BY_FIRST else 0
        if skip:
            place += skip
            continue
        if word not in _SKIPPED:
            words.append("" if _is_name(raw[place], place) else fold(word))
        place += 1
    return words


def _habit(words: Sequence[str], place: int) -> int:
    """How many words the habit of speech takes that begins here; 0 where none does."""
    for habit in _HABITS_BY_FIRST[words[place]]:
        if tuple(words[place : place + len(habit)]) == habit:
            return len(habit)
    return 0


def _is_name(word: str, place: int) -> bool:
    return place > 0 and word[0].isupper() and word[1:].islower() and word not in ("I",)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """One lower-case word in the form that its variants share."""
    word = _SAME.get(word, word)
    if word[0].isdigit() or word in _NUMBERS:
        return "#"
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _american(_ending_cut(word))


def _ending_cut(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "ly"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not word.endswith(("ss", "us", "is")):
            return _DOUBLED.sub(r"\1", stem).removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def _american(word: str) -> str:
    if len(word) > 5:
        word = word.replace("isation", "ization")
        if word.endswith(("is", "ys")):
            word = word[:-1] + "z"
        word = word.replace("our", "or") if word.endswith(("our", "ouri", "ourit", "ourabl", "ourful")) else word
    return word


def _shapes(text: str) -> Iterator[str]:
    count = sum(is_technical(token) for token in _TOKEN.findall(text))
    for size in (1, 2, 3, 5, 8):
        if count >= size:
            yield f"<technical {size}>"


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
