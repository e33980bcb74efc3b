"""Ctrl-C before the command has even loaded."""

from __future__ import annotations

import subprocess
import sys

LOADING = """
import sys

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == "starproof.cli.app":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Pressed())
from starproof.cli import main
main()
"""


def test_ctrl_c_while_the_command_loads_ends_in_a_line() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"Interrupted.\n")
