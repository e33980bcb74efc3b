"""How well a story answers a question: what each part of the score is worth."""

from __future__ import annotations

from starproof.matching.cards import Card
from starproof.understand.asked import Asked, meant, shown, themed, worded

PRINCIPLE, THEMES, WORDS, MEANING = 0.64, 0.16, 0.1, 0.1
"""What the parts of a score weigh; together 1. Chosen on stories of the training corpus."""
LEVEL, RATING = 0.012, 0.008
"""How much a story's level and its ratings decide between stories that fit alike."""
_LATER_TAG = 0.85
"""What a principle counts that the owner put behind another."""
_STILL = 0.3
"""What a computed share counts where the owner named other principles."""


def agreement(asked: Asked, card: Card) -> float:
    """How well a story shows the principles asked for, beside the best that a story could: 0 to 1."""
    met = shown(asked, card.principles)
    if card.tags or card.named or card.repeats:
        met = _STILL * met + _owned(asked, card) / asked.principles[0].score
    return min(1.0, met)


def _owned(asked: Asked, card: Card) -> float:
    """The share of the principles that the owner gave the story; the first counts in full."""
    counted = [asked.shares.get(name, 0.0) for name in card.owned]
    return max(counted[0], _LATER_TAG * max(counted))


def strength(card: Card) -> float:
    """A little for a story that reads at the guide's level or above, and for its ratings."""
    given = [value for _, value in card.ratings if value is not None]
    rated = RATING * (sum(given) / len(given) - 1) / 4 if given else 0.0
    return rated + (LEVEL if card.reads_as in ("at", "above") else 0.0)


def quick_score(asked: Asked, card: Card) -> float:
    """The score without meaning and strength, which cost more to find."""
    return (
        PRINCIPLE * agreement(asked, card)
        + THEMES * themed(asked, card.sketch.themes)
        + WORDS * worded(asked, card.sketch.terms)
    )


def rest(asked: Asked, card: Card) -> float:
    """What meaning and strength add; at most ``MOST_REST``."""
    return MEANING * meant(asked, card.sketch.vector) + strength(card)


MOST_REST = MEANING + LEVEL + RATING
