"""How well the engine reads an annotated corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from starproof.core.document import Story
from starproof.engine import Reviewer
from starproof.report import as_dict
from starproof.scoring import joined, score


def evaluate(stories: Iterable[Mapping[str, Any]], *, reviewer: Reviewer | None = None) -> dict[str, dict[str, Any]]:
    """Review every story of an annotated corpus and score the reviews against its labels.

    Args:
        stories: records as ``corpus/ANNOTATION.md`` describes them.
        reviewer: whose reviews to score; ``None`` for the shipped guide.

    Returns:
        Measures by part: sentences, quantities, inconsistent_claims, flags, level, impact, principle.
    """
    gold = list(stories)
    judge = reviewer or Reviewer()
    reviews = {item["id"]: as_dict(judge.review(_story(item))) for item in gold}
    return score(gold, reviews)


def _story(item: Mapping[str, Any]) -> Story:
    text, _ = joined(item)
    return Story(item["id"], text, item.get("title"), item.get("question"), None, item.get("register"))
