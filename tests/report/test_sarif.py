"""SARIF that code editors and forges can read: rules with help, regions that point at the quoted words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from starproof.core.results import Review
from starproof.report import render
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story, review_of


def run_of(*reviews: Review) -> dict[str, Any]:
    log = json.loads(render(reviews, format="sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


KNOWN = {
    "run": "tool columnKind artifacts results originalUriBaseIds",
    "driver": "name version semanticVersion rules",
    "rules": "id name shortDescription fullDescription help defaultConfiguration properties",
    "artifacts": "location parentIndex mimeType contents encoding description",
    "results": "ruleId ruleIndex level message locations relatedLocations properties",
    "locations": "physicalLocation",
    "relatedLocations": "id physicalLocation message",
    "physicalLocation": "artifactLocation region",
    "artifactLocation": "uri uriBaseId index",
    "location": "uri uriBaseId",
    "region": "startLine startColumn endLine endColumn charOffset charLength snippet",
}
"""Of the keys that SARIF 2.1.0 defines for each of its objects, those that a log of ours may use."""


def unknown(value: Any, kind: str = "run") -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from unknown(one, kind)
    elif isinstance(value, dict):
        yield from (f"{kind}.{key}" for key in value if kind in KNOWN and key not in KNOWN[kind].split())
        for key, inner in value.items():
            if key != "properties":
                yield from unknown(inner, key)


def test_a_log_holds_only_keys_that_the_standard_defines() -> None:
    text = HOSTILE["windows"]
    review = replace(example_review(), document=replace(example_review().document, source="/x/stories.jsonl"))
    assert list(unknown(run_of(example_review(), review, review_of(text, (2, 9))))) == []


def regions(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for place in [*result["locations"], *result.get("relatedLocations", [])]:
        if "region" in place["physicalLocation"]:
            yield place["physicalLocation"]["region"]


def test_every_result_names_its_rule_by_index_and_its_level() -> None:
    run = run_of(example_review())
    rules = run["tool"]["driver"]["rules"]
    assert [result["ruleId"] for result in run["results"]] == [f.code for f in example_review().findings]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)


def test_a_rule_of_the_package_brings_its_page_as_help() -> None:
    finding = replace(example_review().findings[0], code="STR101", name="x")
    (rule,) = run_of(replace(example_review(), findings=(finding,)))["tool"]["driver"]["rules"]
    assert "Why:" in rule["help"]["text"]
    assert "**Why**" in rule["help"]["markdown"]


@pytest.mark.parametrize("name", HOSTILE)
def test_regions_point_at_the_quoted_words_by_offset_and_by_line(name: str) -> None:
    text = HOSTILE[name]
    review = review_of(text, (2, 9), (5, 20), (5, 5), (0, len(text)), title=name)
    lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    for result, finding in zip(run_of(review)["results"], review.findings, strict=True):
        (region,) = regions(result)
        (evidence,) = finding.evidence
        assert (region["charOffset"], region["charLength"]) == (evidence.span.start, len(evidence.span))
        assert region["snippet"]["text"] == evidence.quote
        assert 1 <= region["startLine"] <= region["endLine"] <= len(lines)
        assert region["startColumn"] >= 1


def test_lines_and_columns_count_from_one_in_code_points() -> None:
    text = "I ran 🚀 it.\r\nWe cut it a lot."
    review = review_of(text, (text.index("cut"), text.index("cut") + 3))
    (region,) = regions(run_of(review)["results"][0])
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (2, 4, 2, 7)
    assert run_of(review)["columnKind"] == "unicodeCodePoints"


def test_a_finding_about_something_absent_says_so() -> None:
    result = next(r for r in run_of(example_review())["results"] if r["ruleId"] == "LDR505")
    assert result["properties"]["evidence"] == "absent"
    assert list(regions(result)) == []
    assert result["locations"]


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("my story.md", "my%20story.md"),
        ("./a/b.txt", "a/b.txt"),
        ("..\\x.md", "../x.md"),
        ("/home/me/x.md", "home/me/x.md"),
        ("C:\\me\\x.md", "C%3A/me/x.md"),
    ],
)
def test_file_addresses_are_relative_and_encoded(source: str, uri: str) -> None:
    review = example_review()
    run = run_of(replace(review, document=replace(review.document, source=source)))
    assert run["artifacts"][0]["location"]["uri"] == uri
    absolute = source.startswith(("/", "C:"))
    assert ("originalUriBaseIds" in run) is absolute
    assert ("uriBaseId" in run["artifacts"][0]["location"]) is absolute


def test_text_that_was_read_out_of_a_file_travels_with_the_log() -> None:
    review = example_review()
    run = run_of(replace(review, document=replace(review.document, source="stories.jsonl")))
    outer, inner = run["artifacts"]
    assert outer["location"]["uri"] == "stories.jsonl"
    assert inner["parentIndex"] == 0
    assert inner["contents"]["text"] == review.document.text
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 1


def test_several_reviews_are_one_run() -> None:
    run = run_of(example_review(), no_story(), example_review())
    assert len(run["results"]) == 2 * len(example_review().findings)
    texts = [json.dumps(artifact) for artifact in run["artifacts"]]
    assert len(set(texts)) == len(texts)
    assert len([a for a in run["artifacts"] if a["location"]["uri"] == "parts-catalogue.md"]) == 1
    assert json.loads(render([], format="sarif"))["runs"][0]["results"] == []
