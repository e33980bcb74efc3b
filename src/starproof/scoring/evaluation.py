"""Everything that is measured on a corpus: scores, intervals, registers, calibration, the worst misses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from starproof.scoring.bootstrap import ROUNDS, intervals
from starproof.scoring.measures import Item, Measures
from starproof.scoring.misses import misses
from starproof.scoring.score import calibration_of, measures_of
from starproof.scoring.tally import Tally, tally, total


def evaluation(
    stories: Sequence[Item], reviews: Mapping[str, Item], *, limit: int = 5, rounds: int = ROUNDS
) -> dict[str, Any]:
    """Scores by part, then ``calibration``, ``registers``, ``intervals``, ``misses`` and how many ``stories``.

    Args:
        stories: annotated stories.
        reviews: by story id, each story's review as JSON.
        limit: misses of each kind.
        rounds: resampled corpora for the intervals.
    """
    tallies = {story["id"]: tally(story, reviews[story["id"]]) for story in stories}
    registers = {
        name: _measured([tallies[story["id"]] for story in stories if story["register"] == name], rounds)
        for name in sorted({story["register"] for story in stories})
    }
    return {
        "stories": len(stories),
        **_measured(list(tallies.values()), rounds),
        "registers": registers,
        "misses": misses(stories, reviews, limit=limit),
    }


def _measured(tallies: Sequence[Tally], rounds: int) -> Measures:
    return {**_measures(total(tallies)), "intervals": intervals(tallies, _measures, rounds=rounds)}


def _measures(counts: Tally) -> Measures:
    return {**measures_of(counts), "calibration": calibration_of(counts)}
