"""A linear-chain conditional random field, trained by L-BFGS; numpy and scipy, one thread, no chance in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from starproof.core.document import LABELS
from starproof.understand.clauses import MANNERS, manner

WIDTH = len(LABELS)
Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Rows:
    """What one story gives: each sentence's feature names and its words."""

    names: Sequence[Sequence[str]]
    words: Sequence[Sequence[str]]
    labels: Sequence[int]
    weight: float = 1.0

    @property
    def manners(self) -> list[int]:
        """The manner of each sentence's main clause."""
        return [manner(words) for words in self.words]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Trained weights. ``dense`` maps a word vector to label scores, ``moves`` are by manner of the later sentence."""

    vocabulary: Mapping[str, int]
    features: Array
    dense: Array
    start: Array
    end: Array
    moves: Array


class Space:
    """Vectors of words; a sentence is the sum of its known words' vectors over the root of their number."""

    def __init__(self, words: Sequence[str], vectors: Array) -> None:
        self.places = {word: place for place, word in enumerate(words)}
        self.table = vectors

    def vectors(self, sentences: Sequence[Sequence[str]]) -> Array:
        out = np.zeros((len(sentences), self.table.shape[1]))
        for row, words in enumerate(sentences):
            known = [self.places[word] for word in words if word in self.places]
            if known:
                out[row] = self.table[known].sum(0) / len(known) ** 0.5
        return out


class Batch:
    """Stories side by side, longest first, so that each step of the chain is one array operation."""

    def __init__(self, stories: Sequence[Rows], vocabulary: Mapping[str, int], space: Space) -> None:
        self.order = sorted(range(len(stories)), key=lambda place: -len(stories[place].labels))
        sorted_stories = [stories[place] for place in self.order]
        self.lengths = np.array([len(story.labels) for story in sorted_stories])
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)])[:-1]
        self.lasts = self.offsets + self.lengths - 1
        self.steps = [self.offsets[: int((self.lengths > t).sum())] + t for t in range(int(self.lengths.max()))]
        self.gold = np.concatenate([np.array(story.labels, dtype=int) for story in sorted_stories])
        self.weight = np.repeat([story.weight for story in sorted_stories], self.lengths)[:, None]
        self.manners = np.array([manner for story in sorted_stories for manner in story.manners], dtype=int)
        self.features = _matrix([row for story in sorted_stories for row in story.names], vocabulary)
        self.turned = self.features.T.tocsr()
        self.dense = space.vectors([row for story in sorted_stories for row in story.words])

    def apart(self, shares: Array) -> list[Array]:
        """Rows of an array over all sentences, story by story in the order given."""
        parts: list[Array] = [np.empty(0)] * len(self.order)
        for row, place in enumerate(self.order):
            parts[place] = shares[self.offsets[row] : self.offsets[row] + self.lengths[row]]
        return parts


def vocabulary(stories: Sequence[Rows], least: int = 2) -> dict[str, int]:
    """The features that at least so many stories have."""
    counts: Counter[str] = Counter()
    for story in stories:
        counts.update({name for row in story.names for name in row})
    return {name: place for place, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}


HALVED = ("near",)
"""Kinds of features that count half, and so are held twice as hard."""


def scale(name: str) -> float:
    """How much a feature counts where it holds."""
    return 0.5 if name.startswith(HALVED) else 1.0


def _matrix(rows: Sequence[Sequence[str]], known: Mapping[str, int]) -> sparse.csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(known[name] for name in row if name in known)
        ends.append(len(columns))
    sizes = np.array([scale(name) for name in known])
    data = sizes[np.array(columns, dtype=np.int32)]
    return sparse.csr_matrix((data, np.array(columns, dtype=np.int32), np.array(ends)), (len(rows), len(known)))


def scores(batch: Batch, model: Fitted) -> Array:
    """Each sentence's own score for each label."""
    return np.asarray(batch.features @ model.features + batch.dense @ model.dense)


def marginals(batch: Batch, own: Array, model: Fitted) -> Array:
    """Each sentence's label shares with its neighbours in view."""
    return _passes(batch, own, model.start, model.end, model.moves)[1]


def _passes(batch: Batch, own: Array, start: Array, end: Array, moves: Array) -> tuple[Array, Array, Array]:
    """Log of each story's sum at its last place, the marginals, and the expected moves to each place."""
    top = own.max(1, keepdims=True)
    powers, step = np.exp(own - top), np.exp(moves)[batch.manners]
    forward, backward, sums = np.zeros_like(own), np.zeros_like(own), np.zeros(len(own))
    for t, here in enumerate(batch.steps):
        before = np.exp(start) if t == 0 else _led(forward[batch.steps[t - 1][: len(here)]], step[here])
        reached = before * powers[here]
        sums[here] = reached.sum(1)
        forward[here] = reached / sums[here][:, None]
    final = (forward[batch.lasts] * np.exp(end)).sum(1)
    logs = np.log(sums) + top[:, 0]
    logs[batch.lasts] += np.log(final)
    backward[batch.lasts] = np.exp(end) / final[:, None]
    pairs = np.zeros((len(own), WIDTH, WIDTH))
    for t in range(len(batch.steps) - 1, 0, -1):
        here = batch.steps[t]
        ahead = powers[here] * backward[here] / sums[here][:, None]
        before = batch.steps[t - 1][: len(here)]
        backward[before] = np.matmul(step[here], ahead[:, :, None])[:, :, 0]
        pairs[here] = forward[before][:, :, None] * step[here] * (ahead * batch.weight[here])[:, None, :]
    return logs, forward * backward, pairs


def _led(rows: Array, step: Array) -> Array:
    return np.asarray(np.matmul(rows[:, None, :], step)[:, 0])


@dataclass(frozen=True, slots=True)
class Settings:
    """How hard weights are held to zero, and when to stop."""

    hold: float = 10.0
    hold_dense: float = 1.0
    hold_manners: float = 5.0
    rounds: int = 100


def fit(stories: Sequence[Rows], space: Space, settings: Settings) -> Fitted:
    """The chain that fits the stories best under the settings."""
    known = vocabulary(stories)
    batch = Batch(stories, known, space)
    alike = (WIDTH, WIDTH)
    shapes = [(len(known), WIDTH), (space.table.shape[1], WIDTH), (WIDTH,), (WIDTH,), alike, (MANNERS, *alike)]
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    holds = [settings.hold, settings.hold_dense, *[settings.hold] * 3, settings.hold_manners]
    held = np.concatenate([np.full(int(np.prod(s)), h) for s, h in zip(shapes, holds, strict=True)])
    gold = np.zeros((len(batch.gold), WIDTH))
    gold[np.arange(len(gold)), batch.gold] = 1
    gold_moves, by_manner = _moves(batch), _by_manner(batch)

    def parts(flat: Array) -> list[Array]:
        return [part.reshape(shape) for part, shape in zip(np.split(flat, ends[:-1]), shapes, strict=True)]

    def loss(flat: Array) -> tuple[float, Array]:
        features, dense, start, end, common, apart = parts(flat)
        moves = common + apart
        own = np.asarray(batch.features @ features + batch.dense @ dense)
        logs, shares, reached = _passes(batch, own, start, end, moves)
        more = gold_moves - by_manner(reached)
        off = (gold - shares) * batch.weight
        fit = (own * gold * batch.weight).sum() + (moves * gold_moves).sum() - (logs * batch.weight[:, 0]).sum()
        w = batch.weight
        fit += ((gold * w)[batch.offsets] @ start).sum() + ((gold * w)[batch.lasts] @ end).sum()
        slopes = [batch.turned @ off, batch.dense.T @ off, off[batch.offsets].sum(0), off[batch.lasts].sum(0)]
        flat_slope = np.concatenate([np.ravel(slope) for slope in [*slopes, more.sum(0), more]])
        return float(-fit + 0.5 * (held * flat * flat).sum()), held * flat - flat_slope

    options = {"maxiter": settings.rounds, "maxcor": 8}
    best = minimize(loss, np.zeros(int(ends[-1])), jac=True, method="L-BFGS-B", options=options)
    features, dense, start, end, common, apart = parts(best.x)
    return Fitted(known, features, dense, start, end, common + apart)


def _moves(batch: Batch) -> Array:
    moves = np.zeros((MANNERS, WIDTH, WIDTH))
    for before, here in zip(batch.steps, batch.steps[1:], strict=False):
        earlier = before[: len(here)]
        np.add.at(moves, (batch.manners[here], batch.gold[earlier], batch.gold[here]), batch.weight[here][:, 0])
    return moves


def _by_manner(batch: Batch) -> Callable[[Array], Array]:
    """Adds up the moves to each place by the manner of its sentence."""
    size = len(batch.manners)
    where = sparse.csr_matrix((np.ones(size), (batch.manners, np.arange(size))), (MANNERS, size))
    return lambda moves: np.asarray(where @ moves.reshape(size, -1)).reshape(MANNERS, WIDTH, WIDTH)
