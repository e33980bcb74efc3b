"""Stories of one project, where that can be seen: by the owner's tags, or by the words that tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

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
    for one, two in (*_sharing(tags), *_near(terms, least)):
        root[find(two)] = find(one)
    groups: dict[int, list[int]] = {}
    for place in range(len(stories)):
        groups.setdefault(find(place), []).append(place)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _sharing(tags: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each story with the first one before it that has a tag of its own."""
    first: dict[str, int] = {}
    for place, own in enumerate(tags):
        yield from ((first.setdefault(tag, place), place) for tag in own)


def _near(terms: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that are alike, found without looking at all of them.

    Two stories of which so much is shared have at least one word in common among the rarest of each, as many as may be
    missing and one more; so only those that share such a word are compared.
    """
    common = Counter(term for own in terms for term in own)
    held: dict[str, list[int]] = {}
    for place, own in enumerate(terms):
        needed = ceil(least * len(own) - 1e-9)
        rarest = sorted(own, key=lambda term: (common[term], term))[: len(own) - needed + 1]
        before = {other for term in rarest for other in held.get(term, ())}
        yield from ((other, place) for other in sorted(before) if _alike(terms[other], own, least))
        for term in rarest:
            held.setdefault(term, []).append(place)


def _alike(one: frozenset[str], two: frozenset[str], least: float) -> bool:
    """Whether the shared words make up so much of all words."""
    if not one or not two:
        return False
    shared = len(one & two)
    return shared >= least * (len(one) + len(two) - shared)
