"""How long a plan of 12 interviewers, 16 principles and 200 stories takes, and coverage of 10,000 stories.

Stories are made up from digests with a fixed seed, so that the figures are of the plan and not of reviewing. Prints
the middle one of several runs, in milliseconds, beside its bar.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from options import no_options

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.plan.making import made_up

from starproof.core.planning import Interviewer, Loop
from starproof.guides import load_guide
from starproof.plan import coverage, plan_loop
from starproof.plan.sought import SIXTEEN, Names

RUNS = 5


def main() -> None:
    no_options(__doc__)
    guide = load_guide()
    names = [Names(guide).find(name) for name in SIXTEEN]
    stories = made_up(200, seed=1)
    for each in (2, 4, 16):
        interviewers = tuple(
            Interviewer(f"Interviewer {n}", tuple(names[(n * each + k) % 16] for k in range(each)), n == 0)
            for n in range(12)
        )
        loop = Loop(interviewers, company="Northwind", on="2026-06-01")
        told = f"plan of 12 interviewers with {each} of 16 principles each, 200 stories"
        show(told, middle(lambda loop=loop: plan_loop(loop, stories, guide=guide)), 2000)  # type: ignore[misc]
    many = made_up(10_000, seed=2)
    show("coverage of 10,000 stories", middle(lambda: coverage(many, guide=guide, today="2026-06-01")), 200)


def middle(work: Callable[[], object]) -> float:
    """The middle one of the runs, in milliseconds."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    return sorted(took)[RUNS // 2]


def show(what: str, took: float, bar: float) -> None:
    print(f"{what}: {took:,.0f} ms (bar {bar:,.0f} ms)")


if __name__ == "__main__":
    main()
