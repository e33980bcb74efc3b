"""Recordings of every usual kind are read, whole or broken off; whatever else comes is refused in words."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.errors import InputError
from starproof.speech import Cancelled
from starproof.speech.decoding import LARGEST, RATE, decode
from tests.speech.sounds import film, packed, tone

KINDS = [
    ("webm", "libopus"),
    ("ogg", "libopus"),
    ("mp4", "aac"),
    ("wav", "pcm_s16le"),
    ("mp3", "libmp3lame"),
    ("flac", "flac"),
    ("adts", "aac"),
]


def recorded(seconds: float) -> bytes:
    """What a browser records: WebM with Opus, written as it comes, with no length in its header."""
    return packed(tone(seconds), "webm", "libopus", live="1", cluster_time_limit="200")


@pytest.mark.parametrize(("form", "codec"), KINDS)
def test_every_usual_kind_is_read_in_full(form: str, codec: str, tmp_path: Path) -> None:
    path = tmp_path / "answer"
    path.write_bytes(packed(tone(2.0), form, codec))
    samples = decode(path)
    assert len(samples) / RATE == pytest.approx(2.0, abs=0.08)
    assert 0.1 < abs(samples).max() <= 1.0


def test_a_recording_without_a_length_in_its_header_is_measured_by_its_sound(tmp_path: Path) -> None:
    path = tmp_path / "answer.webm"
    path.write_bytes(recorded(3.0))
    assert len(decode(path)) / RATE == pytest.approx(3.0, abs=0.05)


@pytest.mark.parametrize("kept", [0.35, 0.6, 0.95])
def test_a_recording_that_breaks_off_gives_what_it_holds(kept: float, tmp_path: Path) -> None:
    whole = recorded(10.0)
    path = tmp_path / "answer.webm"
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert len(decode(path)) / RATE == pytest.approx(10.0 * kept, abs=0.7)


def test_damage_in_the_middle_costs_little_more_than_the_damage(tmp_path: Path) -> None:
    whole = bytearray(packed(tone(4.0), "ogg", "libopus"))
    middle = len(whole) // 2
    whole[middle : middle + 40] = os.urandom(40)
    path = tmp_path / "answer.ogg"
    path.write_bytes(whole)
    assert 2.5 < len(decode(path)) / RATE <= 4.1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E-SPE-011"),
        (b"This is a letter, and no sound at all.\n" * 50, "E-SPE-013"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "E-SPE-013"),
        (b"\x1aE\xdf\xa3" + b"\x00" * 200, "E-SPE-013"),
        (b"#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:5,\n/etc/hostname\n", "E-SPE-013"),
        (b"ffconcat version 1.0\nfile '/etc/hostname'\n", "E-SPE-013"),
    ],
)
def test_what_holds_no_sound_is_refused_by_name_and_with_advice(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.wav"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"letter\.wav") as caught:
        decode(path)
    assert caught.value.code == code
    assert caught.value.hint


def test_a_film_without_sound_is_refused_as_such(tmp_path: Path) -> None:
    path = tmp_path / "film.mkv"
    path.write_bytes(film())
    with pytest.raises(InputError, match="holds no sound") as caught:
        decode(path)
    assert caught.value.code == "E-SPE-012"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, says in (
        (tmp_path / "none.wav", "There is no file"),
        (tmp_path, "is a folder"),
        (Path("http://localhost/answer.wav"), "There is no file"),
        (tmp_path / ("x" * 5_000), "There is no file"),
    ):
        with pytest.raises(InputError, match=says) as caught:
            decode(path)
        assert caught.value.code == "E-SPE-010"


@pytest.mark.skipif(sys.platform == "win32", reason="a file with a hole takes its full size there")
def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.wav"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="more than 500 MB"):
        decode(path)


def test_sound_without_end_is_refused_though_its_file_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("starproof.speech.decoding.LONGEST", 1)
    path = tmp_path / "long.flac"
    path.write_bytes(packed(tone(3.0), "flac", "flac"))
    with pytest.raises(InputError) as caught:
        decode(path)
    assert caught.value.code == "E-SPE-015"


def test_reading_can_be_called_off(tmp_path: Path) -> None:
    path = tmp_path / "answer.webm"
    path.write_bytes(recorded(1.0))
    with pytest.raises(Cancelled):
        decode(path, cancelled=lambda: True)


RECORDED = recorded(1.0)


@settings(max_examples=60)
@given(st.data())
def test_hostile_bytes_give_sound_or_a_clear_refusal(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(RECORDED)))
    junk = data.draw(st.binary(max_size=300))
    content = data.draw(
        st.sampled_from([junk, RECORDED[:start] + junk, RECORDED[:start] + junk + RECORDED[start + len(junk) :]])
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answer.webm"
        path.write_bytes(content)
        try:
            seconds = len(decode(path)) / RATE
        except InputError as error:
            seconds = {"E-SPE-011": 1, "E-SPE-012": 1, "E-SPE-013": 1}[error.code]
        assert 0 < seconds <= 3
