"""How well a story answers a question: what each part of the score is worth."""

from __future__ import annotations

from array import array
from operator import mul

from starproof.matching.asked import Asked
from starproof.matching.cards import Card

PRINCIPLE, THEMES, WORDS, MEANING = 0.64, 0.16, 0.1, 0.1
"""What the parts of a score weigh; together 1. Chosen on stories of the training corpus."""
LEVEL, RATING = 0.012, 0.008
"""How much a story's level and its ratings decide between stories that fit alike."""
_LATER_TAG = 0.85
"""What a principle counts that the owner put behind another."""
_STILL = 0.3
"""What a computed share counts where the owner named other principles."""
_LATER_THEME = 0.6
"""What a theme counts that a story speaks of less than of another."""
_UNIT = 127 * 127


def agreement(asked: Asked, card: Card) -> float:
    """How well a story shows the principles asked for, beside the best that a story could: 0 to 1."""
    shares, met, owned = asked.shares, 0.0, card.tags or card.named or card.repeats
    for one in card.principles:
        met += shares.get(one.id, 0.0) * one.score
    if owned:
        met = _STILL * met + _owned(asked, card)
    return min(1.0, met / asked.principles[0].score)


def _owned(asked: Asked, card: Card) -> float:
    """The share of the principles that the owner gave the story; the first counts in full."""
    counted = [asked.shares.get(name, 0.0) for name in card.owned]
    return max(counted[0], _LATER_TAG * max(counted))


def theme_score(asked: Asked, card: Card) -> float:
    """1 where the story's foremost theme is asked for, less for a later one, 0 for none."""
    told = card.sketch.themes
    if not told or not asked.themes:
        return 0.0
    if told[0] in asked.themes:
        return 1.0
    return _LATER_THEME if any(theme in asked.themes for theme in told) else 0.0


def word_score(asked: Asked, card: Card) -> float:
    """The share of the question's telling words that the story has, by how telling they are."""
    if asked.terms.keys().isdisjoint(card.sketch.terms):
        return 0.0
    return sum(asked.terms.get(term, 0.0) for term in card.sketch.terms) / sum(asked.terms.values())


def meaning_score(asked: Asked, card: Card) -> float:
    """How near the meanings are: the cosine, 0 where they point apart or either is unknown."""
    vector = card.sketch.vector
    if not vector or len(vector) != len(asked.vector):
        return 0.0
    product: int = sum(map(mul, asked.vector, array("b", vector)))
    return max(0.0, product / _UNIT)


def strength(card: Card) -> float:
    """A little for a story that reads at the guide's level or above, and for its ratings."""
    given = [value for _, value in card.ratings if value is not None]
    rated = RATING * (sum(given) / len(given) - 1) / 4 if given else 0.0
    return rated + (LEVEL if card.reads_as in ("at", "above") else 0.0)


def quick_score(asked: Asked, card: Card) -> float:
    """The score without meaning and strength, which cost more to find."""
    return PRINCIPLE * agreement(asked, card) + THEMES * theme_score(asked, card) + WORDS * word_score(asked, card)


def rest(asked: Asked, card: Card) -> float:
    """What meaning and strength add; at most ``MOST_REST``."""
    return MEANING * meaning_score(asked, card) + strength(card)


MOST_REST = MEANING + LEVEL + RATING
