"""The interpreter looks for rubbish less often while a story is read, and as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from starproof.core.rubbish import MANY, seldom_sought
from starproof.engine import Reviewer
from starproof.errors import InputError
from tests.waiting import PATIENCE


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_a_review_leaves_the_threshold_as_it_found_it() -> None:
    Reviewer().review("I led the ledger and it held.")
    assert gc.get_threshold() == (700, 10, 10)


def test_the_threshold_is_put_back_after_a_failure() -> None:
    reviewer = Reviewer()
    with pytest.raises(InputError), seldom_sought():
        reviewer.review("")
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [0, 2 * MANY], ids=["never", "still less often"])
def test_whoever_looks_less_often_keeps_it(chosen: int) -> None:
    gc.set_threshold(chosen, 10, 10)
    with seldom_sought():
        assert gc.get_threshold()[0] == chosen
    assert gc.get_threshold()[0] == chosen


def test_of_threads_that_overlap_the_last_one_puts_it_back() -> None:
    both, one_left = Barrier(2), Barrier(2)
    seen: list[int] = []

    def first() -> None:
        with seldom_sought():
            both.wait(PATIENCE)
        one_left.wait(PATIENCE)

    thread = Thread(target=first)
    thread.start()
    with seldom_sought():
        both.wait(PATIENCE)
        one_left.wait(PATIENCE)
        seen.append(gc.get_threshold()[0])
    thread.join(PATIENCE)
    assert (seen, gc.get_threshold()) == ([MANY], (700, 10, 10))
