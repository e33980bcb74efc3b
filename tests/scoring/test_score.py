"""The package's scorer against the corpus' own, on reviews that are right, wrong and silent."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from starproof.core.results import FLAGS
from starproof.scoring import joined, score

CORPUS = Path(__file__).parents[2] / "corpus"
SPEC = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
assert SPEC is not None
assert SPEC.loader is not None
REFERENCE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(REFERENCE)
STORIES = [json.loads(line) for line in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


def spoiled(story: dict[str, Any], rate: float, rng: random.Random) -> dict[str, Any]:
    """A review that is right but for a share of its parts."""

    def keep() -> bool:
        return rng.random() >= rate

    spans = joined(story)[1]
    raised = {f["id"] for f in story["red_flags"]}
    real = {"l6": "at", "l7": "above"}.get(story["level"], story["level"])
    return {
        "id": story["id"],
        "sentences": [{"start": s, "end": e, "label": x if keep() else "other"} for s, e, x in spans],
        "quantities": [q | {"end": q["start"] + len(q["text"])} for q in story["quantities"] if keep()],
        "claims": [
            c | {"end": c["start"] + len(c["text"]), "verdict": c["verdict"] if keep() else "consistent"}
            for c in story["claims"]
        ],
        "flags": [{"id": f, "status": "raised" if (f in raised) == keep() else "clear"} for f in FLAGS],
        "level": {"reads_as": real if keep() else "unclear"},
        "impact": {"annual_usd": story["annual_impact_usd"]} if story["annual_impact_usd"] and keep() else None,
        "principles": [{"id": story["principle"] if keep() else "ownership"}],
    }


@pytest.mark.parametrize("rate", [0.0, 0.3, 1.0])
def test_scores_agree_with_the_corpus_own_scorer(rate: float) -> None:
    rng = random.Random(7)
    reviews = {story["id"]: spoiled(story, rate, rng) for story in STORIES}
    theirs = REFERENCE.score(STORIES, reviews)
    theirs.pop("stories")
    assert score(STORIES, reviews) == theirs


def test_a_perfect_reader_gets_perfect_scores() -> None:
    reviews = {story["id"]: spoiled(story, 0.0, random.Random(1)) for story in STORIES}
    found = score(STORIES, reviews)
    assert found["sentences"]["macro_f1"] == found["quantities"]["f1"] == found["flags"]["f1"] == 1.0


def test_a_flag_that_nobody_has_and_nobody_raises_cannot_be_said_and_is_no_part_of_the_mean() -> None:
    story = next(story for story in STORIES if len(story["red_flags"]) == 1)
    own = story["red_flags"][0]["id"]
    other = next(flag for flag in FLAGS if flag != own)
    review = spoiled(story, 0.0, random.Random(1))
    review["flags"] = [{"id": other, "status": "raised"}]
    flags = score([story], {story["id"]: review})["flags"]
    told = {flag for flag, values in flags["per_flag"].items() if values["f1"] is not None}
    assert told == {own, other}
    assert flags["macro_f1"] == 0.0


def test_without_any_flag_there_is_no_mean_of_flags() -> None:
    story = next(story for story in STORIES if not story["red_flags"])
    found = score([story], {story["id"]: spoiled(story, 0.0, random.Random(1))})
    assert found["flags"]["macro_f1"] is None
    assert {values["f1"] for values in found["flags"]["per_flag"].values()} == {None}
