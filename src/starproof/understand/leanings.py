"""Leanings: what a learned reader makes of the whole story, one calibrated share for each red flag.

The reader first scores every sentence for a dozen kinds of evidence, then weighs those scores with the facts.
``tools/train_leanings.py`` trains it; how well it does stands in ``docs/model-card-flags.md``.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

from starproof.core.document import Document, LabelledSentence
from starproof.core.facts import Facts, Leaning
from starproof.core.keeping import kept
from starproof.understand.leaning_sentences import KINDS, SentenceReader, marks_by_sentence, own_odds
from starproof.understand.leaning_story import story_features
from starproof.understand.leaning_words import sentence_features

SPEAKS: Mapping[str, str] = {
    "blame": "B", "micromanagement": "M", "ic-work": "X", "jargon": "J", "vague-metrics": "V",
    "perfect-story": "N", "no-hard-decision": "N", "linear-story": "Q", "single-team": "S",
}  # fmt: skip
"""By red flag, the kind of sentence that speaks for it; the other flags rest on an absence."""
_AGAINST: Mapping[str, str] = {"no-hard-decision": "H"}
"""By red flag, the kind of sentence that speaks against it."""
_PRESENT = frozenset("BMXJV")
"""Kinds that a raised flag must quote, so that the likeliest sentence always stands here."""
_MOST = 3
_ODDS = -1.4
"""Log odds (about one in five) that a sentence needs to be quoted."""
_PLAIN = -0.5
"""The same (about three in eight) for one that speaks against a flag, and so counts as something told."""


@dataclass(frozen=True, slots=True)
class FlagReader:
    """A linear reader of one flag over the story's numbers."""

    names: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float

    def share(self, numbers: Mapping[str, float]) -> float:
        """Calibrated probability that the flag is due."""
        odds = self.bias + sum(map(mul, map(numbers.__getitem__, self.names), self.weights))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@dataclass(frozen=True, slots=True)
class Reader:
    """Both layers of the reader."""

    sentences: SentenceReader
    flags: Mapping[str, FlagReader]


def lean(document: Document, labels: Sequence[LabelledSentence], facts: Facts) -> Mapping[str, Leaning]:
    """What the learned reader makes of the whole story, by red flag; nothing where there is no sentence.

    Args:
        document: the parsed story.
        labels: one for each of its sentences, with its confidence: a label in doubt moves little.
        facts: what the story states.
    """
    if not document.sentences:
        return {}
    reader = load_reader()
    marks = marks_by_sentence(document, facts)
    scores = [
        _odds(document.quote(sentence.span), marked) for sentence, marked in zip(document.sentences, marks, strict=True)
    ]
    numbers = story_features(document, labels, facts, scores)
    return {
        flag: Leaning(round(one.share(numbers), 6), speaking(flag, scores), opposing(flag, scores))
        for flag, one in reader.flags.items()
    }


@kept
def _odds(text: str, marks: tuple[str, ...]) -> tuple[float, ...]:
    """What the shipped reader makes of a sentence: log odds of each column."""
    reader = load_reader().sentences
    return own_odds(text, reader.odds(_words(text), reader.longs.total(marks)))


@kept
def _words(text: str) -> int:
    """What the shipped reader makes of a sentence's words alone: their rows added up."""
    return load_reader().sentences.longs.total(sentence_features(text))


def speaking(flag: str, scores: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Numbers of the sentences that speak for a flag, strongest first; none where it rests on an absence."""
    kind = SPEAKS.get(flag)
    if kind is None:
        return ()
    least = 1 if kind in _PRESENT else 0
    return tuple([n for nth, (n, odds) in enumerate(_strongest(kind, scores)) if nth < least or odds > _ODDS])


def opposing(flag: str, scores: Sequence[Sequence[float]]) -> tuple[int, ...]:
    """Numbers of the sentences that plainly speak against a flag, strongest first."""
    kind = _AGAINST.get(flag)
    return () if kind is None else tuple([n for n, odds in _strongest(kind, scores) if odds > _PLAIN])


def _strongest(kind: str, scores: Sequence[Sequence[float]]) -> list[tuple[int, float]]:
    """The few sentences that show a kind most, with their log odds; of equals the first one comes first."""
    place = tuple(KINDS).index(kind)
    odds = [row[place] for row in scores]
    ranked = sorted(range(len(odds)), key=odds.__getitem__, reverse=True)
    return [(number, odds[number]) for number in ranked[:_MOST]]


@cache
def load_reader() -> Reader:
    """The packaged reader, loaded at first use."""
    packed = (files("starproof.understand") / "weights" / "leanings.bin").read_bytes()
    return unpack(packed)


def unpack(packed: bytes) -> Reader:
    """Read the bytes that ``tools/train_leanings.py`` writes: JSON, a zero byte, 16-bit weights, all compressed."""
    head, _, body = zlib.decompress(packed).partition(b"\0")
    told = json.loads(head)
    weights = array("h")
    weights.frombytes(body)
    if sys.byteorder == "big":
        weights.byteswap()
    rows = dict(zip(told["features"], range(len(told["features"])), strict=True))
    sentences = SentenceReader(rows, weights, told["scale"], tuple(told["bias"]))
    flags = {
        flag: FlagReader(tuple(known["names"]), tuple(known["weights"]), known["bias"])
        for flag, known in told["flags"].items()
    }
    return Reader(sentences, flags)
