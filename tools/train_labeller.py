"""Train what reads a story's sentences: ``python tools/train_labeller.py`` writes the weights that the package ships.

There are three: the splitter of raw speech, and the labeller for punctuated text and for raw speech. Prints macro-F1
of the five sections on stories that the scoring model never saw: five folds by story, and each hand left out in turn;
spoken stories also as raw speech in one run, cut by a splitter that never saw their hand. ``--check`` trains again and
compares with the shipped bytes; ``--fast`` skips the measures.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from labelling.chain import Batch, Fitted, Rows, Settings, Space, fit, marginals, scale, scores
from labelling.gaps import Speech, fit_gaps, speech
from labelling.measures import Read, f1, per_label, summary
from labelling.stories import Told, load, part, recut, training_files

from starproof.core.text import Span
from starproof.parse import speech as splitter
from starproof.understand.crf import Chain
from starproof.understand.features import features, told
from starproof.understand.model import Weights, packed

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "starproof"
SEED = 20
SETTINGS = Settings(hold=10.0, hold_dense=1.2, rounds=80)
PROSE_PARTS, PROSE_CUT = 0.5, 0.1
"""In the labeller of prose, how much a part of a story alone counts, and raw speech."""
SPEECH_PROSE = 0.3
"""In the labeller of raw speech, how much a story as it stands counts beside its cut copy."""
HEATS = {"prose": 1.0, "speech": 1.0}
"""What scores are divided by, so that confidence is the share of right labels; fitted on hands left out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A story ready to learn from: as it stands, a part alone, and as raw speech cut by a splitter."""

    speech: Speech
    whole: Rows
    part: Rows
    cut: Rows
    pieces: Sequence[Span]

    @property
    def story(self) -> Told:
        return self.speech.story


def rows_of(story: Told) -> Rows:
    sentences = [told(line.text, opens=line.opens) for line in story.lines]
    return Rows(features(sentences), [s.words for s in sentences], [line.label for line in story.lines])


def sampled(stories: Sequence[Told]) -> list[Sample]:
    """Each story's copies; the raw ones are cut by a splitter that learned from the other hands alone."""
    speeches = [speech(story) for story in stories]
    tables = {hand: fit_gaps([s for s in speeches if s.story.hand != hand]) for hand in {s.hand for s in stories}}
    out = []
    for one in speeches:
        chance = random.Random(SEED + zlib.crc32(one.story.id.encode()))
        pieces = one.pieces(tables[one.story.hand])
        cut = rows_of(recut(one.story, pieces, one.text, one.spans))
        out.append(Sample(one, rows_of(one.story), rows_of(part(one.story, chance)), cut, pieces))
    return out


def space(samples: Sequence[Sample]) -> Space:
    """Word vectors, the commonest words of these stories damped."""
    data = np.load(Path(__file__).parent / "labelling" / "data" / "wordvectors.npz")
    words = str(data["words"]).split("\n")
    counts = Counter(word for sample in samples for row in sample.whole.words for word in row)
    total = sum(counts.values())
    damp = np.array([1e-3 / (1e-3 + counts[word] / total) for word in words])
    return Space(words, data["vectors"] / 254.0 * damp[:, None])


def lessons(sample: Sample, kind: str) -> list[Rows]:
    """What one story teaches the labeller of this kind."""
    if kind == "prose":
        return [sample.whole, replace(sample.part, weight=PROSE_PARTS), replace(sample.cut, weight=PROSE_CUT)]
    return [replace(sample.whole, weight=SPEECH_PROSE), sample.cut]


def learned(samples: Sequence[Sample], kind: str) -> tuple[Fitted, Space]:
    vectors = space(samples)
    return fit([row for sample in samples for row in lessons(sample, kind)], vectors, SETTINGS), vectors


def read_with(model: Fitted, vectors: Space, stories: Sequence[Told], rows: Sequence[Rows], heat: float) -> list[Read]:
    if not stories:
        return []
    batch = Batch(rows, model.vocabulary, vectors)
    cooled = replace(model, start=model.start / heat, end=model.end / heat, moves=model.moves / heat)
    shares = batch.apart(marginals(batch, scores(batch, model) / heat, cooled))
    return [Read(story, share) for story, share in zip(stories, shares, strict=True)]


def read_raw(model: Fitted, vectors: Space, samples: Sequence[Sample], heat: float) -> list[Read]:
    """Raw speech, read piece by piece; each gold sentence takes the label of its larger part."""
    reads = read_with(model, vectors, [s.story for s in samples], [s.cut for s in samples], heat)
    return [_mapped(sample, read) for sample, read in zip(samples, reads, strict=True)]


def _mapped(sample: Sample, read: Read) -> Read:
    shares = np.zeros((len(sample.speech.spans), read.shares.shape[1]))
    for row, (start, end, _) in enumerate(sample.speech.spans):
        for piece, share in zip(sample.pieces, read.shares, strict=True):
            shares[row, share.argmax()] += max(0, min(end, piece.end) - max(start, piece.start))
    lines = [line for line in sample.story.lines if any(map(str.isalnum, line.text))]
    return Read(replace(sample.story, lines=tuple(lines)), shares)


def crossed(
    samples: Sequence[Sample], group: Callable[[int, Sample], Hashable], heats: Mapping[str, float]
) -> tuple[list[Read], list[Read]]:
    """Each group's stories read by models of the others: as they stand, and as raw speech where they are spoken."""
    groups = [group(place, sample) for place, sample in enumerate(samples)]
    plain, spoken = [], []
    for held in sorted(set(groups), key=str):
        others = [s for s, g in zip(samples, groups, strict=True) if g != held]
        unseen = [s for s, g in zip(samples, groups, strict=True) if g == held]
        prose = learned(others, "prose")
        plain += read_with(*prose, [s.story for s in unseen], [s.whole for s in unseen], heats["prose"])
        talked = [s for s in unseen if s.story.register == "spoken"]
        spoken += read_raw(*learned(others, "speech"), talked, heats["speech"]) if talked else []
    return plain, spoken


def compact(model: Fitted, vectors: Space, heat: float) -> Weights:
    """The trained chain as integer rows; a row that rounds to next to nothing is left out."""
    sizes = np.array([scale(name) for name in model.vocabulary])[:, None]
    known, said = model.features * sizes / heat, vectors.table @ model.dense / heat
    step, word_step = float(np.abs(known).max() / 127), float(np.abs(said).max() / 127)
    return Weights(
        _rounded(list(model.vocabulary), known / step),
        _rounded(list(vectors.places), said / word_step),
        step,
        word_step,
        Chain(*((ends / heat).round(6).tolist() for ends in (model.start, model.end, model.moves))),
    )


def _rounded(names: Sequence[str], table: np.ndarray) -> dict[str, tuple[int, ...]]:  # type: ignore[type-arg]
    rows = np.rint(table).astype(int).tolist()
    return {name: tuple(row) for name, row in zip(names, rows, strict=True) if max(map(abs, row)) > 1}


def measure(samples: Sequence[Sample]) -> None:
    order = np.random.default_rng(SEED).permutation(len(samples))
    folds = {int(place): number % 5 for number, place in enumerate(order)}
    groupings: dict[str, Callable[[int, Sample], Hashable]] = {
        "five folds": lambda place, _: folds[place],
        "hands left out": lambda _, sample: sample.story.hand,
    }
    for name, group in groupings.items():
        plain, spoken = crossed(samples, group, HEATS)
        print(f"{name}:", summary(plain))
        print("  by label:", " ".join(f"{label} {value:.3f}" for label, value in per_label(plain).items()))
        print(f"  raw speech: {f1(spoken):.3f}", flush=True)


def trained(samples: Sequence[Sample]) -> dict[Path, bytes]:
    """The three weight files."""
    gaps = fit_gaps([sample.speech for sample in samples])
    labellers = {
        SOURCE / "understand" / "weights" / f"{kind}.bin": packed(compact(*learned(samples, kind), HEATS[kind]))
        for kind in HEATS
    }
    return {SOURCE / "parse" / "speech.bin": splitter.packed(gaps), **labellers}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="train again and compare with the shipped weights")
    parser.add_argument("--fast", action="store_true", help="skip the measures")
    options = parser.parse_args()
    samples = sampled(load(*training_files()))
    print(f"{len(samples)} stories, {sum(len(s.whole.labels) for s in samples)} sentences", flush=True)
    if not (options.fast or options.check):
        measure(samples)
    files = trained(samples)
    if options.check:
        other = [path.name for path, data in files.items() if path.read_bytes() != data]
        print(f"another training's: {', '.join(other)}" if other else "all shipped weights are reproduced")
        return 1 if other else 0
    for path, data in files.items():
        path.write_bytes(data)
        print(f"{path.relative_to(ROOT)}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
