"""How an answer that was heard is held against the corpus's figures of its story."""

from __future__ import annotations

from typing import Any, NamedTuple

from starproof.core.document import Story
from starproof.core.facts import Quantity
from starproof.engine import Reviewer
from starproof.extract.defence.agreement import agree
from starproof.practice.lost import Lost, lost
from starproof.scoring import joined

REVIEWER = Reviewer()


class Count(NamedTuple):
    """Outcomes of figures in one reading."""

    said: int = 0
    survived: int = 0
    """Read from what was heard, with value and kind."""
    known: int = 0
    """Known again as said, also by the sound of a misheard word or without its unit."""
    called_dropped: int = 0
    deaf: int = 0
    """Called dropped although it was read from what was heard."""
    called_otherwise: int = 0
    gone: int = 0
    found_gone: int = 0

    def plus(self, other: Count) -> Count:
        return Count(*(a + b for a, b in zip(self, other, strict=True)))


def judge(story: dict[str, Any], gone: frozenset[int], spoken: str, *, notes: list[str] | None = None) -> Count:
    """Hold what was heard against the story on paper, without the figures ``gone``; ``notes`` takes what went amiss."""
    written = REVIEWER.review(Story(story["id"], joined(story)[0], register=story["register"]))
    answer = REVIEWER.review(Story(story["id"], spoken, register="spoken"))
    result = lost(written, answer)
    fates = _fates(result)
    total, amiss = Count(), notes if notes is not None else []
    for i, gold in enumerate(story["quantities"]):
        if i in gone and not _still_said(story, gone, gold):
            fate = _fate(gold, written.quantities, fates)
            total = total.plus(Count(gone=1, found_gone=fate == "dropped"))
            if fate != "dropped":
                amiss.append(f"{story['id']}: {gold['text']!r} was left out, but: {fate}")
        elif i not in gone:
            fate = _fate(gold, written.quantities, fates)
            survived = any(q.kind == gold["kind"] and _near(q.value, gold["value"]) for q in answer.quantities)
            total = total.plus(
                Count(
                    1,
                    survived,
                    fate == "said",
                    called_dropped=fate == "dropped",
                    deaf=survived and fate == "dropped",
                    called_otherwise=fate.startswith("otherwise"),
                )
            )
            if fate != "said" or not survived:
                amiss.append(f"{story['id']}: {gold['text']!r} was said, {'' if survived else 'not '}read, and {fate}")
    return total


def _fates(result: Lost) -> dict[int, str]:
    found = {one.written.quantity: "said" for one in result.said}
    found |= {one.written.quantity: f"otherwise: {one.said.figure.quote}" for one in result.otherwise}
    return found | {one.quantity: "dropped" for one in result.dropped}


def _fate(gold: dict[str, Any], figures: tuple[Quantity, ...], fates: dict[int, str]) -> str:
    """What was said of the figure; of one told several times, what was said of any telling of it."""
    end = gold["start"] + len(gold["text"])
    own = [i for i, q in enumerate(figures) if q.span.start < end and gold["start"] < q.span.end]
    if not own:
        return "not read on paper"
    for i in own:
        if i in fates:
            return fates[i]
    twins = {fates[i] for i, q in enumerate(figures) if i in fates and agree(q, figures[own[0]])}
    return "said" if "said" in twins else min(twins, default="aside")


def _still_said(story: dict[str, Any], gone: frozenset[int], gold: dict[str, Any]) -> bool:
    return any(
        i not in gone and other["kind"] == gold["kind"] and _near(other["value"], gold["value"])
        for i, other in enumerate(story["quantities"])
    )


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-3 * max(abs(one), abs(other))
