"""Which leadership principle a question asks for and a story shows.

Two linear models over words, themes and meanings, one for questions and one for stories, weighed together where both
are given. A story is also read passage by passage as if each were a question. Shares are calibrated on writers that
the models had not seen. ``tools/train_principles.py`` makes them. A guide with principles of its own is read by the
words of its own descriptions instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starproof.core.guide import Principle
from starproof.core.keeping import kept
from starproof.core.results import RankedPrinciple
from starproof.understand.tables import Rows, unpack
from starproof.understand.themes import asking_features
from starproof.understand.topics import Weighted, meanings, passages, stem, story_features, words

_LEAST_LETTERS = 4
"""Letters from which a word of a guide's description says something."""
_BEST = 3
"""How many passages make up a story's best reading."""
_LEAST_SHARE = 1e-6


@dataclass(frozen=True, slots=True)
class Model:
    """The shipped weights. The weights of question and story are for both together, and for each alone."""

    ids: tuple[str, ...]
    question: Rows
    story: Rows
    question_meanings: Rows
    story_meanings: Rows
    gate: Rows
    """Whether a text asks for a story at all, by the question's features."""
    question_bias: tuple[float, ...]
    story_bias: tuple[float, ...]
    gate_bias: float
    readings: tuple[tuple[float, ...], ...]
    """What a story's title and passages, read as if they were questions, say of it: one row a reading."""
    both: tuple[float, float]
    question_alone: float
    story_alone: float


@cache
def model() -> Model:
    """The shipped weights, read once."""
    head, tables = unpack((files("starproof.understand") / "weights" / "principles.bin").read_bytes())
    question, story, question_meanings, story_meanings, gate = tables
    return Model(
        tuple(head["ids"]),
        question,
        story,
        question_meanings,
        story_meanings,
        gate,
        tuple(head["question_bias"]),
        tuple(head["story_bias"]),
        head["gate_bias"],
        tuple(map(tuple, head["readings"])),
        (head["both"][0], head["both"][1]),
        head["question_alone"],
        head["story_alone"],
    )


def rank(
    *, question: str | None, text: str, principles: Sequence[Principle], title: str | None = None
) -> tuple[RankedPrinciple, ...]:
    """All of the guide's principles, best first; shares add up to 1. A question weighs more than the story."""
    if not _learned(principles):
        return _ranked(principles, _described(f"{question or ''} {question or ''} {title or ''} {text}", principles))
    told = _told(text, title)
    if not question or not words(question):
        return _ranked(principles, _chosen(principles, [model().story_alone * value for value in told]))
    both = [model().both[0] * one + model().both[1] * two for one, two in zip(_asked(question), told, strict=True)]
    return _ranked(principles, _chosen(principles, both))


def rank_question(question: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """The guide's principles by how likely the question asks for each; shares add up to 1."""
    if not _learned(principles):
        return _ranked(principles, _described(question, principles))
    asked = [model().question_alone * value for value in _asked(question)]
    return _ranked(principles, _chosen(principles, asked))


def asks_for_a_story(question: str) -> float:
    """How likely a text asks for something that somebody did, 0 to 1; small talk, puzzles and quizzes do not."""
    return 1 / (1 + math.exp(-model().gate.sum(asking_features(question))[0] - model().gate_bias))


def _learned(principles: Sequence[Principle]) -> bool:
    return all(principle.id in model().ids for principle in principles)


@kept
def _asked(question: str) -> tuple[float, ...]:
    known = model()
    scores = _scores(asking_features(question), question, known.question, known.question_meanings, known.question_bias)
    return tuple(_log_shares(scores))


def _told(text: str, title: str | None) -> list[float]:
    known = model()
    said = _scores(story_features(text), text, known.story, known.story_meanings, known.story_bias)
    called = _asked(title) if title and words(title) else None
    heard = readings(called, [_asked(passage) for passage in passages(text)], width=len(known.ids))
    for value, row in zip(heard, known.readings, strict=True):
        said = [old + value * weight for old, weight in zip(said, row, strict=True)]
    return _log_shares(said)


def readings(called: Sequence[float] | None, heard: Sequence[Sequence[float]], *, width: int) -> list[float]:
    """A story read as questions: its title's log shares, those of its passages' mean, and of their best.

    Args:
        called: log shares of the principles for the title, ``None`` for a story without one.
        heard: the same for each passage.
        width: how many principles there are.
    """
    columns = list(zip(*heard, strict=True)) or [(0.0,)] * width
    shares = [sorted(map(math.exp, column), reverse=True) for column in columns]
    mean = [math.log(sum(column) / len(column) + _LEAST_SHARE) for column in shares]
    best = [math.log(sum(column[:_BEST]) / len(column[:_BEST]) + _LEAST_SHARE) for column in shares]
    return [*(called or [0.0] * width), *mean, *best]


def _scores(features: Weighted, text: str, table: Rows, meaning: Rows, bias: Sequence[float]) -> list[float]:
    said, meant = table.sum(features), meaning.sum(meanings(text, meaning.places))
    return [one + two + three for one, two, three in zip(said, meant, bias, strict=True)]


def _log_shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    total = math.log(sum(math.exp(score - top) for score in scores)) + top
    return [score - total for score in scores]


def _chosen(principles: Sequence[Principle], scores: Sequence[float]) -> list[float]:
    by_id = dict(zip(model().ids, scores, strict=True))
    return [by_id[principle.id] for principle in principles]


def _described(text: str, principles: Sequence[Principle]) -> list[float]:
    """By how many of the text's words stand in each principle's own description."""
    said = {stem(word) for word in words(text)}
    return [4 * len(said & wanted) / math.sqrt(len(wanted) + 1) for wanted in map(_description, principles)]


def _description(principle: Principle) -> set[str]:
    return {stem(word) for word in words(f"{principle.name} {principle.looks_for}") if len(word) >= _LEAST_LETTERS}


def _ranked(principles: Sequence[Principle], scores: Sequence[float]) -> tuple[RankedPrinciple, ...]:
    top = max(scores, default=0.0)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    shares = [RankedPrinciple(p.id, w / total) for p, w in zip(principles, weights, strict=True)]
    return tuple(sorted(shares, key=lambda item: -item.score))
