"""Banks on both databases: every test that asks for ``bank`` or ``reopen`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from starproof.bank import Bank, open_bank
from starproof.bank.store import connecting
from starproof.bank.store.tables import metadata
from tests.bank.store import postgres
from tests.bank.store.making import Clock, WordJudge
from tests.waiting import PATIENCE

Opener = Callable[..., Bank]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a running PostgreSQL."""
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL's server is not installed")
    with postgres.running() as url:
        yield url


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite bank without stories, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "bank.db"
    open_bank(path, now=lambda: "2026-01-01T00:00:00Z", who="maker").close()
    return path


@pytest.fixture(scope="session")
def empty_database(server: str) -> Iterator[str]:
    """The URL of a PostgreSQL bank without stories."""
    url = new_database(server, "contract")
    open_bank(url, now=lambda: "2026-01-01T00:00:00Z", who="maker").close()
    return url


def new_database(server: str, name: str) -> str:
    """The URL of a database with nothing in it."""
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.rpartition("/")[0] + "/" + name


def emptied(url: str) -> str:
    """The same database without stories."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables if table.name != "bank")
        connection.execute(text(f"TRUNCATE story_words, {names}"))
        connection.execute(text("UPDATE bank SET changes = 0"))
    engine.dispose()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of a bank without stories."""
    if request.param == "postgresql":
        return emptied(request.getfixturevalue("empty_database"))
    path = tmp_path / "bank.db"
    shutil.copyfile(request.getfixturevalue("empty_file"), path)
    return str(path)


@pytest.fixture
def reopen(target: str) -> Iterator[Opener]:
    """Opens the bank, as often as wanted; all are closed when the test ends."""
    clock, opened = Clock(), []

    def open_it(judge: WordJudge | None = None, who: str = "me") -> Bank:
        opened.append(open_bank(target, now=clock, who=who, judge=judge))
        return opened[-1]

    yield open_it
    for bank in opened:
        bank.close()


@pytest.fixture
def judge() -> WordJudge:
    return WordJudge()


@pytest.fixture
def bank(reopen: Opener, judge: WordJudge) -> Bank:
    """A bank without stories, with a judge that is quick."""
    return reopen(judge)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for another writer."""
    monkeypatch.setattr(connecting, "PATIENCE", 0.2)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody waits for another writer as long as it takes."""
    monkeypatch.setattr(connecting, "PATIENCE", PATIENCE)
