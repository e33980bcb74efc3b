"""One form for the forms of a word.

"Decide", "decided" and "decides" are one word, so are "was" and "are", "he" and "they", "cancelled" and "canceled".
The form is a key for comparing words, not a word to show. Nouns keep their number, and a past stays a past where its
plain form is a noun too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

_TWICE = re.compile(r"([aeiou][b-df-hj-np-tv-z]+[aeiou])ll?(ed|ing|er|ers|ation)$")
_ISE = re.compile(r"([^aeiou]i|ly)s(e|ed|es|er|ers|ing|ation|ations)$")
_OUR = re.compile(r"our(s|ed|ite|ites|ing|able|ful)?$")
_DOUBLING = frozenset("admit drop plan prefer scrap ship skip slip stop".split(" "))
_SHORTEST = 6
"""Letters of a word that may have two spellings, at the least."""


@cache
def _table() -> Mapping[str, str]:
    data = tomllib.loads((files("starproof.parse") / "forms.toml").read_text(encoding="utf-8"))
    regular = {_regular(verb): verb for verb in data["regular"]["verbs"].split()}
    named = {
        other: form for name in ("verbs", "words") for form, others in data[name].items() for other in others.split()
    }
    return regular | named


def _regular(verb: str) -> str:
    """The past of a regular verb."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLING else verb + ("d" if verb.endswith("e") else "ed")


@cache
def slips() -> Mapping[str, str]:
    """By their plain form, the pasts of verbs that stay pasts in ``form``, since that form is a noun too."""
    data = tomllib.loads((files("starproof.parse") / "forms.toml").read_text(encoding="utf-8"))
    return {verb: _regular(verb) for verb in data["slips"]["verbs"].split()}


@lru_cache(maxsize=16384)
def form(word: str) -> str:
    """The form that all forms of a lower-case word share."""
    spelled = _american(word)
    return _table().get(spelled, spelled)


def _american(word: str) -> str:
    """British endings as they are written in America."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if "l" in word:
        word = _TWICE.sub(r"\1l\2", word)
    if "is" in word or "lys" in word:
        word = _ISE.sub(r"\1z\2", word)
    return _OUR.sub(r"or\1", word) if "our" in word else word
