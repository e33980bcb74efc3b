"""Servers that let nobody in, hold another program's tables or come from the future: each is called so."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable

import pytest

from starproof.errors import BankError
from tests.bank.store import postgres
from tests.bank.store.conftest import new_database
from tests.bank.store.making import opened

NOBODYS = 1
"""A port at which no program of a user listens; one that was free a moment ago may have been taken since."""


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda url: url.rpartition("/")[0] + "/nowhere", "no database"),
        (lambda url: url.replace("tester", "stranger"), "does not let you"),
        (lambda url: f"postgresql://u:secret@127.0.0.1:{NOBODYS}/x", "does not answer"),
        (lambda url: "postgresql://u:secret@[::/x", "makes no sense"),
    ],
)
def test_a_server_that_lets_nobody_in_is_called_so(server: str, change: Callable[[str], str], code: str) -> None:
    with pytest.raises(BankError, match=f"E-BNK-007.*{code}") as caught:
        opened(change(server))
    assert "secret" not in str(caught.value)


def test_a_database_of_another_program_is_no_bank(server: str) -> None:
    from sqlalchemy import create_engine, text

    url = new_database(server, "foreign")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE stories (id int)"))
    engine.dispose()
    with pytest.raises(BankError, match="E-BNK-001"):
        opened(url)


def test_a_bank_from_the_future_is_refused(server: str) -> None:
    url = new_database(server, "future")
    with opened(url) as bank, bank.store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BankError, match=r"E-BNK-003.*9999"):
        opened(url)


def test_a_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from starproof.errors import MissingExtra

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"pip install 'starproof\[postgres\]'"):
        opened("postgresql://u@h/d")


def test_a_server_of_the_tests_takes_another_port_where_its_own_was_taken_meanwhile(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports = iter([taken.getsockname()[1], postgres.free_port()])
        monkeypatch.setattr(postgres, "free_port", lambda: next(ports))
        with postgres.running() as url:
            opened(url).close()
    assert next(ports, None) is None
