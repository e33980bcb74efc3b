"""How often a story is told that it answers another question: ``python tools/evaluate_answers.py [FILE ...]``.

Each file has pairs of a question and a story, whether it answers, and of which kind it is. Without a file, those of
``corpus/asked`` are read, and after them the stories of the corpus that nobody trains on: with their own questions,
with questions of the bank for the principle that they show, and with some for principles that they do not show.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from options import parser

from starproof.guides import load_guide
from starproof.questions import load_questions
from starproof.scoring import joined
from starproof.understand.answering import answering

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
TOLD = ("dev.jsonl", "unseen.jsonl", "full-unseen.jsonl")
OF_THE_BANK = 6
"""So many questions of the bank on either side for each story."""
Pair = tuple[str, str, str]
"""The kind, the question, the story."""


def lines(file: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def pairs(file: Path) -> Iterator[Pair]:
    for one in lines(file):
        answers = "answers" if one["answers"] else "misses"
        yield f"{answers}, {one['kind']}", one["question"], one["text"]


def told() -> Iterator[Pair]:
    """The stories that nobody trains on, each with its own question, and with others of the bank."""
    chance = random.Random(1)
    for name in TOLD:
        for one in lines(CORPUS / name):
            text = joined(one)[0]
            if one.get("question"):
                yield "its own question", one["question"], text
            for kind, asked in banked(chance, {one["principle"], *one["also"]}, one["principle"]):
                yield kind, asked, text


def banked(chance: random.Random, shown: set[str], first: str) -> Iterator[tuple[str, str]]:
    """Questions of the bank for the first principle that a story shows, and for such as it does not show."""
    mine = [one.text for one in load_questions() if one.principle == first]
    others = [one.text for one in load_questions() if shown.isdisjoint({one.principle, *one.also})]
    for kind, texts in (("bank, its principle", mine), ("bank, other principles", others)):
        for text in chance.sample(texts, OF_THE_BANK):
            yield kind, text


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
        show("stories that nobody trains on", told())
    sys.exit(0)
