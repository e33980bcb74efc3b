"""Stories of one project, where that can be seen: by the owner's tags, or by the words that tell them."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.bank import Banked
from starproof.plan.weights import weights

TAG = "project:"


def projects(stories: Sequence[Banked]) -> list[tuple[int, ...]]:
    """Groups of two stories or more that seem to tell of one project, as indices in order."""
    root = list(range(len(stories)))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    least = weights("loop")["project_overlap"]
    terms = [frozenset(story.digest.sketch.terms) for story in stories]
    tags = [frozenset(tag.casefold() for tag in story.tags if tag.casefold().startswith(TAG)) for story in stories]
    for two in range(len(stories)):
        for one in range(two):
            if tags[one] & tags[two] or _alike(terms[one], terms[two], least):
                root[find(two)] = find(one)
    groups: dict[int, list[int]] = {}
    for place in range(len(stories)):
        groups.setdefault(find(place), []).append(place)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _alike(one: frozenset[str], two: frozenset[str], least: float) -> bool:
    """Whether the shared words make up so much of all words."""
    if not one or not two:
        return False
    shared = len(one & two)
    return shared >= least * (len(one) + len(two) - shared)
