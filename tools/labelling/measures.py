"""How well labels that a model gave agree with the annotated ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from labelling.chain import Array
from labelling.stories import Told
from starproof.core.document import LABELS, SECTIONS


@dataclass(frozen=True, slots=True)
class Read:
    """A story and the shares that a model gave, one row a sentence, from a model that never saw the story."""

    story: Told
    shares: Array

    @property
    def gold(self) -> list[int]:
        return [line.label for line in self.story.lines]


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Mean F1 of the five sections, of (gold, given) pairs."""
    scores = []
    for label in range(len(SECTIONS)):
        gold = sum(g == label for g, _ in pairs)
        given = sum(p == label for _, p in pairs)
        both = sum(g == p == label for g, p in pairs)
        if gold:
            scores.append(2 * both / (gold + given))
    return sum(scores) / max(len(scores), 1)


def per_label(reads: Sequence[Read]) -> dict[str, float]:
    """F1 by label."""
    pairs = _pairs(reads)
    return {
        name: 2 * sum(g == p == k for g, p in pairs) / max(sum((g == k) + (p == k) for g, p in pairs), 1)
        for k, name in enumerate(LABELS)
    }


def _pairs(reads: Sequence[Read]) -> list[tuple[int, int]]:
    return [(g, int(p)) for read in reads for g, p in zip(read.gold, read.shares.argmax(1), strict=True)]


def f1(reads: Sequence[Read], where: Callable[[Told], bool] = lambda _: True) -> float:
    """Macro-F1 over the stories for which ``where`` holds."""
    return macro_f1(_pairs([read for read in reads if where(read.story)]))


def calibration_error(reads: Sequence[Read], bins: int = 10) -> float:
    """Expected calibration error: how far confidence and share of right labels lie apart, over equal bins."""
    sure = np.concatenate([read.shares.max(1) for read in reads])
    right = np.concatenate([read.shares.argmax(1) == np.array(read.gold) for read in reads])
    places = np.minimum((sure * bins).astype(int), bins - 1)
    apart = [abs(sure[places == b].sum() - right[places == b].sum()) for b in range(bins)]
    return float(sum(apart) / len(sure))


def worst_calibration(reads: Sequence[Read], hands: Sequence[str]) -> float:
    """The largest calibration error of any of these hands."""
    return max(calibration_error([read for read in reads if read.story.hand == hand]) for hand in hands)


def sharpened(read: Read, power: float) -> Read:
    """The same reading, its shares taken to a power."""
    shares = np.maximum(read.shares, 1e-9) ** power
    return replace(read, shares=shares / shares.sum(1, keepdims=True))


def summary(reads: Sequence[Read]) -> str:
    """One line: all, by register, by hand, mean and worst of the hands, calibration."""
    hands = sorted({read.story.hand for read in reads})
    by_hand = [f1(reads, lambda s, h=hand: s.hand == h) for hand in hands]  # type: ignore[misc]
    shown = " ".join(f"{hand} {value:.3f}" for hand, value in zip(hands, by_hand, strict=True))
    registers = " ".join(f"{name} {f1(reads, lambda s, n=name: s.register == n):.3f}" for name in ("written", "spoken"))  # type: ignore[misc]
    mean, worst = sum(by_hand) / len(by_hand), min(by_hand)
    return (
        f"all {f1(reads):.3f} {registers} | {shown} | mean {mean:.4f} worst {worst:.3f} "
        f"| ece {calibration_error(reads):.3f}"
    )
