"""Prints how fast starproof is on this machine: one story, one edited, cold start, batch, growth with length."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from options import parser

from starproof.api import run_batch
from starproof.core.document import Story
from starproof.core.keeping import forget
from starproof.engine import Reviewer
from starproof.extract.quantities import quantities
from starproof.parse import parse
from starproof.scoring import joined
from starproof.understand import label

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent / "starproof"
STRIDE = 7
"""Sentences from one edit to the next, so that edits fall on all parts of a story."""
EDITS = {"with one figure more": "all {} of us", "in words alone": "those of us who asked"}
"""What an edit adds; a figure more is one that all later figures may follow from."""


def corpus() -> list[dict[str, str]]:
    lines = (ROOT / "corpus" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [{"id": (story := json.loads(line))["id"], "text": joined(story)[0]} for line in lines]


def seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def forgetful(run: Callable[[], object]) -> float:
    """Seconds that it takes where nothing of the text was read before."""
    forget()
    return seconds(run)


def one_story(stories: list[dict[str, str]], rounds: int) -> None:
    near = sorted(stories, key=lambda s: abs(len(s["text"].split()) - 400))[:40]
    reviewer = Reviewer()
    for story in stories[::4]:  # what a process that has reviewed other stories knows: words, but not these texts
        if story not in near:
            reviewer.review(story["text"])
    documents = [parse(Story(s["id"], s["text"])) for s in near]
    whole = [forgetful(lambda s=s: reviewer.review(s["text"])) for _ in range(rounds) for s in near]  # type: ignore[misc]
    labelling = [forgetful(lambda d=d: label(d)) for _ in range(rounds) for d in documents]  # type: ignore[misc]
    words = statistics.mean(len(s["text"].split()) for s in near)
    whole_ms, label_ms = (statistics.median(part) * 1000 for part in (whole, labelling))
    print(f"one story of {words:.0f} words, never read before, p50: {whole_ms:.1f} ms")
    print(f"  of which the sentence labeller: {label_ms:.1f} ms; without it: {whole_ms - label_ms:.1f} ms")
    for kind, more in EDITS.items():
        edits = [edited(reviewer, story["text"], more, number) for number in range(rounds) for story in near]
        print(f"an edit of one sentence of it, {kind}, p50: {statistics.median(edits) * 1000:.1f} ms")


def edited(reviewer: Reviewer, text: str, more: str, number: int) -> float:
    """Seconds to review a story again in which one more sentence was put in words that were never read."""
    forget()
    document = reviewer.review(text).document
    span = document.sentences[STRIDE * number % len(document.sentences)].span
    said = f"{document.quote(span)[:-1]}, or so Anna told {more.format(number + 2)}."
    again = text[: span.start] + said + text[span.end :]
    return seconds(lambda: reviewer.review(again))


def cold_start(rounds: int) -> None:
    """A new process each time, on compiled modules, as an installation has them; the first run compiles them."""
    example = str(ROOT / "src" / "starproof" / "examples" / "parts-catalogue.md")
    with tempfile.TemporaryDirectory() as compiled:
        installed = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        installed.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, command in (("starproof --help", ["--help"]), ("starproof review FILE", ["review", example])):
            first, *runs = (seconds(lambda c=command: _run(c, installed)) for _ in range(rounds + 1))  # type: ignore[misc]
            print(f"cold: {name}: median {statistics.median(runs):.3f} s, worst {max(runs):.3f} s", end="")
            print(f" ({first:.3f} s where its modules are not compiled yet)")


def _run(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run([str(BIN), *command], stdout=subprocess.DEVNULL, check=True, env=environment)


def batch(stories: list[dict[str, str]], copies: int) -> None:
    lines = [json.dumps(story).encode() for _ in range(copies) for story in stories]
    with tempfile.TemporaryDirectory() as folder:
        for jobs in (1, 2):
            took = seconds(lambda j=jobs: run_batch(lines, Path(folder) / "out.jsonl", jobs=j))  # type: ignore[misc]
            print(f"batch: {len(lines)} stories on {jobs} process(es): {len(lines) / took:.0f} stories a second")


def growth(stories: list[dict[str, str]], most: int) -> None:
    reviewer = Reviewer()
    words = " ".join(story["text"] for story in stories).split()
    size = 100
    while size <= most:
        text = " ".join((words * (size // len(words) + 1))[:size])
        took = seconds(lambda t=text: reviewer.review(t))  # type: ignore[misc]
        print(f"growth: {size:7,} words: {took * 1000:9.1f} ms, {took / size * 1e6:6.1f} us a word")
        size *= 10


def numbers(stories: list[dict[str, str]]) -> None:
    texts = [story["text"] for story in stories]
    took = min(seconds(lambda: [quantities(text) for text in texts]) for _ in range(3))
    print(f"quantities alone: {sum(len(t.split()) for t in texts) / took:,.0f} words a second, one core")


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("--quick", action="store_true", help="fewer runs, and a shorter text at the longest")
    quick = asked.parse_args().quick
    stories = corpus()
    one_story(stories, 1 if quick else 5)
    cold_start(3 if quick else 9)
    batch(stories, 1 if quick else 4)
    growth(stories, 10_000 if quick else 100_000)
    numbers(stories)


if __name__ == "__main__":
    main()
