"""The second attempt beside the first: figures, sections, seconds, pace, pauses, fillers, findings, flags, follow-ups.

All data, with a plain sentence for each change. What either attempt did not measure is ``None`` and has no sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from starproof.core.document import SECTIONS, Label
from starproof.core.listing import listed
from starproof.core.results import Evidence, Finding, FlagStatus, Review
from starproof.practice.delivery import Delivery
from starproof.practice.lost import Lost, OtherFigure, PaperFigure, Telling

Measured = Literal["seconds", "pace", "pauses", "longest-pause", "fillers", "follow-ups"]
_TELLINGS: tuple[Telling, ...] = ("not", "partly", "told")
_SHORT = 5.0
"""Seconds by which a section must move to be worth a sentence."""
_MOST_NAMED = 4
"""Figures that one sentence names."""


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt, as far as it was looked at."""

    review: Review
    """The review of the answer."""
    lost: Lost | None = None
    """Held against the written story; ``None`` where there is none."""
    delivery: Delivery | None = None
    asked: int | None = None
    """Follow-ups that the interviewer needed."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A number before and after; ``None`` on a side that did not measure it."""

    what: Measured
    old: float | None
    new: float | None

    @property
    def by(self) -> float | None:
        """How much more the second has; negative where it has less."""
        return None if self.old is None or self.new is None else self.new - self.old


@dataclass(frozen=True, slots=True)
class SectionMoved:
    """One section before and after."""

    section: Label
    old_seconds: float | None
    new_seconds: float | None
    old_telling: Telling | None
    """How much of the written section was told; ``None`` where that was not compared."""
    new_telling: Telling | None

    @property
    def by(self) -> float | None:
        """Seconds more; negative where it became shorter."""
        if self.old_seconds is None or self.new_seconds is None:
            return None
        return self.new_seconds - self.old_seconds


@dataclass(frozen=True, slots=True)
class FlagMoved:
    """A red flag whose verdict changed."""

    id: str
    old: FlagStatus
    new: FlagStatus


@dataclass(frozen=True, slots=True)
class Retry:
    """The second attempt beside the first."""

    found: tuple[PaperFigure, ...] | None
    """Figures of the written story that the first attempt left out, or said differently, and the second has."""
    gone: tuple[PaperFigure, ...] | None
    """Figures that the first attempt had and the second left out."""
    strayed: tuple[OtherFigure, ...] | None
    """Figures that the first attempt had and the second said differently."""
    sections: tuple[SectionMoved, ...]
    """All five, in the order of an answer."""
    lesson: tuple[bool, bool] | None
    """Whether the lesson was told, before and after."""
    measures: tuple[Moved, ...]
    findings_gone: tuple[Finding, ...]
    """As the first attempt has them."""
    findings_new: tuple[Finding, ...]
    flags: tuple[FlagMoved, ...]
    says: tuple[str, ...]
    """The changes in plain sentences; empty where nothing changed that was measured."""

    def measure(self, what: Measured) -> Moved:
        """One number before and after."""
        return next(one for one in self.measures if one.what == what)


def retry(first: Try, second: Try) -> Retry:
    """Hold the second attempt against the first; both answers to the same written story, where there is one."""
    found = _figures(first.lost, second.lost)
    gone, strayed = _gone(first.lost, second.lost)
    sections = tuple(_sections(first, second))
    lesson = _lesson(first.lost, second.lost)
    measures = tuple(Moved(what, read(first), read(second)) for what, read in _MEASURES.items())
    fewer = _without(first.review.findings, second.review.findings)
    more = _without(second.review.findings, first.review.findings)
    flags = tuple(_flags(first.review, second.review))
    plain = Retry(found, gone, strayed, sections, lesson, measures, fewer, more, flags, says=())
    return replace(plain, says=tuple(_says(plain)))


def _figures(without: Lost | None, having: Lost | None) -> tuple[PaperFigure, ...] | None:
    """What one attempt has of the written figures and the other has not."""
    if without is None or having is None:
        return None
    missing = {one.quantity for one in without.dropped} | {one.written.quantity for one in without.otherwise}
    return tuple(one.written for one in having.said if one.written.quantity in missing)


def _gone(old: Lost | None, new: Lost | None) -> tuple[tuple[PaperFigure, ...] | None, tuple[OtherFigure, ...] | None]:
    """Figures that the first attempt had: those that the second left out, and those that it said differently."""
    had = _figures(new, old)
    if had is None or new is None:
        return None, None
    strayed = tuple(one for one in new.otherwise if one.written in had)
    other = [one.written for one in strayed]
    return tuple(one for one in had if one not in other), strayed


def _sections(first: Try, second: Try) -> Iterator[SectionMoved]:
    seconds = [_by_section(one.delivery) for one in (first, second)]
    told = [_tellings(one.lost) for one in (first, second)]
    for name in SECTIONS:
        yield SectionMoved(name, seconds[0].get(name), seconds[1].get(name), told[0].get(name), told[1].get(name))


def _by_section(delivery: Delivery | None) -> Mapping[Label, float]:
    return {} if delivery is None else delivery.by_section or {}


def _tellings(lost: Lost | None) -> Mapping[Label, Telling]:
    return {} if lost is None else {one.section: one.telling for one in lost.sections}


def _lesson(old: Lost | None, new: Lost | None) -> tuple[bool, bool] | None:
    if old is None or new is None or old.lesson is None or new.lesson is None:
        return None
    return old.lesson.told, new.lesson.told


def _pace(one: Try) -> float | None:
    return one.delivery.pace.with_pauses if one.delivery and one.delivery.pace else None


def _pauses(one: Try) -> float | None:
    return None if one.delivery is None or one.delivery.pauses is None else float(len(one.delivery.pauses))


def _longest(one: Try) -> float | None:
    """Seconds of the longest pause; where there was none, there is no longest one."""
    pauses = one.delivery.pauses if one.delivery else None
    return max((pause.seconds for pause in pauses), default=None) if pauses else None


def _fillers(one: Try) -> float | None:
    disfluency = one.delivery.disfluency if one.delivery else None
    return None if disfluency is None else float(disfluency.at_least)


_MEASURES: Mapping[Measured, Callable[[Try], float | None]] = {
    "seconds": lambda one: one.delivery.seconds if one.delivery else None,
    "pace": _pace,
    "pauses": _pauses,
    "longest-pause": _longest,
    "fillers": _fillers,
    "follow-ups": lambda one: None if one.asked is None else float(one.asked),
}


def _without(findings: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings whose rule found as many fewer, or none, on the other side."""
    left: dict[str, int] = {}
    for one in others:
        left[one.code] = left.get(one.code, 0) + 1
    kept = []
    for one in findings:
        if left.get(one.code, 0):
            left[one.code] -= 1
        else:
            kept.append(one)
    return tuple(kept)


def _flags(first: Review, second: Review) -> Iterator[FlagMoved]:
    old = {flag.id: flag.status for flag in first.flags}
    for flag in second.flags:
        if flag.id in old and old[flag.id] != flag.status:
            yield FlagMoved(flag.id, old[flag.id], flag.status)


# in words


def _says(moved: Retry) -> Iterator[str]:
    if moved.found:
        yield f"This time you said {_named(moved.found)}."
    if moved.gone:
        yield f"You left out {_named(moved.gone)}, which the first answer had."
    for one in (moved.strayed or ())[:_MOST_NAMED]:
        yield f"You said {_quoted(one.said.figure)}, where the first answer had {_quoted(one.written.figure)}."
    yield from _of_sections(moved.sections)
    if moved.lesson == (False, True):
        yield "The lesson is there now."
    elif moved.lesson == (True, False):
        yield "The lesson is gone."
    yield from _of_measures(moved)
    yield from _of_verdicts(moved)


def _named(figures: Sequence[PaperFigure]) -> str:
    names = [_quoted(one.figure) for one in figures[:_MOST_NAMED]]
    more = len(figures) - len(names)
    return listed([*names, f"{more} more"] if more else names)


def _quoted(words: Evidence) -> str:
    return " ".join(words.quote.split())


def _step(one: SectionMoved) -> int:
    """By how much more of a section was told; 0 where that cannot be said."""
    if not one.old_telling or not one.new_telling:
        return 0
    return _TELLINGS.index(one.new_telling) - _TELLINGS.index(one.old_telling)


def _of_sections(sections: Sequence[SectionMoved]) -> Iterator[str]:
    steps = [(one.section, _step(one)) for one in sections]
    for word, told in (("more", [name for name, by in steps if by > 0]), ("less", [n for n, by in steps if by < 0])):
        if told:
            yield f"You told {word} of the {listed(told)} than the first time."
    for one in sections:
        if one.by is not None and abs(one.by) >= _SHORT:
            way = "longer" if one.by > 0 else "shorter"
            was = f"{one.old_seconds:.0f} s, now {one.new_seconds:.0f} s"
            yield f"The {one.section} is {abs(one.by):.0f} s {way}: {was}."


_WORDS: Mapping[Measured, str] = {
    "seconds": "The answer took {old:.0f} s, now {new:.0f} s.",
    "pace": "You spoke {old:.0f} words a minute, now {new:.0f}.",
    "pauses": "Pauses: {old:.0f}, now {new:.0f}.",
    "longest-pause": "The longest pause was {old:.1f} s, now {new:.1f} s.",
    "fillers": "Fillers and restarts that were heard: {old:.0f}, now {new:.0f}.",
    "follow-ups": "Follow-ups that were asked: {old:.0f}, now {new:.0f}.",
}


def _of_measures(moved: Retry) -> Iterator[str]:
    for one in moved.measures:
        if one.by is None:
            continue
        says = _WORDS[one.what].format(old=one.old, new=one.new)
        digits = 1 if one.what == "longest-pause" else 0
        if round(one.old or 0.0, digits) != round(one.new or 0.0, digits):
            yield says


def _of_verdicts(moved: Retry) -> Iterator[str]:
    cleared = [one.id for one in moved.flags if one.old == "raised"]
    raised = [one.id for one in moved.flags if one.new == "raised"]
    if cleared:
        yield f"No longer flagged: {_plainly(cleared)}."
    if raised:
        yield f"Flagged now: {_plainly(raised)}."
    for findings, words in ((moved.findings_gone, "no longer found"), (moved.findings_new, "found now")):
        if findings:
            names = list(dict.fromkeys(one.name for one in findings))
            shown = _plainly(names[:_MOST_NAMED])
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            yield f"{words.capitalize()}: {shown}{more}."


def _plainly(names: Sequence[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in names)
