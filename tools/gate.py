"""The whole gate: style, types, layers, dependencies, tests, docs. Stops with 1 when any part fails.

Each part runs even when an earlier one failed, so that one run shows everything. The tests wait a good deal, for
browsers, servers and terminals: the other parts run one after another beside them. Tests that fail are asked once more,
by themselves: one that passes then is named, to be mended, and one that fails again fails the gate.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from options import no_options

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
CORPUS = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "corpus").rglob("*.jsonl")
    if not path.stem.startswith("figures") and path.parent.name not in ("asked", "plots", "second", "sums", "windows")
)
TESTS = ("tests", ["pytest", "-n", "3", "--dist", "worksteal", "--durations=10"])
"""A worker more than there are processors, as one begins with the tests that wait (the mark ``waits``)."""
FAILED = 1
"""What pytest ends with when all tests were run and some failed; with anything else not all were run."""
AGAIN = (
    "what failed, by itself",
    ["pytest", "-n", "0", "--last-failed", "--last-failed-no-failures", "none", "--maxfail", "1", "-rA"],
)
BESIDE: tuple[tuple[str, list[str]], ...] = (
    ("ruff", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy"]),
    ("layers", ["lint-imports", "--no-cache"]),  # its cache takes moved modules for faults
    ("dependencies", ["deptry", "src"]),
    ("corpus", ["python", "corpus/check.py", *CORPUS]),
    ("docs fresh", ["python", "tools/docs.py", "--check"]),
    ("schema fresh", ["python", "tools/schema.py", "--check"]),
    ("openapi fresh", ["python", "tools/openapi.py", "--check"]),
    ("docs build", ["sphinx-build", "-qW", "-E", "-b", "html", "docs", "site"]),
)
# Some hundred tests start a command of their own, and each would compile all of its code anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(name: str, command: list[str], *, live: bool = False) -> int:
    """Run a part and return how it ended; what it prints comes when it is done, in one piece, or as it comes."""
    started = time.monotonic()
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env=ENVIRONMENT,
        check=False,
        stdout=None if live else subprocess.PIPE,
        stderr=None if live else subprocess.STDOUT,
    )
    verdict = "ok" if done.returncode == 0 else "FAILED"
    said = (done.stdout or b"").decode(errors="replace")
    print(f"\n{said}== {name}: {verdict} in {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode


def run_tests() -> int:
    """Run all tests, and those that fail once more: no test that fails twice passes."""
    ended = run(*TESTS, live=True)
    if ended != FAILED:
        return ended
    print("gate: asked once more; a test that passes now is unsteady, and its cause is to be mended", flush=True)
    return run(*AGAIN, live=True)


def main() -> int:
    no_options(__doc__)
    with ThreadPoolExecutor() as pool:
        tests = pool.submit(run_tests)
        failed = [name for name, command in BESIDE if run(name, command)]
        failed += [TESTS[0]] if tests.result() else []
    print(f"gate: {'all parts passed' if not failed else 'failed: ' + ', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
