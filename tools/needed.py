"""Writes down which letters the patterns of the package need, or checks that what is written down is up to date.

Nothing goes wrong where it is not: a pattern that is not in the file is worked out when it is first tried, which takes
a first review a millisecond.
"""

from __future__ import annotations

import gc
import json
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from options import to_write

from starproof import engine
from starproof.core.seeking import Seldom, named, ways_worked_out, worked_out
from starproof.engine.reviewer import JUDGING

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "src" / "starproof" / "core" / "needed.json"
STORIES = 80
"""Stories that are reviewed, so that patterns are there which are put together when they are first asked for."""


def loaded() -> None:
    for package in JUDGING:
        found = import_module(f"starproof.{package}")
        for module in walk_packages(found.__path__, f"starproof.{package}."):
            import_module(module.name)
    reviewer = engine.Reviewer()
    for line in (ROOT / "corpus" / "train.jsonl").read_text(encoding="utf-8").splitlines()[:STORIES]:
        reviewer.review(" ".join(part["text"] for part in json.loads(line)["sentences"]))


def content() -> str:
    """One line a pattern, so that changes to two of them are easily brought together."""
    loaded()
    known = {(one.source, int(one.flags)) for one in gc.get_objects() if isinstance(one, Seldom)}
    found = {named(*pattern): _told(*pattern) for pattern in known}
    return "{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(found[key])}" for key in sorted(found)) + "\n}\n"


def _told(source: str, flags: int) -> tuple[list[list[str]], list[list[int]]]:
    ways = ways_worked_out(source, flags)
    sets = list(dict.fromkeys([worked_out(source, flags), *(one for way in ways for one in way)]))
    return [sorted(one) for one in sets], [[sets.index(one) for one in way] for way in ways]


def main() -> int:
    write = to_write(__doc__)
    told = content()
    if write:
        TARGET.write_text(told, encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == told:
        return 0
    print(f"{TARGET.relative_to(ROOT)} is not up to date; run: python tools/needed.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
