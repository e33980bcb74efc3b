"""The worker process: how a job ends when it is called off, when the process dies, when the parent dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from starproof.errors import InputError, NotFound, StarproofError
from starproof.speech import Cancelled, EngineSettings
from starproof.speech.worker import Job, Worker
from tests.speech.sounds import sox
from tests.waiting import PATIENCE, until

SOON = 10.0
"""Seconds: one and a bit where nothing else runs; a worker that does not listen is waited for a second."""


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def job(tiny: Path, human: dict[Path, str]) -> Job:
    return Job(next(iter(human)), EngineSettings(tiny, "tiny.en"))


@pytest.fixture
def long_job(tiny: Path, human: dict[Path, str], tmp_path: Path) -> Job:
    """Four minutes of speech."""
    sox(*(list(human) * 9), tmp_path / "long.wav")
    return Job(tmp_path / "long.wav", EngineSettings(tiny, "tiny.en"))


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.is_file() or stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_one_process_does_job_after_job_and_leaves_memory_when_stopped(worker: Worker, job: Job) -> None:
    shares: list[float] = []
    first = worker.transcribe(job, progress=shares.append)
    pid = worker.pid
    assert pid is not None
    assert worker.transcribe(job) == first
    assert worker.pid == pid
    assert "dashwood" in first.text.lower() or len(first.words) > 15
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    worker.stop()
    assert worker.pid is None
    until(lambda: not alive(pid))


class Ending:
    """A process that another thread ends and lets go of just as it is asked for."""

    pid = 1

    def __init__(self, worker: Worker) -> None:
        self.worker = worker

    def poll(self) -> None:
        self.worker._process = None


def test_whoever_asks_for_the_process_while_it_is_ended_is_answered(worker: Worker) -> None:
    worker._process = Ending(worker)  # type: ignore[assignment]
    assert worker.pid in (1, None)
    assert worker.pid is None


def test_a_job_that_is_called_off_ends_soon_and_the_next_is_done(worker: Worker, job: Job, long_job: Job) -> None:
    worker.transcribe(job)
    called_off = threading.Event()
    moment = [0.0]

    def call_off(share: float) -> None:
        if share > 0 and not called_off.is_set():
            moment[0] = time.monotonic()
            called_off.set()

    with pytest.raises(Cancelled):
        worker.transcribe(long_job, progress=call_off, cancelled=called_off.is_set)
    assert time.monotonic() - moment[0] < SOON
    assert worker.transcribe(job).words
    worker.stop()


def test_when_the_process_dies_the_job_says_so_and_the_next_is_done(worker: Worker, job: Job, long_job: Job) -> None:
    worker.transcribe(job)

    def kill(_: float) -> None:
        if worker.pid:
            os.kill(worker.pid, 9)

    with pytest.raises(StarproofError, match="ended in the middle") as caught:
        worker.transcribe(long_job, progress=kill)
    assert caught.value.code == "E-SPE-030"
    assert caught.value.hint
    assert worker.transcribe(job).words
    worker.stop()


def test_an_error_keeps_its_kind_its_code_and_its_advice_on_the_way_out(
    worker: Worker, tiny: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.wav").write_text("no sound", encoding="utf-8")
    with pytest.raises(InputError, match=r"letter\.wav") as caught:
        worker.transcribe(Job(tmp_path / "letter.wav", EngineSettings(tiny, "tiny.en")))
    assert (caught.value.code, bool(caught.value.hint)) == ("E-SPE-013", True)
    worker.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for processes as POSIX does")
def test_the_process_dies_with_its_parent_however_that_dies(tiny: Path, long_job: Job) -> None:
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from starproof.speech import EngineSettings\n"
        "from starproof.speech.worker import Job, Worker\n"
        "worker = Worker()\n"
        "def told(share):\n"
        "    print(worker.pid, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "settings = EngineSettings(Path(sys.argv[1]), 'tiny.en')\n"
        "worker.transcribe(Job(Path(sys.argv[2]), settings), progress=told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tiny, long_job.path],
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    pid = int(done.stdout.split()[0])
    until(lambda: not alive(pid))


SECOND = """
import time
from starproof.core.speech import SpokenWord, Stretch, Transcript
from starproof.speech import Cancelled


class Echo:
    def __init__(self, settings):
        self.settings = settings

    def transcribe(self, path, *, progress, cancelled, prompt=None):
        print("a library that prints to standard output")
        text = path.read_text()
        if text == "broken":
            raise ZeroDivisionError("a fault of the engine")
        while text == "endless":
            time.sleep(0.01)
        progress(1.0)
        words = tuple(SpokenWord(word, n, n + 0.5) for n, word in enumerate((text + " " + (prompt or "")).split()))
        return Transcript(words, (Stretch(0.0, 1.0),), 2.0, "echo 1", self.settings.name)
"""


@pytest.fixture
def second_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second engine as another package brings it: a module and an entry point."""
    site = tmp_path / "site"
    (site / "echo_speech-1.0.dist-info").mkdir(parents=True)
    (site / "echo_speech.py").write_text(SECOND, encoding="utf-8")
    (site / "echo_speech-1.0.dist-info" / "METADATA").write_text("Name: echo-speech\nVersion: 1.0\n", encoding="utf-8")
    (site / "echo_speech-1.0.dist-info" / "entry_points.txt").write_text(
        "[starproof.transcribers]\necho = echo_speech:Echo\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.syspath_prepend(str(site))


def echo(path: Path, *, prompt: str | None = None) -> Job:
    return Job(path, EngineSettings(path.parent, "none"), "echo", prompt)


@pytest.mark.usefixtures("second_engine")
def test_a_second_engine_plugs_in_by_an_entry_point(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("We shipped it", encoding="utf-8")
    heard = worker.transcribe(echo(tmp_path / "said.txt", prompt="twice"))
    assert (heard.text, heard.engine, heard.words[1].start) == ("We shipped it twice", "echo 1", 1)
    worker.stop()


@pytest.mark.usefixtures("second_engine")
def test_an_engine_that_fails_in_its_own_way_fails_one_job_alone(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("broken", encoding="utf-8")
    with pytest.raises(StarproofError, match="a fault of the engine") as caught:
        worker.transcribe(echo(tmp_path / "said.txt"))
    assert caught.value.code == "E-SPE-031"
    pid = worker.pid
    (tmp_path / "said.txt").write_text("fine", encoding="utf-8")
    assert worker.transcribe(echo(tmp_path / "said.txt")).text == "fine"
    assert worker.pid == pid
    worker.stop()


@pytest.mark.usefixtures("second_engine")
def test_an_engine_that_does_not_listen_is_stopped_all_the_same(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "said.txt").write_text("endless", encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        worker.transcribe(echo(tmp_path / "said.txt"), cancelled=lambda: True)
    assert time.monotonic() - started < SOON
    assert worker.pid is None


def test_an_unknown_engine_is_answered_with_those_there_are(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="'nobody'") as caught:
        worker.transcribe(Job(tmp_path, EngineSettings(tmp_path, "none"), "nobody"))
    assert "faster-whisper" in caught.value.hint
    worker.stop()
