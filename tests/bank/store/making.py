"""Stories, and a judge that is quick: what it says follows from the words alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from starproof.bank import Bank, open_bank
from starproof.bank.records import Judged
from starproof.core.bank import Digest, Draft, Proof, Sketch, Use
from starproof.core.document import Provenance, Story
from starproof.core.results import Engine, Evidence, RankedPrinciple
from starproof.core.text import Span

FULL = Draft(
    text="I halved the queue.\r\n\r\nÉtait-ce facile? Nein – 面试 \U0001f600.\n",
    id="halved-queue",
    title="How I halved the queue",
    question="Tell me about a bottleneck.",
    principle="deliver-results",
    principles=("deliver-results", "dive-deep"),
    tags=("ops", "two words"),
    notes="Ask Rui for the figure.",
    register="written",
    provenance=(Provenance("half", "measured", "the queue's own log"), Provenance("3", "estimated")),
    versions={2: "I halved it.", 4: "I halved it, and here is\nhow."},
    happened="2025-03",
    uses=(Use("2025-05-06", "Acme", "Mia", "dive-deep", "Why?", "well", "She nodded."), Use("2025-06-01")),
    archived=False,
    source="stories/queue.md",
)

NOW = "2026-01-01T00:00:00Z"


@dataclass
class Clock:
    """A second passes whenever somebody looks."""

    seconds: Iterator[int] = field(default_factory=count)

    def __call__(self) -> str:
        now = next(self.seconds)
        return f"2026-01-{1 + now // 86400:02}T{now // 3600 % 24:02}:{now // 60 % 60:02}:{now % 60:02}Z"


def digest_of(story: Story, version: str) -> Digest:
    words = story.text.split()
    return Digest(
        id=story.id,
        title=story.title,
        question=story.question,
        principle=story.principle,
        principles=(RankedPrinciple("ownership", 0.7), RankedPrinciple("dive-deep", 0.1 + 0.2)),
        genre="story",
        reads_as="at" if len(words) > 5 else "below",
        confidence=1 / 3,
        dimensions=(("scope", "at"), ("impact", "unclear")),
        flags=("blame", "jargon") if "they" in words else ("jargon",),
        ratings=(("structure", 4), ("learning", None)),
        errors=1,
        warnings=2,
        annual_usd=1e6 / 7,
        proofs=(Proof("reports", 9.0, Span(0, 1), story.text[:1]),),
        missing=("reflection",),
        words=len(words),
        seconds=len(words) * 0.4,
        register="written",
        sketch=Sketch(tuple(words[:3]), ("low-performer",), bytes(range(250, 256))),
        engine=Engine(version, "rules", "a model"),
        guide="a guide/1",
        opening=" ".join(words[:4]),
        figures=(Evidence(Span(0, 2), story.text[:2]),),
    )


@dataclass
class WordJudge:
    """Refuses stories that say so, reviews the others."""

    version: str = "1"
    asked: list[str] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        return f"engine {self.version}"

    def judge(self, stories: Iterable[Story]) -> Iterator[Judged | str]:
        for story in stories:
            self.asked.append(story.id)
            if "refuse me" in story.text:
                yield "There is nothing to review."
            else:
                yield Judged(digest_of(story, self.version), f'{{"id": "{story.id}", "by": "{self.version}"}}')


def opened(target: str | Path, *, create: bool = True) -> Bank:
    """A bank whose clock stands still, opened by its owner."""
    return open_bank(target, now=lambda: NOW, who="me", create=create)
