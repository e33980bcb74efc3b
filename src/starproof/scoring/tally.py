"""One story's share in every measure, as counts that add up over stories.

All measures are functions of such counts, so a thousand resampled corpora cost a thousand sums and no reviewing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from starproof.core.results import FLAGS
from starproof.scoring.alignment import (
    confidence_of,
    impact_right,
    inconsistent,
    joined,
    label_of,
    mates,
    same_value,
    same_verdict,
    untold,
)
from starproof.scoring.measures import Item

Tally = Counter[tuple[str, ...]]
"""Counts by path, such as ``("flags", "blame", "tp")``; confidences are in thousandths."""
READINGS = {"below": "below", "l6": "at", "at": "at", "l7": "above", "above": "above"}
"""The corpus' and the reviews' words for one level."""
BINS = 10


def tally(story: Item, review: Item) -> Tally:
    """Count what a review gets right and wrong about what is annotated of its story; see ``untold``."""
    counts: Tally = Counter()
    left_out = untold(story)
    _labels(counts, story, review)
    for part, count in (("quantities", _quantities), ("claims", _claims), ("red_flags", _flags)):
        if part not in left_out:
            count(counts, story, review)
    _level(counts, story, review)
    _story(counts, story, review)
    return counts


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    counts: Tally = Counter()
    for one in tallies:
        counts.update(one)
    return counts


def _labels(counts: Tally, story: Item, review: Item) -> None:
    counts["registers", story["register"]] += 1
    for start, end, gold in joined(story)[1]:
        read = label_of(start, end, review["sentences"])
        counts["labels", story["register"], gold, read] += 1
        _sure(counts, "labels", confidence_of(start, end, read, review["sentences"]), gold == read)


def _sure(counts: Tally, what: str, confidence: float | None, right: bool) -> None:
    if confidence is None:
        return
    place = str(min(int(confidence * BINS), BINS - 1))
    counts["sure", what, place, "n"] += 1
    counts["sure", what, place, "confidence"] += round(confidence * 1000)
    counts["sure", what, place, "right"] += right


def _quantities(counts: Tally, story: Item, review: Item) -> None:
    for gold, mate in mates(story["quantities"], review["quantities"], same=same_value):
        counts["quantities", gold["kind"], "gold"] += 1
        counts["quantities", gold["kind"], "tp"] += mate is not None
    for found in review["quantities"]:
        counts["quantities", found["kind"], "predicted"] += 1


def _claims(counts: Tally, story: Item, review: Item) -> None:
    wrong, said = inconsistent(story), inconsistent(review)
    counts["claims", "gold"] += len(wrong)
    counts["claims", "predicted"] += len(said)
    counts["claims", "tp"] += sum(mate is not None for _, mate in mates(wrong, said))
    counts["claims", "all"] += len(story["claims"])
    covered = mates(story["claims"], review["claims"], same=same_verdict)
    counts["claims", "covered"] += sum(mate is not None for _, mate in covered)


def _flags(counts: Tally, story: Item, review: Item) -> None:
    real = {flag["id"] for flag in story["red_flags"]}
    raised = {flag["id"] for flag in review["flags"] if flag["status"] == "raised"}
    for flag in FLAGS:
        counts["flags", flag, "gold"] += flag in real
        counts["flags", flag, "predicted"] += flag in raised
        counts["flags", flag, "tp"] += flag in real and flag in raised


def _level(counts: Tally, story: Item, review: Item) -> None:
    gold = READINGS.get(story["level"])
    if gold is None:
        return
    read = READINGS.get(review["level"]["reads_as"], "unclear")
    counts["level", gold, read] += 1
    if read != "unclear":
        _sure(counts, "level", review["level"].get("confidence"), gold == read)


def _story(counts: Tally, story: Item, review: Item) -> None:
    ranked = [principle["id"] for principle in review["principles"]]
    counts["stories",] += 1
    counts["impact", "right"] += impact_right(story, review)
    counts["principle", "top1"] += ranked[:1] == [story["principle"]]
    counts["principle", "top1_or_also"] += bool(ranked) and ranked[0] in [story["principle"], *story["also"]]
    counts["principle", "top2"] += story["principle"] in ranked[:2]
