"""How well and how fast stories are matched: ``python tools/bench_match.py``.

Accuracy: for each question of ``tests/match``, whether the best match among the guide's exemplars shows the principle
that it asks for. The exemplars are handed in as bare texts, without their principle: once read by their words alone, as
any story is, once as users meet it, where a text that repeats an exemplar takes the guide's word for it, and once with
their principle in the front matter. No ranker learns from the exemplars or from these questions; but the batch
`concrete` of `corpus/questions.toml` asks about subjects that the exemplars have too, and only `third-forty` was never
looked at before it was measured.

Speed: seconds of one processor for one question over so many stories of a bank.
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from options import parser

from starproof.core.bank import Banked
from starproof.core.document import Story
from starproof.core.guide import Exemplar
from starproof.engine import Reviewer
from starproof.engine.digest import digest
from starproof.guides import load_guide
from starproof.matching import Card, card, match
from starproof.matching.exemplars import known
from starproof.scoring import joined

ROOT = Path(__file__).parents[1]
GUIDE = load_guide()
PRINCIPLE = {exemplar.id: exemplar.principle for exemplar in GUIDE.exemplars}
ASKED = "Tell me about a time you stood up to your boss over a deadline."
SEED_STORIES = 50


def told(exemplar: Exemplar, *, principle: bool = False) -> Story:
    """An exemplar as its teller would write it down."""
    lists = ["\n".join(f"- {line}" for line in lines) for lines in (exemplar.actions, exemplar.results)]
    parts = (exemplar.situation, exemplar.task, *lists)
    names = ("Situation", "Task", "Action", "Result")
    text = "\n\n".join(f"{name}:\n{part}" for name, part in zip(names, parts, strict=True))
    return Story(exemplar.id, text, exemplar.title, principle=exemplar.principle if principle else None)


def accuracy(file: Path, cards: list[Card]) -> str:
    right = asked = refused = strays = 0
    for principle, questions in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for question in questions:
            found = match(question, cards, limit=1)
            if principle == "none":
                strays += bool(found)
                continue
            asked += 1
            refused += not found
            right += bool(found) and PRINCIPLE[found[0].id] == principle
    return f"{right} of {asked} right ({right / asked:.0%}), {refused} without a match; {strays} strays matched"


def bank(size: int) -> list[Banked]:
    """So many stories of a bank, made of the digests of a few under other ids."""
    reviewer = Reviewer(GUIDE)
    lines = (ROOT / "corpus" / "train.jsonl").read_text(encoding="utf-8").splitlines()[::5]
    corpus = [json.loads(line) for line in lines[:SEED_STORIES]]
    stories = [Story(one["id"], joined(one)[0], one["title"], one["question"]) for one in corpus]
    seeds = [Banked(digest(reviewer.review(story))) for story in stories]
    return [
        replace(seed, digest=replace(seed.digest, id=f"story {number}"))
        for number, seed in ((number, seeds[number % len(seeds)]) for number in range(size))
    ]


def seconds(run: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def main() -> int:
    asked = parser(__doc__)
    asked.add_argument("--most", type=int, default=100_000, help="stories of the largest bank")
    most = asked.parse_args().most
    ways = {
        "by their words": [card(told(exemplar), guide=GUIDE) for exemplar in GUIDE.exemplars],
        "as met": [card(told(exemplar), guide=GUIDE, exemplars=known(GUIDE.exemplars)) for exemplar in GUIDE.exemplars],
        "principle named": [card(told(exemplar, principle=True), guide=GUIDE) for exemplar in GUIDE.exemplars],
    }
    for file in sorted((ROOT / "tests" / "match").glob("*-forty.toml")):
        for way, cards in ways.items():
            print(f"{file.stem:14} {way:16} {accuracy(file, cards)}")
    for size in (100, 10_000, 100_000):
        if size <= most:
            stories = bank(size)
            cards = [card(story, guide=GUIDE, exemplars=known(GUIDE.exemplars)) for story in stories]
            from_bank, from_cards = seconds(partial(match, ASKED, stories)), seconds(partial(match, ASKED, cards))
            print(f"{size:7,} stories: {from_bank:.4f} s from digests, {from_cards:.4f} s over cards made before")
    return 0


if __name__ == "__main__":
    sys.exit(main())
