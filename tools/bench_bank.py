"""How long a bank of 10,000 stories takes to list, to search and to hand all stories to coverage.

Stories are made of the corpus's sentences; what their reviews say is that of real reviews, dealt out in turn. Each
time is the median of seven runs after one that warms up; with --bar, one above it ends with 1. A server's database
must hold no bank, and keeps this one.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from options import parser

from starproof.api.banking import EngineJudge
from starproof.bank import Bank, Judged, open_bank
from starproof.core.bank import Draft, Use
from starproof.core.document import Story

CORPUS = Path(__file__).parents[1] / "corpus" / "train.jsonl"
REVIEWED = 24


class Dealer:
    """Reviews a few stories with the engine, and deals those reviews out to all others."""

    fingerprint = "dealt"

    def __init__(self, stories: list[Story]) -> None:
        self.reviews = [judged for judged in EngineJudge().judge(stories) if isinstance(judged, Judged)]

    def judge(self, stories: Iterable[Story]) -> Iterator[Judged | str]:
        for story, judged in zip(stories, cycle(self.reviews), strict=False):
            yield Judged(replace(judged.digest, id=story.id, title=story.title), judged.review)


def corpus() -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return [(row["title"], row["question"], " ".join(s["text"] for s in row["sentences"])) for row in rows]


def drafts(told: list[tuple[str, str, str]], count: int) -> Iterator[Draft]:
    for number, (title, question, text) in enumerate(islice(cycle(told), count)):
        half = told[(number * 7 + number // len(told)) % len(told)][2]
        yield Draft(
            text=f"{text}\n\n{half}",
            title=f"{title} {number}",
            question=question,
            principles=(("earn-trust", "dive-deep", "ownership")[number % 3],) if number % 2 else (),
            tags=(f"tag{number % 50}",),
            happened=f"{2015 + number % 10}-05",
            uses=(Use("2025-01-01", "Acme"),) if number % 5 == 0 else (),
        )


def anew(bank: Bank, *, sketches: bool) -> None:
    bank.working.read.clear()
    bank.banked(sketches=sketches)


def median_ms(work: Callable[[], object]) -> float:
    times = []
    for _ in range(8):
        gc.collect()
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times[1:])


def works(bank: Bank) -> dict[str, Callable[[], object]]:
    second = bank.list(sort="title").next
    found: dict[str, Callable[[], object]] = {
        "list, first page": bank.list,
        "list, second page by title": lambda: bank.list(sort="title", after=second),
        "list by principle and tag": lambda: bank.list(principle="dive-deep", tag="tag1"),
        "list by level and flag": lambda: bank.list(level="at", flag="jargon"),
        "list by age": lambda: bank.list(fresh="ageing"),
        "list by age and principle": lambda: bank.list(fresh="stale", principle="dive-deep"),
        "search one word": lambda: bank.search("team"),
        "search three words": lambda: bank.search("latency custom oper"),
        "search a word that no story holds": lambda: bank.search("zyzzyva"),
        "search a beginning of many words": lambda: bank.search("s"),
        "banked without sketches, read anew": lambda: anew(bank, sketches=False),
        "banked whole, read anew": lambda: anew(bank, sketches=True),
        "banked, when nothing has changed": bank.banked,
    }
    try:
        from starproof.plan import coverage
    except ImportError:
        return found
    return {**found, "coverage, when nothing has changed": lambda: coverage(bank.banked(sketches=False))}


def main() -> int:
    asked = parser(__doc__)
    asked.add_argument("--stories", type=int, default=10_000)
    asked.add_argument("--url", help="a PostgreSQL database in place of a file")
    asked.add_argument("--bar", type=float, default=None, metavar="MS")
    given = asked.parse_args()
    told = corpus()
    judge = Dealer([Story(f"s{n}", text, title, question) for n, (title, question, text) in enumerate(told[:REVIEWED])])
    with tempfile.TemporaryDirectory() as folder:
        target = given.url or Path(folder) / "bank.db"
        with open_bank(target, now=lambda: "2026-01-01T00:00:00Z", who="bench", judge=judge) as bank:
            return measure(bank, list(drafts(told, given.stories)), given.bar)


def measure(bank: Bank, stories: list[Draft], bar: float | None) -> int:
    started = time.perf_counter()
    bank.add_all(stories)
    added = time.perf_counter()
    bank.refresh()
    print(f"{len(stories):,} stories on {bank.store.database}: added in {added - started:.1f} s, ", end="")
    print(f"reviews kept in {time.perf_counter() - added:.1f} s, {bank.status().bytes / 1e6:.0f} MB")
    slow = 0
    for name, work in works(bank).items():
        took = median_ms(work)
        slow += bar is not None and took > bar
        print(f"  {name:36} {took:7.1f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
