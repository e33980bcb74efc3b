"""The annotated sums of the further stories: they stand where they are said to, and copies differ in one place."""

import json
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[2] / "corpus"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _texts() -> dict[str, str]:
    found = {}
    for path in sorted((CORPUS / "extra").glob("*.jsonl")):
        for story in _lines(path):
            parts = [("\n\n" if s.get("para") else " ") + s["text"] for s in story["sentences"]]
            found[story["id"]] = "".join(parts).strip()
    return found


def test_each_annotated_and_each_judged_sum_stands_where_it_is_said_to() -> None:
    texts = _texts()
    placed = [(s["id"], c) for s in _lines(CORPUS / "sums/claims.jsonl") for c in s["claims"]]
    placed += [(record["id"], record) for record in _lines(CORPUS / "sums/judged.jsonl")]
    astray = [(id_, c["text"]) for id_, c in placed if not texts[id_].startswith(c["text"], c["start"])]
    assert not astray


def test_a_planted_copy_differs_from_its_story_in_one_place_and_only_the_figure_there_is_annotated() -> None:
    texts = _texts()
    for story in _lines(CORPUS / "sums/planted.jsonl"):
        assert texts[story["from"]].replace(story["was"], story["now"], 1) == story["text"], story["id"]
        (claim,) = story["claims"]
        assert story["text"].startswith(claim["text"], claim["start"]), story["id"]


def test_a_planted_mistake_is_wrong_by_its_own_sum() -> None:
    for story in _lines(CORPUS / "sums/planted.jsonl"):
        (claim,) = story["claims"]
        if claim["verdict"] == "inconsistent":
            assert abs(claim["stated"] - claim["computed"]) > 0.03 * claim["computed"], story["id"]


def test_the_sums_of_the_short_texts_stand_where_they_are_said_to_and_are_as_wrong_as_they_are_called() -> None:
    for name in ("aloud", "hurried"):
        for story in _lines(CORPUS / f"sums/{name}.jsonl"):
            for claim in story["claims"]:
                assert story["text"].startswith(claim["text"], claim["start"]), story["id"]
                off = abs(claim["stated"] - claim["computed"]) / claim["computed"]
                assert off > 0.005 if claim["verdict"] == "inconsistent" else off <= 0.25, (story["id"], claim["text"])


def test_the_sums_of_the_texts_of_several_voices_stand_where_they_are_said_to() -> None:
    for name in ("short", "k29", "k30", "k31", "k32", "k33", "k34", "k39", "k44"):
        for story in _lines(CORPUS / f"sums/{name}.jsonl"):
            astray = [c["text"] for c in story["claims"] if not story["text"].startswith(c["text"], c["start"])]
            assert not astray, story["id"]
