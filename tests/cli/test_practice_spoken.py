"""``starproof practice`` with answers that are spoken: from files, and from a microphone that a file stands in for."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from starproof.api.recordings import Recordings
from tests.cli.conftest import Home
from tests.cli.running import here, starproof
from tests.cli.terminal import Terminal
from tests.speech.sounds import read_aloud, sox

pytestmark = pytest.mark.waits
SAYS = "The delay fell from nineteen minutes to thirteen. I asked an analyst to follow two hundred aircraft."
MICROPHONE = '''
"""Gives the sound of a file as a microphone gives it: at the pace at which it is spoken, then silence."""
import os, threading, time, wave

class PortAudioError(Exception):
    pass

def check_input_settings(**_):
    if os.environ.get("NO_MICROPHONE"):
        raise PortAudioError("Error querying device -1")

class RawInputStream:
    def __init__(self, samplerate, channels, dtype, blocksize, callback):
        with wave.open(os.environ["SPOKEN"]) as file:
            self.sound = file.readframes(file.getnframes())
        self.block, self.every, self.callback, self.on = blocksize * 2, blocksize / samplerate, callback, True

    def start(self):
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        place, due = 0, time.monotonic()
        while self.on:
            piece = self.sound[place : place + self.block]
            self.callback(piece + bytes(self.block - len(piece)), self.block // 2, None, None)
            place += self.block
            due += self.every
            time.sleep(max(0.0, due - time.monotonic()))

    def stop(self):
        self.on = False

    close = stop
'''


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An answer of some six seconds, as models hear it."""
    folder = tmp_path_factory.mktemp("spoken")
    sox(read_aloud(SAYS, folder / "aloud.wav"), "-r", "16000", "-c", "1", "-b", "16", folder / "answer.wav")
    return folder / "answer.wav"


@pytest.fixture
def microphone(tmp_path: Path, spoken: Path) -> dict[str, str]:
    """What makes the command find a microphone."""
    (tmp_path / "stand-in").mkdir()
    (tmp_path / "stand-in" / "sounddevice.py").write_text(MICROPHONE)
    return {"PYTHONPATH": str(tmp_path / "stand-in"), "SPOKEN": str(spoken)}


def test_an_answer_is_taken_from_a_recording(home: Home, tiny: Path, spoken: Path) -> None:
    arguments = ["practice", "--story", "t1-001", "--follow-ups", "0", "--audio", spoken, "--model", tiny]
    told = starproof(*arguments, stdin=b"3\n")
    assert told.code == 0
    turn = home.last().attempt.turns[0]
    assert turn.spoken
    assert "nineteen" in turn.text.casefold() or "19" in turn.text
    assert "words a minute" in told.out
    assert "advice only" in told.out
    assert spoken.exists()


def test_an_answer_is_recorded_paused_transcribed_and_deleted(
    home: Home, tiny: Path, microphone: dict[str, str]
) -> None:
    shutil.copytree(tiny, home.folder / "models" / "tiny.en")
    arguments = ["practice", "--story", "t1-001", "--think", "0", "--follow-ups", "0", "--mic"]
    seen = Terminal(*arguments, **microphone)
    seen.wait("Enter begins to record.")
    began = time.monotonic()
    seen.type("\n")
    seen.match("● 0:0[1-9]")
    seen.wait("▮▮▮")
    seen.type("p")
    seen.wait("paused")
    seen.type("p")
    seen.match("● 0:0[3-9]")
    seen.type("\n")
    lasted = seen.wait("that is what I said") - began
    seen.type("\n")
    seen.wait("1 to 4: ")
    seen.type("3\n")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    turn = home.last().attempt.turns[0]
    assert turn.transcript is not None
    assert 2.5 < turn.transcript.seconds < lasted
    assert "delay" in turn.text.casefold()
    assert not list((home.folder / "recordings").rglob("*.chunk"))


def test_a_kill_in_the_middle_of_a_recording_loses_a_second_at_most(
    home: Home, tiny: Path, microphone: dict[str, str]
) -> None:
    shutil.copytree(tiny, home.folder / "models" / "tiny.en")
    arguments = ["practice", "--story", "t1-001", "--think", "0", "--follow-ups", "0", "--mic", "--keep-recording"]
    seen = Terminal(*arguments, **microphone)
    seen.wait("Enter begins to record.")
    seen.type("\n")
    seen.match("● 0:0[3-9]")
    seen.kill()
    session = home.last()
    recordings = Recordings.beside(home.folder, str(home.folder / "bank.db"))
    kept = recordings.state(f"{session.setup.id}-0-0")
    assert kept.bytes / 32_000 > 3 - 1.0
    seen = Terminal("practice", "resume", "--mic", "--keep-recording", **microphone)
    seen.wait("broken off; it is used as far as it goes")
    seen.wait("that is what I said")
    seen.type("\n")
    seen.wait("1 to 4: ")
    seen.type("2\n")
    seen.wait("Enter: finish")
    seen.type("\n")
    assert seen.end() == 0
    assert "delay" in home.last().attempt.turns[0].text.casefold()
    assert recordings.state(kept.id).kept


def test_without_a_microphone_it_says_what_to_do(home: Home, tiny: Path, microphone: dict[str, str]) -> None:
    arguments = ["practice", "--story", "t1-001", "--mic", "--model", str(tiny)]
    told = starproof(*arguments, NO_MICROPHONE="1", **microphone)
    assert (told.code, "E-MIC-003" in told.err, "Type the answer" in told.err) == (2, True, True)
    assert home.folder.joinpath("bank.db").exists()


def test_without_the_model_nothing_is_fetched_in_secret(home: Home, spoken: Path) -> None:
    told = here("practice", "--story", "t1-001", "--audio", spoken)
    assert told.code == 2
    assert "starproof speech download" in told.err
    assert not (home.folder / "models").exists()


def test_half_a_model_is_told_of_before_anything_is_asked(home: Home, spoken: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    told = here("practice", "--audio", str(spoken), "--model", str(half))
    assert told.code == 2
    assert "E-SPE-007" in told.err
    assert "Question" not in told.out


def test_without_the_extra_it_names_the_command_that_installs_it(home: Home, spoken: Path, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "sounddevice.py").write_text("raise ImportError('not installed')\n")
    told = starproof("practice", "--mic", PYTHONPATH=str(tmp_path / "without"))
    assert told.code == 2
    assert "pip install 'starproof[speech]'" in told.err
