"""Rapid retrieval: questions for which a story is to be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from starproof.core.practice import Assignment, CardKey
from starproof.core.questions import Question
from starproof.practice.drawing import times
from starproof.practice.drawing.pool import Pool, Wanted
from starproof.practice.drawing.spreading import spread


def retrieval_draw(
    pool: Pool, *, seed: int, due: Sequence[Wanted] = (), many: int = times.NAMED_AT_ONCE
) -> tuple[Assignment, ...]:
    """Questions that the stories can answer, those that are due first; fewer where the stories answer no more."""
    found = list(_still_answered(pool, due))[:many]
    chance = Random(seed)
    for lately in (pool.lately, ()):  # where few stories answer few questions, an old one is better than none
        more = spread(
            pool.questions,
            chance=chance,
            many=many - len(found),
            lately=lately,
            taken=[question for question, _ in found],
            fits=lambda question: bool(pool.answers(question.text)),
        )
        found += [(question, "drawn: your stories answer it") for question in more]
    return tuple(_assignment(pool, question, because) for question, because in found)


def _still_answered(pool: Pool, due: Sequence[Wanted]) -> Iterator[tuple[Question, str]]:
    for wanted in due:
        question = pool.question(wanted.card.question) if wanted.card.question else None
        if wanted.card.kind == "question" and question and pool.answers(question.text):
            yield question, wanted.because


def _assignment(pool: Pool, question: Question, because: str) -> Assignment:
    story, fitting = pool.expected(question.text)
    return Assignment(
        ask=question.text,
        because=because,
        card=CardKey("question", story=story, question=question.id),
        story=story,
        principle=question.principle,
        seconds=times.NAMING,
        follow_ups=0,
        fitting=fitting,
    )
