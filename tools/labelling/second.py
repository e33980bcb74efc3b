"""Training of the second reading: one hidden layer over what the chain made of the whole story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from labelling.chain import WIDTH, Array
from labelling.stories import Told
from starproof.understand import features as seen
from starproof.understand.rereading import LEAST, SURE, Rereader, columns, sights

HIDDEN, HOLD, ROUNDS = 16, 10.0, 60
SEED = 0
TRUST = 0.55
"""How much of what it learned it says: what corrects the first reading of known hands overdoes it on strange ones."""


@dataclass(frozen=True, slots=True)
class Look:
    """A story as a chain read it that never saw its hand: sights, logarithms of shares, gold labels."""

    story: Told
    sights: Array
    logs: Array
    labels: Sequence[int]
    weight: float = 1.0


def look(story: Told, shares: Array, weight: float = 1.0) -> Look:
    sentences = [seen.told(line.text, opens=line.opens) for line in story.lines]
    shown = [columns(seen.Shown.of(sentence.words)) for sentence in sentences]
    rows = np.array([sight.whole() for sight in sights(sentences, shown, shares.tolist())])
    return Look(story, rows, np.log(np.maximum(shares, LEAST)), [line.label for line in story.lines], weight)


def fit_rereader(looks: Sequence[Look]) -> Rereader:
    """The reader that makes the annotated labels likeliest, held to what the chain said."""
    x, base = np.vstack([one.sights for one in looks]), np.vstack([one.logs for one in looks])
    gold = np.eye(WIDTH)[np.concatenate([np.array(one.labels) for one in looks])]
    weight = np.repeat([one.weight for one in looks], [len(one.labels) for one in looks])[:, None]
    wide = x.shape[1]
    shapes = [(wide, HIDDEN), (HIDDEN, WIDTH), (wide, WIDTH)]
    ends = np.cumsum([a * b for a, b in shapes])
    chance = np.random.default_rng(SEED)
    first = [chance.normal(0, wide**-0.5, shapes[0]), chance.normal(0, 0.05, shapes[1]), np.zeros(shapes[2])]

    def parts(flat: Array) -> list[Array]:
        return [part.reshape(shape) for part, shape in zip(np.split(flat, ends[:-1]), shapes, strict=True)]

    def loss(flat: Array) -> tuple[float, Array]:
        inward, outward, straight = parts(flat)
        inner = np.tanh(x @ inward)
        logs = _normal(base + inner @ outward + x @ straight)
        off = (np.exp(logs) - gold) * weight
        slopes = [x.T @ ((off @ outward.T) * (1 - inner * inner)), inner.T @ off, x.T @ off]
        value = -(logs * gold * weight).sum() + 0.5 * HOLD * flat @ flat
        return float(value), np.concatenate([slope.ravel() for slope in slopes]) + HOLD * flat

    start = np.concatenate([part.ravel() for part in first])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    inward, outward, straight = (part.T for part in parts(found.x))
    return Rereader(*(rows.round(4).tolist() for rows in (inward, TRUST * outward, TRUST * straight)))


def _normal(scores: Array) -> Array:
    down = scores - scores.max(1, keepdims=True)
    return np.asarray(down - np.log(np.exp(down).sum(1, keepdims=True)))


def reread(reader: Rereader, one: Look) -> Array:
    """The story's shares after the second reading."""
    inner = np.tanh(one.sights @ np.array(reader.hidden).T)
    scores = one.logs + inner @ np.array(reader.out).T + one.sights @ np.array(reader.straight).T
    return np.exp(_normal(SURE * scores))
