"""Many stories: order, bad lines, whole files."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from starproof import batch
from starproof.api import as_dict, read_source, run_batch
from starproof.engine import Reviewer
from starproof.errors import GuideError, InputError, StarproofError, UsageError
from tests.cli.running import COMMAND, here, starproof
from tests.waiting import PATIENCE, until

CORPUS = Path(__file__).parents[2] / "corpus" / "dev.jsonl"


def lines(count: int) -> list[bytes]:
    stories = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()[:count]]
    return [json.dumps({"id": s["id"], "text": " ".join(x["text"] for x in s["sentences"])}).encode() for s in stories]


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
    assert (ran.code, ran.out) == (2, "")
    assert "3 reviewed, 1 failed" in ran.err


def test_a_line_that_fails_ends_in_an_error_code_and_the_others_are_written(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    for more, code in (([], 0), ([b"{half"], 2)):
        source.write_bytes(b"\n".join([*lines(2), *more]))
        assert here("batch", source, target, "--jobs", "1").code == code
        assert len(target.read_text(encoding="utf-8").splitlines()) == 2 + len(more)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals as POSIX has them")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_batch_that_is_ended_leaves_no_process_and_no_draft(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    run = subprocess.Popen(
        [COMMAND, "batch", "-", str(tmp_path / "out"), "--jobs", "2"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert run.stdin is not None
    run.stdin.write(b'{"text": "I ran three teams."}\n' * 200)
    run.stdin.flush()
    until(lambda: list(tmp_path.iterdir()))
    time.sleep(0.5)
    if sent is signal.SIGINT:
        os.killpg(run.pid, sent)  # a terminal sends it to all
    else:
        run.send_signal(sent)
    said = run.communicate(timeout=PATIENCE)[1]  # returns once no process holds the other end
    assert (run.returncode, list(tmp_path.iterdir())) == (code, [])
    assert b"Traceback" not in said


SLOW = """
import os, sys, time
from pathlib import Path
from starproof.batch import run
from starproof.cli.app import main

start = run._start

def slowly(job):
    Path(sys.argv[2]).with_name(f"begun-{os.getpid()}").touch()
    time.sleep(1.0)
    start(job)

run._start = slowly
main()
"""
"""A batch whose processes take a while to come to themselves, as on a machine that has much to do."""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals as POSIX has them")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_batch_that_is_ended_while_its_processes_begin_says_no_more(
    tmp_path: Path, sent: signal.Signals, code: int
) -> None:
    (tmp_path / "in").write_bytes(b'{"text": "I ran three teams."}\n' * 200)
    run = subprocess.Popen(
        [sys.executable, "-c", SLOW, "batch", str(tmp_path / "in"), str(tmp_path / "out"), "--jobs", "2"],
        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    until(lambda: len(list(tmp_path.glob("begun-*"))) == 2, every=0.01)
    os.killpg(run.pid, sent)
    said = run.communicate(timeout=PATIENCE)[1]
    assert (run.returncode, said.strip()) == (code, b"Interrupted." if sent is signal.SIGINT else b"")
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"in", "begun"}


def test_a_process_that_dies_ends_the_batch_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(StarproofError, match="--jobs"):
        batch.run_batch([b'{"text": "I ran it."}'] * 3, tmp_path / "out", to_line=_die, jobs=2)
    assert list(tmp_path.iterdir()) == []


def _die(review: object) -> str:
    os._exit(9)


def test_fewer_than_one_process_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="-1"):
        run_batch([], tmp_path / "out", jobs=-1)


def test_a_batch_leaves_the_collector_of_garbage_as_it_was(tmp_path: Path) -> None:
    gc.set_threshold(701, 9, 8)
    try:
        run_batch([b'{"text": "We cut the queue from 40 to 12 in three weeks."}'], tmp_path / "out.jsonl", jobs=1)
        assert gc.get_threshold() == (701, 9, 8)
    finally:
        gc.set_threshold(700, 10, 10)
