"""Many stories: order, bad lines, whole files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from starproof.api import as_dict, read_source, run_batch
from starproof.engine import Reviewer
from starproof.errors import GuideError, InputError
from tests.cli.running import starproof

CORPUS = Path(__file__).parents[2] / "corpus" / "dev.jsonl"


def lines(count: int) -> list[bytes]:
    stories = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()[:count]]
    return [
        json.dumps({"id": s["id"], "text": " ".join(x["text"] for x in s["sentences"])}).encode() for s in stories
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_reviews_come_in_order_and_equal_those_made_one_by_one(tmp_path: Path, jobs: int) -> None:
    given = lines(12)
    done = run_batch(given, tmp_path / "out.jsonl", jobs=jobs)
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (done.reviewed, done.failed) == (12, 0)
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in given]
    (document,) = read_source(given[5], name=None)
    assert json.loads(json.dumps(as_dict(Reviewer().review_document(document)))) == rows[5]


def test_a_bad_line_becomes_an_error_row_and_the_others_go_on(tmp_path: Path) -> None:
    good = lines(2)
    bad = [b"{half", b"[]", b'{"id": "empty", "text": ""}', b'{"text": 7}', b'"words"', b"\xff\xfe\x00"]
    done = run_batch([good[0], *bad, b"", good[1]], tmp_path / "out.jsonl", jobs=1)
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (done.reviewed, done.failed) == (2, len(bad))
    errors = [row for row in rows if row["schema"] == "starproof.error/1"]
    assert [row["line"] for row in errors] == [2, 3, 4, 5, 6, 7]
    assert errors[2]["id"] == "empty"
    assert all(row["code"].startswith("E-INP") and row["hint"] for row in errors)


def test_a_bad_guide_fails_once_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "g.toml").write_text("no guide = ", encoding="utf-8")
    with pytest.raises(GuideError):
        run_batch(lines(1), tmp_path / "out.jsonl", guide=str(tmp_path / "g.toml"))
    assert not (tmp_path / "out.jsonl").exists()


def test_a_target_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        run_batch(lines(1), tmp_path / "no folder" / "out.jsonl", jobs=1)


def test_an_interrupted_batch_leaves_no_file(tmp_path: Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(lines(3), tmp_path / "out.jsonl", jobs=1, on_done=stop)
    assert list(tmp_path.iterdir()) == []


def test_the_command_reports_on_standard_error_only(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"\n".join([*lines(3), b"{half"]))
    ran = starproof("batch", source, tmp_path / "out.jsonl", "--jobs", "1")
    assert (ran.code, ran.out) == (0, "")
    assert "3 reviewed, 1 failed" in ran.err
