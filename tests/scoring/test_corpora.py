"""Corpora and reviews from files: each line can be scored, or is refused with what is wrong with it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.api.corpora import read_annotated, read_readings
from starproof.api.scoring import check_readings
from starproof.errors import InputError
from starproof.scoring import as_review, evaluation

GOLD: dict[str, Any] = {
    "id": "gate",
    "register": "written",
    "title": "The gate",
    "question": "Tell me about a time you were wrong.",
    "principle": "ownership",
    "also": [],
    "sentences": [{"text": "I ran three teams.", "label": "situation"}, {"text": "We halved it.", "label": "result"}],
    "quantities": [{"text": "three teams", "start": 6, "kind": "count", "value": 3, "unit": "team"}],
    "claims": [{"text": "halved", "start": 22, "kind": "multiple", "verdict": "consistent"}],
    "red_flags": [{"id": "blame", "evidence": None}],
    "level": "l6",
    "annual_impact_usd": None,
}
JUNK = st.sampled_from([None, True, -1, 0.5, "", "x", [], {}, [1], ["x"], [{}], {"a": 1}, 10**30])


def written(path: Path, *rows: object) -> str:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in GOLD.items() if name != key}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (without("also"), "also is missing"),
        (GOLD | {"register": None}, "register is null"),
        (GOLD | {"sentences": [{"text": "I ran it."}]}, r"sentences\[0\]\.label is missing"),
        (GOLD | {"quantities": [GOLD["quantities"][0] | {"value": "3"}]}, r"quantities\[0\]\.value is text"),
        (GOLD | {"red_flags": ["blame"]}, r"red_flags\[0\] is text"),
        (GOLD | {"level": {"reads_as": "at"}}, "level is an object"),
        ([GOLD], "it is a list"),
    ],
)
def test_a_line_that_is_no_annotated_story_is_named_with_what_it_lacks(tmp_path: Path, row: object, why: str) -> None:
    with pytest.raises(InputError, match=rf"E-INP-111.*Line 2 .*: {why}\."):
        read_annotated(written(tmp_path / "corpus.jsonl", GOLD | {"id": "first"}, row))


def test_two_stories_of_one_id_are_not_scored_as_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Line 2 .*another 'gate' above"):
        read_annotated(written(tmp_path / "corpus.jsonl", GOLD, GOLD))


def test_a_review_of_another_shape_is_named_with_what_is_wrong(tmp_path: Path) -> None:
    spoilt = as_review(GOLD) | {"level": None}
    with pytest.raises(InputError, match=r"E-INP-114.*Line 1 .*level is null"):
        read_readings(written(tmp_path / "reviews.jsonl", spoilt))


@given(st.data())
def test_whatever_is_changed_in_a_file_is_scored_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    gold, review = copy.deepcopy(GOLD), as_review(GOLD)
    changed = data.draw(st.sampled_from([gold, review]))
    while True:  # down to some value inside, and another thing in its place
        key = data.draw(st.sampled_from(sorted(changed) if isinstance(changed, dict) else range(len(changed))))
        inner = changed[key]
        if not inner or not isinstance(inner, dict | list) or data.draw(st.booleans()):
            break
        changed = inner
    changed[key] = data.draw(JUNK)
    folder = tmp_path_factory.mktemp("changed")
    try:
        stories = read_annotated(written(folder / "corpus.jsonl", gold))
        reviews = read_readings(written(folder / "reviews.jsonl", review))
        check_readings(stories, reviews)
    except InputError:
        return
    assert evaluation(stories, reviews, limit=5, rounds=2)["stories"] == 1
