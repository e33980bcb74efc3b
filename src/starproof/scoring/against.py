"""Two readers of the same stories beside each other: two engines, two annotators, or one of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from starproof.core.results import FLAGS
from starproof.scoring.agreement import cohens_kappa, krippendorffs_alpha, nominal, squared
from starproof.scoring.alignment import joined, label_of
from starproof.scoring.measures import Item, Measures, weighted_kappa
from starproof.scoring.score import RANKS, score
from starproof.scoring.tally import READINGS

Reviews = Mapping[str, Item]


def as_review(story: Item) -> Measures:
    """An annotated story in the shape of a review, as if its annotator were an engine."""
    raised = {flag["id"] for flag in story["red_flags"]}
    usd = story.get("annual_impact_usd")
    return {
        "id": story["id"],
        "text": {"content": joined(story)[0]},
        "sentences": [{"start": start, "end": end, "label": label} for start, end, label in joined(story)[1]],
        "quantities": [_with_end(quantity) for quantity in story["quantities"]],
        "claims": [_with_end(claim) for claim in story.get("claims", [])],
        "flags": [{"id": flag, "status": "raised" if flag in raised else "clear"} for flag in FLAGS],
        "level": {"reads_as": READINGS.get(story["level"], "unclear")},
        "impact": None if usd is None else {"annual_usd": usd},
        "principles": [{"id": story["principle"]}] if story.get("principle") else [],
    }


def against(stories: Sequence[Item], readers: Mapping[str, Reviews]) -> dict[str, Any]:
    """Each reader's scores, and the agreement of every two readers, the corpus' own annotator included.

    Args:
        stories: annotated stories; their sentences are the units of agreement on labels.
        readers: by the reader's name, reviews by story id, one for every story.
    """
    everyone = {"corpus": {story["id"]: as_review(story) for story in stories}, **readers}
    return {
        "scores": {name: score(stories, reviews) for name, reviews in readers.items()},
        "agreement": {
            f"{one} ~ {other}": agreement(stories, everyone[one], everyone[other])
            for one, other in combinations(everyone, 2)
        },
        "all": _alphas(stories, list(everyone.values())),
    }


def agreement(stories: Sequence[Item], left: Reviews, right: Reviews) -> Measures:
    """Kappas and alphas of two readers; ``None`` where agreement cannot be told from chance."""
    levels = [pair for pair in _levels(stories, [left, right]) if None not in pair]
    ranks: dict[tuple[int, int], int] = {}
    for one, other in levels:
        assert one is not None
        assert other is not None
        ranks[one, other] = ranks.get((one, other), 0) + 1
    flags = {flag: _flag(stories, [left, right], flag) for flag in FLAGS}
    return {
        "labels_kappa": cohens_kappa([(a, b) for a, b in _labels(stories, [left, right])]),
        "level_kappa": weighted_kappa(ranks),
        "flags_kappa": cohens_kappa([(a, b) for pairs in flags.values() for a, b in pairs]),
        "per_flag_kappa": {flag: cohens_kappa([(a, b) for a, b in pairs]) for flag, pairs in flags.items()},
        **_alphas(stories, [left, right]),
    }


def _alphas(stories: Sequence[Item], readers: Sequence[Reviews]) -> Measures:
    flags = [unit for flag in FLAGS for unit in _flag(stories, readers, flag)]
    return {
        "labels_alpha": krippendorffs_alpha(_labels(stories, readers), distance=nominal),
        "level_alpha": krippendorffs_alpha(_levels(stories, readers), distance=squared),
        "flags_alpha": krippendorffs_alpha(flags, distance=nominal),
    }


def _labels(stories: Sequence[Item], readers: Sequence[Reviews]) -> list[list[str]]:
    return [
        [label_of(start, end, reviews[story["id"]]["sentences"]) for reviews in readers]
        for story in stories
        for start, end, _ in joined(story)[1]
    ]


def _levels(stories: Sequence[Item], readers: Sequence[Reviews]) -> list[list[int | None]]:
    return [[RANKS.get(reviews[story["id"]]["level"]["reads_as"]) for reviews in readers] for story in stories]


def _flag(stories: Sequence[Item], readers: Sequence[Reviews], flag: str) -> list[list[bool]]:
    return [[_raised(reviews[story["id"]], flag) for reviews in readers] for story in stories]


def _raised(review: Item, flag: str) -> bool:
    return any(one["id"] == flag and one["status"] == "raised" for one in review["flags"])


def _with_end(item: Item) -> dict[str, Any]:
    return {**item, "end": item["start"] + len(item["text"])}
