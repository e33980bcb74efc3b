"""How long the interviewer takes to a question: hearing the new turn included, older turns kept as they were heard.

Prints p50 and p95, in milliseconds on the clock and of the processor: for the first question after an answer of about
400 words, and for the questions after follow-up answers. Each answer is a story of the corpus.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

from options import parser

from starproof.core.practice import MANNERS, Asked
from starproof.engine import Reviewer
from starproof.practice.interviewer import Heard, hear, next_question

CORPUS = Path(__file__).parents[1] / "corpus" / "train.jsonl"
SHORTEST, LONGEST = 360, 460
MOST = 5
WARM = 10
"""Shorter answers that are heard before, as a running server has heard some."""
Time = tuple[float, float]
"""On the clock, and of the processor."""


def main() -> None:
    """Run the sessions and print the times."""
    asked = parser(__doc__)
    asked.add_argument("sessions", type=int, nargs="?", default=40, help="how many answers are asked about (40)")
    sessions = asked.parse_args().sessions
    reviewer = Reviewer()
    for text in _answers(WARM, longest=SHORTEST, shortest=0):
        hear(text, reviewer)
    first: list[Time] = []
    later: list[Time] = []
    for number, answer in enumerate(_answers(sessions)):
        times = _session(answer, number, reviewer)
        first += times[:1]
        later += times[1:]
    _tell(f"first question, {len(first)} answers of {SHORTEST} to {LONGEST} words", first)
    _tell(f"later questions, {len(later)} turns", later)


def _answers(most: int, *, shortest: int = SHORTEST, longest: int = LONGEST) -> list[str]:
    texts = (" ".join(one["text"] for one in json.loads(line)["sentences"]) for line in CORPUS.open(encoding="utf-8"))
    return [text for text in texts if shortest <= len(text.split()) < longest][:most]


def _session(answer: str, number: int, reviewer: Reviewer) -> list[Time]:
    """Milliseconds from the end of each turn to the question that follows it, or to the end of the thread."""
    replies = answer.split(". ")
    turns: list[Heard] = []
    asked: list[Asked] = []
    times: list[Time] = []
    said = answer
    while True:
        began, busy = time.perf_counter(), time.process_time()
        turns.append(hear(said, reviewer))
        found = next_question(turns, asked, manner=MANNERS[number % 3], most=MOST, seed=number)
        times.append((time.perf_counter() - began, time.process_time() - busy))
        if isinstance(found, str):
            return times
        asked.append(found)
        said = ". ".join(replies[len(asked) * 2 : len(asked) * 2 + 3]) or "I don't know."


def _tell(what: str, times: list[Time]) -> None:
    parts = []
    for name, figures in zip(("clock", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(1000 * figure for figure in figures)
        p50, p95 = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95))
        parts.append(f"{name} p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    print(f"{what}: {'; '.join(parts)}")


if __name__ == "__main__":
    main()
