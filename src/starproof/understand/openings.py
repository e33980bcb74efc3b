"""How a question begins, which says nothing of what it asks for: "tell me about a time when you", "walk me through"."""

from __future__ import annotations

from collections.abc import Sequence

_COURTESY = (
    "so okay ok well now alright right great thanks hi hello good then and",
    "can could would will",
    "you",
    "please",
)
_ASKING = frozenset("tell walk talk give describe share take think recall explain show remember name discuss".split())
_AFTER = (
    "me us",
    "about through of back to on",
    "a an the one some any your another",
    "specific recent concrete real good particular single significant",
    "time times example examples situation situations occasion instance moment story case experience period",
    "when where in of how that which you've you",
    "which when where a an the",
    "you you've you'd",
    "had have",
    "to",
)
_WONDERING = ("when how what have where", "did do have has is was were", "you", "ever last")
_LEAST_WONDERING = 3
"""Words from which ``how do you`` is an opening; ``how do teams`` is not."""

Slots = tuple[frozenset[str], ...]


def _slots(listed: Sequence[str]) -> Slots:
    return tuple(frozenset(words.split()) for words in listed)


_COURTESY_SLOTS, _AFTER_SLOTS, _WONDERING_SLOTS = _slots(_COURTESY), _slots(_AFTER), _slots(_WONDERING)


def without_opening(said: Sequence[str]) -> list[str]:
    """The words of a question from where it begins to say something; all of them where nothing would be left."""
    place = _past(said, 0, _COURTESY_SLOTS)
    if place < len(said) and said[place] in _ASKING:
        place = _past(said, place + 1, _AFTER_SLOTS)
    else:
        place = _past(said, 0, _WONDERING_SLOTS)
        place = place if place >= _LEAST_WONDERING else 0
    return list(said[place:]) or list(said)


def _past(said: Sequence[str], place: int, slots: Slots) -> int:
    """Where the words that fill these slots, in this order and each at most once, come to an end."""
    for slot in slots:
        if place < len(said) and said[place] in slot:
            place += 1
    return place
