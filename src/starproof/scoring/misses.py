"""What a review got wrong, worst first, with the words it was wrong about."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from starproof.scoring.alignment import (
    Spans,
    confidence_of,
    impact_of,
    impact_right,
    inconsistent,
    joined,
    label_of,
    mates,
    same_value,
    untold,
)
from starproof.scoring.measures import Item
from starproof.scoring.score import RANKS
from starproof.scoring.tally import READINGS

Miss = dict[str, Any]
Finder = Callable[[Item, Item], Iterator[tuple[float, Miss]]]
"""Gives each miss with its weight; the heavier, the worse."""


def misses(stories: Sequence[Item], reviews: Mapping[str, Item], *, limit: int) -> dict[str, list[Miss]]:
    """Up to ``limit`` misses of each kind: labels, flags, claims, quantities, level, impact, principle."""
    return {kind: _worst(find, stories, reviews, limit) for kind, find in _FINDERS.items()}


def _worst(find: Finder, stories: Sequence[Item], reviews: Mapping[str, Item], limit: int) -> list[Miss]:
    found = [
        (weight, {"story": story["id"], **miss})
        for story in stories
        for weight, miss in find(story, reviews[story["id"]])
    ]
    return [miss for _, miss in sorted(found, key=lambda one: -one[0])[:limit]]


def _labels(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    text, spans = joined(story)
    for start, end, gold in spans:
        read = label_of(start, end, review["sentences"])
        if read != gold:
            sure = confidence_of(start, end, read, review["sentences"])
            yield sure or 0.0, {"text": text[start:end], "gold": gold, "read": read, "confidence": sure}


def _flags(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    """A fault that is not there accuses the candidate, so it weighs more than one overlooked."""
    if "red_flags" in untold(story):
        return
    gold = {flag["id"]: flag.get("evidence") for flag in story["red_flags"]}
    for flag in review["flags"]:
        raised = flag["status"] == "raised"
        if raised == (flag["id"] in gold):
            continue
        yield (
            1.0 + (flag.get("severity") == "error") if raised else float(flag.get("severity") == "error") / 2,
            {
                "flag": flag["id"],
                "wrong": "raised wrongly" if raised else "missed",
                "status": flag["status"],
                "because": flag.get("because"),
                "quotes": [item["quote"] for item in flag.get("evidence") or []],
                "gold": gold.get(flag["id"]),
            },
        )


def _claims(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    if "claims" in untold(story):
        return
    wrong, said = inconsistent(story), inconsistent(review)
    met = mates(wrong, said)
    rightly = [id(mate) for _, mate in met if mate is not None]
    text, spans = joined(story)
    for claim in said:
        if id(claim) not in rightly:
            told = {name: claim.get(name) for name in ("kind", "stated", "computed", "explanation")}
            yield 1.0, {"wrong": "accused wrongly", **_place(claim, text, spans), **told}
    for gold, mate in met:
        if mate is None:
            told = {name: gold.get(name) for name in ("kind", "stated", "computed")}
            yield 0.0, {"wrong": "missed", **_place(gold, text, spans), **told}


def _quantities(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    if "quantities" in untold(story):
        return
    met = mates(story["quantities"], review["quantities"], same=same_value)
    used = [id(mate) for _, mate in met if mate is not None]
    text, spans = joined(story)
    for gold, mate in met:
        if mate is None:
            yield 1.0, {"wrong": "missed", **_place(gold, text, spans), **_figure(gold)}
    for found in review["quantities"]:
        if id(found) not in used:
            yield 0.0, {"wrong": "read wrongly", **_place(found, text, spans), **_figure(found)}


def _figure(quantity: Item) -> Miss:
    return {name: quantity.get(name) for name in ("kind", "value", "unit")}


def _place(item: Item, text: str, spans: Spans) -> Miss:
    sentence = next((text[start:end] for start, end, _ in spans if start <= item["start"] < end), "")
    return {"text": item["text"], "sentence": sentence}


def _level(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    gold = READINGS.get(story["level"])
    read = READINGS.get(review["level"]["reads_as"], "unclear")
    if gold is None or gold == read:
        return
    sure = review["level"].get("confidence")
    off = abs(RANKS[gold] - RANKS[read]) if read in RANKS else 0
    dimensions = {one["id"]: one["reads_as"] for one in review["level"].get("dimensions") or []}
    because = review["level"].get("because")
    yield (
        off + (sure or 0.0),
        {"gold": gold, "read": read, "confidence": sure, "because": because, "dimensions": dimensions},
    )


def _impact(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    if impact_right(story, review):
        return
    gold, usd = story["annual_impact_usd"], impact_of(review)
    impact = review.get("impact") or {}
    place = impact.get("quantity")
    text = review["quantities"][place]["text"] if place is not None else None
    far = abs(math.log10(usd / gold)) if usd and gold and usd / gold > 0 else 10.0
    yield far, {"gold": gold, "read": usd, "text": text, "basis": impact.get("basis")}


def _principle(story: Item, review: Item) -> Iterator[tuple[float, Miss]]:
    best = review["principles"][0] if review["principles"] else {"id": None, "score": 0.0}
    if best["id"] not in (story["principle"], *story["also"]):
        score = best.get("score") or 0.0
        yield score, {"gold": story["principle"], "read": best["id"], "score": score, "text": story.get("question")}


_FINDERS: dict[str, Finder] = {
    "labels": _labels,
    "flags": _flags,
    "claims": _claims,
    "quantities": _quantities,
    "level": _level,
    "impact": _impact,
    "principle": _principle,
}
