"""Which leadership principle a question asks for and a story shows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from starproof.core.guide import Principle
from starproof.core.results import RankedPrinciple

_WORD = re.compile(r"[a-z]+")
_HINTS: dict[str, tuple[str, ...]] = {
    "customer-obsession": ("customer", "client", "user", "passenger", "patient", "complain", "support"),
    "ownership": ("responsib", "own", "nobody", "asked", "outage", "long-term", "yours", "beyond", "job"),
    "invent-and-simplify": ("simpl", "invent", "idea", "complex", "new", "innovat", "easier", "steps"),
    "hire-and-develop": ("hire", "hiring", "develop", "coach", "mentor", "grow", "promot", "team", "people"),
    "deliver-results": ("deliver", "deadline", "goal", "obstacle", "target", "commit", "late", "date"),
    "dive-deep": ("detail", "data", "root", "cause", "deep", "figures", "investigat", "numbers", "metric"),
    "have-backbone": ("disagree", "unpopular", "push", "challenge", "no", "pressure", "stand", "position"),
    "earn-trust": ("trust", "mistake", "feedback", "honest", "relationship", "wrong", "admit", "apolog"),
}


def rank(*, question: str | None, text: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """All of the guide's principles, best first; shares add up to 1. The question weighs most."""
    asked = _scores(question, principles) if question else [0.0] * len(principles)
    told = _scores(text, principles)
    return _ranked(principles, [3 * a + t for a, t in zip(asked, told, strict=True)])


def rank_question(question: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """The guide's principles by how likely the question asks for each; shares add up to 1."""
    return _ranked(principles, [3 * score for score in _scores(question, principles)])


def _scores(text: str, principles: Sequence[Principle]) -> list[float]:
    words = _WORD.findall(text.lower())
    return [_share(words, _hints(principle)) for principle in principles]


def _hints(principle: Principle) -> tuple[str, ...]:
    known = _HINTS.get(principle.id)
    if known is not None:
        return known
    said = f"{principle.name} {principle.looks_for}".lower()
    return tuple(word for word in _WORD.findall(said) if len(word) > 3)


def _share(words: Sequence[str], hints: tuple[str, ...]) -> float:
    hits = sum(word.startswith(hints) for word in words) if hints else 0
    return hits / math.sqrt(len(words) + 1)


def _ranked(principles: Sequence[Principle], scores: Sequence[float]) -> tuple[RankedPrinciple, ...]:
    top = max(scores, default=0.0)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    shares = [RankedPrinciple(p.id, w / total) for p, w in zip(principles, weights, strict=True)]
    return tuple(sorted(shares, key=lambda item: -item.score))
