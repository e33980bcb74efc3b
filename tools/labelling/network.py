"""The small network over words in arrays: what it reads, what its weights make of that, and the two together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from labelling.chain import Array, Rows
from starproof.understand.filters import END, NOTHING, START
from starproof.understand.gist import PART, SIDES
from starproof.understand.rereading import LEAST

Single = np.ndarray[Any, np.dtype[np.float32]]
Whole = np.ndarray[Any, np.dtype[np.int64]]
Weights = dict[str, Single]

THREE, TWO, ONE = 32, 32, 24
"""Filters over so many words."""
FILTERS = THREE + TWO + ONE
INNER = 32
SIZE = 3.0
"""How much longer the vectors of words are than in their table."""
WORDS_LOST, FILTERS_LOST, INNER_LOST, SIDES_LOST = 0.15, 0.3, 0.3, 0.25
"""How often each is left out in training, so that no reading hangs on one of them."""
SEED = 0
PLACES = (*(f"pos:{part}" for part in range(6)), *(f"pos:from {end} {n}" for end in ("start", "end") for n in range(3)))
_UNKNOWN = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and their vectors; the first three rows are those of what is no word."""

    places: Mapping[str, int]
    vectors: Single

    @classmethod
    def of(cls, words: Iterable[str], named: Sequence[str], vectors: Array) -> Lexicon:
        """These words, with their vectors where they are among the named ones."""
        chance, table = np.random.default_rng(SEED), {word: place for place, word in enumerate(named)}
        known = sorted({*words} - {START, END, NOTHING})
        rows = np.zeros((len(known) + 3, vectors.shape[1]), np.float32)
        rows[1:3] = chance.normal(0, 0.3, (2, vectors.shape[1]))
        for place, word in enumerate(known, 3):
            if word in table:
                rows[place] = SIZE * vectors[table[word]]
        return cls({name: place for place, name in enumerate((NOTHING, START, END, *known))}, rows)


@dataclass(frozen=True, slots=True)
class Text:
    """A story's words by number, sentence after sentence, with the sentences' lengths, labels and places."""

    words: Whole
    lengths: Whole
    labels: Whole
    places: Single
    weight: float


def text(rows: Rows, lexicon: Lexicon) -> Text:
    """A story as the network reads it."""
    known, words, lengths = lexicon.places, [], []
    for sentence in rows.words:
        row = [1, *(known.get(word, 0) for word in sentence), 2, 0, 0]
        words += row
        lengths.append(len(row))
    places = [[name in names for name in PLACES] for names in map(frozenset, rows.names)]
    stands = np.array(places, np.float32).reshape(-1, len(PLACES))
    return Text(np.array(words, int), np.array(lengths, int), np.array(rows.labels, int), stands, rows.weight)


@dataclass(frozen=True, slots=True)
class Side:
    """For each sentence its neighbour's number, and whether it has one in its story."""

    there: Whole
    has: np.ndarray[Any, np.dtype[np.bool_]]


class Together:
    """Some texts side by side."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.words = np.concatenate([one.words for one in texts])
        self.lengths = np.concatenate([one.lengths for one in texts])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.places = np.concatenate([one.places for one in texts])
        self.gold = np.concatenate([one.labels for one in texts])
        sizes = [len(one.labels) for one in texts]
        self.ends = np.cumsum(sizes)[:-1]
        self.weight = np.repeat(np.array([one.weight for one in texts], np.float32), sizes)[:, None]
        self.story = np.repeat(np.arange(len(texts)), sizes)
        stops = self.starts + self.lengths
        self.after = np.concatenate([stops - 1, stops - 2])
        """Where nothing stands any more."""

    def sides(self) -> list[Side]:
        """The neighbours, in the order of ``SIDES``."""
        numbers = np.arange(len(self.gold))
        out = []
        for step in SIDES[1:]:
            there = np.clip(numbers + step, 0, len(numbers) - 1)
            out.append(Side(there, (there == numbers + step) & (self.story[there] == self.story)))
        return out


@dataclass(frozen=True, slots=True)
class Pass:
    """What the weights make of some texts; ``kept`` says what of the filters and of the inner layer is not left out."""

    words: Whole
    vectors: Single
    found: Single
    top: Single
    seen: Single
    inner: Single
    shares: Single
    sides: Sequence[Side]
    kept: tuple[Single, Single]


def _found(weights: Weights, vectors: Single, after: Whole) -> Single:
    """What each filter finds at each word."""
    found = vectors @ weights["first"]
    found[:-1, : THREE + TWO] += (vectors @ weights["second"])[1:]
    found[:-2, :THREE] += (vectors @ weights["third"])[2:]
    found[after] = _UNKNOWN
    return found


def _left(chance: np.random.Generator, rows: int, wide: int, lost: float) -> Single:
    """What is not left out, weighed so that all of it counts as much as before."""
    return np.asarray((chance.random((rows, wide)) >= lost).astype(np.float32) / (1 - lost), np.float32)


def passed(weights: Weights, texts: Together, chance: np.random.Generator | None = None) -> Pass:
    """Read the texts; with chance some things are left out, as in training."""
    words, sides = texts.words, texts.sides()
    kept: tuple[Single, Single] = (np.ones(1, np.float32), np.ones(1, np.float32))
    if chance:
        words = np.where((chance.random(len(words)) < WORDS_LOST) & (words > 2), 0, words)
        sides = [Side(one.there, one.has & (chance.random(len(one.has)) >= SIDES_LOST)) for one in sides]
        kept = (
            _left(chance, len(texts.gold), FILTERS, FILTERS_LOST),
            _left(chance, len(texts.gold), INNER, INNER_LOST),
        )
    vectors = weights["words"][words]
    found = _found(weights, vectors, texts.after)
    top = np.maximum.reduceat(found, texts.starts, axis=0)
    own = np.maximum(top + weights["floor"], 0) * kept[0]
    seen = np.concatenate([own, *(own[one.there] * one.has[:, None] for one in sides)], 1)
    inner = np.tanh(seen @ weights["inward"] + texts.places @ weights["places"] + weights["inner"])
    scores = (inner * kept[1]) @ weights["out"] + weights["outer"]
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares = powers / powers.sum(1, keepdims=True)
    return Pass(words, vectors, found, top, seen, inner, shares, sides, kept)


@dataclass(frozen=True, slots=True)
class Trained:
    """Trained weights and the words that they know."""

    weights: Weights
    lexicon: Lexicon

    def logs(self, stories: Sequence[Rows]) -> list[Array]:
        """The logarithms of the labels' shares, story by story."""
        texts = Together([text(story, self.lexicon) for story in stories])
        shares = passed(self.weights, texts).shares.astype(float)
        return np.split(np.log(np.maximum(shares, LEAST)), texts.ends)

    def with_all(self, named: Sequence[str], vectors: Array) -> Trained:
        """The same with all other named words, as they stand in the table."""
        more = [place for place, word in enumerate(named) if word not in self.lexicon.places and word.strip()]
        rows = np.concatenate([self.weights["words"], SIZE * vectors[more]]).astype(np.float32)
        names = (*self.lexicon.places, *(named[place] for place in more))
        return Trained({**self.weights, "words": rows}, Lexicon({name: n for n, name in enumerate(names)}, rows))


def mixed(shares: Array, logs: Array) -> Array:
    """A chain's shares with those of the network, each row summing to 1."""
    both = np.exp((1 - PART) * np.log(np.maximum(shares, LEAST)) + PART * logs)
    return np.asarray(both / both.sum(1, keepdims=True))
