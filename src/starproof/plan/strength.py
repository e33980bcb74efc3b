"""How well a story shows a principle: its owner's tags first, then what was computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from starproof.core.bank import Banked
from starproof.core.planning import Shown, Sought
from starproof.plan.weights import weights


@dataclass(frozen=True, slots=True)
class Scale:
    """How strengths are made and named."""

    power: float
    """By which a share becomes a strength."""
    least: float
    """The share under which a principle is not shown at all."""
    tags: tuple[float, ...]
    strong: float
    fair: float
    faint: float


@cache
def scale() -> Scale:
    """The packaged scale."""
    rules = weights("showing")
    least = rules["faint"] ** rules["root"]
    return Scale(1.0 / rules["root"], least, tuple(rules["tags"]), rules["strong"], rules["fair"], rules["faint"])


def strengths(story: Banked) -> dict[str, float]:
    """By principle: 0 to 1, without those that are not shown. What its owner tagged counts at least as its tags say."""
    by = scale()
    shares = () if story.digest.too_short else story.digest.principles
    found = {share.id: round(share.score**by.power, 3) for share in shares if share.score >= by.least}
    for place, principle in enumerate(tags(story)):
        worth = by.tags[min(place, len(by.tags) - 1)]
        found[principle] = max(worth, found.get(principle, 0.0))
    return found


def tags(story: Banked) -> tuple[str, ...]:
    """What its owner says that it shows, best first: tags, else what its front matter names."""
    named = story.digest.principle
    return story.principles or ((named,) if named else ())


def strength_for(story: Banked, sought: Sought, known: Mapping[str, float]) -> float:
    """How well a story answers a principle or theme, which may be none of the guide's.

    ``known`` are its ``strengths``, handed in since many are asked for in a row.
    """
    if sought.id in known:
        return known[sought.id]
    rules = weights("showing")
    shares = rules["via"]
    best = max((known.get(p, 0.0) * shares[min(n, len(shares) - 1)] for n, p in enumerate(sought.via)), default=0.0)
    if sought.id in story.digest.sketch.themes or sought.id in story.tags:
        best += rules["theme"]
    return round(min(1.0, best), 3)


def shown(strength: float) -> Shown | None:
    """The strength in a word; ``None`` where it is too little to count."""
    by = scale()
    if strength >= by.strong:
        return "strong"
    if strength >= by.fair:
        return "fair"
    return "faint" if strength >= by.faint else None
