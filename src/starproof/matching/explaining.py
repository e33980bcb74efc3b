"""Why a story was matched, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starproof.core.guide import Guide
from starproof.matching.asked import Asked
from starproof.matching.cards import Card
from starproof.matching.scoring import (
    MEANING,
    PRINCIPLE,
    THEMES,
    WORDS,
    agreement,
    meaning_score,
    strength,
    theme_score,
    word_score,
)
from starproof.questions import load_themes

_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score."""

    name: str
    """``principle``, ``themes``, ``words``, ``meaning`` or ``strength``."""
    score: float
    """What it adds to the whole."""
    because: str


def parts(asked: Asked, card: Card, *, guide: Guide) -> tuple[Part, ...]:
    """The parts of a story's score, each with what it stands on; they add up to the score."""
    themes, shared = shared_themes(asked, card), shared_words(asked, card)
    return (
        Part("principle", PRINCIPLE * agreement(asked, card), _principles(asked, card, guide)),
        Part(
            "themes", THEMES * theme_score(asked, card), f"both speak of {_listed(themes)}" if themes else "none shared"
        ),
        Part("words", WORDS * word_score(asked, card), f"both say {_listed(shared)}" if shared else "none shared"),
        Part("meaning", MEANING * meaning_score(asked, card), "how near the words' meanings are"),
        Part("strength", strength(card), "its level and ratings, which decide between stories that fit alike"),
    )


def because(asked: Asked, card: Card, *, guide: Guide) -> str:
    """One sentence on why the story was matched."""
    best = _shown_best(asked, card)
    said = [f"it shows {_name(best, guide)} ({card.source})"] if best else []
    themes, shared = shared_themes(asked, card), shared_words(asked, card)
    if themes:
        said.append(f"it tells of {_listed(themes[:2])}")
    if shared:
        said.append(f"it or its own question says {_listed(shared[:3])}")
    sentence = "; ".join(said) or "its words mean something alike"
    return f"{sentence[0].upper()}{sentence[1:]}."


def shared_themes(asked: Asked, card: Card) -> list[str]:
    """The names of the question's themes that the story tells of, its foremost first."""
    names = {theme.id: theme.name for theme in load_themes()}
    return [names[theme].lower() for theme in card.sketch.themes if theme in asked.themes]


def shared_words(asked: Asked, card: Card) -> list[str]:
    """The telling words of the question that the story has, most telling first."""
    both = sorted((term for term in card.sketch.terms if term in asked.terms), key=lambda term: -asked.terms[term])
    return [f"“{asked.spoken.get(term, term)}”" for term in both[:_MOST_WORDS]]


def _principles(asked: Asked, card: Card, guide: Guide) -> str:
    wanted = asked.principles[0]
    best = _shown_best(asked, card)
    shown = _name(best, guide) if best else "none of them"
    return f"asked: {_name(wanted.id, guide)} ({wanted.score:.0%}); shown: {shown}, {card.source}"


def _shown_best(asked: Asked, card: Card) -> str | None:
    """Of the principles that the story shows, the one that the question asks for most."""
    shown = dict.fromkeys(card.owned, 1.0) or {one.id: one.score for one in card.principles}
    met = {name: asked.shares.get(name, 0.0) * share for name, share in shown.items()}
    return max(met, key=lambda name: met[name], default=None)


def _name(principle_id: str, guide: Guide) -> str:
    return next((one.name for one in guide.principles if one.id == principle_id), principle_id)


def _listed(names: Iterable[str]) -> str:
    listed: Sequence[str] = list(names)
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} and {listed[-1]}"
