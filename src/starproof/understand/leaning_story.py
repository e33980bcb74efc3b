"""A whole story as a few numbers that a red flag may rest on: what its sentences show, its reach, its figures.

No number depends on the order of the sentences but those of the end and "B alone", and none on their labels but those
of the sections.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from starproof.core.document import Document, LabelledSentence
from starproof.core.facts import Facts, Measure, Quantity, Reach
from starproof.core.keeping import KEPT, kept, remembered
from starproof.understand.leaning_sections import by_section
from starproof.understand.leaning_sentences import KINDS, WHOLE
from starproof.understand.leaning_words import folded

DAY = 86400.0
_FLOOR = -6.0
_LAST = 6
"""How many sentences count as the end of a story."""
SMALL_TEAM = 9
_FLAWS = ("setback", "mistake", "lesson", "owned-part")
_BLAMING = tuple(KINDS).index("B")
_OWNED_WITHIN = 2
"""How many sentences after a fault of others the speaker's own part in it may be told."""
_PRONOUNS = ("i", "we", "they", "my", "our")
_FIGURES = ("money", "percent", "multiple", "duration", "count", "score")
_TURNS = ("all short-horizon", "all no-hard-decision", "all perfect-story", "all linear-story")
"""What makes a story flat, whichever of the flags of flat stories it is."""
RELEVANT: Mapping[str, tuple[str, ...]] = {
    "low-impact": (
        "impact", "people", "engineers", "teams", "organisations", "horizon", "figures money", "figures count",
        "figures score", "F", "S", "O", "L", "X best", "H best", "signal organisation", "signal external",
        "signal adoption", "signal business-effect", "signal spread", "signal doing",
    ),
    "single-team": (
        "S", "O", "X", "M", "outcome S", "teams", "team", "engineers", "people", "organisations", "impact", "F best",
        "F sum", "H", "words", "signal peers", "signal organisation", "signal coordination", "signal spread",
        "signal stakeholder", "signal external", "signal adoption", "signal bosses", "signal customers",
        "signal reports", "signal group", "signal built-on", "figures count",
    ),
    "ic-work": (
        "X", "action X", "J best", "J sum", "M best", "words", "engineers", "people", "signal doing", "signal managing",
        "signal delegation", "signal reports", "signal jargon", "signal speaker", "hands", "all ic-work",
    ),
    "short-horizon": (
        "F", "L", "E", "result F", "all short-horizon", "horizon", "figures duration", "figures recurring",
        "figures money", "signal lasted", "signal spread", "signal built-on", "signal mechanism", "signal long-term",
    ),
    "no-hard-decision": (
        "H", "N", "Q", "P", "F", "L", "E", "B", "M", "V", "action H", "action P", "result P", *_TURNS,
        "signal decision", "signal trade-off", "signal disagreement", "signal unpopular", "signal risk",
        "signal conflict",
    ),
    "perfect-story": (
        "P", "N", "H best", "H sum", "F", "L", "E", "told reflection", *_TURNS, "signal setback", "signal mistake",
        "signal lesson", "signal conflict", "signal owned-part", "flaws",
    ),
    "blame": (
        "B", "scene B", "outcome B", "P", "reflection P", "told reflection", "L", "all blame", "signal mistake",
        "signal owned-part", "signal lesson",
    ),
    "micromanagement": (
        "M", "action M", "X best", "X sum", "all micromanagement", *_TURNS, "signal control", "signal delegation",
    ),
    "vague-metrics": (
        "V", "result V", "outcome V", "told result", "impact", "figures", "all vague-metrics", "signal vague-amount",
        "signal business-effect",
    ),
    "jargon": (
        "J", "result J", "impact none", "X best", "signal jargon", "signal business-effect", "signal doing",
    ),
    "linear-story": (
        "Q", "H", "P", "N", "action P", "told action", "all linear-story", "signal step", "signal turn",
        "signal stakes", "signal setback", "signal disagreement", "signal challenge",
    ),
    "no-follow-up": (
        "F", "L", "E", "end", "result F", "reflection F", "told result", "horizon", "figures duration",
        "figures recurring", "signal lasted", "signal spread", "signal built-on", "signal mechanism",
        "signal long-term",
    ),
}  # fmt: skip
"""By red flag, the numbers that may speak for or against it; a first word stands for all that begin with it."""

_WANTED = {
    name: name.removeprefix("signal ")
    for name in sorted({name for names in RELEVANT.values() for name in names if name.startswith("signal ")})
}


def relevant(flag: str, name: str) -> bool:
    """Whether this number may speak on this flag."""
    return any(name == known or name.startswith(known + " ") for known in RELEVANT[flag])


def story_features(
    document: Document, labels: Sequence[LabelledSentence], facts: Facts, scores: Sequence[Sequence[float]]
) -> dict[str, float]:
    """All numbers of one story by name.

    Args:
        document: the parsed story, with at least one sentence.
        labels: one for each of its sentences.
        facts: what it states.
        scores: for each sentence, the log odds of each of ``COLUMNS``.
    """
    rows = [_floored(tuple(row[: len(KINDS)])) for row in scores]
    return {
        **_shown(rows),
        **_added([row[len(KINDS) :] for row in scores]),
        **_signalled(facts),
        "B alone": _unowned([row[_BLAMING] for row in scores], facts),
        **by_section(labels, [shares for _, shares in rows]),
        **_money(facts),
        **_figures(facts.quantities, len(document.sentences)),
        "figures compared": math.log1p(_compared(document, facts.quantities)),
        **_reach(facts.reach, facts.quantities),
        **_words(document),
    }


def _shown(rows: Sequence[tuple[tuple[float, ...], tuple[float, ...]]]) -> dict[str, float]:
    numbers: dict[str, float] = {}
    kinds = zip(
        zip(*(odds for odds, _ in rows), strict=True), zip(*(shares for _, shares in rows), strict=True), strict=True
    )
    for kind, (odds, shares) in zip(KINDS, kinds, strict=True):
        best = sorted(odds, reverse=True)
        total = sum(shares)
        numbers[f"{kind} best"] = best[0]
        numbers[f"{kind} second"] = best[1] if len(best) > 1 else _FLOOR
        numbers[f"{kind} sum"] = math.log1p(2 * total)
        numbers[f"{kind} share"] = total / len(odds)
        if kind in "FLE":
            numbers[f"end {kind}"] = max(odds[-_LAST:])
    return numbers


def _added(scores: Sequence[Sequence[float]]) -> dict[str, float]:
    """What all sentences together give to each of ``WHOLE``, so that a long story does not outweigh a short one."""
    share = 1 / math.sqrt(len(scores))
    return {f"all {flag}": sum(column) * share for flag, column in zip(WHOLE, zip(*scores, strict=True), strict=True)}


@remembered(KEPT)
def _floored(row: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The odds of a sentence, none of them too low, and the shares that they stand for."""
    odds = tuple([max(value, _FLOOR) for value in row])
    return odds, tuple([1 / (1 + math.exp(-value)) for value in odds])


def _signalled(facts: Facts) -> dict[str, float]:
    sentences = {kind: len({signal.sentence for signal in found}) for kind, found in facts.signals.items()}
    numbers = {name: math.log1p(sentences.get(kind, 0)) for name, kind in _WANTED.items()}
    led = sentences.get("managing", 0) + sentences.get("delegation", 0)
    own = sentences.get("doing", 0)
    numbers["hands"] = (own + 0.3) / (led + own + 0.9)
    numbers["flaws"] = math.log1p(len({signal.sentence for signal in facts.of(*_FLAWS)}))
    return numbers


def _unowned(odds: Sequence[float], facts: Facts) -> float:
    """The best log odds of a fault put on others where no part of it is owned in that sentence or the next ones."""
    owned = {signal.sentence for signal in facts.of("mistake", "owned-part")}
    told = (value for place, value in enumerate(odds) if owned.isdisjoint(range(place, place + _OWNED_WITHIN + 1)))
    return max(_FLOOR, max(told, default=_FLOOR))


def _money(facts: Facts) -> dict[str, float]:
    usd = facts.impact.annual_usd if facts.impact is not None else None
    return {
        "impact none": float(usd is None),
        "impact size": math.log10(max(usd, 1e3) / 5e5) if usd is not None else 0.0,
        "impact small": float(usd is not None and usd < 5e5),
        "impact large": float(usd is not None and usd >= 5e6),
    }


def _figures(figures: Sequence[Quantity], sentences: int) -> dict[str, float]:
    kinds = Counter(figure.kind for figure in figures)
    numbers = {f"figures {kind}": math.log1p(kinds[kind]) for kind in _FIGURES}  # type: ignore[index]
    numbers["figures each"] = len(figures) / sentences
    numbers["figures recurring"] = float(any(figure.kind == "money" and "/" in figure.unit for figure in figures))
    return numbers


def _compared(document: Document, figures: Sequence[Quantity]) -> int:
    """How many sentences set two figures of one kind side by side, such as before and after."""
    starts = [sentence.span.start for sentence in document.sentences]
    seen = Counter((bisect_right(starts, figure.span.start), figure.kind) for figure in figures)
    return len({number for (number, _), times in seen.items() if times > 1})


def _reach(reach: Reach, figures: Sequence[Quantity]) -> dict[str, float]:
    counts = [figure.value for figure in figures if figure.kind == "count"]
    days = [figure.value / DAY for figure in figures if figure.kind == "duration"]
    largest = max(counts, default=0.0)
    return {
        **_measured("teams", reach.teams),
        **_measured("engineers", reach.engineers),
        **_team(reach),
        **_measured("organisations", reach.spots),
        **_measured("people", reach.people),
        "people counted": math.log10(largest + 1),
        "people crowd": float(largest >= 10_000),
        **_measured("horizon", reach.horizon_days),
        "horizon longest": math.log10(max(days, default=0.0) + 0.1),
        "horizon year": float(max(days, default=0.0) >= 300),
    }


def _team(reach: Reach) -> dict[str, float]:
    """Whether the story speaks of one small team, or does not say how many people there are."""
    size = reach.engineers or reach.reports
    one = reach.teams is None or reach.teams.value < 2
    return {
        "team small": float(size is not None and size.value <= SMALL_TEAM and one),
        "team unknown": float(size is None),
    }


def _measured(name: str, measure: Measure | None) -> dict[str, float]:
    size = math.log10(measure.value + 1) if measure is not None else 0.0
    return {f"{name} none": float(measure is None), f"{name} size": size}


def _words(document: Document) -> dict[str, float]:
    counts = [_counted(document.quote(sentence.span)) for sentence in document.sentences]
    total, *each = map(sum, zip(*counts, strict=True))
    share = 20.0 / (total + 1)
    return {f"words {word}": count * share for word, count in zip(_PRONOUNS, each, strict=True)}


@kept
def _counted(sentence: str) -> tuple[int, ...]:
    """How many words a sentence has, and how often each of ``_PRONOUNS``."""
    words = folded(sentence)
    return len(words), *map(words.count, _PRONOUNS)
