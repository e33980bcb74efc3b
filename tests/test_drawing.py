"""The gate draws the same examples in each run, whatever was loaded and whichever tests ran before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

DRAW = """
import importlib, json, sys
import tests.conftest
from hypothesis import given, settings, strategies as st

def drawn():
    seen = []

    @settings(max_examples=200)
    @given(st.lists(st.text() | st.integers()))
    def see(values):
        seen.append(values)

    see()
    return seen

before = drawn()
sys.path.insert(0, sys.argv[1])
import loaded_on_the_way
print(json.dumps([len(before), before == drawn()]))
"""


def test_what_is_drawn_in_the_gate_does_not_depend_on_what_is_loaded(tmp_path: Path) -> None:
    words = [f"a word of another module {number}" for number in range(50)]
    (tmp_path / "loaded_on_the_way.py").write_text(f"WORDS = {words}\nNUMBERS = {[1_234_567 + n for n in range(50)]}\n")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DRAW, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "STARPROOF_NO_SKIPS": "1"},
        check=True,
    )
    many, same = json.loads(done.stdout)
    assert many >= 200
    assert same
