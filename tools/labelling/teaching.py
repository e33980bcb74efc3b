"""Training of the small network by Adam, in single precision, one thread, from a fixed seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sparse

from labelling.chain import WIDTH
from labelling.network import (
    FILTERS,
    INNER,
    PLACES,
    SEED,
    THREE,
    TWO,
    Lexicon,
    Pass,
    Single,
    Text,
    Together,
    Trained,
    Weights,
    passed,
)
from starproof.understand.gist import SIDES

ROUNDS, TOGETHER, RATE = 10, 16, 3e-3
HELD, WORDS_HELD = 1e-2, 1e-3
"""How hard weights are pulled back to nought, and words to where they began."""


def begun(lexicon: Lexicon) -> Weights:
    """The first weights."""
    chance, long = np.random.default_rng(SEED), lexicon.vectors.shape[1]
    inward = chance.normal(0, FILTERS**-0.5, (len(SIDES) * FILTERS, INNER))
    inward[FILTERS:] *= 0.5
    drawn = {
        "words": lexicon.vectors,
        "first": chance.normal(0, 0.5 * (2 / long) ** 0.5, (long, FILTERS)),
        "second": chance.normal(0, 0.5 * (2 / long) ** 0.5, (long, THREE + TWO)),
        "third": chance.normal(0, 0.5 * (2 / long) ** 0.5, (long, THREE)),
        "floor": np.zeros(FILTERS),
        "inward": inward,
        "places": np.zeros((len(PLACES), INNER)),
        "inner": np.zeros(INNER),
        "out": chance.normal(0, INNER**-0.5, (INNER, WIDTH)),
        "outer": np.zeros(WIDTH),
    }
    return {name: np.array(values, np.float32) for name, values in drawn.items()}


def slopes(weights: Weights, texts: Together, one: Pass) -> Weights:
    """How the loss changes with each weight."""
    off = (one.shares - np.eye(WIDTH, dtype=np.float32)[texts.gold]) * texts.weight / texts.weight.sum()
    inner = (off @ weights["out"].T) * one.kept[1] * (1 - one.inner * one.inner)
    seen = inner @ weights["inward"].T
    own = seen[:, :FILTERS].copy()
    for number, side in enumerate(one.sides, 1):
        np.add.at(own, side.there[side.has], seen[side.has, number * FILTERS : (number + 1) * FILTERS])
    own *= one.kept[0] * (one.top + weights["floor"] > 0)
    sentence = np.repeat(np.arange(len(texts.lengths)), texts.lengths)
    found = np.where(one.found == one.top[sentence], own[sentence], np.float32(0))
    return {
        "out": (one.inner * one.kept[1]).T @ off,
        "outer": off.sum(0),
        "inward": one.seen.T @ inner,
        "places": texts.places.T @ inner,
        "inner": inner.sum(0),
        "floor": own.sum(0),
        **_word_slopes(weights, one, found),
    }


def _word_slopes(weights: Weights, one: Pass, found: Single) -> Weights:
    second, third = np.zeros_like(found[:, : THREE + TWO]), np.zeros_like(found[:, :THREE])
    second[1:], third[2:] = found[:-1, : THREE + TWO], found[:-2, :THREE]
    parts = {"first": found, "second": second, "third": third}
    vectors = sum(part @ weights[name].T for name, part in parts.items())
    size = len(one.words)
    where = sparse.csr_matrix((np.ones(size, np.float32), (one.words, np.arange(size))), (len(weights["words"]), size))
    words = np.asarray(where @ vectors)
    words[0] = 0  # an unknown word says nothing
    return {"words": words, **{name: one.vectors.T @ part for name, part in parts.items()}}


class Adam:
    """Steps against the slopes, each weight at its own pace, and a pull back to where the words began and to nought."""

    def __init__(self, weights: Weights) -> None:
        self.weights, self.first = weights, weights["words"].copy()
        self.mean = {name: np.zeros_like(values) for name, values in weights.items()}
        self.square = {name: np.zeros_like(values) for name, values in weights.items()}
        self.steps = 0

    def step(self, slopes: Weights, rate: float) -> None:
        """One step."""
        self.steps += 1
        short, long = 1 - 0.9**self.steps, 1 - 0.99**self.steps
        for name, slope in slopes.items():
            mean, square, values = self.mean[name], self.square[name], self.weights[name]
            mean += np.float32(0.1) * (slope - mean)
            square += np.float32(0.01) * (slope * slope - square)
            values -= np.float32(rate / short) * mean / (np.sqrt(square / np.float32(long)) + np.float32(1e-6))
            if name == "words":
                values -= np.float32(rate * WORDS_HELD) * (values - self.first)
            elif values.ndim > 1:
                values -= np.float32(rate * HELD) * values


def fit_network(stories: Sequence[Sequence[Text]], lexicon: Lexicon) -> Trained:
    """Learn from stories; of each the first text is the whole, which is read in each round, with one of the others."""
    adam, chance = Adam(begun(lexicon)), np.random.default_rng(SEED + 1)
    steps = ROUNDS * -(-len(stories) // TOGETHER)
    for _ in range(ROUNDS):
        order = chance.permutation(len(stories))
        for start in range(0, len(order), TOGETHER):
            texts = [one for place in order[start : start + TOGETHER] for one in _drawn(stories[place], chance)]
            rate = RATE * min(1.0, (adam.steps + 1) / 50) * (0.02 + 0.98 * (1 - adam.steps / steps))
            batch = Together(texts)
            adam.step(slopes(adam.weights, batch, passed(adam.weights, batch, chance)), rate)
    return Trained(adam.weights, lexicon)


def _drawn(story: Sequence[Text], chance: np.random.Generator) -> list[Text]:
    whole, others = story[0], story[1:]
    drawn = [whole, others[int(chance.integers(len(others)))]] if others else [whole]
    return [one for one in drawn if len(one.labels)]
