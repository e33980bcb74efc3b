"""Train the sentence labeller: ``python tools/train_labeller.py`` writes the weights that the package ships.

Prints macro-F1 of the five sections on stories that the scoring model never saw: five folds by story, each hand left
out in turn, and spoken stories stripped to raw speech. ``--check`` trains again and compares with the shipped bytes;
``--fast`` skips the measures.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from labelling.chain import Batch, Fitted, Rows, Settings, Space, fit, marginals, scale, scores
from labelling.measures import Read, calibration_error, f1, per_label, summary
from labelling.stories import Told, copies, load, raw, recut, stripped, training_files

from starproof.core.document import Story
from starproof.core.text import Span
from starproof.parse.speech import turns
from starproof.understand.crf import Chain
from starproof.understand.features import features, told
from starproof.understand.model import Weights, packed

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "starproof" / "understand" / "weights" / "labeller.bin"
SEED = 20


@dataclass(frozen=True, slots=True)
class Sample:
    """A story ready to learn from: its own rows and those of its copies."""

    story: Told
    rows: Rows
    copies: tuple[Rows, ...]


def rows_of(story: Told, weight: float = 1.0) -> Rows:
    sentences = [told(line.text, opens=line.opens) for line in story.lines]
    return Rows(features(sentences), [s.words for s in sentences], [line.label for line in story.lines], weight)


def sampled(stories: Sequence[Told], weights: Sequence[float]) -> list[Sample]:
    out = []
    for story in stories:
        chance = random.Random(SEED + zlib.crc32(story.id.encode()))
        shapes = [(copy, w) for copy, w in zip(copies(story, chance), weights, strict=True) if w and copy.lines]
        out.append(Sample(story, rows_of(story), tuple(rows_of(copy, w) for copy, w in shapes)))
    return out


def space(samples: Sequence[Sample]) -> Space:
    """Word vectors, the commonest words of these stories damped."""
    data = np.load(Path(__file__).parent / "labelling" / "data" / "wordvectors.npz")
    words = str(data["words"]).split("\n")
    counts = Counter(word for sample in samples for row in sample.rows.words for word in row)
    total = sum(counts.values())
    damp = np.array([1e-3 / (1e-3 + counts[word] / total) for word in words])
    return Space(words, data["vectors"] / 254.0 * damp[:, None])


def learned(samples: Sequence[Sample], settings: Settings) -> tuple[Fitted, Space]:
    vectors = space(samples)
    rows = [row for sample in samples for row in (sample.rows, *sample.copies)]
    return fit(rows, vectors, settings), vectors


COPIES = (0.5, 0.0, 0.5, 0.0)
"""How much each kind of copy counts: raw speech by turns, raw speech cut anyhow, a part alone, parts shuffled."""
SETTINGS = Settings(hold=10.0, hold_dense=1.2, rounds=100)
HEAT = 1.0
"""What scores are divided by, so that confidence is the share of right labels."""


def crossed(
    samples: Sequence[Sample], group: Callable[[int, Sample], Hashable], settings: Settings, heat: float = 1.0
) -> tuple[list[Read], list[Read]]:
    """Each group's stories read by a model of the others: as they are, and as raw speech where they are spoken."""
    groups = [group(place, sample) for place, sample in enumerate(samples)]
    plain, speech = [], []
    for held in sorted(set(groups), key=str):
        model, vectors = learned([s for s, g in zip(samples, groups, strict=True) if g != held], settings)
        unseen = [s for s, g in zip(samples, groups, strict=True) if g == held]
        plain += read_with(model, vectors, [s.story for s in unseen], [s.rows for s in unseen], heat)
        speech += read_raw(model, vectors, [s.story for s in unseen if s.story.register == "spoken"])
    return plain, speech


def read_with(
    model: Fitted, vectors: Space, stories: Sequence[Told], rows: Sequence[Rows], heat: float = 1.0
) -> list[Read]:
    if not stories:
        return []
    batch = Batch(rows, model.vocabulary, vectors)
    cooled = replace(model, start=model.start / heat, end=model.end / heat, moves=model.moves / heat)
    shares = batch.apart(marginals(batch, scores(batch, model) / heat, cooled))
    return [Read(story, share) for story, share in zip(stories, shares, strict=True)]


def read_raw(model: Fitted, vectors: Space, stories: Sequence[Told]) -> list[Read]:
    """Read stories as raw speech in one run, cut by the parser; each gold sentence takes its larger part's label."""
    texts = [raw(story) for story in stories]
    pieces = [list(turns(text, Span(0, len(text)))) for text, _ in texts]
    cut = [recut(s, p, text, spans) for s, p, (text, spans) in zip(stories, pieces, texts, strict=True)]
    reads = read_with(model, vectors, cut, [rows_of(story) for story in cut])
    out = []
    for story, (_, spans), parts, read in zip(stories, texts, pieces, reads, strict=True):
        shares = np.zeros((len(spans), read.shares.shape[1]))
        for row, (start, end, _) in enumerate(spans):
            for part, best in zip(parts, read.shares.argmax(1), strict=True):
                shares[row, best] += max(0, min(end, part.end) - max(start, part.start))
        kept = replace(story, lines=tuple(line for line in story.lines if stripped(line.text)))
        out.append(Read(kept, shares))
    return out


def heat_for(reads: Sequence[Sequence[Read]], heats: Sequence[float]) -> float:
    """The heat whose reads lie closest to their confidence."""
    return heats[int(np.argmin([calibration_error(part) for part in reads]))]


def compact(model: Fitted, vectors: Space, heat: float) -> Weights:
    """The trained chain as integer rows; a row that rounds to nothing is left out."""
    sizes = np.array([scale(name) for name in model.vocabulary])[:, None]
    known = model.features * sizes / heat
    step, word_step = float(np.abs(known).max() / 127), float(np.abs(vectors.table @ model.dense).max() / heat / 127)
    rows = np.rint(known / step).astype(int).tolist()
    said = np.rint(vectors.table @ model.dense / heat / word_step).astype(int).tolist()
    ends = [(part / heat).round(6).tolist() for part in (model.start, model.end, model.moves)]
    return Weights(
        {name: tuple(row) for name, row in zip(model.vocabulary, rows, strict=True) if any(row)},
        {word: tuple(row) for word, row in zip(vectors.places, said, strict=True) if any(row)},
        step,
        word_step,
        Chain(*ends),
    )


def measure(samples: Sequence[Sample]) -> None:
    chance = np.random.default_rng(SEED).permutation(len(samples))
    folds = {int(place): number % 5 for number, place in enumerate(chance)}
    plain, speech = crossed(samples, lambda place, _: folds[place], SETTINGS, HEAT)
    print("five folds:", summary(plain))
    print("  raw speech:", f"{f1(speech):.3f}")
    plain, speech = crossed(samples, lambda _, sample: sample.story.hand, SETTINGS, HEAT)
    print("hands left out:", summary(plain))
    print("  by label:", " ".join(f"{name} {value:.3f}" for name, value in per_label(plain).items()))
    print("  raw speech:", f"{f1(speech):.3f}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="train again and compare with the shipped weights")
    parser.add_argument("--fast", action="store_true", help="skip the measures")
    options = parser.parse_args()
    samples = sampled(load(*training_files()), COPIES)
    print(f"{len(samples)} stories, {sum(len(s.rows.labels) for s in samples)} sentences", flush=True)
    if not (options.fast or options.check):
        measure(samples)
    data = packed(compact(*learned(samples, SETTINGS), HEAT))
    if options.check:
        same = data == OUT.read_bytes()
        print("the shipped weights are", "reproduced" if same else "another training's; run it without --check")
        return 0 if same else 1
    OUT.write_bytes(data)
    print(f"{OUT.relative_to(ROOT)}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
