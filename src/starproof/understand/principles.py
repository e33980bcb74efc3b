"""Which leadership principle a question asks for and a story shows.

Two linear models over words and their meanings, one for questions and one for stories, weighed together where both
are given; their shares are calibrated on writers that they had not seen. ``tools/train_principles.py`` makes them. A
guide with principles of its own is read by the words of its own descriptions instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starproof.core.guide import Principle
from starproof.core.results import RankedPrinciple
from starproof.understand.tables import Rows, unpack
from starproof.understand.topics import Weighted, meanings, question_features, stem, story_features, words

_LEAST_LETTERS = 4
"""Letters from which a word of a guide's description says something."""


@dataclass(frozen=True, slots=True)
class Model:
    """The shipped weights. The weights of question and story are for both together, and for each alone."""

    ids: tuple[str, ...]
    question: Rows
    story: Rows
    question_meanings: Rows
    story_meanings: Rows
    question_bias: tuple[float, ...]
    story_bias: tuple[float, ...]
    both: tuple[float, float]
    question_alone: float
    story_alone: float


@cache
def model() -> Model:
    """The shipped weights, read once."""
    head, tables = unpack((files("starproof.understand") / "weights" / "principles.bin").read_bytes())
    question, story, question_meanings, story_meanings = tables
    return Model(
        tuple(head["ids"]),
        question,
        story,
        question_meanings,
        story_meanings,
        tuple(head["question_bias"]),
        tuple(head["story_bias"]),
        (head["both"][0], head["both"][1]),
        head["question_alone"],
        head["story_alone"],
    )


def rank(*, question: str | None, text: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """All of the guide's principles, best first; shares add up to 1. A question weighs more than the story."""
    if not _learned(principles):
        return _ranked(principles, _described(f"{question or ''} {question or ''} {text}", principles))
    known = model()
    told = _log_shares(_scores(story_features(text), text, known.story, known.story_meanings, known.story_bias))
    if not question or not words(question):
        return _ranked(principles, _chosen(principles, [known.story_alone * value for value in told]))
    asked = _asked(question)
    both = [known.both[0] * one + known.both[1] * two for one, two in zip(asked, told, strict=True)]
    return _ranked(principles, _chosen(principles, both))


def rank_question(question: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """The guide's principles by how likely the question asks for each; shares add up to 1."""
    if not _learned(principles):
        return _ranked(principles, _described(question, principles))
    asked = [model().question_alone * value for value in _asked(question)]
    return _ranked(principles, _chosen(principles, asked))


def _learned(principles: Sequence[Principle]) -> bool:
    return all(principle.id in model().ids for principle in principles)


def _asked(question: str) -> list[float]:
    known = model()
    return _log_shares(
        _scores(question_features(question), question, known.question, known.question_meanings, known.question_bias)
    )


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
