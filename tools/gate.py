"""The whole gate: style, types, layers, dependencies, tests, docs. Stops with 1 when any part fails.

Each part runs even when an earlier one failed, so that one run shows everything.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
CORPUS = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "corpus").rglob("*.jsonl")
    if not path.stem.startswith(("figures", "plots")) and path.parent.name not in ("sums", "windows")  # own tests
)
PARTS: tuple[tuple[str, list[str]], ...] = (
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
    ("tests", ["pytest", "-n", "2"]),
)


def main() -> int:
    failed = []
    for name, command in PARTS:
        started = time.monotonic()
        print(f"== {name}", flush=True)
        done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, check=False)
        verdict = "ok" if done.returncode == 0 else "FAILED"
        print(f"== {name}: {verdict} in {time.monotonic() - started:.0f} s", flush=True)
        if done.returncode:
            failed.append(name)
    print(f"gate: {'all parts passed' if not failed else 'failed: ' + ', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
