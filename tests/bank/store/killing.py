"""Kills a program that writes to a bank, again and again, and looks whether anything it was told is kept is gone.

    python -m tests.bank.store.killing BANK ROUNDS SEED

Before each change the writer says what it is about to do, and afterwards that it is done; so after a kill the bank
must hold exactly the one or the other. Prints what was tried, as JSON; an assertion ends it with 1.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import alembic.command  # noqa: F401 - loaded before the fork, so that kills meet the making of a bank
from sqlalchemy import text

from starproof.bank import Bank, open_bank
from starproof.bank.opening import connect
from starproof.bank.store.copying import intact
from starproof.core.bank import Draft
from tests.waiting import until

Writer = Callable[[str, int, int, int], None]
State = dict[str, list[Any]]
"""By id: text, notes, tags, revision."""
LINES = 10
"""Kills come after so few lines of a writer, each number as often as the others."""
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


def opened(target: str) -> Bank:
    return open_bank(target, now=lambda: "2026-01-01T00:00:00Z", who="writer")


def write(target: str, out: int, first: int, seed: int) -> None:
    """Change the bank until somebody puts an end to it."""
    chance = random.Random(seed)
    bank = opened(target)
    for number in range(first, first + 100_000):
        one, other = f"a{number}", f"b{number}"
        words, notes = f"words {number} " * chance.randrange(1, 400), f"note {number}"
        say(out, {"try": {one: [words, "", [], 1], other: [words, notes, [], 1]}})
        bank.add_all([Draft(words, id=one), Draft(words, id=other, notes=notes)])
        say(out, {"done": number})
        say(out, {"try": {one: ["again " + words, notes, ["t"], 2]}})
        bank.edit(one, text="again " + words, notes=notes, tags=("t",))
        say(out, {"done": number})
        say(out, {"try": {one: [words, "", [], 1]}})
        bank.undo(one)
        say(out, {"done": number})


def say(out: int, what: dict[str, Any]) -> None:
    os.write(out, (json.dumps(what) + "\n").encode())


def killed(target: str, round_: int, chance: random.Random, write: Writer = write) -> list[dict[str, Any]]:
    """Start a writer, kill it at some moment, and return what it said."""
    first = round_ * 100_000
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            write(target, mouth, first, first)
        finally:
            os._exit(1)
    os.close(mouth)
    heard = b""
    while heard.count(b"\n") < round_ % LINES:  # however slow the machine is, it gets so far
        piece = os.read(ear, 1 << 16)
        if not piece:
            break  # it is dead already; below it is asked why
        heard += piece
    time.sleep(chance.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    while piece := os.read(ear, 1 << 16):
        heard += piece
    os.close(ear)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself"
    if "://" in target:
        wait_for_the_server(target)
    return [json.loads(line) for line in heard.decode().split("\n")[:-1]]


def wait_for_the_server(target: str) -> None:
    """A server may still make the change that the killed writer asked for last: wait until it serves nobody else."""
    with closing(connect(target, create=False)) as store:

        def alone() -> bool:
            with store.reading() as connection:
                return not connection.execute(_OTHERS).scalar_one()

        until(alone, every=0.005)


def settle(state: State, said: list[dict[str, Any]]) -> State:
    """What must be there for certain; returns what may have happened on top of it."""
    pending: State = {}
    for what in said:
        if "try" in what:
            pending = what["try"]
        else:
            state.update(pending)
            pending = {}
    return pending


def look(target: str, state: State, pending: State) -> bool:
    """Check the bank; return whether the change that was never confirmed had been made all the same."""
    with opened(target) as bank:
        assert intact(bank.store), "the database is damaged"
        entries = bank.all(archived=None)
        found = {e.id: [e.draft.text, e.draft.notes, list(e.draft.tags), e.revision] for e in entries}
        made = bool(pending) and found == {**state, **pending}
        assert made or found == state, f"wrong: {set(found) ^ set(state) or 'a story differs'}"
        numbers = [event.number for event in bank.history()]
        assert numbers == list(range(len(numbers), 0, -1)), "an event is missing"
        assert bank.search("words").total == len(found), "the words for searching are not those of the stories"
        return made


def main(target: str, rounds: int, seed: int) -> dict[str, int]:
    chance, state = random.Random(seed), State()
    kept = 0
    for round_ in range(rounds):
        pending = settle(state, killed(target, round_, chance))
        if look(target, state, pending):
            kept += 1
            state.update(pending)
    return {"kills": rounds, "stories": len(state), "made but not confirmed": kept}


def kill_births(folder: Path, rounds: int, seed: int) -> dict[str, int]:
    """Kill programs that are about to make a bank, which must open all the same."""
    chance, there = random.Random(seed), 0
    for round_ in range(rounds):
        target = folder / f"{round_}.db"
        child = os.fork()
        if child == 0:
            try:
                opened(str(target)).add(Draft("first"))
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        there += target.exists()
        with opened(str(target)) as bank:
            assert len(bank.ids()) <= 1
            bank.add(Draft("second"))
            assert intact(bank.store)
    return {"kills": rounds, "begun": there}


if __name__ == "__main__":
    done = main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    born = kill_births(Path(sys.argv[1] + ".born"), 20, int(sys.argv[3])) if "://" not in sys.argv[1] else {}
    sys.stdout.write(json.dumps({**done, "births": born}) + "\n")
