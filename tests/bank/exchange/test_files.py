"""Exports on disk never touch a file that an export did not write."""

from __future__ import annotations

from pathlib import Path

import pytest

from starproof.bank.exporting import write_file, write_folder
from starproof.errors import InputError


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_later_export_replaces_its_own_files_and_removes_outdated_ones(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"a.md": b"1", "b.md": b"2"})
    removed = write_folder(tmp_path / "out", {"a.md": b"3", "c.md": b"4"})
    assert removed == ("b.md",)
    assert names(tmp_path / "out") == {"a.md", "c.md"}
    assert (tmp_path / "out" / "a.md").read_bytes() == b"3"


def test_a_folder_with_other_files_is_refused_unless_forced_and_they_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_bytes(b"mine")
    with pytest.raises(InputError) as caught:
        write_folder(tmp_path, {"a.md": b"1"})
    assert caught.value.code == "E-EXP-004"
    assert names(tmp_path) == {"mine.md"}
    write_folder(tmp_path, {"a.md": b"1"}, force=True)
    assert (tmp_path / "mine.md").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["a.md", "A.md"])
def test_a_stranger_in_the_way_is_never_replaced_not_even_by_force(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(InputError) as caught:
        write_folder(tmp_path, {"a.md": b"1"}, force=True)
    assert caught.value.code == "E-EXP-003"
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_file_of_ours_that_its_owner_changed_is_kept_unless_forced(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.md": b"1", "b.md": b"1"})
    (tmp_path / "a.md").write_bytes(b"changed")
    with pytest.raises(InputError) as caught:
        write_folder(tmp_path, {"a.md": b"2", "b.md": b"2"})
    assert caught.value.code == "E-EXP-005"
    assert (tmp_path / "b.md").read_bytes() == b"1"
    assert write_folder(tmp_path, {"b.md": b"2"}) == ()
    assert (tmp_path / "a.md").read_bytes() == b"changed"


def test_a_ledger_that_names_files_elsewhere_is_not_believed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    out = tmp_path / "out"
    out.mkdir()
    digest = "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5"
    (out / ".starproof-export.json").write_text(f'{{"files": {{"../victim": ["{digest}"]}}}}')
    write_folder(out, {"a.md": b"1"})
    assert victim.read_bytes() == b"mine"


def test_an_export_that_died_half_way_can_be_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_folder(tmp_path, {"a.md": b"1", "b.md": b"1"})
    real = Path.replace
    calls = []

    def dies(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", dies)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path, {"a.md": b"2", "b.md": b"2"})
    monkeypatch.undo()
    write_folder(tmp_path, {"a.md": b"3", "b.md": b"3"})
    assert {path.read_bytes() for path in tmp_path.glob("*.md")} == {b"3"}
    assert [path.name for path in tmp_path.glob(".*")] == [".starproof-export.json"]


def test_a_single_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    write_file(tmp_path / "a.jsonl", b"1")
    with pytest.raises(InputError) as caught:
        write_file(tmp_path / "a.jsonl", b"2")
    assert caught.value.code == "E-EXP-001"
    write_file(tmp_path / "a.jsonl", b"2", force=True)
    assert (tmp_path / "a.jsonl").read_bytes() == b"2"


def test_what_cannot_be_written_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "file" / "below", tmp_path / ("n" * 300)):
        with pytest.raises(InputError):
            write_file(target, b"1")
        with pytest.raises(InputError):
            write_folder(target, {"a.md": b"1"})
