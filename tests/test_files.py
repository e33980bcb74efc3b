"""Files appear whole or not at all, are whose they should be, and leave nothing behind when they cannot be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from starproof.files import at_home, private_folder, replace_file, replacing

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_until_the_block_ends_the_old_file_stands(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace_file(path, b"old")
    with replacing(path) as out:
        out.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_block_that_fails_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace_file(path, b"old")

    def fail() -> None:
        with replacing(path) as out:
            out.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("durable", [True, False])
def test_what_is_durable_is_on_the_disk_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, durable: bool
) -> None:
    synced: list[str] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        synced.append("folder" if Path(f"/proc/self/fd/{handle}").is_dir() else "file")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    replace_file(tmp_path / "file", b"words", durable=durable)
    assert synced == (["file", "folder"] if durable and sys.platform == "linux" else synced[: 2 * durable])


@POSIX
def test_a_file_keeps_its_permissions_and_a_private_one_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "file"
    replace_file(path, b"1")
    path.chmod(0o640)
    replace_file(path, b"2")
    assert mode(path) == 0o640
    replace_file(path, b"3", private=True)
    assert mode(path) == 0o600


@POSIX
def test_a_private_folder_is_made_with_those_above_it_and_strangers_keep_theirs(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_folder(tmp_path / "a" / "b")
    private_folder(tmp_path / "a" / "b")
    assert [mode(path) for path in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")] == [0o755, 0o700, 0o700]


@pytest.mark.parametrize("path", ["file/below", "none/file"])
def test_where_nothing_can_be_written_that_is_an_error(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"(?i)directory"):
        replace_file(tmp_path / path, b"words")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_home_that_nobody_has_stays_as_it_is_written() -> None:
    assert at_home("~nobody-at-all/bank.db") == Path("~nobody-at-all/bank.db")
    assert at_home("~/bank.db") == Path.home() / "bank.db"
