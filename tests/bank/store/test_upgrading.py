"""Banks of every released version open; the steps are tried on a copy first and happen whole or not at all."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from starproof.bank import Bank, open_bank
from starproof.bank.migrations import NEWEST
from starproof.bank.moving import restore
from starproof.bank.opening import connect, file_of
from starproof.bank.store import tables
from starproof.bank.upgrading import STEPS, Steps, upgrade
from starproof.core.bank import Draft
from starproof.errors import BankError
from tests.bank.store.conftest import new_database
from tests.bank.store.make_bank import BANKS
from tests.bank.store.making import FULL, WordJudge
from tests.bank.store.practice_values import SETUP
from tests.bank.store.practice_values import STEPS as TAKEN

NOW = "2026-01-01T00:00:00Z"
GOOD = "    op.add_column('bank', sa.Column('motto', sa.Text))\n    op.execute(\"UPDATE bank SET motto = 'x'\")\n"
BAD = GOOD + "    op.execute('UPDATE nothing SET here = 1')\n"
LOSES = GOOD + "    op.execute('DELETE FROM events')\n"
LOSES_PRACTICE = GOOD + "    op.execute('DELETE FROM practice_steps')\n"


def opened(target: str | Path, steps: Steps = STEPS) -> Bank:
    return open_bank(target, now=lambda: NOW, who="me", judge=WordJudge(), steps=steps)


def next_step(folder: Path, body: str) -> Steps:
    """The steps that ship, and one more."""
    shutil.copytree(STEPS.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    head = "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '9998'\n"
    text = f"{head}down_revision = '{NEWEST}'\n\n\ndef upgrade():\n{body}"
    (folder / "versions" / "9998_next.py").write_text(text)
    return Steps(folder, "9998")


def check(bank: Bank, version: str = NEWEST) -> None:
    """That a released bank holds what ``make_bank`` put in, and practises from then on."""
    if version >= "0002":
        assert bank.practice.open(SETUP.id) == (SETUP, TAKEN)
    bank.practice.begin(replace(SETUP, id="another"))
    bank.practice.take("another", *TAKEN, after=0)
    assert bank.practice.open("another")[1] == TAKEN
    bank.practice.drop("another")
    assert list(bank.ids()) == ["halved-queue", "left", "stayed"]
    assert bank.get("halved-queue").draft == FULL
    assert bank.get("left").draft == Draft("They left.", id="left", archived=True)
    assert [revision.number for revision in bank.revisions("halved-queue")] == [1, 2]
    assert [event.kind for event in bank.history()] == ["undo", "archive", "add", "add", "edit", "add"]
    assert bank.search("nobody").total == 1
    assert bank.redo("halved-queue")[0].draft.text == "I halved the queue, and then I halved it again."
    assert bank.status().sound


def test_there_is_a_bank_of_every_released_version() -> None:
    shipped = [script.revision for script in ScriptDirectory(str(STEPS.folder)).walk_revisions()]
    assert shipped[0] == NEWEST
    assert {path.name for path in BANKS.iterdir()} == {f"{v}.{end}" for v in shipped for end in ("db", "jsonl")}


@pytest.mark.parametrize("path", sorted(BANKS.glob("*.db")), ids=lambda path: path.stem)
def test_a_bank_of_every_released_version_opens(path: Path, tmp_path: Path) -> None:
    shutil.copyfile(path, tmp_path / "bank.db")
    with opened(tmp_path / "bank.db") as bank:
        check(bank, path.stem)


@pytest.mark.parametrize("path", sorted(BANKS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_backup_of_every_released_version_comes_back(path: Path, target: str, tmp_path: Path) -> None:
    restore(file_of(target), path, connect=lambda: connect(target, create=True), made=NOW, kept_in=tmp_path)
    with opened(target) as bank:
        check(bank, path.stem)


def test_the_steps_lead_to_the_tables_that_the_code_speaks_of(bank: Bank) -> None:
    with bank.store.reading() as connection:
        there = inspect(connection)
        for table in tables.metadata.sorted_tables:
            columns = {column["name"]: column["nullable"] for column in there.get_columns(table.name)}
            assert columns == {column.name: bool(column.nullable) for column in table.columns}, table.name
            indexes = {index["name"] for index in there.get_indexes(table.name) if not index.get("unique")}
            assert indexes == {index.name for index in table.indexes}, table.name


def test_an_old_bank_is_brought_forward_and_stays_beside_as_it_was(tmp_path: Path) -> None:
    path, steps = tmp_path / "bank.db", next_step(tmp_path / "steps", GOOD)
    shutil.copyfile(BANKS / f"{NEWEST}.db", path)
    with opened(path, steps) as bank:
        assert bank.upgraded_from == NEWEST
        check(bank)
        with bank.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT motto FROM bank").scalar() == "x"
    with opened(path, steps) as bank:
        assert bank.upgraded_from is None
    with opened(tmp_path / "bank.db.before-9998") as old:
        check(old)
    assert {p.name for p in tmp_path.glob("bank*")} == {"bank.db", "bank.db.before-9998"}


@pytest.mark.parametrize("body", [BAD, LOSES, LOSES_PRACTICE, "    raise RuntimeError('broken')\n"])
def test_steps_that_fail_on_the_copy_never_touch_the_bank(tmp_path: Path, body: str) -> None:
    path = tmp_path / "bank.db"
    shutil.copyfile(BANKS / f"{NEWEST}.db", path)
    with pytest.raises(BankError, match=r"E-BNK-014.*It is as it was"):
        opened(path, next_step(tmp_path / "steps", body))
    with opened(path) as bank:
        check(bank)
    assert not list(tmp_path.glob("*.trial*"))


KILLED = (
    "    import os, signal\n"
    "    name = op.get_bind().exec_driver_sql('PRAGMA database_list').fetchone()[2]\n"
    "    if name.endswith('.trial') is {}:\n"
    "        os.kill(os.getpid(), signal.SIGKILL)\n"
)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("on_the_copy", [True, False])
def test_a_kill_amid_the_steps_leaves_the_bank_as_it_was(tmp_path: Path, on_the_copy: bool) -> None:
    path = tmp_path / "bank.db"
    shutil.copyfile(BANKS / f"{NEWEST}.db", path)
    upgrader = multiprocessing.get_context("spawn").Process(
        target=opened, args=(path, next_step(tmp_path / "killed", GOOD + KILLED.format(on_the_copy)))
    )
    upgrader.start()
    upgrader.join()
    assert upgrader.exitcode == -9
    upgrader.close()
    with opened(path, next_step(tmp_path / "steps", GOOD)) as bank:
        assert bank.upgraded_from == NEWEST
        check(bank)


def test_a_bank_that_is_open_elsewhere_is_brought_forward_under_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "bank.db"
    shutil.copyfile(BANKS / f"{NEWEST}.db", path)
    with opened(path) as open_already:
        open_already.add(Draft("before", id="before"))
        with opened(path, next_step(tmp_path / "steps", GOOD)) as bank:
            assert bank.get("before").draft.text == "before"
            open_already.add(Draft("after", id="after"))
            assert bank.get("after").draft.text == "after"


def test_a_server_is_brought_forward_in_one_transaction(server: str, tmp_path: Path) -> None:
    url = new_database(server, "forward")
    with opened(url) as bank:
        bank.add(FULL)
    with pytest.raises(BankError):
        opened(url, next_step(tmp_path / "bad", BAD))
    with opened(url) as bank, bank.store.reading() as connection:
        assert "motto" not in {column["name"] for column in inspect(connection).get_columns("bank")}
    with opened(url, next_step(tmp_path / "good", GOOD)) as bank:
        assert (bank.upgraded_from, bank.get("halved-queue").draft) == (NEWEST, FULL)


def test_a_server_from_before_practice_takes_it_and_loses_nothing(server: str) -> None:
    url, first = new_database(server, "first"), replace(STEPS, newest="0001")
    store = connect(url, create=True)
    upgrade(store, made=NOW, steps=first)
    with store.writing() as connection:
        assert "practice_steps" not in inspect(connection).get_table_names()
    store.close()
    with opened(url) as bank:
        assert bank.upgraded_from == "0001"
        bank.practice.begin(SETUP)
        bank.practice.take(SETUP.id, *TAKEN, after=0)
        assert bank.practice.open(SETUP.id) == (SETUP, TAKEN)
