"""How often a story is told that it answers another question: ``python tools/evaluate_answers.py [FILE ...]``.

Each file has pairs of a question and a story, whether it answers, and of which kind it is. Without a file, those of
``corpus/asked`` are read, and after them the stories of the corpus that nobody trains on with their own questions.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from options import parser

from starproof.guides import load_guide
from starproof.scoring import joined
from starproof.understand.answering import answering

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
TOLD = ("dev.jsonl", "unseen.jsonl", "full-unseen.jsonl")
Pair = tuple[str, str, str]
"""The kind, the question, the story."""


def lines(file: Path) -> Iterator[dict[str, str]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def pairs(file: Path) -> Iterator[Pair]:
    for one in lines(file):
        answers = "answers" if one["answers"] else "misses"
        yield f"{answers}, {one['kind']}", one["question"], one["text"]


def told() -> Iterator[Pair]:
    """The stories that nobody trains on, each with its own question."""
    for name in TOLD:
        for one in lines(CORPUS / name):
            if one.get("question"):
                yield "answers, its own", one["question"], joined(one)[0]


def show(name: str, found: Iterable[Pair]) -> None:
    guide, counts = load_guide(), dict[str, list[int]]()
    for kind, question, text in found:
        answer = answering(question=question, text=text, guide=guide)
        row = counts.setdefault(kind, [0, 0, 0])
        row[0] += 1
        row[1] += answer is not None and answer.misses
        row[2] += answer is not None and answer.plainly
    print(f"{name}\n  {'':24}{'pairs':>7}{'noted':>7}{'unrated':>9}")
    for kind, (all_of_them, noted, plain) in sorted(counts.items()):
        print(f"  {kind:24}{all_of_them:7}{noted:7}{plain:9}")


if __name__ == "__main__":
    given = parser(__doc__)
    given.add_argument("files", nargs="*", type=Path)
    files = given.parse_args().files
    for file in files or sorted((CORPUS / "asked").glob("*.jsonl")):
        show(str(file), pairs(file))
    if not files:
        show("stories with their own questions", told())
    sys.exit(0)
