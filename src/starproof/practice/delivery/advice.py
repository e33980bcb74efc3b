"""What to try next time: a sentence each, and only where a norm is missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from starproof.core.lengths import clock
from starproof.core.text import Span
from starproof.practice.delivery.norms import Norm, norms
from starproof.practice.delivery.shapes import (
    Advice,
    Disfluency,
    Pace,
    Pause,
    Plan,
    SectionDelivery,
    Topic,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """All that advice looks at."""

    pace: Pace | None
    sections: Sequence[SectionDelivery]
    plan: Plan | None
    pauses: Sequence[Pause]
    disfluency: Disfluency
    own_pace: float | None


def advise(measured: Measured) -> Iterator[Advice]:
    """Advice in the order of its weight: time, pace, pauses, fillers."""
    for part in (_length, _sections, _pace, _section_pace, _pauses, _disfluency):
        yield from part(measured)


def _given(topic: Topic, says: str, norm: Norm, spans: Iterable[Span] = ()) -> Advice:
    return Advice(topic, says, norm.says, norm.source, tuple(spans))


def _length(measured: Measured) -> Iterator[Advice]:
    norm, plan = norms()["length"], measured.plan
    if plan is None:
        return
    told = sum(section.seconds for section in measured.sections)
    gap = told - plan.budget
    if abs(gap) > norm.numbers["share"] * plan.budget:
        side = f"{clock(abs(gap))} {'more' if gap > 0 else 'less'} than"
        yield _given("length", f"You took {clock(told)}, {side} the {clock(plan.budget)} planned.", norm)


def _sections(measured: Measured) -> Iterator[Advice]:
    """The two sections that miss their plan by most."""
    norm = norms()["section"]
    rows = measured.plan.sections if measured.plan else ()
    missed = [
        one for one in rows if abs(one.over_by) > max(norm.numbers["seconds"], norm.numbers["share"] * one.planned)
    ]
    for row in sorted(missed, key=lambda one: -abs(one.over_by))[:2]:
        change = (
            f"tell it in {clock(row.over_by)} less"
            if row.over_by > 0
            else f"it has room for {clock(-row.over_by)} more"
        )
        says = f"The {row.section} took {clock(row.told)} where the plan has {clock(row.planned)}: {change}."
        yield _given("section", says, norm)


def _pace(measured: Measured) -> Iterator[Advice]:
    if measured.pace is None or measured.pace.words < norms()["pace"].numbers["words"]:
        return
    norm, (low, high) = _band(measured.own_pace)
    rate = measured.pace.with_pauses
    if low <= rate <= high:
        return
    usual = f"your own {measured.own_pace:.0f}" if measured.own_pace else f"the usual {low:.0f} to {high:.0f}"
    way = "slower than" if rate < low else "faster than"
    yield _given("pace", f"You spoke {rate:.0f} words a minute, {way} {usual}.", norm)


def _band(own: float | None) -> tuple[Norm, tuple[float, float]]:
    """The speaker's own band where it is known, else everybody's."""
    if own:
        norm = norms()["own-pace"]
        return norm, (own * (1 - norm.numbers["share"]), own * (1 + norm.numbers["share"]))
    norm = norms()["pace"]
    return norm, (norm.numbers["low"], norm.numbers["high"])


def _section_pace(measured: Measured) -> Iterator[Advice]:
    """The section that was hurried most beside the rest of the answer."""
    norm = norms()["section-pace"]
    long = [one for one in measured.sections if one.pace and one.pace.words >= norm.numbers["words"]]
    if measured.pace is None or len(long) < 2:
        return
    rates = {one.section: one.pace.with_pauses for one in long if one.pace}
    fastest = max(rates, key=lambda name: rates[name])
    if rates[fastest] > measured.pace.with_pauses * (1 + norms()["own-pace"].numbers["share"]):
        says = (
            f"You told the {fastest} at {rates[fastest]:.0f} words a minute and the whole at "
            f"{measured.pace.with_pauses:.0f}: give the {fastest} its time."
        )
        yield _given("section-pace", says, norm)


def _pauses(measured: Measured) -> Iterator[Advice]:
    norm = norms()["pauses"]
    inside = [pause for pause in measured.pauses if pause.place == "in-clause"]
    if len(inside) >= norm.numbers["at-least"]:
        longest = max(pause.seconds for pause in inside)
        says = (
            f"{len(inside)} pauses, the longest of {longest:.1f} s, fell inside a clause: finish the clause, "
            "then take your time."
        )
        yield _given("pauses", says, norm, (pause.after for pause in inside))


def _disfluency(measured: Measured) -> Iterator[Advice]:
    norm, shown = norms()["disfluency"], measured.disfluency
    words = measured.pace.words if measured.pace else 0
    if words >= norm.numbers["words"] and shown.per_100_words > norm.numbers["high"]:
        says = (
            f"At least {shown.per_100_words:.0f} fillers and restarts in 100 words: where you look for a word, "
            "stay silent until you have it."
        )
        spans = (*(one.span for one in shown.fillers), *(one.span for one in shown.restarts))
        yield _given("disfluency", says, norm, sorted(spans))
