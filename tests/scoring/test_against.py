"""A second reader beside the first: annotators and engines."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from starproof.api.corpora import read_readings
from starproof.api.scoring import compare_readers
from starproof.errors import InputError
from starproof.scoring import against, as_review, joined, score

DEV = Path(__file__).parents[2] / "corpus" / "dev.jsonl"
STORIES: list[dict[str, Any]] = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()[:12]]


def second_annotator() -> list[dict[str, Any]]:
    """Calls the first sentence of every story a task, and never sees jargon."""
    others = copy.deepcopy(STORIES)
    for story in others:
        story["sentences"][0]["label"] = "task"
        story["red_flags"] = [flag for flag in story["red_flags"] if flag["id"] != "jargon"]
    return others


def test_an_annotator_agrees_wholly_with_their_own_stories() -> None:
    reviews = {story["id"]: as_review(story) for story in STORIES}
    found = compare_readers(STORIES, reviews, reviews)
    one = found["agreement"]["starproof ~ other"]
    assert one["labels_kappa"] == one["level_kappa"] == one["flags_kappa"] == one["labels_alpha"] == 1.0
    assert found["scores"]["other"] == score(STORIES, reviews)


def test_two_annotators_differ_where_they_differ() -> None:
    second = {story["id"]: as_review(story) for story in second_annotator()}
    found = against(STORIES, {"second": second})["agreement"]["corpus ~ second"]
    assert 0.5 < found["labels_kappa"] < 1.0
    assert found["level_kappa"] == 1.0
    assert found["per_flag_kappa"]["jargon"] in (0.0, None)
    assert found["per_flag_kappa"]["low-impact"] in (1.0, None)


def test_one_reader_left_out_a_story() -> None:
    reviews = {story["id"]: as_review(story) for story in STORIES}
    with pytest.raises(InputError, match=STORIES[-1]["id"]):
        compare_readers(STORIES, reviews, {name: reviews[name] for name in list(reviews)[:-1]})


def test_one_reader_read_another_text() -> None:
    reviews = {story["id"]: as_review(story) for story in STORIES}
    other = copy.deepcopy(STORIES[3])
    other["sentences"][0]["text"] += " Or so."
    with pytest.raises(InputError, match="another text"):
        compare_readers(STORIES, reviews, {**reviews, other["id"]: as_review(other)})


def test_a_file_may_hold_reviews_or_stories_and_nothing_else(tmp_path: Path) -> None:
    rows = [as_review(STORIES[0]), STORIES[1]]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_readings(str(path)) == {story["id"]: as_review(story) for story in STORIES[:2]}
    path.write_text('{"schema": "starproof.error/1", "id": "x"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="Line 1"):
        read_readings(str(path))


def test_a_line_that_is_no_json_is_said_so_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# A story\n", encoding="utf-8")
    with pytest.raises(InputError, match="it is no JSON") as told:
        read_readings(str(path))
    assert "Error(" not in told.value.message


def test_an_annotation_as_a_review_keeps_every_span() -> None:
    for story in STORIES:
        review, text = as_review(story), joined(story)[0]
        for item in [*review["quantities"], *review["claims"]]:
            assert text[item["start"] : item["end"]] == item["text"]
