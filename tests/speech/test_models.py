"""Which models there are, and what counts as one that is here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from starproof.errors import InputError, NotFound
from starproof.speech.models import all_models, find_kept, find_model, status
from starproof.speech.models.kept import wrong_files


def test_every_model_is_pinned_by_revision_sizes_and_sums() -> None:
    for model in all_models():
        assert len(model.revision) == 40
        assert {file.name for file in model.files} == {"model.bin", "config.json", "tokenizer.json", "vocabulary.txt"}
        assert all(len(file.sha256) == 64 and file.size > 1000 for file in model.files)
        assert model.about
        assert model.revision in model.address


def test_the_pins_are_those_of_the_models_that_we_test_with(tiny: Path, base: Path) -> None:
    assert not wrong_files(tiny, find_model("tiny.en"))
    assert not wrong_files(base, find_model("base"))


def test_a_model_by_an_unknown_name_is_answered_with_the_closest(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"'tinny\.en'") as caught:
        find_kept("tinny.en", tmp_path)
    assert "tiny.en" in caught.value.hint


def test_a_model_that_was_never_fetched_is_answered_with_both_ways_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        find_kept("base", tmp_path)
    assert "148 MB" in caught.value.hint
    assert "starproof speech download base" in caught.value.hint
    assert "by hand" in caught.value.hint
    assert str(tmp_path / "base") in caught.value.hint


def test_a_model_in_its_place_is_found_and_listed(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "tiny.en")
    assert find_kept("tiny.en", tmp_path) == ("tiny.en", tmp_path / "tiny.en")
    assert [kept.model.name for kept in status(tmp_path) if kept.here] == ["tiny.en"]


def test_a_half_model_in_its_place_is_never_used(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "tiny.en")
    with (tmp_path / "tiny.en" / "model.bin").open("r+b") as file:
        file.truncate(1_000_000)
    with pytest.raises(InputError, match="not whole"):
        find_kept("tiny.en", tmp_path)
    assert not any(kept.here for kept in status(tmp_path))


def test_any_folder_with_a_models_files_may_be_given(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "mine")
    assert find_kept(str(tmp_path / "mine"), tmp_path / "none") == ("mine", tmp_path / "mine")


@pytest.mark.parametrize("missing", ["model.bin", "config.json", "tokenizer.json"])
def test_a_folder_that_would_send_the_engine_to_the_network_is_refused(
    missing: str, tiny: Path, tmp_path: Path
) -> None:
    shutil.copytree(tiny, tmp_path / "mine")
    (tmp_path / "mine" / missing).unlink()
    with pytest.raises(InputError, match=missing):
        find_kept(str(tmp_path / "mine"), tmp_path)


def test_a_folder_that_happens_to_bear_a_models_name_is_not_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "base").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotFound, match="not on this machine"):
        find_kept("base", tmp_path / "models")


@pytest.mark.parametrize("path", ["./none", "none/at/all", "~/none"])
def test_a_path_to_nowhere_is_no_unknown_name(tmp_path: Path, path: str) -> None:
    with pytest.raises(NotFound, match="no folder") as caught:
        find_kept(path, tmp_path)
    assert caught.value.code == "E-SPE-004"


def test_one_changed_byte_is_noticed(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "tiny.en")
    with (tmp_path / "tiny.en" / "config.json").open("r+b") as file:
        file.seek(10)
        file.write(b"!")
    (wrong,) = wrong_files(tmp_path / "tiny.en", find_model("tiny.en"))
    assert wrong.name == "config.json"
