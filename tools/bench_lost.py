"""What survives speech: stories read aloud, heard by a real engine, and held against themselves on paper.

Needs espeak-ng, faster-whisper and the test models. Each reading is heard once and kept in FOLDER.
- read in full: the figures that survive to quantity (value and kind), those known again as said, and those falsely
  called dropped;
- with figures left out, by their clause or by vague words: those reported as dropped.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from typing import Any, NamedTuple

from options import parser

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from read_aloud import READER, heard  # noqa: E402
from tests.practice.lost.judging import Count, judge  # noqa: E402

from starproof.scoring import joined  # noqa: E402

_LEAST = 6
"""Figures that a story needs to be chosen."""
_EVERY = 3
"""One figure in so many is left out."""
_VAGUE = {"money": "a good deal of money", "percent": "a lot", "multiple": "clearly", "duration": "a while",
          "count": "some", "score": "well", "size": "a lot"}  # fmt: skip


class Version(NamedTuple):
    """A story as it is read: with all its figures, or without some."""

    name: str
    text: str
    gone: frozenset[int]
    """Indices of the corpus's figures that were left out."""


def chosen() -> list[dict[str, Any]]:
    """The middle story of each hand and register, of those with figures enough."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for name in ("train", "dev"):
        for line in (ROOT / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if len(story["quantities"]) >= _LEAST:
                groups.setdefault((story["id"].split("-")[0], story["register"]), []).append(story)
    return [groups[key][len(groups[key]) // 2] for key in sorted(groups)]


def versions(story: dict[str, Any]) -> Iterator[Version]:
    """In full; without every third figure's clause; with every third figure in vague words."""
    text, _ = joined(story)
    yield Version("in full", text, frozenset())
    for name, offset, cut in (("clause", 1, _clause), ("vague", 2, _vague)):
        gone = range(offset, len(story["quantities"]), _EVERY)
        cuts = sorted({cut(text, story["quantities"][i]) for i in gone}, reverse=True)
        left, removed = text, list[tuple[int, int]]()
        for start, end, instead in cuts:
            if not removed or end <= removed[-1][0]:
                left = left[:start] + instead + left[end:]
                removed.append((start, end))
        inside = {
            i
            for i, q in enumerate(story["quantities"])
            if any(start <= q["start"] and q["start"] < end for start, end in removed)
        }
        yield Version(name, left, frozenset(inside))


def _clause(text: str, figure: dict[str, Any]) -> tuple[int, int, str]:
    """From the mark before a figure to the mark behind it; the whole sentence where there is no other."""
    start, end = figure["start"], figure["start"] + len(figure["text"])
    before = max((m.end() for m in re.finditer(r"[,;:.!?–—]\s|\n", text[:start])), default=0)
    after = re.search(r"[,;:.!?–—](?=\s|$)|\n|$", text[end:])
    stop = end + (after.start() if after else 0)
    return before, stop, ""


def _vague(text: str, figure: dict[str, Any]) -> tuple[int, int, str]:
    start, end = figure["start"], figure["start"] + len(figure["text"])
    last = figure["text"].split()[-1]
    noun = last if figure["kind"] == "count" and figure["unit"] and last.lower().startswith(figure["unit"][:3]) else ""
    return start, end, f"{_VAGUE[figure['kind']]} {noun}".strip()


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("--model", choices=("base", "tiny.en"), default="base")
    asked.add_argument("--reader", default=READER, metavar="COMMAND", help="reads its input aloud into {wav}")
    asked.add_argument("--kept", type=Path, default=Path(gettempdir()) / "starproof-heard")
    asked.add_argument("--show", action="store_true", help="print each figure that did not survive")
    asked.add_argument("--write", type=Path, metavar="FILE", help="write what was heard, for the tests")
    given = asked.parse_args()
    totals: dict[str, Count] = {}
    lines = []
    for story in chosen():
        for version in versions(story):
            spoken = heard(version.text, model=given.model, kept=given.kept, reader=given.reader)
            line = {"story": story["id"], "version": version.name, "gone": sorted(version.gone), "heard": spoken}
            lines.append(json.dumps(line, ensure_ascii=False) + "\n")
            notes: list[str] = []
            one = judge(story, version.gone, spoken, notes=notes)
            if given.show and notes:
                print("\n".join(f"  {version.name}, {note}" for note in notes))
            totals[version.name] = totals.get(version.name, Count()).plus(one)
    if given.write:
        given.write.write_text("".join(lines), encoding="utf-8")
    print(f"{len(chosen())} stories, heard by {given.model}")
    print(
        f"{'':10}{'said':>6}{'survived':>10}{'known':>10}{'dropped':>10}{'otherwise':>10}{'left out':>10}{'found':>8}"
    )
    for name, c in totals.items():
        shares = [of / max(c.said, 1) for of in (c.survived, c.known, c.called_dropped, c.called_otherwise)]
        print(f"{name:10}{c.said:6}", *(f"{share:9.1%}" for share in shares), f"{c.gone:9}", end="")
        print(f"{c.found_gone / c.gone:8.1%}" if c.gone else "")


if __name__ == "__main__":
    main()
