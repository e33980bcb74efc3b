"""What a question and a story have in common, by the names that people know it by."""

from __future__ import annotations

from collections.abc import Iterable

from starproof.core.guide import Guide
from starproof.matching.cards import Card
from starproof.questions import load_themes
from starproof.understand.asked import Asked

_MOST_WORDS = 6


def theme_names(ids: Iterable[str]) -> list[str]:
    """The names of these themes, as they stand within a sentence."""
    names = {theme.id: theme.name for theme in load_themes()}
    return [names[theme].lower() for theme in ids]


def shared_themes(asked: Asked, card: Card) -> list[str]:
    """The names of the question's themes that the story tells of, its foremost first."""
    return theme_names(theme for theme in card.sketch.themes if theme in asked.themes)


def shared_words(asked: Asked, card: Card) -> list[str]:
    """The telling words of the question that the story has, most telling first."""
    both = sorted((term for term in card.sketch.terms if term in asked.terms), key=lambda term: -asked.terms[term])
    return [f"“{asked.spoken.get(term, term)}”" for term in both[:_MOST_WORDS]]


def shown_best(asked: Asked, card: Card) -> str | None:
    """Of the principles that the story shows, the one that the question asks for most."""
    shown = dict.fromkeys(card.owned, 1.0) or {one.id: one.score for one in card.principles}
    met = {name: asked.shares.get(name, 0.0) * share for name, share in shown.items()}
    return max(met, key=lambda name: met[name], default=None)


def principle_name(principle_id: str, guide: Guide) -> str:
    """What the guide calls the principle."""
    return next((one.name for one in guide.principles if one.id == principle_id), principle_id)
