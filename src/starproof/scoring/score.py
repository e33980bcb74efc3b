"""Scores reviews against annotated stories, measure for measure as ``corpus/score.py`` does.

One thing differs: a flag that no story has and no review raises counts there as read rightly, here as not to be said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from starproof.core.document import SECTIONS
from starproof.core.results import FLAGS
from starproof.scoring.measures import UNTOLD, Item, Measures, macro_f1, prf, weighted_kappa
from starproof.scoring.tally import BINS, Tally, tally, total

RANKS = {"below": 0, "at": 1, "above": 2}


def score(stories: Sequence[Item], reviews: Mapping[str, Item]) -> dict[str, Measures]:
    """All measures, by part. ``reviews`` maps each story's id to its review as JSON."""
    return measures_of(total(tally(story, reviews[story["id"]]) for story in stories))


def measures_of(counts: Tally) -> dict[str, Measures]:
    """All measures of a corpus, from the sum of its stories' tallies."""
    return {
        "sentences": _sentences(counts),
        "quantities": _quantities(counts),
        "inconsistent_claims": _claims(counts),
        "flags": _flags(counts),
        "level": _level(counts),
        "impact": _impact(counts),
        "principle": _principle(counts),
    }


def calibration_of(counts: Tally) -> dict[str, Measures]:
    """How far confidence and the share of right answers lie apart, for sentence labels and for the level."""
    return {what: _calibration(counts, what) for what in ("labels", "level")}


def _calibration(counts: Tally, what: str) -> Measures:
    """Expected calibration error over ten equal bins; ``None`` where no confidence was given."""
    bins, n, apart = [], 0, 0.0
    for place in range(BINS):
        here = {name: counts["sure", what, str(place), name] for name in ("n", "confidence", "right")}
        if not here["n"]:
            continue
        n += here["n"]
        apart += abs(here["confidence"] / 1000 - here["right"])
        bins.append(
            {
                "from": place / BINS,
                "n": here["n"],
                "confidence": round(here["confidence"] / 1000 / here["n"], 3),
                "right": round(here["right"] / here["n"], 3),
            }
        )
    return {"ece": round(apart / n, 3) if n else None, "n": n, "bins": bins}


def _sentences(counts: Tally) -> Measures:
    everything: Counter[tuple[str, str]] = Counter()
    registers: dict[str, Counter[tuple[str, str]]] = {
        path[1]: Counter() for path in sorted(counts) if path[0] == "registers" and counts[path]
    }
    for path, count in counts.items():
        if path[0] == "labels":
            registers[path[1]][path[2], path[3]] += count
            everything[path[2], path[3]] += count
    by_register = {name: macro_f1(pairs, SECTIONS)["macro_f1"] for name, pairs in registers.items()}
    return {**macro_f1(everything, SECTIONS), **by_register}


def _found(counts: Tally, *path: str) -> Counter[str]:
    return Counter({name: counts[(*path, name)] for name in ("tp", "predicted", "gold")})


def _prf(found: Mapping[str, int]) -> Measures:
    return prf(found["tp"], found["predicted"], found["gold"])


def _quantities(counts: Tally) -> Measures:
    kinds = sorted({path[1] for path, count in counts.items() if path[0] == "quantities" and count})
    by_kind = {kind: _found(counts, "quantities", kind) for kind in kinds}
    return {
        **_prf(sum(by_kind.values(), Counter())),
        "by_kind": {kind: _prf(found) for kind, found in by_kind.items()},
    }


def _claims(counts: Tally) -> Measures:
    coverage = counts["claims", "covered"] / max(counts["claims", "all"], 1)
    return {**_prf(_found(counts, "claims")), "coverage": round(coverage, 3)}


def _flags(counts: Tally) -> Measures:
    """By flag and over all; a flag that no story has and no review raises says nothing of a reader, nor does its F1."""
    found = {flag: _found(counts, "flags", flag) for flag in FLAGS}
    per = {flag: _prf(one) if one["gold"] or one["predicted"] else dict(UNTOLD) for flag, one in found.items()}
    told = [measures["f1"] for measures in per.values() if measures["f1"] is not None]
    macro = round(sum(told) / len(told), 3) if told else None
    return {**_prf(sum(found.values(), Counter())), "macro_f1": macro, "per_flag": per}


def _level(counts: Tally) -> Measures:
    read = {path[1:]: count for path, count in counts.items() if path[0] == "level" and count}
    ranks = {(RANKS[gold], RANKS[said]): count for (gold, said), count in read.items() if said in RANKS}
    n = sum(read.values())
    return {
        "accuracy": round(sum(count for (gold, said), count in ranks.items() if gold == said) / max(n, 1), 3),
        "kappa": weighted_kappa(ranks),
        "two_off": sum(count for (gold, said), count in ranks.items() if abs(gold - said) == 2),
        "abstained": n - sum(ranks.values()),
        "n": n,
    }


def _impact(counts: Tally) -> Measures:
    n = counts["stories",]
    return {"accuracy": round(counts["impact", "right"] / max(n, 1), 3), "n": n}


def _principle(counts: Tally) -> Measures:
    n = max(counts["stories",], 1)
    return {name: round(counts["principle", name] / n, 3) for name in ("top1", "top1_or_also", "top2")}
