"""``starproof speech``, as a user meets it."""

from __future__ import annotations

import json
import shutil
import wave
from pathlib import Path

import pytest

from tests.cli.running import here, starproof


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STARPROOF_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_status_lists_every_model_with_its_size_and_whether_it_is_here(home: Path, tiny: Path) -> None:
    shutil.copytree(tiny, home / "models" / "tiny.en")
    told = here("speech", "status")
    assert told.code == 0
    rows = {line.split()[0]: line for line in told.out.splitlines()}
    assert "78 MB  here " in rows["tiny.en"]
    assert "148 MB  not here" in rows["base"]
    assert str(home / "models") in told.err
    listed = json.loads(here("speech", "status", "--format", "json").out)
    assert [row["name"] for row in listed if row["here"]] == ["tiny.en"]


def test_a_download_that_nobody_agreed_to_fetches_nothing(home: Path) -> None:
    told = here("speech", "download", "tiny.en")
    assert told.code == 2
    assert "78 MB" in told.err
    assert "--yes" in told.err
    assert not home.exists()


def test_a_model_that_is_here_is_not_asked_about(home: Path, tiny: Path) -> None:
    shutil.copytree(tiny, home / "models" / "tiny.en")
    told = here("speech", "download", "tiny.en")
    assert (told.code, told.out) == (0, f"tiny.en is here already: {home / 'models' / 'tiny.en'}\n")


def test_an_unknown_model_is_answered_with_the_closest(home: Path) -> None:
    told = here("speech", "download", "tiny-en", "--yes")
    assert told.code == 2
    assert "tiny.en" in told.err


@pytest.mark.usefixtures("home")
def test_a_recording_becomes_text_or_json_with_times(tiny: Path, human: dict[Path, str]) -> None:
    path = next(iter(human))
    told = starproof("speech", "transcribe", path, "--model", tiny, "--format", "json")
    assert told.code == 0, told.err
    heard = json.loads(told.out)
    assert set(heard) == {"words", "voiced", "seconds", "engine", "model"}
    assert len(heard["words"]) > 15
    assert heard["words"][3]["start"] < heard["words"][3]["end"] < heard["seconds"]
    assert " ".join(word["text"] for word in heard["words"]).lower().count("dashwood") == 1


def test_without_the_model_the_ways_to_get_it_are_told(home: Path, human: dict[Path, str]) -> None:
    told = here("speech", "transcribe", next(iter(human)))
    assert told.code == 2
    assert told.out == ""
    assert "starproof speech download base" in told.err
    assert str(home / "models" / "base") in told.err


@pytest.mark.usefixtures("home")
def test_a_file_that_is_no_recording_is_refused_by_name(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    told = here("speech", "transcribe", tmp_path / "letter.txt", "--model", tiny)
    assert told.code == 2
    assert "letter.txt" in told.err
    assert "Traceback" not in told.err


def test_a_language_that_the_model_does_not_hear_is_refused_and_nothing_is_written_down(
    home: Path, tiny: Path, tmp_path: Path
) -> None:
    shutil.copytree(tiny, home / "models" / "tiny.en")
    with wave.open(str(tmp_path / "still.wav"), "wb") as sound:
        sound.setparams((1, 2, 16000, 0, "NONE", ""))
        sound.writeframes(bytes(32000))
    told = here("speech", "transcribe", tmp_path / "still.wav", "--model", "tiny.en", "--language", "de")
    assert told.code == 2
    assert told.out == ""
    assert "'tiny.en' hears no language 'de', only 'en'. [E-SPE-021]" in told.err
    assert here("speech", "transcribe", tmp_path / "still.wav", "--model", "tiny.en", "--language", "EN").code == 0
