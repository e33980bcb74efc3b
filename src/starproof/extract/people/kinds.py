"""Whether a plural tells of people of another trade than a team that builds something is made of."""

from __future__ import annotations

from starproof.extract.text.words import singular, words

_STAFF = frozenset(
    "colleague editor employee engineer manager person reporter researcher scientist staff technician".split()
)
"""Kinds of people at work of whom the teller's own team may be made."""


def of_another_trade(word: str) -> bool:
    """Whether a word in small letters is a plural such as "drivers" or "nurses"."""
    one = singular(word)
    return one != word and one in words("otherwise", "workers") and one not in _STAFF
