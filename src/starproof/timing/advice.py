"""What to cut or to add, where, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starproof.core.document import Label
from starproof.core.facts import Signal
from starproof.core.lengths import clock
from starproof.core.results import Fit
from starproof.timing.passage import Passage
from starproof.timing.spare import is_spare

SLACK = 0.25
"""The share by which a section may miss its plan before it is mentioned in a story that fits."""
_LEAST = 5.0
"""Seconds below which a section's miss is not worth a word."""
_WORTH_IT = 4.0
"""Seconds of a sentence below which to cut it would help little."""
_THIN = 2.5
"""Seconds for each fact from which a sentence is told at length."""
_FEWEST = 3
"""Words of a sentence that are always left to be quoted."""
_FILLERS = frozenset("so um uh er erm well yeah okay ok and like right now but".split())
"""Words that open a spoken sentence and would quote nothing of it."""
_CUTTABLE = ("situation", "task", "action")
"""The sections of which a sentence may be named for cutting; what came of it is what a listener waits for."""
_TELLING = ("speaker", "group", "hedge", "jargon", "step")
"""Signals that a sentence can lose without losing a fact."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A story with its seconds: of each sentence, over all, and by label."""

    story: Passage
    each: Sequence[float]
    seconds: float
    sections: Mapping[Label, float]
    words_per_minute: float
    homes: Sequence[Label]
    """The section in which each sentence is heard."""

    def heard(self) -> Mapping[Label, float]:
        """Seconds by the section in which they are heard."""
        found: dict[Label, float] = {}
        for home, length in zip(self.homes, self.each, strict=True):
            found[home] = found.get(home, 0.0) + length
        return found

    def words(self, seconds: float) -> int:
        """About how many words are spoken in so many seconds: to five, where nobody could count them closer."""
        exact = seconds * self.words_per_minute / 60
        return round(exact / 5) * 5 if exact >= 20 else round(exact)

    def amount(self, seconds: float) -> str:
        """Seconds in words, such as ``22 s (about 55 words)``."""
        return f"{clock(seconds)} (about {self.words(seconds)} words)"


def advise(
    telling: Telling,
    *,
    planned: Mapping[str, float],
    told: Mapping[str, float],
    verdict: Fit,
    asks: Mapping[str, Sequence[str]],
) -> str:
    """What to change so that the story fits the plan, in a sentence or two.

    Args:
        planned: seconds by section, as the framework plans them.
        told: seconds by section, as the story tells them.
        asks: what the framework asks for in a section and the story does not give.
    """
    gap = telling.seconds - sum(planned.values())
    misses = {section: told[section] - planned[section] for section in planned}
    if not telling.seconds:
        return "There is nothing to time."
    if verdict == "over":
        return " ".join(_cuts(telling, planned, misses, gap))
    if verdict == "under":
        return " ".join(_gaps(telling, planned, misses, -gap, asks))
    return _balance(telling, planned, misses)


def _cuts(telling: Telling, planned: Mapping[str, float], misses: Mapping[str, float], gap: float) -> Iterator[str]:
    yield f"Cut {clock(gap)}, about {telling.words(gap)} words."
    aside = _aside(telling)
    if aside >= _LEAST:
        yield f"Leave out first what is outside the answer itself: {clock(aside)}."
        gap -= aside
    for section, excess in _largest(misses, gap):
        told = misses[section] + planned[section]
        yield (
            f"Take {clock(excess)} from the {section}, told in {clock(told)} where "
            f"the plan has {clock(planned[section])}{_where(telling, section)}."
        )


def _aside(telling: Telling) -> float:
    """Seconds outside the answer itself; what owns a fault or tells a fact belongs to it, wherever it stands."""
    story = telling.story
    kept = {signal.sentence for signal in _facts(story)}
    other = [n for n, one in enumerate(story.labels) if one.label == "other" and n not in kept]
    return telling.seconds - sum(telling.each) + sum(telling.each[n] for n in other)


def _facts(story: Passage) -> tuple[Signal, ...]:
    """The signals that a sentence cannot lose without losing a fact."""
    return story.facts.of(*(kind for kind in story.facts.signals if kind not in _TELLING))


def _largest(misses: Mapping[str, float], gap: float) -> Iterator[tuple[str, float]]:
    """The two largest misses, each with how much of the gap it can close."""
    for section in sorted(misses, key=lambda name: -misses[name])[:2]:
        part = min(misses[section], gap)
        if part < _LEAST:
            return
        gap -= part
        yield section, part


def _where(telling: Telling, section: str) -> str:
    """The sentence of the section that costs most time for the fewest facts, of those that the story can spare.

    Never what came of it, nor a lesson; nothing is named where the story goes on with all that is told.
    """
    if section not in _CUTTABLE:
        return ""
    story = telling.story
    kinds: list[list[str]] = [[] for _ in story.labels]
    for signal in _facts(story):
        kinds[signal.sentence].append(signal.kind)
    loads = [len(one) for one in kinds]
    for figure in story.facts.quantities:
        loads[max(story.sentence_of(figure), 0)] += 2

    def weight(place: int) -> float:
        return telling.each[place] / (1 + loads[place])

    homes = enumerate(telling.homes)
    spots = [n for n, home in homes if home == section == story.labels[n].label and telling.each[n] >= _WORTH_IT]
    spots = [n for n in spots if weight(n) >= _THIN and is_spare(story, n, frozenset(kinds[n]))]
    if not spots:
        return ""
    spot = max(spots, key=lambda place: (weight(place), -place))
    return f"; look at “{_opening(story.document.quote(story.labels[spot].span))}” first"


def _opening(sentence: str, *, words: int = 8) -> str:
    parts = sentence.split()
    while len(parts) > _FEWEST and parts[0].strip(",.…").lower() in _FILLERS:
        parts = parts[1:]
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def _gaps(
    telling: Telling,
    planned: Mapping[str, float],
    misses: Mapping[str, float],
    gap: float,
    asks: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    yield f"There is room for {clock(gap)} more, about {telling.words(gap)} words."
    for section, lack in _largest({name: -miss for name, miss in misses.items()}, gap):
        wanted = asks.get(section, ())
        asked = f": {'; '.join(_small(one) for one in wanted)}" if wanted else ""
        yield f"Give the {section} {clock(lack)} of it{asked}."


def _small(ask: str) -> str:
    """What is asked for, as the part of a sentence."""
    return ask[:1].lower() + ask[1:]


def _balance(telling: Telling, planned: Mapping[str, float], misses: Mapping[str, float]) -> str:
    """A story that fits: which section takes another's time, if one does by more than a little."""

    def far(section: str) -> bool:
        return abs(misses[section]) > max(_LEAST, SLACK * planned[section])

    long = [name for name in planned if misses[name] > 0 and far(name)]
    short = [name for name in planned if misses[name] < 0 and far(name)]
    if not long or not short:
        return "Fits; no section takes another's time."
    most, least = max(long, key=lambda name: misses[name]), min(short, key=lambda name: misses[name])
    moved = min(misses[most], -misses[least])
    where = _where(telling, most)
    return f"Fits over all; take {telling.amount(moved)} from the {most} for the {least}{where}."
