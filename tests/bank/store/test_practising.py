"""Practice sessions in the bank, on both databases: kept step by step, as they were, until they are dropped."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from starproof.bank import Bank, open_bank
from starproof.core.practice import Setup, Step
from starproof.errors import BankError
from tests.bank.store.conftest import Opener
from tests.bank.store.practice_values import HEARD, KEPT, SETUP, STEPS, any_of


def numbered(number: int) -> Step:
    return Step(f"2026-03-31T09:30:{number % 60:02}.000Z", "answered", 0, turn=number, text=f"step {number}")


@pytest.fixture
def begun(bank: Bank) -> Bank:
    bank.practice.begin(SETUP)
    return bank


def test_a_session_is_read_as_it_was_taken(begun: Bank, reopen: Opener) -> None:
    for number, step in enumerate(STEPS):
        assert begun.practice.take(SETUP.id, step, after=number) == number + 1
    assert begun.practice.open(SETUP.id) == (SETUP, STEPS)
    assert reopen().practice.open(SETUP.id) == (SETUP, STEPS)


def test_several_steps_are_taken_as_one(begun: Bank) -> None:
    assert begun.practice.take(SETUP.id, *STEPS[:3], after=0) == 3
    spoilt = replace(STEPS[3], text="half \ud800 of a pair")
    with pytest.raises(BankError, match="E-BNK-012"):
        begun.practice.take(SETUP.id, STEPS[3], spoilt, after=3)
    assert begun.practice.open(SETUP.id)[1] == STEPS[:3]


@pytest.mark.parametrize("after", [0, 1, 3, 99, -1])
def test_a_step_of_another_window_is_refused(begun: Bank, reopen: Opener, after: int) -> None:
    begun.practice.take(SETUP.id, *STEPS[:2], after=0)
    with pytest.raises(BankError, match=r"E-BNK-010.*'a-session' has moved on.*Nothing was changed"):
        reopen().practice.take(SETUP.id, STEPS[2], after=after)
    assert begun.practice.open(SETUP.id)[1] == STEPS[:2]


def test_of_steps_taken_at_once_exactly_one_counts(patient: None, begun: Bank) -> None:
    def take(number: int) -> str:
        try:
            begun.practice.take(SETUP.id, numbered(number), after=0)
        except BankError as error:
            return error.code
        return "taken"

    with ThreadPoolExecutor(8) as pool:
        came = list(pool.map(take, range(8)))
    assert sorted(came) == [*["E-BNK-010"] * 7, "taken"]
    assert begun.practice.open(SETUP.id)[1] == (numbered(came.index("taken")),)


def test_an_id_is_taken_once(begun: Bank) -> None:
    with pytest.raises(BankError, match=r"E-BNK-008.*'a-session' already"):
        begun.practice.begin(replace(SETUP, seed=8))
    assert begun.practice.open(SETUP.id) == (SETUP, ())


def test_a_session_that_is_not_there_is_named(bank: Bank) -> None:
    for use in (
        lambda: bank.practice.open("none"),
        lambda: bank.practice.take("none", STEPS[0], after=0),
        lambda: bank.practice.drop("none"),
    ):
        with pytest.raises(BankError, match=r"E-BNK-009.*no practice session 'none'"):
            use()


def test_lists_say_how_far_each_session_is(bank: Bank) -> None:
    for name in ("first", "second", "third"):
        bank.practice.begin(replace(SETUP, id=name))
    bank.practice.take("first", *STEPS, after=0, done=True)
    bank.practice.take("second", STEPS[0], after=0)
    assert [one.setup.id for one in bank.practice.list()] == ["third", "second", "first"]
    assert [one.setup.id for one in bank.practice.list(limit=1)] == ["third"]
    assert [one.setup.id for one in bank.practice.list(unfinished=True)] == ["third", "second"]
    (done,) = bank.practice.list(unfinished=False)
    assert (done.steps, done.last, done.done) == (len(STEPS), STEPS[-1].at, True)
    assert bank.practice.list()[0].last == SETUP.at


def test_the_log_has_every_step_without_the_words_that_were_heard(begun: Bank) -> None:
    begun.practice.take(SETUP.id, *STEPS, after=0)
    begun.practice.begin(replace(SETUP, id="empty"))
    unheard = tuple(replace(step, transcript=None) for step in STEPS)
    assert begun.practice.all() == ((SETUP, unheard), (replace(SETUP, id="empty"), ()))


def test_the_log_of_an_open_bank_follows_every_change(begun: Bank, reopen: Opener) -> None:
    other = reopen()

    def same() -> None:
        assert begun.practice.all() == reopen().practice.all() == begun.practice.all()

    for number, step in enumerate(STEPS[:3]):
        other.practice.take(SETUP.id, replace(step, transcript=None, at=SETUP.at), after=number)
        same()
    other.practice.begin(replace(SETUP, id="other"))
    same()
    other.practice.drop(SETUP.id)
    same()
    other.practice.begin(replace(SETUP, id="third"))
    same()
    assert [setup.id for setup, _ in begun.practice.all()] == ["other", "third"]


def test_a_dropped_session_is_gone_and_the_others_stay(begun: Bank) -> None:
    begun.practice.take(SETUP.id, *STEPS, after=0)
    begun.practice.begin(replace(SETUP, id="other"))
    begun.practice.drop(SETUP.id)
    assert [one.setup.id for one in begun.practice.list()] == ["other"]
    begun.practice.begin(SETUP)
    assert begun.practice.open(SETUP.id) == (SETUP, ())


def test_of_a_dropped_session_no_word_stays_in_the_file(tmp_path: Path) -> None:
    path, said = tmp_path / "bank.db", "what nobody shall ever read again " * 400
    with open_bank(path, now=lambda: SETUP.at, who="me") as bank:
        bank.practice.begin(SETUP)
        bank.practice.take(SETUP.id, replace(STEPS[1], text=said), after=0)
    assert b"nobody shall ever" in path.read_bytes()
    with open_bank(path, now=lambda: SETUP.at, who="me") as bank:
        bank.practice.drop(SETUP.id)
    assert [one.name for one in tmp_path.iterdir()] == ["bank.db"]
    assert b"nobody shall ever" not in path.read_bytes()


def test_the_status_counts_practice(begun: Bank) -> None:
    begun.practice.take(SETUP.id, *STEPS, after=0)
    assert (begun.status().sessions, begun.status().steps) == (1, len(STEPS))


def test_practice_leaves_the_stories_and_their_history_alone(begun: Bank) -> None:
    begun.practice.take(SETUP.id, *STEPS, after=0)
    assert begun.history() == []
    with pytest.raises(BankError, match="E-BNK-011"):
        begun.undo()


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(STEPS[0], text="a\0b"),
        replace(STEPS[0], seconds=float("inf")),
        replace(STEPS[0], transcript=replace(HEARD, model="\udc80")),
        replace(STEPS[0], transcript=replace(HEARD, seconds=float("nan"))),
    ],
)
def test_what_no_database_keeps_is_refused_by_name(begun: Bank, spoilt: Step) -> None:
    with pytest.raises(BankError, match=r"E-BNK-012: The (text|seconds|model) in the practice session 'a-session'"):
        begun.practice.take(SETUP.id, spoilt, after=0)
    assert begun.practice.open(SETUP.id)[1] == ()


@pytest.mark.parametrize("id_", ["", "a\nb", "\ud800", "x" * 201])
def test_an_id_that_nobody_could_name_again_is_refused(bank: Bank, id_: str) -> None:
    with pytest.raises(BankError, match="E-BNK-012"):
        bank.practice.begin(replace(SETUP, id=id_))
    assert bank.practice.list() == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(setup=any_of(Setup, KEPT, id=st.just(SETUP.id)), steps=st.lists(any_of(Step, KEPT), min_size=1, max_size=4))
def test_whatever_may_be_kept_comes_back_exactly(bank: Bank, setup: Setup, steps: list[Any]) -> None:
    bank.practice.begin(setup)
    bank.practice.take(setup.id, *steps, after=0)
    assert bank.practice.open(setup.id) == (setup, tuple(steps))
    bank.practice.drop(setup.id)
