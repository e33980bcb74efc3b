"""Why a story was matched, in words."""

from __future__ import annotations

from dataclasses import dataclass

from starproof.core.guide import Guide
from starproof.core.listing import listed
from starproof.matching.apart import apart
from starproof.matching.cards import Card
from starproof.matching.naming import principle_name, shared_themes, shared_words, shown_best, theme_names
from starproof.matching.scoring import (
    MEANING,
    PRINCIPLE,
    THEMES,
    WORDS,
    agreement,
    strength,
)
from starproof.matching.speaking import Said, speaks
from starproof.understand.asked import Asked, meant, themed, worded


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
            "themes",
            THEMES * themed(asked, card.sketch.themes),
            f"both speak of {listed(themes)}" if themes else "none shared",
        ),
        Part(
            "words", WORDS * worded(asked, card.sketch.terms), f"both say {listed(shared)}" if shared else "none shared"
        ),
        Part("meaning", MEANING * meant(asked, card.sketch.vector), "how near the words' meanings are"),
        Part("strength", strength(card), "its level and ratings, which decide between stories that fit alike"),
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a story, as far as they are known."""

    text: str
    whole: bool
    """Whether these are all."""


def because(asked: Asked, card: Card, words: Words, *, after: Card | None, guide: Guide) -> str:
    """What of this story speaks to this question, and what sets it apart from the next; empty if nothing can be said.

    Args:
        asked: the question.
        card: the story.
        words: its own.
        after: the story that is matched next.
        guide: whose principles count.
    """
    said = speaks(asked, words.text, guide=guide)
    first = _quoted(asked, card, said, guide) if said else _given(asked, card, guide, whole=words.whole)
    known = f"It repeats the guide's exemplar {card.repeats.id}, which interviewers know." if card.repeats else ""
    beside = apart(asked, card, after, guide=guide) if after else ""
    return " ".join(filter(None, (first, known, beside)))


def _quoted(asked: Asked, card: Card, said: Said, guide: Guide) -> str:
    quote = f"“{said.quote}”."
    if said.themes:
        return f"On {theme_names(said.themes)[0]} it says: {quote}"
    if asked.themes and said.only and not (said.shares or shared_themes(asked, card)):
        return f"It does not speak of {theme_names(asked.themes)[0]} in so many words; nearest comes: {quote}"
    if said.plain:
        return f"On {principle_name(asked.principles[0].id, guide)} it says: {quote}"
    return f"Nearest to the question it says: {quote}"


def _given(asked: Asked, card: Card, guide: Guide, *, whole: bool) -> str:
    """What others than its words say of it: no sentence was found that speaks to the question."""
    if not (card.tags or card.named):
        return ""
    name = principle_name(shown_best(asked, card) or card.owned[0], guide)
    alone = " alone; no sentence of it says so plainly" if whole else ""
    return f"It shows {name} {card.source}{alone}."


def _principles(asked: Asked, card: Card, guide: Guide) -> str:
    wanted = asked.principles[0]
    best = shown_best(asked, card)
    shown = principle_name(best, guide) if best else "none of them"
    return f"asked: {principle_name(wanted.id, guide)} ({wanted.score:.0%}); shown: {shown}, {card.source}"
