"""Make the meanings by which stories and questions are compared: ``python tools/train_meanings.py``.

A vector for each word, from the table of word vectors, and how telling each stem is, from the stories of the corpus.
``--check`` makes them again and compares with the shipped bytes.
"""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections import Counter
from pathlib import Path

import numpy as np
from shipping import ship

from starproof.questions import load_questions
from starproof.scoring import joined
from starproof.understand.tables import Rows, pack
from starproof.understand.topics import GRAMMAR, stem, words

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "starproof" / "understand" / "weights" / "meanings.bin"
VECTORS = ROOT / "tools" / "labelling" / "data" / "wordvectors.npz"
STEP = 0.05


def stories() -> list[str]:
    files = [ROOT / "corpus" / "train.jsonl", *sorted((ROOT / "corpus" / "extra").glob("*.jsonl"))]
    told = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [f"{s.get('title') or ''} {s.get('question') or ''} {joined(s)[0]}" for s in told]


def rarity(texts: list[str]) -> dict[str, float]:
    """Log of stories to stories with the stem."""
    counts = Counter(one for text in texts for one in {stem(word) for word in words(text) if word not in GRAMMAR})
    return {one: math.log((len(texts) + 1) / (count + 1)) for one, count in sorted(counts.items())}


def middle(texts: list[str], rare: dict[str, float], places: dict[str, int], vectors: np.ndarray) -> list[float]:
    """The mean direction of the stories."""
    total = np.zeros(vectors.shape[1])
    for text in texts:
        counts = Counter(word for word in words(text) if word not in GRAMMAR and word in places)
        one = np.zeros(vectors.shape[1])
        for word, count in sorted(counts.items()):
            one += (1 + math.log(count)) * rare.get(stem(word), 0.0) * vectors[places[word]]
        total += one / (np.linalg.norm(one) or 1.0)
    return [round(float(value), 4) for value in total / len(texts)]


def questions() -> list[str]:
    return [question.text for question in load_questions()]


def shipped() -> bytes:
    data = np.load(VECTORS)
    names = str(data["words"]).split("\n")
    vectors = data["vectors"].astype(np.int8)
    places = {name: place for place, name in enumerate(names)}
    texts = stories()
    rare = rarity(texts)
    unknown = 0.6 * math.log(len(texts) + 1)
    whole = array("b", [min(127, round(value / STEP)) for value in rare.values()])
    tables = [
        Rows(places, array("b", vectors.tobytes()), vectors.shape[1], 1 / 254),
        Rows({name: place for place, name in enumerate(rare)}, whole, 1, STEP),
    ]
    middles = [middle(listed, rare, places, vectors.astype(float)) for listed in (texts, questions())]
    head = {"middle": middles[0], "asked": middles[1], "unknown": round(unknown, 3)}
    return pack(head, tables)


if __name__ == "__main__":
    sys.exit(ship(OUT, shipped, about=__doc__))
