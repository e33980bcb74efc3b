"""Which words are ordinary, which are known, and by which words the kind of a name is told."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""),
    ("er", "e"), ("r", ""), ("est", ""), ("ies", "y"), ("ied", "y"), ("ily", "y"), ("ness", ""), ("less", ""),
    ("able", ""), ("ers", ""), ("ings", ""),
)  # fmt: skip
_PLAIN_ENDINGS = ("tion", "tions", "ment", "ments", "ness", "able", "ously", "ively", "ized", "ised", "izing", "ising")
_RUN_TOGETHER = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|wo|ca|could|should|would)nt$|"
    r"(?:he|she|it|they|we|you|i|that|there|what|who|where|how)(?:s|re|ve|ll|d|m)$"
)
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:d|ll|ve|re|m|s))$")
_LONG = 7
_STEM = 3
_ENDED = 6
_WORDLY = (
    "ed", "ing", "ings", "ly", "ness", "tion", "tions", "sion", "ous", "ful", "able", "ible", "less", "ity", "ism",
    "ist", "ists", "ers", "ors", "ment", "ments", "ize", "ise", "ized", "ised", "ship", "hood", "ward", "wards", "ical",
)  # fmt: skip


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``known.toml``, in lower case."""
    return frozenset(_known()[name].split())


@cache
def _known() -> dict[str, str]:
    return tomllib.loads((files("starproof.bank.redaction") / "known.toml").read_text(encoding="utf-8"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset((files("starproof.bank.redaction") / "ordinary.txt").read_text(encoding="ascii").split())


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is one of everyday English, as far as the list and usual endings tell."""
    known = _ordinary()
    word = _CONTRACTED.sub("", word)
    if (
        word in known
        or word + "s" in known
        or word in listed("small")
        or word in listed("plain")
        or word in listed("offices")
        or len(word) < 2
    ):
        return True
    if _RUN_TOGETHER.match(word) or any(_is_built_on(word, end, stem) for end, stem in _ENDINGS):
        return True
    return len(word) >= _LONG and word.endswith(_PLAIN_ENDINGS)


def _is_built_on(word: str, end: str, stem: str) -> bool:
    """Whether the word is an ordinary one of three letters or more with this ending."""
    left = len(word) - len(end)
    return left >= _STEM and word.endswith(end) and word[:left] + stem in _ordinary()


def ends_like_a_word(word: str) -> bool:
    """Whether a word in lower case has an ending that names seldom have, such as ``flagged``."""
    return len(word) >= _ENDED and word.endswith(_WORDLY)


def gives_nobody_away(word: str) -> bool:
    """Whether a word in lower case stays whatever its capitals: days, offices, acronyms of the trade."""
    return word in listed("plain") or word in listed("small") or word in listed("offices") or word in listed("acronyms")


def is_public(word: str) -> bool:
    """Whether a word in lower case is a public technology, language or region: it stays and is listed."""
    return word in listed("public")
