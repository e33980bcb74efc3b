"""How well the red flags are read in stories of people whom the reader never saw.

Trains without each hand of the training stories in turn, then without each of five folds, and prints F1 by flag: of
the learned reader alone, and of the rules, which put facts before it. The readers of the flags are fitted without the
stories that they are tried on, and see only scores of sentences by layers that did not learn those sentences' hand.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from leaning_examples import Example, single_sentences, stories
from options import no_options
from train_leanings import Group, cross_scores, fit_flags

from starproof.core.context import StoryContext
from starproof.core.facts import Leaning
from starproof.core.results import FLAGS
from starproof.engine import Reviewer
from starproof.rules.flagging import least
from starproof.timing import time_story
from starproof.understand.leaning_story import story_features
from starproof.understand.leanings import opposing, speaking

SEED = 7
Said = Mapping[tuple[str, str], bool]
Shares = Mapping[tuple[str, str], float]
Scores = Mapping[str, np.ndarray]


def held_out(examples: Sequence[Example], scores: Scores, group: Group) -> dict[tuple[str, str], float]:
    """The share of each (story, flag) by flag readers that saw no story of its group."""
    shares = {}
    for held in sorted({group(e) for e in examples}):
        flags = fit_flags([e for e in examples if group(e) != held], scores)
        for e in (e for e in examples if group(e) == held):
            numbers = story_features(e.document, e.labels, e.facts, scores[e.id].tolist())
            shares.update({(e.id, flag): reader.share(numbers) for flag, reader in flags.items()})
    return shares


def verdicts(examples: Sequence[Example], scores: Scores, shares: Shares) -> dict[tuple[str, str], bool]:
    """Whether the rules raise each (story, flag), given these shares and scores."""
    reviewer = Reviewer()
    judges = {rule.flag: rule.judge for rule in reviewer.rules if rule.flag and rule.judge}
    raised = {}
    for e in examples:
        odds = scores[e.id].tolist()
        leanings = {flag: Leaning(shares[e.id, flag], speaking(flag, odds), opposing(flag, odds)) for flag in FLAGS}
        timing = time_story(e.document, e.labels, e.facts, reviewer.guide)
        context = StoryContext(e.document, e.labels, e.facts, reviewer.guide, timing, leanings)
        story = e.facts.genre.genre == "story"
        raised.update({(e.id, flag): story and judges[flag](context).status == "raised" for flag in FLAGS})
    return raised


def measures(examples: Sequence[Example], said: Said) -> dict[str, float]:
    """F1 over all flags, mean F1 and F1 by flag."""
    counts = {flag: counted(examples, said, flag) for flag in FLAGS}
    total = sum(counts.values(), Counter[str]())
    by_flag = {flag: f1(counts[flag]) for flag in FLAGS}
    rows = {"micro": f1(total), "macro": sum(by_flag.values()) / len(FLAGS), **by_flag}
    return {name: round(value, 3) for name, value in rows.items()}


def counted(examples: Sequence[Example], said: Said, flag: str) -> Counter[str]:
    pairs = [(flag in e.flags, said[e.id, flag]) for e in examples]
    return Counter(hit=sum(g and s for g, s in pairs), gold=sum(g for g, _ in pairs), said=sum(s for _, s in pairs))


def f1(counts: Mapping[str, int]) -> float:
    return 2 * counts["hit"] / max(counts["gold"] + counts["said"], 1)


def calibration(examples: Sequence[Example], shares: Shares) -> float:
    p = np.array([shares[e.id, flag] for e in examples for flag in FLAGS])
    y = np.array([flag in e.flags for e in examples for flag in FLAGS])
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum((bins == b).mean() * abs(p[bins == b].mean() - y[bins == b].mean()) for b in set(bins.tolist())))


def folds(examples: Sequence[Example]) -> Group:
    order = [e.id for e in examples]
    random.Random(SEED).shuffle(order)
    fold = {name: str(place % 5) for place, name in enumerate(order)}
    return lambda e: fold[e.id]


def rows(examples: Sequence[Example], singles: Any, group: Group) -> Iterator[tuple[str, dict[str, float]]]:
    scores = cross_scores(examples, singles, group)
    shares = held_out(examples, scores, group)
    reader = measures(examples, {key: share >= least(key[1]) for key, share in shares.items()})
    yield "reader", {**reader, "ece": round(calibration(examples, shares), 3)}
    said = verdicts(examples, scores, shares)
    yield "rules", measures(examples, said)
    for hand in sorted({e.hand for e in examples}):
        own = measures([e for e in examples if e.hand == hand], said)
        yield f"rules, hand {hand}", {"micro": own["micro"], "macro": own["macro"]}


def main() -> int:
    no_options(__doc__)
    examples, singles = list(stories()), single_sentences()
    print(f"{len(examples)} stories, {len(singles)} single sentences", file=sys.stderr)
    for name, group in (("hands held out", lambda e: e.hand), ("five folds", folds(examples))):
        for row, found in rows(examples, singles, group):
            print(f"{name}, {row}: {json.dumps(found)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
