"""The time for a line runs out at a terminal, whatever the program is doing just then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

pytestmark = pytest.mark.waits
HASTY = """
from starproof.cli.practice.stage import Stage, TimeIsUp
from starproof.report.terminal.look import Look

stage = Stage(Look(80, False))
for number in range(1_000):
    try:
        stage.ask("> ", seconds=0.0001 + number % 100 / 50_000)
    except TimeIsUp:
        pass
print("never missed")
"""


def test_time_is_up_even_when_it_is_just_as_the_wait_for_a_key_begins() -> None:
    seen = Terminal("-c", HASTY, program=Path(sys.executable))
    seen.wait("never missed")
    assert seen.end() == 0


DEAF = """
import time
from starproof.cli.practice.stage import Stage, TimeIsUp
from starproof.report.terminal.look import Look

class Deaf:
    def __del__(self):
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            time.sleep(0.01)

class Cleaning(Stage):
    def _asked(self, prompt):
        Deaf()  # what is raised while it goes is dropped
        return super()._asked(prompt)

stage = Cleaning(Look(80, False))
for _ in range(2):
    try:
        print(f"read {stage.ask('> ', seconds=0.1)}")
    except TimeIsUp as over:
        print(f"over after {over}")
print("typed " + Cleaning(Look(80, False)).ask("> ", seconds=600))
"""


def test_time_is_up_even_when_it_is_while_python_drops_what_is_raised() -> None:
    seen = Terminal("-c", DEAF, program=Path(sys.executable))
    seen.type("half a line")
    seen.wait("over after half a line")
    seen.wait("over after")
    seen.wait("> ")
    seen.type("in time\n")
    seen.wait("typed in time")
    assert seen.end() == 0
    assert "ignored" not in seen.text
