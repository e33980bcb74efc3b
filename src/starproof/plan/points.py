"""What a story is worth whatever it is asked for: its level and craft times a thousand, less its age and use."""

from __future__ import annotations

from collections.abc import Mapping

from starproof.core.bank import Banked
from starproof.core.planning import Age
from starproof.plan.weights import weights

MOST = 1000


def gross(story: Banked) -> float:
    """Points of a story that shows fully what is asked for, before costs."""
    return MOST * float(weights("level")[story.digest.reads_as]) * craft(story)


def craft(story: Banked) -> float:
    """Flags, wrong figures and ratings: 0.1 to a little over 1."""
    rules = weights("craft")
    flags = min(len(story.digest.flags), rules["flags_at_most"]) * rules["flag"]
    errors = min(wrong_figures(story), rules["errors_at_most"]) * rules["error"]
    rated = [rating for _, rating in story.digest.ratings if rating is not None]
    lift = rules["rating"] * (sum(rated) / len(rated) - rules["rating_middle"]) if rated else 0.0
    return max(0.1, float((1.0 - flags) * (1.0 - errors) * (1.0 + lift)))


def wrong_figures(story: Banked) -> int:
    """How many figures do not add up: the errors that are neither the flag of blame nor about the story's question.

    A loop asks questions of its own, so that what a story was told for says nothing against it there.
    """
    return max(0, story.digest.errors - ("blame" in story.digest.flags) - story.digest.astray)


def age_cost(old: Age | None) -> int:
    """What the age of a story costs; nothing where nobody said when it happened."""
    rules = weights("age")
    costs: Mapping[str | None, int] = {"ageing": rules["ageing_cost"], "stale": rules["stale_cost"]}
    return costs.get(old, 0)


def use_cost(times: int) -> int:
    """What it costs that a story was told so many times before."""
    rules = weights("used")
    if times <= rules["often"]:
        return 0
    cost: int = min((times - rules["often"]) * rules["cost"], rules["cost_at_most"])
    return cost


def clamped(points: float) -> int:
    """Points from 1 to 1000: whatever shows a principle is better than silence."""
    return max(1, min(MOST, round(points)))
