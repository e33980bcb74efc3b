"""Which part of a review answers which part of an annotated story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from starproof.scoring.measures import Item

Spans = list[tuple[int, int, str]]


def joined(story: Item) -> tuple[str, Spans]:
    """The text of an annotated story, and the (start, end, label) of each gold sentence."""
    text, spans = "", []
    for sentence in story["sentences"]:
        text += "" if not text else "\n\n" if sentence.get("para") else " "
        spans.append((len(text), len(text) + len(sentence["text"]), sentence["label"]))
        text += sentence["text"]
    return text, spans


def untold(story: Item) -> frozenset[str]:
    """What nobody annotated of a story: its ``partial`` names it; ``true`` means its figures."""
    partial = story.get("partial")
    return frozenset(partial) if isinstance(partial, list) else frozenset(("quantities", "claims") if partial else ())


def label_of(start: int, end: int, predicted: Sequence[Item]) -> str:
    """The predicted label that covers most of a gold sentence; ``other`` where nothing does."""
    cover: Counter[str] = Counter()
    for item in predicted:
        shared = min(end, item["end"]) - max(start, item["start"])
        if shared > 0:
            cover[item["label"]] += shared
    return cover.most_common(1)[0][0] if cover else "other"


def confidence_of(start: int, end: int, label: str, predicted: Sequence[Item]) -> float | None:
    """How sure the review is of this label for a gold sentence; ``None`` where it does not say."""
    shares = [
        (min(end, item["end"]) - max(start, item["start"]), item["confidence"])
        for item in predicted
        if item["label"] == label and item.get("confidence") is not None
    ]
    longest = max(shares, default=(0, None), key=lambda share: share[0])
    return longest[1] if longest[0] > 0 else None


def mates(
    golds: Sequence[Item], items: Sequence[Item], *, same: Callable[[Item, Item], bool] = lambda gold, item: True
) -> list[tuple[Item, Item | None]]:
    """Each gold item with a predicted one of its own that overlaps and agrees, or with ``None``."""
    free, found = list(items), []
    for gold in golds:
        mate = next((item for item in free if overlaps(gold, item) and same(gold, item)), None)
        if mate is not None:
            free.remove(mate)
        found.append((gold, mate))
    return found


def overlaps(gold: Item, item: Item) -> bool:
    """Whether a gold item and a predicted one share a code point."""
    return bool(item["start"] < gold["start"] + len(gold["text"]) and gold["start"] < item["end"])


def same_value(gold: Item, item: Item) -> bool:
    """Whether two quantities agree in kind, value and, for money and percents, unit."""
    if gold["kind"] != item["kind"]:
        return False
    if gold["kind"] in ("money", "percent") and str(gold.get("unit")) != str(item.get("unit")):
        return False
    value = float(gold["value"])
    return abs(value - float(item["value"])) <= 1e-3 * max(abs(value), 1e-9)


def same_verdict(gold: Item, item: Item) -> bool:
    """Whether two claims were judged alike."""
    return bool(gold["verdict"] == item["verdict"])


def inconsistent(side: Item) -> list[Item]:
    """The claims of a story or a review that are said not to add up."""
    return [claim for claim in side["claims"] if claim["verdict"] == "inconsistent"]


def impact_right(story: Item, review: Item) -> bool:
    """Whether the yearly impact is the annotated one, within a tenth, or rightly missing."""
    gold, usd = story["annual_impact_usd"], impact_of(review)
    return usd is None if gold is None else usd is not None and abs(usd - gold) <= 0.1 * abs(gold)


def impact_of(review: Item) -> float | None:
    """US dollars a year, or ``None`` where the review sees no impact."""
    usd: float | None = (review.get("impact") or {}).get("annual_usd")
    return usd
