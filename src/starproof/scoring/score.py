"""Scores reviews against annotated stories, measure for measure as ``corpus/score.py`` does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from starproof.core.document import SECTIONS
from starproof.core.results import FLAGS
from starproof.scoring.measures import Item, Measures, macro_f1, matched, prf, weighted_kappa

RANKS = {"below": 0, "l6": 1, "at": 1, "l7": 2, "above": 2}
Pair = tuple[Item, Item]


def joined(story: Item) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of an annotated story, and the (start, end, label) of each gold sentence."""
    text, spans = "", []
    for sentence in story["sentences"]:
        text += "" if not text else "\n\n" if sentence.get("para") else " "
        spans.append((len(text), len(text) + len(sentence["text"]), sentence["label"]))
        text += sentence["text"]
    return text, spans


def score(stories: Sequence[Item], reviews: Mapping[str, Item]) -> dict[str, Measures]:
    """All measures, by part. ``reviews`` maps each story's id to its review as JSON."""
    pairs = [(story, reviews[story["id"]]) for story in stories]
    return {
        "sentences": _sentences(pairs),
        "quantities": _quantities(pairs),
        "inconsistent_claims": _claims(pairs),
        "flags": _flags(pairs),
        "level": _level(pairs),
        "impact": _impact(pairs),
        "principle": _principle(pairs),
    }


def _label_of(start: int, end: int, predicted: Sequence[Item]) -> str:
    """The predicted label that covers most of a gold sentence; ``other`` where nothing does."""
    cover: Counter[str] = Counter()
    for item in predicted:
        shared = min(end, item["end"]) - max(start, item["start"])
        if shared > 0:
            cover[item["label"]] += shared
    return cover.most_common(1)[0][0] if cover else "other"


def _sentences(pairs: Sequence[Pair]) -> Measures:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for story, review in pairs:
        for start, end, label in joined(story)[1]:
            found[story["register"]].append((label, _label_of(start, end, review["sentences"])))
    everything = [pair for part in found.values() for pair in part]
    by_register = {name: macro_f1(part, SECTIONS)["macro_f1"] for name, part in sorted(found.items())}
    return {**macro_f1(everything, SECTIONS), **by_register}


def _same_value(gold: Item, item: Item) -> bool:
    if gold["kind"] != item["kind"]:
        return False
    if gold["kind"] in ("money", "percent") and str(gold.get("unit")) != str(item.get("unit")):
        return False
    value = float(gold["value"])
    return abs(value - float(item["value"])) <= 1e-3 * max(abs(value), 1e-9)


def _quantities(pairs: Sequence[Pair]) -> Measures:
    kinds = sorted(
        {q["kind"] for pair in pairs for side in pair for q in side["quantities"]}
    )
    by_kind = {kind: _figures(pairs, kind) for kind in kinds}
    return {**_figures(pairs, None), "by_kind": by_kind}


def _figures(pairs: Sequence[Pair], kind: str | None) -> Measures:
    hits = gold_count = found_count = 0
    for story, review in pairs:
        gold = [q for q in story["quantities"] if kind in (None, q["kind"])]
        found = [q for q in review["quantities"] if kind in (None, q["kind"])]
        hits += matched(gold, found, same=_same_value)
        gold_count += len(gold)
        found_count += len(found)
    return prf(hits, found_count, gold_count)


def _claims(pairs: Sequence[Pair]) -> Measures:
    hits = wrong_count = said_count = covered = total = 0
    for story, review in pairs:
        wrong = [c for c in story["claims"] if c["verdict"] == "inconsistent"]
        said = [c for c in review["claims"] if c["verdict"] == "inconsistent"]
        hits += matched(wrong, said, same=lambda gold, item: True)
        wrong_count += len(wrong)
        said_count += len(said)
        covered += matched(
            story["claims"], review["claims"], same=lambda gold, item: bool(gold["verdict"] == item["verdict"])
        )
        total += len(story["claims"])
    return {**prf(hits, said_count, wrong_count), "coverage": round(covered / max(total, 1), 3)}


def _flags(pairs: Sequence[Pair]) -> Measures:
    per: dict[str, Measures] = {}
    total: Counter[str] = Counter()
    for flag in FLAGS:
        counts: Counter[str] = Counter()
        for story, review in pairs:
            real = any(f["id"] == flag for f in story["red_flags"])
            raised = any(f["id"] == flag and f["status"] == "raised" for f in review["flags"])
            counts.update(tp=real and raised, predicted=raised, gold=real)
        per[flag] = prf(counts["tp"], counts["predicted"], counts["gold"])
        total += counts
    overall = prf(total["tp"], total["predicted"], total["gold"])
    macro = round(sum(measures["f1"] for measures in per.values()) / len(per), 3)
    return {**overall, "macro_f1": macro, "per_flag": per}


def _level(pairs: Sequence[Pair]) -> Measures:
    ranks, unsure = [], 0
    for story, review in pairs:
        gold, read = RANKS.get(story["level"]), RANKS.get(review["level"]["reads_as"])
        if gold is None:
            continue
        if read is None:
            unsure += 1
        else:
            ranks.append((gold, read))
    n = len(ranks) + unsure
    return {
        "accuracy": round(sum(g == p for g, p in ranks) / max(n, 1), 3),
        "kappa": weighted_kappa(ranks),
        "two_off": sum(abs(g - p) == 2 for g, p in ranks),
        "abstained": unsure,
        "n": n,
    }


def _impact(pairs: Sequence[Pair]) -> Measures:
    right = 0
    for story, review in pairs:
        gold, usd = story["annual_impact_usd"], (review.get("impact") or {}).get("annual_usd")
        right += (usd is None) if gold is None else usd is not None and abs(usd - gold) <= 0.1 * abs(gold)
    return {"accuracy": round(right / max(len(pairs), 1), 3), "n": len(pairs)}


def _principle(pairs: Sequence[Pair]) -> Measures:
    counts: Counter[str] = Counter()
    for story, review in pairs:
        ranked = [p["id"] for p in review["principles"]]
        counts["top1"] += ranked[:1] == [story["principle"]]
        counts["top1_or_also"] += bool(ranked) and ranked[0] in [story["principle"], *story["also"]]
        counts["top2"] += story["principle"] in ranked[:2]
    return {name: round(counts[name] / max(len(pairs), 1), 3) for name in ("top1", "top1_or_also", "top2")}
