"""What is recalled on the loop's day for the minutes practised: the deadline-aware order, plain FSRS, and chance.

Learners are made up with a fixed seed: each forgets by FSRS's own formulas, with numbers that differ from the default
ones that scheduling knows (by a fifth or so), and each card is easier or harder than it looks. So the comparison
favours whatever FSRS knows over chance, and says nothing of how people forget stories. All orders see the same
learners, cards and room of minutes a day, and only the cards that the loop is to tell.

Orders of the second group get as many minutes on each day as ours took on it, so that they differ by order alone.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from options import parser

from starproof.core.practice import GRADES, CardKey, Grade, Rated
from starproof.practice.schedule import CardState, Known, cards, due

FIRST = date(2026, 3, 2)
LEFT = (3, 7, 14, 28, 60)
"""Days from the first session to the loop."""
MINUTES = 40
"""Room on each day."""
STORIES, FIGURES, QUESTIONS = 10, 2, 6
"""Stories, figures of each, and questions of their own."""
Order = Callable[[Sequence[CardState], date, date, random.Random], Sequence[CardState]]


@dataclass
class Learner:
    """A memory that is not the one that scheduling supposes."""

    chance: random.Random
    scheduler: Scheduler = field(init=False)
    memories: dict[CardKey, Card] = field(default_factory=dict)
    ease: dict[CardKey, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = [
            min(high, max(low, value * self.chance.lognormvariate(0, 0.2)))
            for value, low, high in zip(
                DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True
            )
        ]
        self.scheduler = Scheduler(own, learning_steps=(), relearning_steps=(), enable_fuzzing=False)

    def recall(self, key: CardKey, day: date) -> float:
        if key not in self.memories:
            return 0.0
        return self.scheduler.get_card_retrievability(self.memories[key], noon(day))

    def practise(self, key: CardKey, day: date) -> Grade:
        grade = self._grade(key, day)
        before = self.memories.get(key) or Card(card_id=0, due=noon(day))
        after, _ = self.scheduler.review_card(before, Rating(GRADES.index(grade) + 1), noon(day))
        if key not in self.memories and after.stability is not None:
            after.stability *= self.ease.setdefault(key, self.chance.lognormvariate(0, 0.4))
        self.memories[key] = after
        return grade

    def _grade(self, key: CardKey, day: date) -> Grade:
        if key not in self.memories:
            return self.chance.choices(GRADES, (25, 35, 35, 5))[0]
        if self.chance.random() > self.recall(key, day):
            return "again"
        return self.chance.choices(GRADES, (0, 25, 60, 15))[0]


@dataclass(frozen=True)
class Run:
    """What came of one learner."""

    recall: float
    """Mean chance of recall on the loop's day over all cards."""
    weakest: float
    """Of the weakest tenth of the cards."""
    stories: float
    """Of the stories alone."""
    minutes: dict[date, int]


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def bank() -> list[Known]:
    stories = [CardKey("story", story=f"s{n}") for n in range(STORIES)]
    figures = [CardKey("figure", story=key.story, figure=f"${n}M") for key in stories for n in range(FIGURES)]
    questions = [CardKey("question", question=f"q{n}") for n in range(QUESTIONS)]
    return [Known(key) for key in (*stories, *figures, *questions)]


def ours(found: Sequence[CardState], day: date, loop: date, chance: random.Random) -> Sequence[CardState]:
    return [one.card for one in due(found, stamp(day), loop_on=loop.isoformat())]


def plain(found: Sequence[CardState], day: date, loop: date, chance: random.Random) -> Sequence[CardState]:
    """What FSRS brings back, the faintest first, then new cards as chance will have it."""
    back = [card for card in found if card.due is not None and card.due <= stamp(day)]
    new = [card for card in found if not card.count]
    return [*sorted(back, key=lambda card: card.recall or 0), *chance.sample(new, len(new))]


def topped_up(found: Sequence[CardState], day: date, loop: date, chance: random.Random) -> Sequence[CardState]:
    """Plain FSRS, then what fades soonest."""
    first = plain(found, day, loop, chance)
    return [*first, *sorted((card for card in found if card not in first), key=lambda card: card.recall or 0)]


def by_chance(found: Sequence[CardState], day: date, loop: date, chance: random.Random) -> Sequence[CardState]:
    return chance.sample(list(found), len(found))


def in_turn(found: Sequence[CardState], day: date, loop: date, chance: random.Random) -> Sequence[CardState]:
    return sorted(found, key=lambda card: card.last or "")


def simulate(order: Order, left: int, seed: int, *, room: dict[date, int] | None, rehearse: bool) -> Run:
    """One learner from the first day to the loop; the eve is a rehearsal of all stories where ``rehearse`` says so."""
    learner, chance = Learner(random.Random(seed)), random.Random(seed + 1)
    universe, log = bank(), list[Rated]()
    loop = FIRST + timedelta(days=left)
    deadline = loop.isoformat() if order is ours else None
    minutes: dict[date, int] = {}
    for number in range(left):
        day = FIRST + timedelta(days=number)
        found = cards(log, universe, now=stamp(day), loop_on=deadline)
        if rehearse and number == left - 1:
            chosen = [card for card in found if card.key.kind == "story"]
        else:
            chosen = fitting(order(found, day, loop, chance), MINUTES if room is None else room[day])
        minutes[day] = sum(card.minutes for card in chosen)
        for card in chosen:
            log.append(Rated(card.key, stamp(day), learner.practise(card.key, day), f"{day}", 0))
    recalls = sorted(learner.recall(known.key, loop) for known in universe)
    stories = statistics.fmean(learner.recall(known.key, loop) for known in universe if known.key.kind == "story")
    return Run(statistics.fmean(recalls), statistics.fmean(recalls[: len(recalls) // 10]), stories, minutes)


def fitting(ordered: Sequence[CardState], room: int) -> list[CardState]:
    chosen = []
    for card in ordered:
        if card.minutes <= room:
            chosen.append(card)
            room -= card.minutes
    return chosen


def stamp(day: date) -> str:
    return f"{day.isoformat()}T12:00:00.000Z"


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("learners", type=int, nargs="?", default=30, help="how many learners are made up (30)")
    learners = asked.parse_args().learners
    seeds = range(1000, 1000 + learners)
    start = time.perf_counter()
    print(f"{learners} learners, {len(bank())} cards, room for {MINUTES} minutes a day")
    for left in LEFT:
        print(f"\n{left} days to the loop: recall on its day, of stories, of the weakest tenth, hours, recall per hour")
        base = [simulate(ours, left, seed, room=None, rehearse=True) for seed in seeds]
        show("ours with the dress rehearsal", base, base)
        for name, order, rehearse in (
            ("ours without it", ours, False),
            ("plain FSRS", plain, False),
            ("plain FSRS with a dress rehearsal", plain, True),
            ("chance", by_chance, False),
        ):
            show(name, [simulate(order, left, seed, room=None, rehearse=rehearse) for seed in seeds], base)
        print("  with the same minutes on each day as ours:")
        for name, order, rehearse in (
            ("plain FSRS, topped up", topped_up, False),
            ("the same with a dress rehearsal", topped_up, True),
            ("each in turn", in_turn, False),
            ("chance", by_chance, False),
        ):
            rooms = {seed: run.minutes for seed, run in zip(seeds, base, strict=True)}
            show(name, [simulate(order, left, seed, room=rooms[seed], rehearse=rehearse) for seed in seeds], base)
    print(f"\ntook {time.perf_counter() - start:.0f} s")


def show(name: str, runs: Sequence[Run], base: Sequence[Run]) -> None:
    """The means, and by how much ours recalls more, with the spread of that over learners."""
    recall = statistics.fmean(run.recall for run in runs)
    stories = statistics.fmean(run.stories for run in runs)
    weakest = statistics.fmean(run.weakest for run in runs)
    hours = statistics.fmean(sum(run.minutes.values()) for run in runs) / 60
    more = [mine.recall - theirs.recall for mine, theirs in zip(base, runs, strict=True)]
    error = 1.96 * statistics.stdev(more) / len(more) ** 0.5
    against = "" if runs is base else f"   ours {statistics.fmean(more):+.3f} ± {error:.3f}"
    print(f"  {name:36} {recall:.3f}  {stories:.3f}  {weakest:.3f}  {hours:5.1f}  {recall / hours:.3f}{against}")


if __name__ == "__main__":
    main()
