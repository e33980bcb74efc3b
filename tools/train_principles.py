"""Train the ranker of principles: ``python tools/train_principles.py`` writes the weights that the package ships.

Prints top-1 and top-2 for a question alone, a story alone and both, on hands and batches that were left out in turn,
and for questions that are never trained on. ``--check`` trains again and compares with the shipped bytes.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from shipping import ship

from starproof.guides import load_guide
from starproof.questions import load_questions
from starproof.scoring import joined
from starproof.understand.principles import readings
from starproof.understand.tables import Rows, pack
from starproof.understand.themes import asking_features
from starproof.understand.topics import Weighted, meanings, passages, story_features

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
OUT = ROOT / "src" / "starproof" / "understand" / "weights" / "principles.bin"
VECTORS = ROOT / "tools" / "labelling" / "data" / "wordvectors.npz"
IDS = [principle.id for principle in load_guide().principles]
QUESTION, STORY = (0.05, 0.4), (0.1, 0.5)
"""Ridge, and how much meaning vectors weigh beside the words; chosen on hands left out."""
HEARD = 0.3
"""How much the readings of a story's passages weigh beside its words."""
GATE = 0.05
FOLDS = 5
Matrix = np.ndarray


@dataclass(frozen=True, slots=True)
class Item:
    """A question or a story with its principle, or its side of the gate. ``hand`` is the writer or batch left out."""

    text: str
    principle: int
    hand: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A linear model over named features, over meaning vectors and over readings."""

    names: list[str]
    words: Matrix
    vectors: Matrix
    bias: Matrix


def stories() -> tuple[list[Item], list[Item]]:
    """The stories of the corpus, and the question of each in the same order."""
    files = [CORPUS / "train.jsonl", *sorted((CORPUS / "extra").glob("*.jsonl"))]
    told = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    hands = {hand: f"hand {place % FOLDS}" for place, hand in enumerate(sorted({s["id"].split("-")[0] for s in told}))}
    rows = [(s, IDS.index(s["principle"]), hands[s["id"].split("-")[0]]) for s in told]
    return (
        [Item(joined(s)[0], place, hand, s.get("title") or "") for s, place, hand in rows],
        [Item(s["question"], place, hand) for s, place, hand in rows],
    )


def outlines() -> list[Item]:
    listed = tomllib.loads((CORPUS / "outlines.toml").read_text(encoding="utf-8"))
    return [
        Item(text.split(". ", 1)[1], IDS.index(name), "outlines", text.split(". ", 1)[0])
        for name, texts in listed.items()
        for text in texts
    ]


def questions(file: str) -> list[Item]:
    """The questions of a file by principle; tables in it are batches of their own."""
    listed = tomllib.loads((CORPUS / file).read_text(encoding="utf-8"))
    plain = {name: texts for name, texts in listed.items() if isinstance(texts, list)}
    batches = {"first": plain} | {name: part for name, part in listed.items() if isinstance(part, dict)}
    return [
        Item(text, IDS.index(name), batch)
        for batch, part in batches.items()
        for name, texts in part.items()
        for text in texts
    ]


def bank() -> list[Item]:
    return [Item(question.text, IDS.index(question.principle), "bank") for question in load_questions()]


def other() -> list[Item]:
    listed = tomllib.loads((CORPUS / "questions-other.toml").read_text(encoding="utf-8"))["asked"]
    return [Item(text, 0, f"fold {place % FOLDS}") for place, text in enumerate(listed)]


@dataclass
class Space:
    """Meaning vectors by word, and the features of texts as matrices."""

    features: Callable[[str], Weighted]
    weight: float
    seen: dict[str, Weighted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        data = np.load(VECTORS)
        self.vocabulary = {word: place for place, word in enumerate(str(data["words"]).split("\n"))}
        self.vectors = data["vectors"].astype(float) / 254 * self.weight

    def of(self, text: str) -> Weighted:
        if text not in self.seen:
            self.seen[text] = self.features(text)
        return self.seen[text]

    def names(self, items: Sequence[Item], least: int) -> list[str]:
        counts = Counter(name for item in items for name, _ in self.of(item.text))
        return sorted(name for name, count in counts.items() if count >= least)

    def matrices(self, items: Sequence[Item], names: list[str]) -> tuple[csr_matrix, Matrix]:
        places = {name: place for place, name in enumerate(names)}
        cells = [
            (row, places[name], value)
            for row, item in enumerate(items)
            for name, value in self.of(item.text)
            if name in places
        ]
        rows, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
        told = csr_matrix((values, (rows, columns)), shape=(len(items), len(names)))
        meant = np.zeros((len(items), self.vectors.shape[1]))
        for row, item in enumerate(items):
            for word, value in meanings(item.text, self.vocabulary):
                meant[row] += value * self.vectors[self.vocabulary[word]]
        return told, meant


def fit(told: csr_matrix, meant: Matrix, wanted: Matrix, ridge: float, names: list[str]) -> Fitted:
    """The weights with the least surprise; ``wanted`` has a column for each class and weighs each row by its sum."""
    cut, size, kinds = told.shape[1], told.shape[1] + meant.shape[1], wanted.shape[1]
    weight = wanted.sum(1, keepdims=True)

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(size + 1, kinds)
        shares = np.exp(log_shares(told @ weights[:cut] + meant @ weights[cut:size] + weights[size]))
        error = weight * shares - wanted
        slope = np.vstack([told.T @ error, meant.T @ error, error.sum(0, keepdims=True)])
        slope[:size] += ridge * weights[:size]
        surprise = -(wanted * np.log(shares + 1e-300)).sum()
        return float(surprise + ridge / 2 * (weights[:size] ** 2).sum()), slope.ravel()

    start = np.zeros((size + 1) * kinds)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    weights = found.x.reshape(size + 1, kinds)
    return Fitted(names, weights[:cut], weights[cut:size], weights[size])


def log_shares(odds: Matrix) -> Matrix:
    odds = odds - odds.max(1, keepdims=True)
    return odds - np.log(np.exp(odds).sum(1, keepdims=True))


def fit_questions(space: Space, items: Sequence[Item]) -> Fitted:
    names = space.names(items, 1)
    wanted = np.eye(len(IDS))[[item.principle for item in items]]
    return fit(*space.matrices(items, names), wanted, QUESTION[0], names)


def read(space: Space, model: Fitted, items: Sequence[Item]) -> Matrix:
    """Log shares of each class, one row an item."""
    told, meant = space.matrices(items, model.names)
    return log_shares(told @ model.words + meant @ model.vectors + model.bias)


def heard(space: Space, model: Fitted, items: Sequence[Item]) -> Matrix:
    """The readings of stories' titles and passages, one row a story."""
    rows = []
    for item in items:
        called = read(space, model, [Item(item.title, 0, "")])[0].tolist() if item.title else None
        parts = [Item(part, 0, "") for part in passages(item.text)]
        rows.append(readings(called, read(space, model, parts).tolist() if parts else [], width=len(IDS)))
    return HEARD * np.array(rows)


def fit_stories(space: Space, items: Sequence[Item], listened: Matrix) -> Fitted:
    names = space.names(items, 2)
    told, meant = space.matrices(items, names)
    wanted = np.eye(len(IDS))[[item.principle for item in items]]
    return fit(told, np.hstack([meant, listened]), wanted, STORY[0], names)


def read_stories(space: Space, model: Fitted, items: Sequence[Item], listened: Matrix) -> Matrix:
    told, meant = space.matrices(items, model.names)
    return log_shares(told @ model.words + np.hstack([meant, listened]) @ model.vectors + model.bias)


def left_out(items: Sequence[Item], run: Callable[[list[int], list[int]], Matrix]) -> Matrix:
    """Log shares of every item by a model that never saw its hand; ``run`` gets the places of both sides."""
    found: Matrix | None = None
    for hand in sorted({item.hand for item in items}):
        mine = [place for place, item in enumerate(items) if item.hand == hand]
        shares = run([place for place, item in enumerate(items) if item.hand != hand], mine)
        found = np.zeros((len(items), shares.shape[1])) if found is None else found
        found[mine] = shares
    assert found is not None
    return found


def shown(name: str, found: Matrix, items: Sequence[Item]) -> None:
    right = np.array([item.principle for item in items])
    order = np.argsort(-found, axis=1, kind="stable")
    top1 = (order[:, 0] == right).mean()
    top2 = (order[:, :2] == right[:, None]).any(1).mean()
    print(f"{name:44} top-1 {top1:.3f}  top-2 {top2:.3f}  ({len(items)})", flush=True)


def mixed(asked: Matrix, told: Matrix, items: Sequence[Item]) -> tuple[float, float]:
    """How much a question and a story weigh together: the pair with the least surprise on hands left out."""
    right = np.array([item.principle for item in items])

    def surprise(weights: Matrix) -> float:
        return float(-log_shares(weights[0] * asked + weights[1] * told)[np.arange(len(right)), right].mean())

    found = minimize(surprise, np.array([1.0, 0.5]), method="Nelder-Mead").x
    return round(float(found[0]), 3), round(float(found[1]), 3)


def rows(names: list[str], weights: Matrix) -> Rows:
    step = float(np.abs(weights).max() / 127) or 1.0
    whole = np.round(weights / step).astype(int)
    kept = [place for place in range(len(names)) if whole[place].any()]
    values = array("b", [int(value) for place in kept for value in whole[place]])
    return Rows({names[place]: number for number, place in enumerate(kept)}, values, weights.shape[1], step)


def fit_gate(space: Space, asked: Sequence[Item], others: Sequence[Item]) -> Fitted:
    """Column 1 asks for a story, column 0 does not; the few others weigh as much as the many questions."""
    items = [*asked, *others]
    names = space.names(items, 1)
    told, meant = space.matrices(items, names)
    side = np.array([1] * len(asked) + [0] * len(others))
    weight = np.where(side == 1, 1.0, len(asked) / max(1, len(others)) / 2)
    return fit(told, 0 * meant, np.eye(2)[side] * weight[:, None], GATE, names)


def shipped() -> bytes:
    """Measure on what was left out, then train on everything."""
    told, own = stories()
    texts, banks = [*told, *outlines()], [*questions("questions.toml"), *bank()]
    asked, others = [*own, *banks], other()
    about, saying = Space(asking_features, QUESTION[1]), Space(story_features, STORY[1])
    by_question, by_story = questions_left_out(about, asked), stories_left_out(about, saying, banks, texts)
    mine = by_question[: len(own)], by_story[: len(told)]
    weights = mixed(*mine, told)
    shown("question and story, hands left out", weights[0] * mine[0] + weights[1] * mine[1], told)
    gate_shown(about, asked, others)
    question = fit_questions(about, asked)
    unseen_shown(about, question)
    head = {
        "ids": IDS,
        "both": weights,
        "question_alone": mixed(by_question, np.zeros_like(by_question), asked)[0],
        "story_alone": mixed(np.zeros_like(by_story), by_story, texts)[1],
    }
    story = fit_stories(saying, texts, heard(about, question, texts))
    return packed(head, about, saying, question, story, fit_gate(about, asked, others))


def packed(
    head: dict[str, object], about: Space, saying: Space, question: Fitted, story: Fitted, gate: Fitted
) -> bytes:
    cut = saying.vectors.shape[1]
    head |= {
        "question_bias": [round(float(value), 4) for value in question.bias],
        "story_bias": [round(float(value), 4) for value in story.bias],
        "gate_bias": round(float(gate.bias[1] - gate.bias[0]), 4),
        "readings": [[round(HEARD * float(value), 4) for value in row] for row in story.vectors[cut:]],
    }
    tables = [
        rows(question.names, question.words),
        rows(story.names, story.words),
        rows(list(about.vocabulary), about.vectors @ question.vectors),
        rows(list(saying.vocabulary), saying.vectors @ story.vectors[:cut]),
        rows(gate.names, gate.words[:, 1:] - gate.words[:, :1]),
    ]
    return pack(head, tables)


def questions_left_out(about: Space, asked: list[Item]) -> Matrix:
    """Log shares of every question by a model that never saw its hand or batch."""
    found = left_out(
        asked, lambda a, b: read(about, fit_questions(about, [asked[i] for i in a]), [asked[i] for i in b])
    )
    kinds = ["hand" if item.hand.startswith("hand") else f"batch {item.hand!r}" for item in asked]
    for kind in sorted(set(kinds), reverse=True):
        places = [place for place, one in enumerate(kinds) if one == kind]
        shown(f"question alone, {kind} left out", found[places], [asked[i] for i in places])
    return found


def stories_left_out(about: Space, saying: Space, banks: list[Item], texts: list[Item]) -> Matrix:
    """Log shares of every story by models that never saw its hand, nor the questions of any story."""
    listened = heard(about, fit_questions(about, banks), texts)
    found = left_out(
        texts,
        lambda a, b: read_stories(
            saying, fit_stories(saying, [texts[i] for i in a], listened[a]), [texts[i] for i in b], listened[b]
        ),
    )
    for name, wanted in (("hand", False), ("outlines", True)):
        places = [place for place, item in enumerate(texts) if (item.hand == "outlines") is wanted]
        shown(f"story alone, {name} left out", found[places], [texts[i] for i in places])
    return found


def unseen_shown(about: Space, question: Fitted) -> None:
    unseen = questions("questions-unseen.toml")
    for batch in sorted({item.hand for item in unseen}):
        mine = [item for item in unseen if item.hand == batch]
        shown(f"question alone, never trained on, {batch}", read(about, question, mine), mine)


def gate_shown(space: Space, asked: list[Item], others: list[Item]) -> None:
    """How often the gate errs on questions of batches, and on other texts, that it was not trained on."""
    missed = passed = 0
    for number, batch in enumerate(sorted({item.hand for item in asked})):
        kept, out = [o for o in others if o.hand != f"fold {number % FOLDS}"], [i for i in asked if i.hand == batch]
        gate = fit_gate(space, [item for item in asked if item.hand != batch], kept)
        missed += int((read(space, gate, out)[:, 0] > np.log(0.5)).sum())
        if number < FOLDS:
            mine = [o for o in others if o.hand == f"fold {number}"]
            passed += int((read(space, gate, mine)[:, 1] >= np.log(0.5)).sum())
    print(f"gate: {missed} of {len(asked)} questions kept out, {passed} of {len(others)} others let in", flush=True)


if __name__ == "__main__":
    sys.exit(ship(OUT, shipped, about=__doc__))
