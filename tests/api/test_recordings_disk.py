"""Recordings on disks that are full, foreign or failing, and under recorders that are killed."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from starproof.api.recordings import Recordings
from starproof.errors import BankError
from tests.api.recording_sounds import NOW, WEBM, files, heard, piece, recorded
from tests.cli.running import UNCOMPILED

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_may_read_them(recordings: Recordings) -> None:
    heard(recordings, recorded(recordings, "a", 0, finished=1))
    recordings.keep("a")
    for path in recordings.folder.parent.parent.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_full_disk_is_said_and_leaves_what_was_there(recordings: Recordings, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(recordings, "a", 0)
    before = files(recordings)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        for use in (lambda: recordings.keep_chunk("a", 1, piece(1)), lambda: recordings.join("a")):
            with pytest.raises(BankError, match=r"E-REC-050.*No space left.*What was recorded so far is there"):
                use()
    assert files(recordings) == before
    assert recordings.keep_chunk("a", 1, piece(1)).chunks == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_disk_that_takes_no_more_is_said_and_every_piece_before_is_whole(recordings: Recordings) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
    program = limit + f"from tests.api.recording_sounds import *\nrecord(Path({str(recordings.folder)!r}), 'a')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **UNCOMPILED},
    )
    assert "BankError: E-REC-050: The recording in" in done.stderr
    assert "File too large" in done.stderr
    said = done.stdout.split()
    assert len(said) == recordings.state("a").chunks > 1
    assert recordings.join("a").read_bytes() == b"".join(map(piece, range(len(said))))
    assert not [name for name in files(recordings) if ".starproof-" in name]


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "recordings").write_text("a file")
    with pytest.raises(BankError, match=r"E-REC-050.*cannot be written"):
        Recordings.beside(tmp_path, "bank.db").begin("a", mime=WEBM, at=NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_ten_kills_at_random_moments_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(1_000_000)
    chance, recordings, acknowledged = random.Random(seed), Recordings(tmp_path), -1
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.api.recording_sounds", tmp_path, "a"], stdout=subprocess.PIPE, cwd=ROOT
        ) as recorder:
            assert recorder.stdout is not None
            said = [recorder.stdout.readline() for _ in range(chance.randrange(1, 6))]
            time.sleep(chance.uniform(0, 0.05))
            os.kill(recorder.pid, signal.SIGKILL)
            said += recorder.stdout.readlines()
        assert recorder.returncode == -signal.SIGKILL, seed
        acknowledged = int(next(line for line in reversed(said) if line.endswith(b"\n")))
        state = recordings.state("a")
        assert acknowledged < state.chunks <= acknowledged + 2, seed
        assert recordings.join("a").read_bytes() == b"".join(map(piece, range(state.chunks))), seed
    assert acknowledged > 10, "the recorders were killed before they recorded anything"


def test_a_disk_that_fails_while_it_is_read_is_said_in_words(recordings: Recordings) -> None:
    recorded(recordings, "a", 0)
    piece = recordings.folder / "a" / "000001.chunk"
    piece.symlink_to(piece)
    for read in (lambda: recordings.state("a"), recordings.all, lambda: recordings.orphans(NOW)):
        with pytest.raises(BankError, match="cannot be read"):
            read()
