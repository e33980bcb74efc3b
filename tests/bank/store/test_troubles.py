"""Bad company: other writers, threads and processes, and nothing lost."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from starproof.bank import Bank
from starproof.bank.store import connecting
from starproof.core.bank import Draft
from starproof.errors import BankError
from tests.bank.store.conftest import Opener
from tests.bank.store.making import opened
from tests.waiting import PATIENCE


@pytest.fixture
def locked(target: str, request: pytest.FixtureRequest) -> Iterator[None]:
    """Another program writes to the bank, and does not come to an end."""
    request.getfixturevalue("impatient")
    other = opened(target)
    with other.store.writing():
        yield
    other.close()


def test_who_waits_too_long_for_another_writer_is_told(target: str, reopen: Opener, locked: None) -> None:
    with pytest.raises(BankError, match=r"E-BNK-004.*in use.*Nothing was changed"):
        reopen().add(Draft("first"))


def test_readers_do_not_wait_for_a_writer(target: str, reopen: Opener, locked: None) -> None:
    assert reopen().list().total == 0


HALF = "a\udcff"
"""What Python makes of a byte on the command line that is no UTF-8."""


@pytest.mark.parametrize(
    "asked",
    [
        lambda bank: bank.get(HALF),
        lambda bank: bank.list(tag=HALF),
        lambda bank: bank.history(HALF),
        lambda bank: bank.undo(HALF),
        lambda bank: bank.archive_all(["x", HALF]),
    ],
)
def test_half_of_a_pair_is_refused_wherever_it_is_looked_for(bank: Bank, asked: Callable[[Bank], object]) -> None:
    bank.add(Draft("first", id="x"))
    with pytest.raises(BankError, match=r"E-BNK-012.*half of a pair"):
        asked(bank)
    assert bank.ids() == ["x"]


def test_two_processes_write_at_once_and_nothing_is_lost(target: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_many, args=(target, name, 25)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
        writer.close()
    with opened(target) as bank:
        assert sorted(bank.ids()) == sorted(f"{name}{n}" for name in "ab" for n in range(25))
        assert [event.number for event in bank.history()] == list(range(50, 0, -1))


def add_many(target: str, name: str, count: int) -> None:
    connecting.PATIENCE = PATIENCE  # how long one waits for the other is the machine's affair
    with opened(target) as bank:
        for n in range(count):
            bank.add(Draft("story", id=f"{name}{n}"))


def test_threads_share_a_bank(patient: None, bank: Bank) -> None:
    def work(name: str) -> None:
        for n in range(10):
            bank.add(Draft("story", id=f"{name}{n}"))
            bank.list()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bank.list().total == 40


def test_two_programs_make_the_same_bank_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    makers = [context.Process(target=add_many, args=(str(tmp_path / "bank.db"), name, 1)) for name in "abc"]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
        assert maker.exitcode == 0
        maker.close()
    with opened(tmp_path / "bank.db") as bank:
        assert sorted(bank.ids()) == ["a0", "b0", "c0"]
