"""Kills a program that practises, again and again, and looks whether any step that it was told is kept is gone.

    python -m tests.bank.store.killing_steps BANK ROUNDS SEED

Says and prints as ``killing`` does.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import replace

from starproof.bank import Bank
from starproof.bank.store.copying import intact
from starproof.core.practice import Step
from tests.bank.store.killing import killed, opened, say
from tests.bank.store.practice_values import HEARD, SETUP

Sessions = dict[str, int]
"""How many steps each session has."""
STEPS = 9


def step(session: str, number: int) -> Step:
    """A step that is like no other, sometimes as long as an answer of three minutes."""
    long = number % 3 == 1
    heard = replace(HEARD, words=HEARD.words * 150) if long else None
    return Step(SETUP.at, "transcribed", 0, turn=number, text=f"{session} {number} " * 50, transcript=heard)


def write(target: str, out: int, first: int, seed: int) -> None:
    """Practise until somebody puts an end to it: one step at a time, then two that belong together."""
    bank = opened(target)
    for number in range(first, first + 100_000):
        name = f"s{number}"
        say(out, {"try": {name: 0}})
        bank.practice.begin(replace(SETUP, id=name))
        say(out, {"done": number})
        for taken in range(0, STEPS, 3):
            for some in ((0,), (1, 2)):
                after = taken + some[0]
                say(out, {"try": {name: after + len(some)}})
                bank.practice.take(name, *(step(name, taken + one) for one in some), after=after)
                say(out, {"done": number})


def settle(state: Sessions, said: list[dict[str, object]]) -> Sessions:
    """What must be there for certain; returns what may be there on top of it."""
    pending: Sessions = {}
    for what in said:
        if isinstance(tried := what.get("try"), dict):
            pending = tried
        else:
            state.update(pending)
            pending = {}
    return pending


def look(bank: Bank, state: Sessions, pending: Sessions) -> Sessions:
    """Check the bank; return what it holds."""
    assert intact(bank.store), "the database is damaged"
    found = {one.setup.id: one.steps for one in bank.practice.list()}
    assert found in (state, {**state, **pending}), f"wrong: {set(found.items()) ^ set(state.items())}"
    for name in list(found)[:20]:  # the newest; the others were looked at before
        setup, steps = bank.practice.open(name)
        assert setup == replace(SETUP, id=name)
        assert steps == tuple(step(name, number) for number in range(found[name])), f"steps of {name} differ"
    return found


def main(target: str, rounds: int, seed: int) -> dict[str, int]:
    """Kill so many writers; returns what was tried."""
    chance, state = random.Random(seed), Sessions()
    for round_ in range(rounds):
        pending = settle(state, killed(target, round_, chance, write))
        with opened(target) as bank:
            state = look(bank, state, pending)
    return {"kills": rounds, "sessions": len(state), "steps": sum(state.values())}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))) + "\n")
