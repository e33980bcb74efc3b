"""The worst misses, from reviews that are wrong in one known way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from starproof.scoring import as_review
from starproof.scoring.misses import misses

DEV = Path(__file__).parents[2] / "corpus" / "dev.jsonl"
STORIES: list[dict[str, Any]] = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()]
STORY = next(
    story
    for story in STORIES
    if story["red_flags"]
    and story["annual_impact_usd"]
    and any(claim["verdict"] == "inconsistent" for claim in story["claims"])
)


def wrong(**changes: Any) -> dict[str, list[dict[str, Any]]]:
    return misses([STORY], {STORY["id"]: {**as_review(STORY), **changes}}, limit=5)


def test_a_right_review_misses_nothing() -> None:
    assert not any(wrong().values())


def test_the_surest_wrong_label_comes_first_with_its_words() -> None:
    sentences = as_review(STORY)["sentences"]
    for one, confidence in ((sentences[1], 0.6), (sentences[2], 0.9)):
        one.update(label="other", confidence=confidence)
    found = wrong(sentences=sentences)["labels"]
    assert [miss["text"] for miss in found] == [STORY["sentences"][2]["text"], STORY["sentences"][1]["text"]]
    assert found[0]["gold"] == STORY["sentences"][2]["label"]


def test_a_fault_raised_wrongly_comes_before_one_missed_and_says_why() -> None:
    flags = as_review(STORY)["flags"]
    for flag in flags:
        raised = flag["status"] == "raised"
        flag.update(status="clear" if raised else "raised", because="for a reason", severity="warning")
    found = misses([STORY], {STORY["id"]: {**as_review(STORY), "flags": flags}}, limit=12)["flags"]
    kinds = [miss["wrong"] for miss in found]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {"raised wrongly", "missed"}
    assert all(miss["because"] == "for a reason" for miss in found)


def test_a_sum_that_was_not_recomputed_is_missed() -> None:
    due = [claim["text"] for claim in STORY["claims"] if claim["verdict"] == "inconsistent"]
    found = wrong(claims=[])["claims"]
    assert [miss["text"] for miss in found] == due[:5]
    assert all(miss["wrong"] == "missed" and miss["text"] in miss["sentence"] for miss in found)


def test_a_sum_that_adds_up_is_accused_wrongly() -> None:
    claims = [{**claim, "verdict": "inconsistent"} for claim in as_review(STORY)["claims"]]
    extra = {**claims[0], "start": 0, "end": 1, "text": "x"}
    found = wrong(claims=[*claims, extra])["claims"]
    assert found[-1]["text"] == "x" or any(miss["text"] == "x" for miss in found)
    assert {miss["wrong"] for miss in found} == {"accused wrongly"}


def test_level_impact_figures_and_principle_are_named() -> None:
    found = wrong(level={"reads_as": "unclear"}, impact=None, quantities=[], principles=[])
    assert found["level"][0]["read"] == "unclear"
    assert found["impact"][0]["gold"] == STORY["annual_impact_usd"]
    assert found["quantities"][0]["text"] == STORY["quantities"][0]["text"]
    assert found["principle"][0]["gold"] == STORY["principle"]
