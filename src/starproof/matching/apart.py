"""What sets a story apart from the one that is matched next."""

from __future__ import annotations

from starproof.core.guide import Guide
from starproof.core.listing import listed
from starproof.matching.cards import Card
from starproof.matching.naming import principle_name, shared_themes, shared_words, shown_best
from starproof.matching.scoring import (
    MEANING,
    PRINCIPLE,
    THEMES,
    WORDS,
    agreement,
    strength,
)
from starproof.understand.asked import Asked, meant, themed, worded

_AT = ("at", "above")
_LEAST = 0.02
"""Stories whose scores differ less fit alike."""
_LEAST_PART = 0.01
"""What a part must differ by to be worth a word."""


def apart(asked: Asked, card: Card, after: Card, *, guide: Guide) -> str:
    """In one sentence, what puts the story before the next one; where nothing much does, that."""
    name = f"“{after.title or after.id}”"
    worth, other = _parts(asked, card), _parts(asked, after)
    ahead = {part: worth[part] - other[part] for part in worth}
    if sum(ahead.values()) < _LEAST:
        return _alike(card, after, name)
    said = {
        "principle": f"{name} shows {_shown(asked, card, guide)} less plainly.",
        "themes": _theme_apart(asked, card, name),
        "words": _words_apart(asked, card, after, name),
    }
    best = max(said, key=lambda part: ahead[part])
    return said[best] if ahead[best] >= _LEAST_PART else ""


def _parts(asked: Asked, card: Card) -> dict[str, float]:
    return {
        "principle": PRINCIPLE * agreement(asked, card),
        "themes": THEMES * themed(asked, card.sketch.themes),
        "words": WORDS * worded(asked, card.sketch.terms),
        "meaning": MEANING * meant(asked, card.sketch.vector),
        "strength": strength(card),
    }


def _alike(card: Card, after: Card, name: str) -> str:
    if card.reads_as in _AT and after.reads_as is not None and after.reads_as not in _AT:
        return f"{name} fits as well, but does not read at the level; this one does."
    if after.reads_as in _AT and card.reads_as is not None and card.reads_as not in _AT:
        return f"{name} fits as well, and reads at the level; this one does not."
    return f"{name} fits as well: take the one that you tell better."


def _shown(asked: Asked, card: Card, guide: Guide) -> str:
    return principle_name(shown_best(asked, card) or asked.principles[0].id, guide)


def _theme_apart(asked: Asked, card: Card, name: str) -> str:
    return f"{name} speaks less of {shared_themes(asked, card)[0]}." if shared_themes(asked, card) else ""


def _words_apart(asked: Asked, card: Card, after: Card, name: str) -> str:
    own = [word for word in shared_words(asked, card) if word not in shared_words(asked, after)]
    return f"{name} does not say {listed(own[:2], last='or')}." if own else ""
