"""Train the reader of red flags and write ``src/starproof/understand/weights/leanings.bin``.

Reads ``corpus/train.jsonl`` and ``corpus/extra/*.jsonl`` with the marks in ``corpus/evidence``, never
``corpus/dev.jsonl``. ``--check`` trains, writes nothing and fails unless the shipped bytes come out again, or differ
by no more than another machine's rounding. ``measure_leanings.py`` says how well it reads people whom it never saw.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from leaning_examples import Example, single_mark, single_sentences, stories
from scipy import sparse
from scipy.optimize import minimize
from shipping import ship

from starproof.core.results import FLAGS
from starproof.understand.leaning_sentences import KINDS, SIGNAL, SIGNAL_WEIGHT, WHOLE, own_odds, word_value
from starproof.understand.leaning_story import relevant, story_features
from starproof.understand.leaning_words import fold
from starproof.understand.leanings import Reader, unpack

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "starproof" / "understand" / "weights" / "leanings.bin"
VECTORS = ROOT / "tools" / "labelling" / "data" / "wordvectors.npz"
SENTENCE_PENALTY, STORY_PENALTY = 1.0, 15.0
FINE_PENALTY, FINE = 0.2, frozenset("BM")
"""Blame and control differ from fair accounts by a word or two, so these kinds are learned more closely."""
WHOLE_PENALTY = 0.2
NEARNESS = 0.7
"""How much words of one meaning share what is learned of each of them."""
TO_THE_LETTER = "V"
"""The kind that rests on the words themselves: a number may have the meaning of "huge", and is not empty."""
SOMEWHERE = {"F": "no-follow-up", "P": "perfect-story"}
"""Kinds that some sentence shows in each story without the flag."""
GUESSED, LEAST = 0.7, 1e-6
"""What a guessed mark counts beside a given one, and the least chance that a story shows the kind at all."""
SEEN_IN = 3
"""A feature is kept when this many stories or single sentences hold it."""
TOLERANCE, FLAG_TOLERANCE = 3, 0.01
"""How much another machine's rounding may move a whole weight of a sentence, and a number of a flag's reader."""


@dataclass(frozen=True, slots=True)
class SentenceLayer:
    rows: dict[str, int]
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, example: Example) -> np.ndarray:
        odds = matrix(example.names, self.rows) @ self.weights + self.bias
        texts = (example.document.quote(sentence.span) for sentence in example.document.sentences)
        return np.array([own_odds(text, row.tolist()) for text, row in zip(texts, odds, strict=True)])


@dataclass(frozen=True, slots=True)
class FlagLayer:
    names: tuple[str, ...]
    weights: np.ndarray
    bias: float

    def share(self, numbers: Mapping[str, float]) -> float:
        odds = self.bias + float(np.dot(self.weights, [numbers[name] for name in self.names]))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def matrix(sentences: Sequence[Sequence[str]], rows: Mapping[str, int]) -> sparse.csr_matrix:
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for names in sentences:
        words = [rows[name] for name in names if name in rows and not name.startswith(SIGNAL)]
        signals = [rows[name] for name in names if name in rows and name.startswith(SIGNAL)]
        columns += words + signals
        values += [word_value(len(words))] * len(words) + [SIGNAL_WEIGHT] * len(signals)
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(sentences), len(rows)))


Fitted = tuple[np.ndarray, float]
"""Weights and bias of a logistic regression."""


def logistic(x: Any, y: np.ndarray, penalty: float, *, counts: Any = 1.0, start: Fitted | None = None) -> Fitted:
    """Fit a logistic regression with an L2 penalty on the weights; ``counts`` is what each row counts."""

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        odds = x @ point[:-1] + point[-1]
        error = counts * (expit(odds) - y)
        value = np.sum(counts * (np.logaddexp(0, odds) - y * odds)) + penalty / 2 * np.sum(point[:-1] ** 2)
        return value, np.append(np.asarray(x.T @ error).ravel() + penalty * point[:-1], error.sum())

    begin = np.zeros(x.shape[1] + 1) if start is None else np.append(*start)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return found.x[:-1], float(found.x[-1])


def expit(odds: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -40, 40))))


def fit_sentences(examples: Sequence[Example], singles: Sequence[tuple[tuple[str, ...], str]]) -> SentenceLayer:
    """Fit every kind on each sentence twice, once without its signals: the lexicon was written beside these very
    stories, and a reader that leaned on it alone would do worse on other people's."""
    counts = Counter(name for e in examples for name in {name for names in e.names for name in names})
    counts.update(name for names, _ in singles for name in names)
    rows = {name: n for n, name in enumerate(sorted(name for name, seen in counts.items() if seen >= SEEN_IN))}
    sentences = [names for e in examples for names in e.names] + [names for names, _ in singles]
    bare = [[name for name in names if not name.startswith(SIGNAL)] for names in sentences]
    x, weights, bias = sparse.vstack([matrix(sentences, rows), matrix(bare, rows)]).tocsr(), [], []
    near = meanings(rows)
    wide = sparse.hstack([x, x @ near]).tocsr()
    for kind in KINDS:
        marks = [mark for e in examples for mark in e.marks[kind]] + [single_mark(kind, kinds) for _, kinds in singles]
        plain = kind == TO_THE_LETTER
        found = fit_kind(kind, x if plain else wide, np.array(marks), somewhere(kind, examples))
        own, shared = found[0][: len(rows)], found[0][len(rows) :]
        weights.append(own if plain else own + near @ shared)
        bias.append(found[1])
    whole = fit_whole(examples, x[: sum(len(e.names) for e in examples)])
    return SentenceLayer(rows, np.array([*weights, *whole]).T, np.array([*bias, *[0.0] * len(WHOLE)]))


def fit_kind(kind: str, x: sparse.csr_matrix, marks: np.ndarray, shown: Sequence[slice]) -> Fitted:
    """Fit one kind to the marks (NaN: not known), then anew with the stories in which some sentence has ``shown`` it.

    Which one is guessed by the first fit: each sentence learns the share that it has in the chance that any does.
    """
    penalty, told = FINE_PENALTY if kind in FINE else SENTENCE_PENALTY, np.tile(~np.isnan(marks), 2)
    found = logistic(x[told], np.tile(marks, 2)[told], penalty)
    if not shown:
        return found
    guessed, counts = marks.copy(), np.ones(len(marks))
    shares = expit(x[: len(marks)] @ found[0] + found[1])
    for story in shown:
        guessed[story] = np.minimum(1, shares[story] / max(1 - np.prod(1 - shares[story]), LEAST))
        counts[story] = GUESSED
    told = np.tile(~np.isnan(guessed), 2)
    return logistic(x[told], np.tile(guessed, 2)[told], penalty, counts=np.tile(counts, 2)[told], start=found)


def somewhere(kind: str, examples: Sequence[Example]) -> list[slice]:
    """The sentences of each story in which some sentence shows the kind, and nobody marked which one."""
    if kind not in SOMEWHERE:
        return []
    ends = np.cumsum([len(e.names) for e in examples]).tolist()
    return [
        slice(end - len(e.names), end)
        for e, end in zip(examples, ends, strict=True)
        if SOMEWHERE[kind] not in e.flags and np.isnan(e.marks[kind]).all()
    ]


def meanings(rows: Mapping[str, int]) -> sparse.csr_matrix:
    """The vector of each row that is a single word, the mean of its forms; nothing for all other rows."""
    data = np.load(VECTORS)
    places: dict[int, list[int]] = {}
    for place, word in enumerate(str(data["words"]).split("\n")):
        row = rows.get(fold(word))
        if row is not None:
            places.setdefault(row, []).append(place)
    vectors = data["vectors"] * (NEARNESS / 254.0)
    table = np.zeros((len(rows), vectors.shape[1]))
    for row, forms in places.items():
        table[row] = vectors[forms].mean(0)
    return sparse.csr_matrix(table)


def fit_whole(examples: Sequence[Example], sentences: sparse.csr_matrix) -> list[np.ndarray]:
    """For each flag of ``WHOLE``, what a sentence's features give to it, learned from whole stories alone.

    The bias is left out, since the reader of the flag has its own.
    """
    lengths = np.array([len(e.names) for e in examples])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    together = sparse.csr_matrix(
        (np.repeat(1 / np.sqrt(lengths), lengths), np.arange(starts[-1]), starts), shape=(len(examples), starts[-1])
    )
    stories = (together @ sentences).tocsr()
    return [logistic(stories, np.array([float(flag in e.flags) for e in examples]), WHOLE_PENALTY)[0] for flag in WHOLE]


def fit_flags(examples: Sequence[Example], scores: Mapping[str, np.ndarray]) -> dict[str, FlagLayer]:
    table = [story_features(e.document, e.labels, e.facts, scores[e.id].tolist()) for e in examples]
    return {flag: fit_flag(flag, table, np.array([float(flag in e.flags) for e in examples])) for flag in FLAGS}


def fit_flag(flag: str, table: Sequence[Mapping[str, float]], y: np.ndarray) -> FlagLayer:
    names = tuple(name for name in sorted(table[0]) if relevant(flag, name))
    x = np.array([[numbers[name] for name in names] for numbers in table])
    mean, spread = x.mean(0), np.maximum(x.std(0), 1e-3)
    weights, bias = logistic((x - mean) / spread, y, STORY_PENALTY)
    return FlagLayer(names, weights / spread, bias - float(np.dot(weights, mean / spread)))


Group = Callable[[Example], str]


def cross_scores(examples: Sequence[Example], singles: Any, group: Group) -> dict[str, np.ndarray]:
    """Each story's sentence scores by a layer that saw no story of its group."""
    scores = {}
    for held in sorted({group(e) for e in examples}):
        layer = fit_sentences([e for e in examples if group(e) != held], singles)
        scores.update({e.id: layer.scores(e) for e in examples if group(e) == held})
    return scores


def fit(examples: Sequence[Example], singles: Any, group: Group) -> tuple[SentenceLayer, dict[str, FlagLayer]]:
    return fit_sentences(examples, singles), fit_flags(examples, cross_scores(examples, singles, group))


def pack(layer: SentenceLayer, flags: Mapping[str, FlagLayer]) -> bytes:
    scale = round(float(np.abs(layer.weights).max()) / 32000, 9)
    whole = np.rint(layer.weights / scale).astype("<i2")
    head = {
        "scale": scale,
        "bias": [round(float(b), 4) for b in layer.bias],
        "features": sorted(layer.rows, key=layer.rows.__getitem__),
        "flags": {
            flag: {
                "names": known.names,
                "weights": [round(float(w), 5) for w in known.weights],
                "bias": round(known.bias, 5),
            }
            for flag, known in flags.items()
        },
    }
    told = json.dumps(head, separators=(",", ":"), ensure_ascii=False).encode()
    return zlib.compress(told + b"\0" + whole.tobytes(), 9)


def agree(mine: bytes, shipped: bytes) -> bool:
    """Whether two readers are one but for rounding: of sentences, and of each flag."""
    if mine == shipped:
        return True
    one, other = unpack(mine), unpack(shipped)
    names = [
        (list(of.sentences.rows), {flag: reader.names for flag, reader in of.flags.items()}) for of in (one, other)
    ]
    return (
        names[0] == names[1]
        and near(one.sentences.weights, other.sentences.weights, TOLERANCE)
        and near(of_flags(one), of_flags(other), FLAG_TOLERANCE)
    )


def names_of(reader: Reader) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    return list(reader.sentences.rows), {flag: one.names for flag, one in reader.flags.items()}


def of_flags(reader: Reader) -> list[float]:
    """What a reader adds for each kind of sentence, and all numbers of its flags' readers."""
    return [*reader.sentences.bias, *(n for flag in reader.flags.values() for n in (*flag.weights, flag.bias))]


def near(one: Sequence[float], other: Sequence[float], most: float) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def trained() -> bytes:
    examples, singles = list(stories()), single_sentences()
    print(f"{len(examples)} stories, {len(singles)} single sentences", file=sys.stderr)
    return pack(*fit(examples, singles, lambda e: e.hand))


if __name__ == "__main__":
    sys.exit(ship(WEIGHTS, trained, about=__doc__, alike=agree))
