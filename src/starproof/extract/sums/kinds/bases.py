"""Where a figure came from when that is told further back."""

from __future__ import annotations

from starproof.extract.sums.story.figures import Figure
from starproof.extract.sums.story.likeness import alike, same_scale
from starproof.extract.sums.story.said import said_around
from starproof.extract.sums.story.scene import Scene


def bases(scene: Scene, after: Figure) -> list[Figure]:
    """Earlier figures of the same sort as ``after`` that may be what it was before, nearest first."""
    story = scene.story
    found = [
        f
        for f in story.earlier(after.place)
        if alike(f, after)
        and f.value != after.value
        and f.index not in scene.derived
        and f.index not in scene.targets
        and same_scale(f.quantity, after.quantity)
    ]
    if after.kind in ("count", "money") and len(found) <= 1:
        return found
    about = said_around(after).wide
    scored = [(len(about & said_around(f).wide), f) for f in found]
    best = max((score for score, _ in scored), default=0)
    return [f for score, f in scored if score == best]
