"""Train the ranker of principles: ``python tools/train_principles.py`` writes the weights that the package ships.

Prints top-1 and top-2 for a question alone, a story alone and both, on hands that were left out in turn. ``--check``
trains again and compares with the shipped bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tomllib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from starproof.guides import load_guide
from starproof.scoring import joined
from starproof.understand.tables import Rows, pack
from starproof.understand.topics import Weighted, meanings, question_features, story_features

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "starproof" / "understand" / "weights" / "principles.bin"
VECTORS = ROOT / "tools" / "labelling" / "data" / "wordvectors.npz"
IDS = [principle.id for principle in load_guide().principles]
QUESTION, STORY = (0.05, 0.4), (0.1, 0.5)
"""Ridge, and how much meaning vectors weigh beside the words; chosen on hands left out."""
Matrix = np.ndarray


@dataclass(frozen=True, slots=True)
class Item:
    """A question or a story with its principle. ``hand`` is who wrote it."""

    text: str
    principle: int
    hand: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """A linear model over named features and over meaning vectors."""

    names: list[str]
    words: Matrix
    vectors: Matrix
    bias: Matrix


def corpus() -> tuple[list[Item], list[Item], list[Item]]:
    """Stories and their questions in the same order, and the questions of the question file."""
    files = [ROOT / "corpus" / "train.jsonl", *sorted((ROOT / "corpus" / "extra").glob("*.jsonl"))]
    told = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    hands = [story["id"].split("-")[0] for story in told]
    places = [IDS.index(story["principle"]) for story in told]
    stories = [Item(joined(s)[0], p, h) for s, p, h in zip(told, places, hands, strict=True)]
    asked = [Item(s["question"], p, h) for s, p, h in zip(told, places, hands, strict=True)]
    bank = tomllib.loads((ROOT / "corpus" / "questions.toml").read_text(encoding="utf-8"))
    return stories, asked, [Item(q, IDS.index(name), "bank") for name, questions in bank.items() for q in questions]


class Space:
    """Meaning vectors by word, and the features of texts as matrices."""

    def __init__(self, features: Callable[[str], Weighted], weight: float) -> None:
        data = np.load(VECTORS)
        self.vocabulary = {word: place for place, word in enumerate(str(data["words"]).split("\n"))}
        self.vectors = data["vectors"].astype(float) / 254 * weight
        self.features = features

    def names(self, items: Sequence[Item], least: int) -> list[str]:
        counts = Counter(name for item in items for name, _ in self.features(item.text))
        return sorted(name for name, count in counts.items() if count >= least)

    def matrices(self, items: Sequence[Item], names: list[str]) -> tuple[csr_matrix, Matrix]:
        places = {name: place for place, name in enumerate(names)}
        cells = [
            (row, places[name], value)
            for row, item in enumerate(items)
            for name, value in self.features(item.text)
            if name in places
        ]
        rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
        told = csr_matrix((values, (rows, columns)), shape=(len(items), len(names)))
        meant = np.zeros((len(items), self.vectors.shape[1]))
        for row, item in enumerate(items):
            for word, value in meanings(item.text, self.vocabulary):
                meant[row] += value * self.vectors[self.vocabulary[word]]
        return told, meant


def fit(space: Space, items: Sequence[Item], ridge: float, least: int) -> Fitted:
    names = space.names(items, least)
    told, meant = space.matrices(items, names)
    wanted = np.eye(len(IDS))[[item.principle for item in items]]
    cut, size = len(names), len(names) + meant.shape[1]

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(size + 1, len(IDS))
        odds = told @ weights[:cut] + meant @ weights[cut:size] + weights[size]
        odds -= odds.max(1, keepdims=True)
        shares = np.exp(odds)
        shares /= shares.sum(1, keepdims=True)
        error = shares - wanted
        slope = np.vstack([told.T @ error, meant.T @ error, error.sum(0, keepdims=True)])
        slope[:size] += ridge * weights[:size]
        return float(-np.log(shares[wanted > 0]).sum() + ridge / 2 * (weights[:size] ** 2).sum()), slope.ravel()

    start = np.zeros((size + 1) * len(IDS))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    weights = found.x.reshape(size + 1, len(IDS))
    return Fitted(names, weights[:cut], weights[cut:size], weights[size])


def odds(space: Space, model: Fitted, items: Sequence[Item]) -> Matrix:
    """Log shares of each principle, one row an item."""
    told, meant = space.matrices(items, model.names)
    raw = told @ model.words + meant @ model.vectors + model.bias
    raw -= raw.max(1, keepdims=True)
    return raw - np.log(np.exp(raw).sum(1, keepdims=True))


def left_out(space: Space, items: list[Item], always: list[Item], ridge: float, least: int) -> Matrix:
    """Log shares of every item by a model that never saw its hand."""
    found = np.zeros((len(items), len(IDS)))
    for hand in sorted({item.hand for item in items}):
        mine = [place for place, item in enumerate(items) if item.hand == hand]
        others = [item for item in items if item.hand != hand] + always
        found[mine] = odds(space, fit(space, others, ridge, least), [items[place] for place in mine])
    return found


def shown(name: str, found: Matrix, items: Sequence[Item]) -> None:
    right = np.array([item.principle for item in items])
    order = np.argsort(-found, axis=1)
    top1 = (order[:, 0] == right).mean()
    top2 = (order[:, :2] == right[:, None]).any(1).mean()
    print(f"{name:34} top-1 {top1:.3f}  top-2 {top2:.3f}  ({len(items)})")


def mixed(asked: Matrix, told: Matrix, items: Sequence[Item]) -> tuple[float, float]:
    """How much a question and a story weigh together: the pair with the least surprise on hands left out."""
    right = np.array([item.principle for item in items])

    def surprise(weights: Matrix) -> float:
        both = weights[0] * asked + weights[1] * told
        both = both - both.max(1, keepdims=True)
        return float(-(both[np.arange(len(right)), right] - np.log(np.exp(both).sum(1))).mean())

    found = minimize(surprise, np.array([1.0, 0.5]), method="Nelder-Mead").x
    return round(float(found[0]), 3), round(float(found[1]), 3)


def rows(names: list[str], weights: Matrix) -> Rows:
    step = float(np.abs(weights).max() / 127) or 1.0
    whole = np.round(weights / step).astype(int)
    kept = [place for place in range(len(names)) if whole[place].any()]
    values = array("b", [int(value) for place in kept for value in whole[place]])
    return Rows({names[place]: number for number, place in enumerate(kept)}, values, len(IDS), step)


def shipped() -> bytes:
    stories, asked, bank = corpus()
    about, saying = Space(question_features, QUESTION[1]), Space(story_features, STORY[1])
    by_question = left_out(about, asked, bank, QUESTION[0], 1)
    by_story = left_out(saying, stories, [], STORY[0], 2)
    weights = mixed(by_question, by_story, stories)
    alone = mixed(np.zeros_like(by_story), by_story, stories)[1]
    asking = mixed(by_question, np.zeros_like(by_question), asked)[0]
    shown("question alone, hands left out", by_question, asked)
    shown("story alone, hands left out", by_story, stories)
    shown("question and story, hands left out", weights[0] * by_question + weights[1] * by_story, stories)
    question, story = fit(about, [*asked, *bank], QUESTION[0], 1), fit(saying, stories, STORY[0], 2)
    head = {
        "ids": IDS,
        "question_bias": [round(float(value), 4) for value in question.bias],
        "story_bias": [round(float(value), 4) for value in story.bias],
        "both": weights,
        "question_alone": asking,
        "story_alone": alone,
    }
    tables = [rows(question.names, question.words), rows(story.names, story.words)]
    for space, model in ((about, question), (saying, story)):
        tables.append(rows(list(space.vocabulary), space.vectors @ model.vectors))
    return pack(head, tables)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the shipped weights, write nothing")
    made = shipped()
    if parser.parse_args().check:
        same = OUT.read_bytes() == made
        print("same bytes as shipped" if same else "DIFFERENT from the shipped weights")
        return 0 if same else 1
    OUT.write_bytes(made)
    print(f"{OUT.name}: {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
