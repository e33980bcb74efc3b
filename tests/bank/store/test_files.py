"""Bank files that are missing, foreign, damaged, out of reach or on a bad disk: each a clear error, nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from starproof.core.bank import Draft
from starproof.errors import BankError
from tests.bank.store.making import opened
from tests.cli.running import UNCOMPILED


@pytest.fixture
def file(tmp_path: Path, empty_file: Path) -> Path:
    """A bank with one story."""
    path = tmp_path / "bank.db"
    shutil.copyfile(empty_file, path)
    with opened(path) as bank:
        bank.add(Draft("first", id="x"))
    return path


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **UNCOMPILED},
    )


ADD = """
import sys
from starproof.bank import open_bank
from starproof.core.bank import Draft
from starproof.errors import BankError
try:
    with open_bank(sys.argv[1], now=lambda: "2026-01-01T00:00:00Z", who="me") as bank:
        print([entry.id for entry in bank.all()])
        bank.add(Draft("second " * int(sys.argv[2]), id="y"))
except BankError as error:
    print(error)
"""
WARM = """
# Root may write anywhere, so somebody else tries, who may not read the modules any more.
import os, sys
from starproof.bank import open_bank
with open_bank(sys.argv[3], now=str, who="me") as bank:
    bank.all()
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
"""


def test_a_new_bank_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "bank.db"
    with opened(path) as bank:
        bank.add(Draft("first"))
        modes = {p.name: p.stat().st_mode & 0o777 for p in path.parent.iterdir()}
    assert modes == {"bank.db": 0o600, "bank.db-wal": 0o600, "bank.db-shm": 0o600}
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_it_keeps_what_was_acknowledged_and_its_references(file: Path) -> None:
    with opened(file) as bank, bank.store.reading() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert pragmas == ["wal", 2, 1]


def test_a_missing_bank_is_named_where_none_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(BankError, match=r"E-BNK-007.*no bank of stories yet at"):
        opened(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_name_that_no_file_can_have_names_no_bank(tmp_path: Path) -> None:
    for create in (True, False):
        with pytest.raises(BankError, match=r"E-BNK-007.*cannot be opened: File name too long"):
            opened(tmp_path / ("x" * 300), create=create)


@pytest.mark.parametrize("content", [b"A story.\n", b"\x00" * 4096, b"PK\x03\x04" * 99])
def test_a_file_of_another_kind_is_no_bank_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(content)
    with pytest.raises(BankError, match=r"E-BNK-001.*notes\.md.*no bank"):
        opened(path)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["notes.md"]


def test_a_database_of_another_program_is_no_bank_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE stories (id)")
    with pytest.raises(BankError, match="E-BNK-001"):
        opened(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("stories",)]


def test_a_folder_is_no_bank(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="E-BNK-001"):
        opened(tmp_path)


def test_a_url_of_sqlite_names_its_file_and_others_are_refused(file: Path, tmp_path: Path) -> None:
    with opened(f"sqlite:///{file}") as bank:
        assert list(bank.ids()) == ["x"]
    with pytest.raises(BankError, match=r"E-BNK-007.*cannot lie in 'mysql'") as caught:
        opened("mysql://u:secret@h/d")
    assert "secret" not in str(caught.value)


def test_an_empty_file_becomes_a_bank(tmp_path: Path) -> None:
    (tmp_path / "bank.db").touch()
    with opened(tmp_path / "bank.db") as bank:
        assert bank.add(Draft("first")).revision == 1


@pytest.mark.parametrize("damage", ["cut", "garbled", "header alone"])
def test_a_damaged_file_is_called_so(file: Path, damage: str) -> None:
    with opened(file) as bank:
        bank.add_all([Draft(f"story {n} " * 50) for n in range(300)])
    data = bytearray(file.read_bytes())
    if damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "garbled":
        data[5000:] = bytes((byte * 7 + 3) % 256 for byte in data[5000:])
    else:
        data = data[:100]
    file.write_bytes(data)
    with pytest.raises(BankError, match=r"E-BNK-002.*damaged.*restore"):
        _use(file)
    assert file.read_bytes()[:100] == data[:100]


def test_status_finds_damage_that_nobody_has_met_yet(file: Path) -> None:
    with opened(file) as bank:
        bank.add_all([Draft(f"story {n} " * 50) for n in range(300)])
    data = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'labels_value'").fetchone()[0]
    data[(page - 1) * 4096 : (page - 1) * 4096 + 8] = b"\x0d" * 8
    file.write_bytes(data)
    with opened(file) as bank:
        assert not bank.status().sound


def test_a_bank_from_the_future_is_refused_untouched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(BankError, match=r"E-BNK-003.*9999.*pip install --upgrade"):
        opened(file)


def test_a_full_disk_is_called_so_and_nothing_is_lost(file: Path) -> None:
    with opened(file) as bank:
        with bank.store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BankError, match=r"E-BNK-005.*full.*Nothing was changed"):
            bank.add(Draft("second " * 50_000, id="y"))
        assert list(bank.ids()) == ["x"]
        bank.tag("x", add=["t"])


def test_a_disk_that_takes_no_more_is_called_so_and_nothing_is_lost(file: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
    done = run(limit + ADD, str(file), "100000")
    assert "E-BNK-005" in done.stdout, done
    assert "Nothing was changed" in done.stdout
    with opened(file) as bank:
        assert list(bank.ids()) == ["x"]
        assert bank.status().sound


@pytest.fixture
def shared(file: Path) -> Iterator[Path]:
    """The same bank where anybody may read it: pytest keeps its own folders, made while this runs too, to one user."""
    with TemporaryDirectory(prefix="shared-") as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copyfile(file, Path(folder) / "bank.db"))


@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_a_read_only_bank_can_be_read_and_says_why_it_takes_nothing(
    shared: Path, tmp_path: Path, read_only: str
) -> None:
    mine = os.getuid() != 0
    shutil.copyfile(shared, tmp_path / "warm.db")
    shared.chmod(0o444 if read_only == "file" else 0o644)
    if mine and read_only == "folder":
        shared.parent.chmod(0o555)
    done = run(ADD if mine else WARM + ADD, str(shared), "1", str(tmp_path / "warm.db"))
    shared.parent.chmod(0o755)
    assert done.stdout.splitlines()[0] == "['x']", done
    assert "E-BNK-006" in done.stdout
    assert "read-only" in done.stdout


def test_a_bank_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BankError, match="E-BNK-007"):
        opened(tmp_path / "file" / "bank.db")


def _use(file: Path) -> None:
    """Do what people do with a bank."""
    with opened(file) as bank:
        bank.list(limit=1000)
        bank.all()
        bank.search("story")
        bank.history()
        bank.add(Draft("one more"))
