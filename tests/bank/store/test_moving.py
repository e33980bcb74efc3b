"""Backups, on both databases: consistent, whole, and brought back without losing what was there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from starproof.bank import Bank, open_bank
from starproof.bank.moving import Restored, backup, restore
from starproof.bank.opening import connect, file_of
from starproof.core.bank import Draft
from starproof.core.practice import Step
from starproof.errors import BankError
from tests.bank.store.conftest import Opener, new_database
from tests.bank.store.making import FULL, WordJudge
from tests.bank.store.practice_values import SETUP, STEPS

NOW = "2026-02-03T04:05:06Z"


def bring_back(source: Path, target: str | Path, folder: Path) -> Restored:
    return restore(file_of(target), source, connect=lambda: connect(target, create=True), made=NOW, kept_in=folder)


def seen(bank: Bank) -> object:
    stories = bank.all(archived=None), bank.history(), [bank.revisions(id_) for id_ in bank.ids()], bank.search("queue")
    return stories, [(*bank.practice.open(one.setup.id), one) for one in bank.practice.list()]


@pytest.fixture
def filled(bank: Bank) -> Bank:
    bank.add(FULL)
    bank.edit("halved-queue", text="I halved the queue again.")
    bank.add(Draft("Other", id="other"))
    bank.archive("other")
    bank.undo()
    bank.refresh()
    bank.practice.begin(SETUP)
    bank.practice.take(SETUP.id, *STEPS, after=0)
    return bank


@pytest.mark.parametrize("name", ["backup.jsonl", "backup.db"])
def test_a_backup_brings_everything_back(filled: Bank, target: str, tmp_path: Path, name: str) -> None:
    before, file = seen(filled), tmp_path / name
    backup(filled.store, file)
    assert file.stat().st_mode & 0o777 == 0o600
    filled.edit("halved-queue", text="spoilt", notes="spoilt")
    filled.add(Draft("spoilt", id="spoilt"))
    filled.practice.take(SETUP.id, Step(NOW, "ended", 1), after=len(STEPS), done=True)
    filled.practice.begin(replace(SETUP, id="spoilt"))
    source = file.rename(file.with_suffix(".jsonl")) if target.startswith("postgresql") else file
    restored = bring_back(source, target, tmp_path)
    assert restored.stories == 2
    assert seen(filled) == before
    assert filled.search("spoilt").total == 0
    filled.edit("halved-queue", text="life goes on")
    assert filled.undo()[0].draft.text == "I halved the queue again."


def test_what_was_there_before_stays_beside(filled: Bank, target: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    backup(filled.store, file)
    filled.edit("halved-queue", text="written after the backup")
    after = seen(filled)
    beside = bring_back(file, target, tmp_path).beside
    assert beside is not None
    bring_back(beside, target, tmp_path)
    assert seen(filled) == after


def test_a_bank_moves_from_one_database_to_another(filled: Bank, tmp_path: Path) -> None:
    file, moved = tmp_path / "backup.jsonl", tmp_path / "moved.db"
    backup(filled.store, file)
    assert bring_back(file, moved, tmp_path) == Restored(2, None)
    with open_bank(moved, now=lambda: NOW, who="me", judge=WordJudge()) as bank:
        assert seen(bank) == seen(filled)
        assert moved.stat().st_mode & 0o777 == 0o600


def test_a_bank_in_a_file_moves_to_a_server(filled: Bank, server: str, tmp_path: Path) -> None:
    file, moved = tmp_path / "backup.jsonl", new_database(server, "moved")
    backup(filled.store, file)
    bring_back(file, moved, tmp_path)
    with open_bank(moved, now=lambda: NOW, who="me", judge=WordJudge()) as bank:
        assert seen(bank) == seen(filled)


def test_a_bank_that_is_open_elsewhere_reads_the_restored_one(filled: Bank, target: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    backup(filled.store, file)
    filled.archive("halved-queue")
    assert len(filled.banked()) == 1
    bring_back(file, target, tmp_path)
    assert len(filled.banked()) == 2


def test_a_backup_with_half_of_a_pair_is_spoilt(filled: Bank, target: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    backup(filled.store, file)
    before = seen(filled)
    file.write_text(
        file.read_text(encoding="utf-8").replace("I halved the queue again.", r"I halved \ud800 again."),
        encoding="utf-8",
    )
    with pytest.raises(BankError, match="E-BNK-013"):
        bring_back(file, target, tmp_path)
    assert seen(filled) == before


def test_a_backup_cannot_have_a_name_that_no_file_can_have(filled: Bank, tmp_path: Path) -> None:
    with pytest.raises(BankError, match="E-BNK-007"):
        backup(filled.store, tmp_path / ("x" * 300))


def test_a_backup_overwrites_nothing_unless_told_to(filled: Bank, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    file.write_text("mine")
    with pytest.raises(BankError, match=r"E-BNK-017.*exists already"):
        backup(filled.store, file)
    assert file.read_text(encoding="utf-8") == "mine"
    backup(filled.store, file, replace=True)
    assert file.read_text(encoding="utf-8").startswith('{"format":"starproof.bank/1"')


def test_a_backup_into_a_folder_that_is_none_leaves_nothing(filled: Bank, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BankError, match="E-BNK-007"):
        backup(filled.store, tmp_path / "file" / "backup.jsonl")


def spoil_json(file: Path, how: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    if how == "cut":
        lines = lines[:-1]
    elif how == "half a line":
        lines[-2] = lines[-2][:20]
    elif how == "a row less":
        del lines[3]
    elif how == "another format":
        lines[0] = '{"format": "other/1", "version": "0001"}\n'
    elif how == "unknown table":
        lines[1] = '["nothing", {}]\n'
    elif how == "empty":
        lines = []
    elif how == "binary":
        file.write_bytes(bytes(range(256)) * 9)
        return
    file.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    "how", ["cut", "half a line", "a row less", "another format", "unknown table", "empty", "binary"]
)
def test_a_spoilt_backup_is_refused_and_the_bank_is_as_it_was(
    filled: Bank, target: str, tmp_path: Path, how: str
) -> None:
    before, file = seen(filled), tmp_path / "backup.jsonl"
    backup(filled.store, file)
    spoil_json(file, how)
    with pytest.raises(BankError, match="E-BNK-013"):
        bring_back(file, target, tmp_path)
    assert seen(filled) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"backup.jsonl", "bank.db", "bank.db-wal", "bank.db-shm"}


def test_a_backup_from_the_future_is_refused(filled: Bank, target: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    backup(filled.store, file)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        json.dumps({"format": "starproof.bank/1", "version": "9999"}) + "\n" + "".join(lines[1:]), encoding="utf-8"
    )
    with pytest.raises(BankError, match=r"E-BNK-003.*later starproof"):
        bring_back(file, target, tmp_path)


class TestFiles:
    """What only a bank in a file has."""

    @pytest.fixture
    def target(self, tmp_path: Path, empty_file: Path) -> str:
        path = tmp_path / "bank.db"
        shutil.copyfile(empty_file, path)
        return str(path)

    @pytest.mark.parametrize("spoil", [b"", b"no bank", b"SQLite format 3\x00" + b"\xff" * 5000])
    def test_a_file_that_is_no_backup_is_refused(self, filled: Bank, target: str, tmp_path: Path, spoil: bytes) -> None:
        (tmp_path / "backup.db").write_bytes(spoil)
        with pytest.raises(BankError, match="E-BNK-013"):
            bring_back(tmp_path / "backup.db", target, tmp_path)
        assert filled.list().total == 2

    def test_a_missing_backup_is_refused(self, filled: Bank, target: str, tmp_path: Path) -> None:
        for name in ("none.db", "none.jsonl"):
            with pytest.raises(BankError, match="none"):
                bring_back(tmp_path / name, target, tmp_path)

    def test_a_backup_never_replaces_the_bank_itself(self, filled: Bank, target: str) -> None:
        with pytest.raises(BankError, match=r"E-BNK-017.*the bank itself"):
            backup(filled.store, Path(target), replace=True)
        assert filled.list().total == 2

    def test_a_damaged_bank_never_replaces_the_last_good_backup(
        self, filled: Bank, target: str, tmp_path: Path, reopen: Opener
    ) -> None:
        file, path = tmp_path / "backup.db", Path(target)
        backup(filled.store, file)
        filled.close()
        good = file.read_bytes()
        with closing(sqlite3.connect(path)) as raw:
            size = raw.execute("PRAGMA page_size").fetchone()[0]
            (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events_batch'").fetchone()
        spoilt = bytearray(path.read_bytes())
        spoilt[(root - 1) * size + 8 : root * size] = bytes(size - 8)  # a part that no opening looks at
        path.write_bytes(spoilt)
        with pytest.raises(BankError, match=r"E-BNK-002"):
            backup(reopen().store, file, replace=True)
        assert file.read_bytes() == good
        assert bring_back(file, target, tmp_path).stories == 2

    def test_a_backup_from_a_later_starproof_is_named(self, filled: Bank, target: str, tmp_path: Path) -> None:
        file = tmp_path / "backup.db"
        backup(filled.store, file)
        with closing(sqlite3.connect(file)) as raw:
            raw.execute("UPDATE alembic_version SET version_num = '9999'")
            raw.commit()
        with pytest.raises(BankError, match=r"E-BNK-003.*later") as refused:
            bring_back(file, target, tmp_path)
        assert repr(str(file)) in refused.value.message

    def test_a_damaged_bank_is_put_aside_whole(self, filled: Bank, target: str, tmp_path: Path, reopen: Opener) -> None:
        file, path = tmp_path / "backup.db", Path(target)
        backup(filled.store, file)
        filled.close()
        damaged = path.read_bytes()[:20_000]
        path.write_bytes(damaged)
        restored = bring_back(file, target, tmp_path)
        assert restored.beside is not None
        assert restored.beside.read_bytes() == damaged
        assert reopen().list().total == 2

    def test_a_backup_is_one_file_that_opens_anywhere(self, filled: Bank, tmp_path: Path) -> None:
        file = tmp_path / "other" / "backup.db"
        backup(filled.store, file)
        assert [path.name for path in file.parent.iterdir()] == ["backup.db"]
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)
        assert connection.execute("SELECT count(*) FROM stories").fetchone() == (2,)
        connection.close()

    def test_backups_made_while_stories_come_in_are_consistent(
        self, patient: None, target: str, tmp_path: Path, reopen: Opener
    ) -> None:
        from threading import Event, Thread

        writer, reader, enough = reopen(), reopen(), Event()

        def write() -> None:
            for n in range(10_000):
                if enough.is_set():
                    return
                writer.add_all([Draft("one", id=f"a{n}"), Draft("two", id=f"b{n}")])

        thread = Thread(target=write)
        thread.start()
        try:
            for n in range(8):
                backup(reader.store, tmp_path / f"{n}.db")
                backup(reader.store, tmp_path / f"{n}.jsonl")
        finally:
            enough.set()
            thread.join()
        for file in (*tmp_path.glob("[0-9].db"), *tmp_path.glob("*.jsonl")):
            moved = tmp_path / "moved" / file.name
            assert bring_back(file, moved, tmp_path).stories % 2 == 0
            with open_bank(moved, now=lambda: NOW, who="me") as bank:
                assert len(bank.ids()) == 2 * len({id_[1:] for id_ in bank.ids()})
