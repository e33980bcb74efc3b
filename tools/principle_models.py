"""The models of the ranker of principles: texts as names, meanings and readings, and linear models over them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from principle_texts import IDS, Item, bare
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from starproof.understand.principles import readings
from starproof.understand.themes import asking_names
from starproof.understand.topics import GRAMMAR, passages, words

ROOT = Path(__file__).parents[1]
VECTORS = ROOT / "tools" / "labelling" / "data" / "wordvectors.npz"
QUESTION, STORY = (0.05, 0.4), (0.5, 0.5)
"""Ridge, and how much meaning vectors weigh beside the words; chosen on hands left out."""
CALM = 0.55
"""How much of its odds a question's model keeps, since it is too sure of questions of a hand that it has not seen."""
TELLING = 0.6
"""How far a name's weight hangs on how well the name alone sets a principle apart; all names alike have the rest."""
SEEN = 0.5
"""What is added to each count of questions with a name, so that a name met once proves little."""
HEARD = 0.23
"""How much the readings of a story's passages weigh beside its words."""
MAIN = 0.85
"""What of a story counts for its main principle; the rest is spread over that and the others that it clearly shows."""
SHOWN = 0.3
"""What a single sentence weighs in the training of stories beside a whole one."""
RARE = 3
"""In how many stories a name must stand to be weighed."""
GATE = 0.05
Matrix = np.ndarray


@dataclass(frozen=True, slots=True)
class Fitted:
    """A linear model over named features, over meaning vectors and over readings."""

    names: list[str]
    words: Matrix
    vectors: Matrix
    bias: Matrix


@cache
def named(passage: str) -> tuple[list[str], int, list[str]]:
    """Names of a passage, how many of them are of words alone, and its words that may have a meaning."""
    said = words(passage)
    names, size = asking_names(said)
    return sorted(names), size, [word for word in said if word not in GRAMMAR]


class Space:
    """Meaning vectors by word, and texts as matrices: of questions, or of stories as the sums of their passages."""

    def __init__(self, weight: float, *, story: bool) -> None:
        data = np.load(VECTORS)
        self.vocabulary = {word: place for place, word in enumerate(str(data["words"]).split("\n"))}
        self.vectors = data["vectors"].astype(float) / 254 * weight
        self.story = story

    def parts(self, item: Item) -> list[str]:
        return passages(item.text) if self.story else [item.text]

    def names(self, items: Sequence[Item], least: int) -> list[str]:
        counts = Counter(name for item in items for name in {n for part in self.parts(item) for n in named(part)[0]})
        return sorted(name for name, count in counts.items() if count >= least)

    def matrices(self, items: Sequence[Item], names: list[str]) -> tuple[csr_matrix, Matrix]:
        places = {name: place for place, name in enumerate(names)}
        told, meant = [], np.zeros((len(items), self.vectors.shape[1]))
        for row, item in enumerate(items):
            heard = [named(part) for part in self.parts(item)]
            size = sum(len(one) if self.story else own for one, own, _ in heard)
            told += [(row, places[n], 1 / math.sqrt(size)) for one, *_ in heard for n in one if n in places]
            known = [self.vocabulary[word] for *_, said in heard for word in said if word in self.vocabulary]
            meant[row] = self.vectors[known].sum(0) / math.sqrt(len(known) or 1)
        return table(told, (len(items), len(names))), meant


def table(cells: Iterable[tuple[int, int, float]], shape: tuple[int, int]) -> csr_matrix:
    """Cells of row, column and value; those in one place are added up."""
    rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=shape)


def fit(
    told: csr_matrix, meant: Matrix, wanted: Matrix, ridge: float, names: list[str], *, telling: Matrix | float = 1.0
) -> Fitted:
    """The weights with the least surprise; ``wanted`` has a column for each class and weighs each row by its sum.

    The ridge holds a name's weight in a class back the less, the larger its ``telling``.
    """
    cut, size, kinds = told.shape[1], told.shape[1] + meant.shape[1], wanted.shape[1]
    weight = wanted.sum(1, keepdims=True)

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(size + 1, kinds)
        shares = np.exp(log_shares(told @ (telling * weights[:cut]) + meant @ weights[cut:size] + weights[size]))
        error = weight * shares - wanted
        slope = np.vstack([telling * (told.T @ error), meant.T @ error, error.sum(0, keepdims=True)])
        slope[:size] += ridge * weights[:size]
        surprise = -(wanted * np.log(shares + 1e-300)).sum()
        return float(surprise + ridge / 2 * (weights[:size] ** 2).sum()), slope.ravel()

    start = np.zeros((size + 1) * kinds)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    weights = found.x.reshape(size + 1, kinds)
    return Fitted(names, telling * weights[:cut], weights[cut:size], weights[size])


def told_apart(told: csr_matrix, wanted: Matrix) -> Matrix:
    """How well each name alone sets each class apart: the log of how much likelier it stands there than elsewhere."""
    inside = (told > 0).astype(float).T @ wanted
    size = wanted.sum(0)
    within = (inside + SEEN) / (size + 2 * SEEN)
    elsewhere = (inside.sum(1, keepdims=True) - inside + SEEN) / (size.sum() - size + 2 * SEEN)
    return np.asarray(1 - TELLING + TELLING * np.abs(np.log(within / elsewhere)))


def log_shares(odds: Matrix) -> Matrix:
    odds = odds - odds.max(1, keepdims=True)
    return np.asarray(odds - np.log(np.exp(odds).sum(1, keepdims=True)))


def fit_questions(space: Space, items: Sequence[Item]) -> Fitted:
    names = space.names(items, 1)
    wanted = np.eye(len(IDS))[[item.principle for item in items]]
    told, meant = space.matrices(items, names)
    model = fit(told, meant, wanted, QUESTION[0], names, telling=told_apart(told, wanted))
    return Fitted(names, CALM * model.words, CALM * model.vectors, CALM * model.bias)


def read(space: Space, model: Fitted, items: Sequence[Item]) -> Matrix:
    """Log shares of each class, one row an item."""
    told, meant = space.matrices(items, model.names)
    return log_shares(told @ model.words + meant @ model.vectors + model.bias)


def heard(space: Space, model: Fitted, items: Sequence[Item]) -> Matrix:
    """The readings of stories' titles and passages, one row a story."""
    rows = []
    for item in items:
        called = read(space, model, bare([Item(item.title, 0, "")]))[0].tolist() if item.title else None
        parts = [Item(part, 0, "") for part in passages(item.text)]
        rows.append(readings(called, np.exp(read(space, model, parts)).tolist() if parts else [], width=len(IDS)))
    return HEARD * np.array(rows)


def wanted(item: Item) -> Matrix:
    """The shares that a story should get: most for its main principle, some for all that it clearly shows."""
    every = np.eye(len(IDS))[[item.principle, *item.also]].max(0)
    return np.asarray(MAIN * np.eye(len(IDS))[item.principle] + (1 - MAIN) * every / every.sum())


def fit_stories(space: Space, items: Sequence[Item], listened: Matrix, sentences: Sequence[Item]) -> Fitted:
    """A model of stories, and of single sentences too, of which no reading is taken."""
    rows = [*items, *sentences]
    names = space.names(rows, RARE)
    told, meant = space.matrices(rows, names)
    aim = np.vstack([*map(wanted, items), *(SHOWN * wanted(item) for item in sentences)])
    listened = np.vstack([listened, np.zeros((len(sentences), listened.shape[1]))])
    return fit(told, np.hstack([meant, listened]), aim, STORY[0], names)


def read_stories(space: Space, model: Fitted, items: Sequence[Item], listened: Matrix) -> Matrix:
    told, meant = space.matrices(items, model.names)
    return log_shares(told @ model.words + np.hstack([meant, listened]) @ model.vectors + model.bias)


def fit_gate(space: Space, asked: Sequence[Item], others: Sequence[Item]) -> Fitted:
    """Column 1 asks for a story, column 0 does not; the few others weigh as much as the many questions."""
    items = [*asked, *others]
    names = space.names(items, 1)
    told, meant = space.matrices(items, names)
    side = np.array([1] * len(asked) + [0] * len(others))
    weight = np.where(side == 1, 1.0, len(asked) / max(1, len(others)) / 2)
    return fit(told, 0 * meant, np.eye(2)[side] * weight[:, None], GATE, names)
