"""Which leadership principle a question asks for and a story shows.

A story is read passage by passage as if each were a question: what every passage seems to ask for, together with what
all their words say of a story, tells the principle. Question and story are weighed together where both are given. How
a question begins ("tell me about a time") carries no weight. Shares are calibrated on writers that the models had not
seen. ``tools/train_principles.py`` makes them. A guide with principles of its own is read by the words of its own
descriptions instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from starproof.core.guide import Principle
from starproof.core.keeping import kept
from starproof.core.results import RankedPrinciple
from starproof.parse.asked import ungreeted
from starproof.understand.openings import without_opening
from starproof.understand.tables import Rows, unpack
from starproof.understand.themes import asking_names
from starproof.understand.topics import GRAMMAR, passages, stem, words

_SAYS_LITTLE = 0.25
"""How much of what sets the principles apart is left where a text tells nothing that happened."""
_LEAST_LETTERS = 4
"""Letters from which a word of a guide's description says something."""
_BEST = 3
"""How many passages make up a story's best reading."""
_LEAST_SHARE = 1e-6


@dataclass(frozen=True, slots=True)
class Model:
    """The shipped weights. The weights of question and story are for both together, and for each alone."""

    ids: tuple[str, ...]
    words: Rows
    """What each name of ``asking_names`` says: of a question in the first half of a row, of a story in the second."""
    meanings: Rows
    """The same for the meaning of each known word."""
    gate: Rows
    """Whether a text asks for a story at all, by the names of a question with its opening."""
    question_bias: tuple[float, ...]
    story_bias: tuple[float, ...]
    gate_bias: float
    scale: float
    """What the weights of a story are to be multiplied by."""
    readings: tuple[tuple[float, ...], ...]
    """What a story's title and passages, read as if they were questions, say of it: one row a reading."""
    both: tuple[float, float]
    question_alone: float
    story_alone: float


class Heard(NamedTuple):
    """A passage read as a question, and what its words and meanings add to a story, in steps of their tables."""

    shares: tuple[float, ...]
    words: tuple[int, ...]
    meanings: tuple[int, ...]
    names: int
    known: int


@cache
def model() -> Model:
    """The shipped weights, read once."""
    head, (said, meanings, gate) = unpack((files("starproof.understand") / "weights" / "principles.bin").read_bytes())
    return Model(
        tuple(head["ids"]),
        said,
        meanings,
        gate,
        tuple(head["question_bias"]),
        tuple(head["story_bias"]),
        head["gate_bias"],
        head["scale"],
        tuple(map(tuple, head["readings"])),
        (head["both"][0], head["both"][1]),
        head["question_alone"],
        head["story_alone"],
    )


def rank(
    *, question: str | None, text: str, principles: Sequence[Principle], title: str | None = None
) -> tuple[RankedPrinciple, ...]:
    """All of the guide's principles, best first; shares add up to 1. A question weighs more than the story."""
    if not knows(principles):
        return _ranked(principles, _described(f"{question or ''} {question or ''} {title or ''} {text}", principles))
    told = _told(text, title)
    if not question or not words(question):
        return _ranked(principles, _chosen(principles, [model().story_alone * value for value in told]))
    both = [model().both[0] * one + model().both[1] * two for one, two in zip(_asked(question), told, strict=True)]
    return _ranked(principles, _chosen(principles, both))


def rank_question(question: str, principles: Sequence[Principle]) -> tuple[RankedPrinciple, ...]:
    """The guide's principles by how likely the question asks for each; shares add up to 1."""
    if not knows(principles):
        return _ranked(principles, _described(question, principles))
    asked = [model().question_alone * value for value in _asked(question)]
    return _ranked(principles, _chosen(principles, asked))


def knows(principles: Sequence[Principle]) -> bool:
    """Whether the shipped weights tell all of these principles apart."""
    return all(principle.id in model().ids for principle in principles)


def asks_for_a_story(question: str) -> float:
    """How likely a text asks for something that somebody did, 0 to 1; small talk, puzzles and quizzes do not."""
    names, size = asking_names(words(question))
    gate = model().gate
    odds = gate.step * gate.total(names)[0] / math.sqrt(size or 1)
    return 1 / (1 + math.exp(-odds - model().gate_bias))


def _asked(question: str) -> list[float]:
    """Log shares of the principles for a question, or for a title."""
    shares = _heard(" ".join(without_opening(words(ungreeted(question))))).shares
    return [math.log(max(share, _LEAST_SHARE)) for share in shares]


@kept
def _heard(passage: str) -> Heard:
    said = words(passage)
    known, wide = model(), len(model().ids)
    names, size = asking_names(said)
    meant = [word for word in said if word not in GRAMMAR and word in known.meanings.places]
    told, meaning = known.words.total(names), known.meanings.total(meant)
    one, two = known.words.step / math.sqrt(size or 1), known.meanings.step / math.sqrt(len(meant) or 1)
    asked = zip(told[:wide], meaning[:wide], known.question_bias, strict=True)
    odds = [a * one + b * two + bias for a, b, bias in asked]
    shares = tuple(math.exp(value) for value in _log_shares(odds))
    return Heard(shares, tuple(told[wide:]), tuple(meaning[wide:]), len(names), len(meant))


def _told(text: str, title: str | None) -> list[float]:
    known, heard = model(), [_heard(passage) for passage in passages(text)]
    said = _summed([one.words for one in heard], known.words.step, sum(one.names for one in heard))
    meant = _summed([one.meanings for one in heard], known.meanings.step, sum(one.known for one in heard))
    odds = [bias + a + b for bias, a, b in zip(known.story_bias, said, meant, strict=True)]
    read = readings(_asked(title) if title and words(title) else None, [one.shares for one in heard], width=len(odds))
    for value, row in zip(read, known.readings, strict=True):
        odds = [old + value * weight for old, weight in zip(odds, row, strict=True)]
    return _log_shares(odds)


def _summed(rows: Sequence[Sequence[int]], step: float, size: int) -> list[float]:
    """The rows of a table with this step added up, as weights of a story of this many names or words."""
    factor = model().scale * step / math.sqrt(size or 1)
    return [factor * sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(model().ids)


def readings(called: Sequence[float] | None, heard: Sequence[Sequence[float]], *, width: int) -> list[float]:
    """A story read as questions: its title's log shares, the log of its passages' mean shares, and of their best.

    Args:
        called: log shares of the principles for the title, ``None`` for a story without one.
        heard: the shares for each passage.
        width: how many principles there are.
    """
    columns = [sorted(column, reverse=True) for column in zip(*heard, strict=True)] or [[1.0]] * width
    mean = [math.log(sum(column) / len(column) + _LEAST_SHARE) for column in columns]
    best = [math.log(sum(column[:_BEST]) / len(column[:_BEST]) + _LEAST_SHARE) for column in columns]
    return [*(called or [0.0] * width), *mean, *best]


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


def evened_out(ranked: Sequence[RankedPrinciple]) -> tuple[RankedPrinciple, ...]:
    """The same order with little between them, for a text that tells nothing which a principle could stand on."""
    even = 1.0 / max(1, len(ranked))
    return tuple(RankedPrinciple(one.id, _SAYS_LITTLE * one.score + (1 - _SAYS_LITTLE) * even) for one in ranked)
