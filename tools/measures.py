"""Writes docs/measures.md: how well starproof reads a corpus that no training ever saw, and what it gets wrong.

The page is not part of the gate, which would take minutes; tests/scoring/test_floors.py holds the measures instead.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from options import parser

from starproof import api
from starproof.api.scoring import fairness
from starproof.core.version import __version__
from starproof.scoring.telling import HEADLINES

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus" / "dev.jsonl"
PAGE = ROOT / "docs" / "measures.md"
MISSES = 5
LONGEST = 220
HEAD = """<!-- Written by tools/measures.py; measure again instead of editing. -->

# Measures

What version {version} gets right and wrong on `corpus/dev.jsonl`: {stories} annotated stories that
nothing was trained on. Their totals were looked at now and then while the engine was built, so read stories by yet
another hand a little lower. `starproof evaluate corpus/dev.jsonl --fairness` prints the same. Brackets hold the middle
95 % of a thousand corpora drawn from these stories with replacement (seeded). With so few stories the brackets are
wide: a difference inside them is no difference.
"""
FAIR = """## Fairness

Each story is retold as other people would tell it, without touching a figure, and every red flag, the level and every
rating are compared: {pairs} pairs, of which {changed} changed in at least one of the twenty verdicts,
{share:.1%}. The bar is {bar:.0%}, so {verdict}.
"""


def page(found: dict[str, Any], fair: dict[str, Any]) -> str:
    parts = [HEAD.format(version=__version__, stories=found["stories"])]
    parts += [
        section("Over all and by register", registers(found)),
        section("Sentence labels", parts_of(found, "sentences", "per_label")),
        section("Red flags", parts_of(found, "flags", "per_flag")),
        section("Quantities", parts_of(found, "quantities", "by_kind")),
        section("Calibration", calibration(found)),
        fairness_part(fair),
        section("What it gets wrong", "The worst misses of each kind; the surest come first.\n\n" + wrong(found)),
    ]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def section(title: str, body: str) -> str:
    return f"## {title}\n\n{body}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def registers(found: dict[str, Any]) -> str:
    columns = {"all": found, **found["registers"]}
    rows = [(words, *(bounded(one, part, key) for one in columns.values())) for part, key, words in HEADLINES]
    for what in ("labels", "level"):
        errors = (bounded(one, "calibration", what, "ece") for one in columns.values())
        rows.append((f"confidence in the {what}, calibration error", *errors))
    level = found["level"]
    note = f"Two levels off: {level['two_off']} of {level['n']}; level left unclear: {level['abstained']}.\n"
    return table(("measure", *columns), rows) + "\n" + note


def bounded(found: dict[str, Any], *path: str) -> str:
    value: Any = found
    bounds: Any = found["intervals"]
    for name in path:
        value = value[name]
        bounds = bounds.get(name, {}) if isinstance(bounds, dict) else {}
    if value is None:
        return "-"
    return f"{value:.3f}" + (f" [{bounds[0]:.3f}, {bounds[1]:.3f}]" if bounds else "")


def parts_of(found: dict[str, Any], part: str, per: str) -> str:
    rows = [
        (name, f"{one['precision']:.3f}", f"{one['recall']:.3f}", bounded(found, part, per, name, "f1"),
         str(one["gold"]), str(one["predicted"]))
        for name, one in found[part][per].items()
    ]  # fmt: skip
    return table(("", "precision", "recall", "F1", "in the corpus", "found"), rows)


def calibration(found: dict[str, Any]) -> str:
    out = ["How often an answer of a given confidence is right; a calibrated reader has the two columns alike.\n"]
    for what, one in found["calibration"].items():
        rows = [(f"{b['from']:.1f}", str(b["n"]), f"{b['confidence']:.3f}", f"{b['right']:.3f}") for b in one["bins"]]
        out.append(table((f"{what}, from", "answers", "mean confidence", "share right"), rows))
    return "\n".join(out)


def fairness_part(fair: dict[str, Any]) -> str:
    verdict = "it is kept" if fair["share"] <= fair["bar"] else "it is not kept yet"
    rows = [
        (name, one["about"], str(one["pairs"]), str(one["changed"]), f"{one['share']:.1%}", counted(one["which"]))
        for name, one in fair["by_transformation"].items()
    ]
    moved = [(name, str(one["changed"]), f"{one['share']:.2%}") for name, one in fair["by_verdict"].items()]
    head = ("retelling", "what changes", "pairs", "changed", "share", "verdicts")
    return "\n".join(
        [
            FAIR.format(**fair, verdict=verdict),
            table(head, rows),
            "How often each single verdict changed, of all pairs:\n",
            table(("verdict", "pairs", "share"), moved),
            "Some pairs that changed, with the words that sufficed for it:\n",
            *example_lines(fair["examples"]),
        ]
    )


def counted(which: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in which.items())


def example_lines(examples: list[dict[str, Any]]) -> Iterator[str]:
    """One example of each retelling that changed anything."""
    first = {one["transformation"]: one for one in reversed(examples)}
    for one in sorted(first.values(), key=lambda one: str(one["transformation"])):
        changes = ", ".join(f"{c['verdict']} {c['before']} to {c['after']}" for c in one["changes"])
        yield f"- {one['story']}, {one['transformation']}: `{one['causes'][0].replace('`', ' ').strip()}` ({changes})"


def wrong(found: dict[str, Any]) -> str:
    out = []
    for kind, items in found["misses"].items():
        if items:
            out.append(f"### {kind.capitalize()}\n\n" + "\n".join(miss(item) for item in items) + "\n")
    return "\n".join(out)


def miss(item: dict[str, Any]) -> str:
    words = item.get("sentence") or item.get("text") or ""
    hidden = ("story", "sentence", "dimensions")
    rest = {key: value for key, value in item.items() if key not in hidden and shows(key, value)}
    if words == item.get("text"):
        rest.pop("text", None)
    told = "; ".join(f"{key} {short(value)}" for key, value in rest.items())
    return f"- {item['story']}: {told}" + (f"\n\n  > {short(words)}\n" if words else "")


def shows(key: str, value: object) -> bool:
    """Nothing is worth telling only where it was due, or was read in place of something."""
    return key in ("gold", "read") or value not in (None, [])


def short(value: object) -> str:
    """Words in one line, cut where they run long, with nothing that Markdown would act on."""
    text = " / ".join(map(str, value)) if isinstance(value, list) else "nothing" if value is None else str(value)
    for mark in "\\*_`$<[|":
        text = text.replace(mark, f"\\{mark}")
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " ..."


def main() -> int:
    asked = parser(__doc__)
    asked.add_argument("--write", action="store_true", required=True, help="write the page, which takes minutes")
    asked.parse_args()
    stories = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    found = api.evaluate(stories, misses=MISSES)
    PAGE.write_text(page(found, fairness(stories)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
