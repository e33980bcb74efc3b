"""The JSON of a review keeps the contract and its committed schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from starproof.core.facts import Facts, Quantity
from starproof.core.results import RankedPrinciple, Review
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.errors import InputError
from starproof.report import as_dict, as_json, as_json_line, render
from tests.corpus import paragraph_of, rows
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story, review_of

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "review.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
REVIEWER = Reviewer()


def hostile(name: str) -> Review:
    text = HOSTILE[name]
    return review_of(text, (2, 9), (5, 20), (5, 5), (0, len(text)), title=name)


def objects_in(schema: Any) -> list[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    found = [one for value in inner for one in objects_in(value)]
    return [*found, schema] if isinstance(schema, dict) and schema.get("type") == "object" else found


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)  # that it is what the code says is a part of the gate


def test_the_schema_lets_no_unknown_key_pass_anywhere() -> None:
    assert all(one["additionalProperties"] is not True for one in objects_in(SCHEMA))
    assert len(objects_in(SCHEMA)) > 15
    data = as_dict(example_review())
    data["flags"][0]["extra"] = 1
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("review", [example_review(), no_story(), *map(hostile, HOSTILE)], ids=lambda r: r.id)
def test_reviews_made_by_hand_keep_the_schema(review: Review) -> None:
    VALIDATOR.validate(as_dict(review))
    assert json.loads(as_json_line(review)) == as_dict(review)


@pytest.mark.parametrize("name", HOSTILE)
def test_reviews_of_the_engine_keep_the_schema_on_hostile_text(name: str) -> None:
    VALIDATOR.validate(as_dict(REVIEWER.review(HOSTILE[name])))


def test_reviews_of_the_engine_keep_the_schema_on_real_stories() -> None:
    for row in rows()[::24]:
        VALIDATOR.validate(as_dict(REVIEWER.review(paragraph_of(row))))


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=200))
def test_reviews_of_the_engine_keep_the_schema_on_any_text(text: str) -> None:
    try:
        review = REVIEWER.review(text)
    except InputError:
        return
    VALIDATOR.validate(as_dict(review))


@pytest.mark.parametrize("name", HOSTILE)
def test_one_review_is_one_line_that_no_terminal_acts_on(name: str) -> None:
    line = as_json_line(hostile(name))
    assert len(line.splitlines()) == 1
    assert not set(line) & set("\x1b\x07\x9b\x00\x7f\u202e\u2066\u2028")


def test_scores_still_add_up_to_one_after_rounding() -> None:
    thirds = tuple(RankedPrinciple(f"p{n}", 1 / 7) for n in range(7))
    scores = [p["score"] for p in as_dict(replace(example_review(), principles=thirds))["principles"]]
    assert abs(sum(scores) - 1) < 1e-9
    assert all(round(score, 6) == score for score in scores)


def test_figures_keep_twelve_digits_and_whole_ones_are_whole() -> None:
    def valued(value: float) -> Any:
        facts = Facts((Quantity(Span(0, 1), "I", "count", value, "team"),))
        return as_dict(review_of("I ran it.", facts=facts))["quantities"][0]["value"]

    assert valued(0.1 + 0.2) == 0.3
    assert valued(287.0) == 287
    assert isinstance(valued(287.0), int)
    assert valued(1234567.891) == 1234567.891


def test_json_is_a_list_and_jsonl_one_review_a_line() -> None:
    reviews = [example_review(), no_story()]
    assert json.loads(render(reviews, format="json")) == [as_dict(review) for review in reviews]
    assert [json.loads(line) for line in render(reviews, format="jsonl").split("\n")] == [
        as_dict(review) for review in reviews
    ]
    assert json.loads(render([], format="json")) == []


def test_half_a_surrogate_pair_is_escaped_and_not_a_crash() -> None:
    assert as_json("a\ud800b", indent=None).encode("utf-8") == rb'"a\ud800b"'
