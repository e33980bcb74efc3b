"""Train what reads a story's sentences: ``python tools/train_labeller.py`` writes the weights that the package ships.

There are four: the splitter of raw speech, the network over words, and the labeller for punctuated text and for raw
speech. A labeller is a chain and a second reading over it and the network, which learns from stories as chains and
networks read them that never saw their hands. Prints
macro-F1 of the five sections with hands left out, a group at a time; spoken stories also as raw speech in one run, cut
by a splitter that never saw their hand. How hands left out are read is kept for ``train_leanings.py``. ``--check``
trains again and compares all of that with the bytes that are there; ``--fast`` skips the measures and hands left out.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # one order of sums, so one result

import numpy as np
from labelling.chain import Array, Batch, Fitted, Rows, Settings, Space, fit, marginals, scores
from labelling.compacting import compact_network, compact_reader
from labelling.gaps import Speech, fit_gaps, speech
from labelling.measures import Read, calibration_error, f1, per_label, sharpened, summary, worst_calibration
from labelling.network import Lexicon, Trained, mixed, text
from labelling.second import Look, fit_rereader, look, reread
from labelling.stories import (
    Told,
    as_heard,
    formed,
    load,
    merged,
    noted,
    part,
    recut,
    training_files,
    windows,
)
from labelling.teaching import fit_network
from leaning_labels import HELD_OUT, kept_held_out

from starproof.core.text import Span
from starproof.parse import speech as splitter
from starproof.understand import gist
from starproof.understand.features import features, told
from starproof.understand.model import packed
from starproof.understand.rereading import SURE, Rereader

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "starproof"
SEED = 20
SETTINGS = Settings(hold=10.0, hold_dense=1.2, rounds=50)
PROSE_PARTS = 0.5
"""In the labeller of prose, how much each other copy of a story counts beside the whole: parts, notes, a breath."""
SPEECH_PROSE = 0.3
"""In the labeller of raw speech, how much a story as it stands counts beside its cut copy."""
SPEECH_CUTS, CUTS_COUNT = (1.0, 4.0), 0.6
"""How ready the splitter is for the other cut copies, one of long pieces and one of short ones, and what they count."""
GROUPS = 4
"""Hands are left out in so many groups; what reads a story for the second reading learned from the other groups."""
POWERS = (0.95, 0.9, 0.85, 0.8, 0.78, 0.76, 0.74, 0.72, 0.7, 0.65)
"""Powers of the shares that are compared for their calibration."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A story ready to learn from: as it stands, parts alone, in other shapes, and as raw speech cut by a splitter."""

    speech: Speech
    whole: Rows
    parts: Sequence[Rows]
    told_parts: Sequence[Told]
    """A run of its sentences, and a few of each section as in a form."""
    shapes: Sequence[Rows]
    cut: Rows
    cut_otherwise: Sequence[Rows]
    spoken: Told
    pieces: Sequence[Span]

    @property
    def story(self) -> Told:
        return self.speech.story


def rows_of(story: Told) -> Rows:
    sentences = [told(line.text, opens=line.opens) for line in story.lines]
    names = features(sentences, before=story.before, after=story.after)
    return Rows(names, [s.words for s in sentences], [line.label for line in story.lines])


def grouped(stories: Iterable[Told]) -> dict[str, int]:
    """The group of each hand; a further hand, x10 after x9, leaves the others where they are."""
    hands = sorted({story.hand for story in stories}, key=lambda hand: (len(hand), hand))
    return {hand: place % GROUPS for place, hand in enumerate(hands)}


def sampled(stories: Sequence[Told]) -> list[Sample]:
    """Each story's copies; the raw ones are cut by a splitter that learned from other hands alone."""
    speeches, groups = [speech(story) for story in stories], grouped(stories)
    tables = {
        group: fit_gaps([s for s in speeches if groups[s.story.hand] != group]) for group in sorted({*groups.values()})
    }
    out = []
    for one in speeches:
        chance = random.Random(SEED + zlib.crc32(one.story.id.encode()))
        gaps, run = tables[groups[one.story.hand]], part(one.story, chance)
        pieces = one.pieces(gaps)
        spoken = recut(one.story, pieces, one.text, one.spans)
        others = [recut(one.story, one.pieces(gaps, ready=ready), one.text, one.spans) for ready in SPEECH_CUTS]
        shapes = [rows_of(noted(one.story, chance)), rows_of(merged(one.story, chance))]
        short = (run, formed(one.story, chance))
        parts = [rows_of(story) for story in short]
        cuts = rows_of(spoken), [rows_of(other) for other in others]
        out.append(Sample(one, rows_of(one.story), parts, short, shapes, *cuts, spoken, pieces))
    return out


@cache
def table() -> tuple[list[str], Array]:
    """Words and their vectors."""
    data = np.load(Path(__file__).parent / "labelling" / "data" / "wordvectors.npz")
    return str(data["words"]).split("\n"), data["vectors"] / 254.0


def space(samples: Sequence[Sample]) -> Space:
    """Word vectors, the commonest words of these stories damped."""
    words, rows = table()
    counts = Counter(word for sample in samples for row in sample.whole.words for word in row)
    total = sum(counts.values())
    damp = np.array([1e-3 / (1e-3 + counts[word] / total) for word in words])
    return Space(words, rows * damp[:, None])


def lessons(sample: Sample, kind: str) -> list[Rows]:
    """What one story teaches the chain of this kind."""
    if kind == "prose":
        return [sample.whole, *(replace(copy, weight=PROSE_PARTS) for copy in (*sample.parts, *sample.shapes))]
    others = [replace(copy, weight=CUTS_COUNT) for copy in sample.cut_otherwise]
    return [replace(sample.whole, weight=SPEECH_PROSE), sample.cut, *others]


@cache
def passages(kind: str) -> tuple[Rows, ...]:
    """What passages without a whole story teach."""
    return tuple(rows_of(one if kind == "prose" else as_heard(one)) for one in windows())


def learned(samples: Sequence[Sample], kind: str) -> tuple[Fitted, Space]:
    vectors = space(samples)
    taught = [*(row for sample in samples for row in lessons(sample, kind)), *passages(kind)]
    return fit(taught, vectors, SETTINGS), vectors


def lexicon(samples: Sequence[Sample]) -> Lexicon:
    """The words of all stories and passages, as the network begins with them."""
    rows = [*(sample.whole for sample in samples), *passages("prose")]
    return Lexicon.of((word for row in rows for sentence in row.words for word in sentence), *table())


def networked(samples: Sequence[Sample], words: Lexicon) -> Trained:
    """The network that these stories and the passages teach; one for prose and for raw speech."""
    return fit_network(
        [[text(row, words) for row in _told_to_network(sample)] for sample in samples]
        + [[text(row, words)] for row in passages("prose")],
        words,
    )


def _told_to_network(sample: Sample) -> list[Rows]:
    copies = (*sample.parts, *sample.shapes, sample.cut)
    return [sample.whole, *(replace(copy, weight=PROSE_PARTS) for copy in copies)]


@dataclass(frozen=True, slots=True)
class First:
    """A chain and a network that learned from the same stories."""

    chain: Fitted
    vectors: Space
    network: Trained

    def shares(self, rows: Sequence[Rows]) -> list[Array]:
        """The labels' shares, story by story."""
        batch = Batch(rows, self.chain.vocabulary, self.vectors)
        own = batch.apart(marginals(batch, scores(batch, self.chain), self.chain))
        return [mixed(*pair) for pair in zip(own, self.network.logs(rows), strict=True)]


Seen = tuple[Sample, Look, Sequence[Look]]
"""A story, how it looks to a chain and a network that never saw its hand, and how its parts do."""


def networks(samples: Sequence[Sample], words: Lexicon) -> dict[int, Trained]:
    """For each group of hands, the network that learned from the others."""
    groups = grouped(sample.story for sample in samples)
    return {
        group: networked([sample for sample in samples if groups[sample.story.hand] != group], words)
        for group in sorted({*groups.values()})
    }


def looks(samples: Sequence[Sample], kind: str, others: Mapping[int, Trained]) -> list[Seen]:
    """Each story as it is read first by what learned from other hands alone; for prose, its parts too."""
    out: list[Seen] = []
    groups = grouped(sample.story for sample in samples)
    for group, network in others.items():
        first = First(*learned([sample for sample in samples if groups[sample.story.hand] != group], kind), network)
        held = [sample for sample in samples if groups[sample.story.hand] == group]
        mine = [sample.whole if kind == "prose" else sample.cut for sample in held]
        told = [sample.story if kind == "prose" else sample.spoken for sample in held]
        wholes = map(look, told, first.shares(mine))
        out += zip(held, wholes, _parts_seen(held, first) if kind == "prose" else [()] * len(held), strict=True)
        print(f"  {kind}, group {group} of hands left out", flush=True)
    return out


def _parts_seen(held: Sequence[Sample], first: First) -> list[list[Look]]:
    """How the parts of each story look at first."""
    shares = iter(first.shares([part for sample in held for part in sample.parts]))
    return [[look(told, next(shares), PROSE_PARTS) for told in sample.told_parts] for sample in held]


def taught(seen: Sequence[Seen]) -> Rereader:
    return fit_rereader([one for _, whole, parts in seen for one in (whole, *parts)])


def measured(seen: Sequence[Seen], kind: str) -> tuple[list[Read], list[Read]]:
    """Each hand's stories after the first reading and after the second, by readers that learned from the others."""
    first, second = [], []
    for hand in sorted({sample.story.hand for sample, _, _ in seen}):
        reader = taught([row for row in seen if row[0].story.hand != hand])
        for sample, whole, _ in seen:
            if sample.story.hand == hand and (kind == "prose" or sample.story.register == "spoken"):
                reads = [Read(whole.story, np.exp(whole.logs)), Read(whole.story, reread(reader, whole))]
                before, after = reads if kind == "prose" else [_mapped(sample, read) for read in reads]
                first.append(before)
                second.append(after)
    return first, second


def _mapped(sample: Sample, read: Read) -> Read:
    """Raw speech read piece by piece; each gold sentence takes the label of its larger part."""
    shares = np.zeros((len(sample.speech.spans), read.shares.shape[1]))
    for row, (start, end, _) in enumerate(sample.speech.spans):
        for piece, share in zip(sample.pieces, read.shares, strict=True):
            shares[row, share.argmax()] += max(0, min(end, piece.end) - max(start, piece.start))
    lines = [line for line in sample.story.lines if any(map(str.isalnum, line.text))]
    return Read(replace(sample.story, lines=tuple(lines)), shares)


def powers(reads: Sequence[Read]) -> None:
    """How ``SURE`` was chosen: the calibration error at other powers, of all and of the worst of ``train.jsonl``."""
    hands = sorted({story.hand for story in load(training_files()[0])})
    for power in POWERS:
        others = [sharpened(read, power / SURE) for read in reads]
        worst = worst_calibration(others, hands)
        error = calibration_error(others)
        print(f"  to the power of {power:.2f}: ece {error:.3f}, worst of {' '.join(hands)} {worst:.3f}")


def shown(first: list[Read], second: list[Read], kind: str) -> None:
    for name, reads in (("first reading", first), ("second reading", second)):
        print(f"{kind}, hands left out, {name}:", summary(reads) if kind == "prose" else f"{f1(reads):.3f}")
        print("  by label:", " ".join(f"{label} {value:.3f}" for label, value in per_label(reads).items()), flush=True)
    if kind == "prose":
        powers(second)


def trained(samples: Sequence[Sample], *, fast: bool) -> dict[Path, bytes]:
    """The four weight files and how hands left out are read; without that and its measures where it shall be fast."""
    files = {SOURCE / "parse" / "speech.bin": splitter.packed(fit_gaps([sample.speech for sample in samples]))}
    words = lexicon(samples)
    others = networks(samples, words)
    path = SOURCE / "understand" / "weights" / "gist.bin"
    files[path] = gist.packed(compact_network(networked(samples, words).with_all(*table())))
    for kind in ("prose", "speech"):
        seen = looks(samples, kind, others)
        if not fast:
            first, second = measured(seen, kind)
            shown(first, second, kind)
            if kind == "prose":
                files[HELD_OUT] = kept_held_out((read.story.id, read.shares.tolist()) for read in second)
        path = SOURCE / "understand" / "weights" / f"{kind}.bin"
        files[path] = packed(compact_reader(*learned(samples, kind), taught(seen)))
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="train again and compare with the files")
    parser.add_argument("--fast", action="store_true", help="skip the measures and hands left out")
    options = parser.parse_args()
    samples = sampled(load(*training_files()))
    print(f"{len(samples)} stories, {sum(len(s.whole.labels) for s in samples)} sentences", flush=True)
    files = trained(samples, fast=options.fast)
    if options.check:
        other = [path.name for path, data in files.items() if path.read_bytes() != data]
        print(f"another training's: {', '.join(other)}" if other else f"{len(files)} files are reproduced")
        return 1 if other else 0
    for path, data in files.items():
        path.write_bytes(data)
        print(f"{path.name}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
