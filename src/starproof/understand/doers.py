"""Who does what a sentence tells: a red flag about the speaker's own hands must not quote what somebody else did."""

from __future__ import annotations

from itertools import pairwise

from starproof.core.keeping import kept
from starproof.parse.plain import plain

_ANOTHER = frozenset("he she himself herself".split(" "))
_SPEAKER = frozenset("i we me us myself ourselves".split(" "))
_OWN = frozenset(["my", "our"])
_REACHING = frozenset("to by through without past over on across before until at behind after".split(" "))
"""Words before "my desk", "my okay", "my name": others do it, and the speaker has the hand on it."""


@kept
def by_another(text: str) -> bool:
    """Whether the sentence tells of one other person's doing, and the speaker takes no part in it.

    "He re-ran every test himself" is, "he had to bring every test to my desk" is not, and no more is a sentence that
    names nobody, such as a note's "re-ran every test".
    """
    words = [token.word for token in plain(text)]
    if _ANOTHER.isdisjoint(words) or not _SPEAKER.isdisjoint(words):
        return False
    return not any(word in _OWN and before in _REACHING for before, word in pairwise(words))
