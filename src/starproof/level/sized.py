"""Ratings of size and of figures: how far the work went, what came of it, how clearly that is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from starproof.core.facts import Quantity
from starproof.core.listing import listed
from starproof.core.results import Dimension
from starproof.core.text import Span
from starproof.extract.baselines.passing import DAY, FEW, is_passing, none_since, tells_change
from starproof.extract.baselines.told_before import is_beside
from starproof.extract.genres.matter import about_people
from starproof.extract.text.connectives import never_came
from starproof.level import anchors
from starproof.level.case import Case
from starproof.level.tally import Tally

UNSIZED = 3
"""The most for an outcome of which neither the worth nor the reach is told."""
LONGEST = 1_000
"""Code points of a sentence that are looked at."""
MONTH = 28 * DAY
_GUESS = re.compile(r"\b(?:perhaps|maybe|i guess|at a guess|who knows)\b", re.IGNORECASE)
_GUESS_REACH = 24
"""Code points before a figure in which it is called a guess."""
_STEPS = {"below": 2, "at": 4, "above": 5}
_WORDS = {"below": "below the level", "at": "at the level", "above": "above the level"}


def scope(case: Case) -> Tally | None:
    """How far the work went; the number of people alone says nothing of what it covered."""
    tally = _by_dimensions(case, "scope", "influence", "complexity")
    known = {name for name in ("scope", "complexity") if name in case.dimensions and _told(case.dimensions[name])}
    if not known and _reaches_past(case) and not case.general():
        tally = Tally(points=3, because=["It reaches past the own team; how far is not told."])
        tally.evidence.extend(case.flags["single-team"].evidence[:1])
    elif tally is not None and not known:
        tally.cap(3, "No more than 3: nothing is told of what the work covered beyond its own team.", ())
    _size(case, tally, "scope")
    return tally


def _reaches_past(case: Case) -> bool:
    """Whether words show that the work goes past the own team, without saying how far."""
    flag = case.flags.get("single-team")
    return flag is not None and flag.status == "clear" and bool(flag.evidence)


def _told(dimension: Dimension) -> bool:
    return dimension.reads_as in _STEPS


def _by_dimensions(case: Case, *names: str) -> Tally | None:
    """The best of these dimensions; what is unclear neither raises nor lowers."""
    known = [d for name in names if (d := case.dimensions.get(name)) and d.reads_as in _STEPS]
    if not known:
        return None
    best = max(known, key=lambda dimension: _STEPS[dimension.reads_as])
    tally = Tally(points=_STEPS[best.reads_as])
    for dimension in known:
        tally.because.append(f"{dimension.id.capitalize()} reads {_WORDS[dimension.reads_as]}: {dimension.because}")
    tally.evidence.extend(best.evidence)
    return tally


def _size(case: Case, tally: Tally | None, name: str) -> None:
    """Note whether this dimension itself reads as high as the rating."""
    dimension = case.dimensions.get(name)
    if tally is not None and dimension is not None and _STEPS.get(dimension.reads_as) == tally.points:
        tally.told.add(anchors.SIZED)


def impact(case: Case) -> Tally | None:
    """What came of it, and for whom."""
    facts = case.context.facts
    untold = facts.impact is None and case.raised("low-impact")  # the dimension says no more than the flag
    found = None if untold else _by_dimensions(case, "impact")
    if found is None and not case.has("result"):
        return None
    tally = found or Tally(points=2)
    effect, figure = case.first("business-effect", "adoption", "spread"), next(iter(_of_the_outcome(case)), None)
    if found is None:
        tally.signal(figure, "Tells the outcome in figures.", what=anchors.FIGURE)
        tally.signal(effect, "Tells whom the outcome served.", what=anchors.SERVED)
        if tally.points > UNSIZED and not (facts.reach.people or facts.reach.spots):
            tally.cap(UNSIZED, f"No more than {UNSIZED}: what it was worth, or to how many, is not told.", ())
    elif tally.points < 4 and effect is not None and facts.reach.people is not None:
        tally.signal(effect, "Tells whom the outcome served.")
    _size(case, tally, "impact")
    if case.first("lasted", "spread", "built-on", "mechanism") is not None:
        tally.told.add(anchors.AFTER)
    _agree(case, tally)
    return tally


def _agree(case: Case, tally: Tally) -> None:
    """Note whether every figure that others let a reader recompute comes out as told."""
    if all(claim.verdict != "inconsistent" for claim in case.context.facts.claims):
        tally.told.add(anchors.AGREE)


def _of_the_outcome(case: Case) -> Sequence[Span]:
    """The figures that tell what came of it; one of what was lost or spent only where no other is told."""
    beside = {q.span for i, q in enumerate(case.context.facts.quantities) if is_beside(case.context, i)}
    found = list(_outcome_figures(case))
    return [span for span in found if span not in beside] or found


def _outcome_figures(case: Case) -> Iterator[Span]:
    """The figures of the results that tell what came of it, in text order."""
    for place, inside in _by_result(case).items():
        words = case.context.sentence(place, most=LONGEST)
        if none_since(words):
            yield from (q.span for q in inside if q.kind == "duration" and q.value >= MONTH)
        if not never_came(case.context.document.quote(case.context.labels[place].span)):
            yield from (q.span for q in inside if not _passes(case, q, [one for one in inside if one is not q]))


def _passes(case: Case, figure: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether a figure tells nothing of what came of it; in a story about people, a handful of them is the outcome."""
    if not is_passing(figure, beside) or _is_change(case, figure):
        return False
    return not (figure.kind == "count" and figure.value > 1 and about_people(case.context.document))


def _is_change(case: Case, figure: Quantity) -> bool:
    """Whether the words of its sentence before a figure tell by how much something moved, or fell to nothing."""
    place = case.context.sentence_at(figure.span.start)
    if place is None or figure.value < FEW:
        return False
    start = max(case.context.labels[place].span.start, figure.span.start - LONGEST)
    return tells_change(case.context.document.text[start : figure.span.start])


def _by_result(case: Case) -> Mapping[int, Sequence[Quantity]]:
    """The figures of each sentence of the result, by its place."""
    found: dict[int, list[Quantity]] = {}
    for figure in case.context.facts.quantities:
        place = case.context.sentence_at(figure.span.start)
        if place is not None and case.context.labels[place].label == "result":
            found.setdefault(place, []).append(figure)
    return found


def clarity(case: Case) -> Tally | None:
    """Whether a listener can follow it and the outcome stands in figures that have all they need."""
    if not case.has("situation", "task", "action", "result", "reflection"):
        return None
    tally = Tally(points=5)
    tally.because.append("Starts from 5; each fault that a listener would stumble over takes it down.")
    figures = list(dict.fromkeys(_of_the_outcome(case)))
    if not figures:
        tally.cap(3, "No more than 3: the outcome is told without a figure.", ())
        return tally
    tally.point_if(True, "The outcome is told in figures.", figures[0])
    if all(_is_guess(case, span) for span in figures):
        reason = f"No more than 4: {_quote(case, figures[0])} is a guess, as it is told."
        tally.cap(4, reason, case.context.evidence(figures[0]))
    bare, whole = ([span for span in figures if (span in case.bare) is open_] for open_ in (True, False))
    if not whole:  # one that is whole shows that they know
        first = figures[0]
        reason = f"No more than 4: {_quote(case, first)} stands without its base or its period."
        tally.cap(4, reason, case.context.evidence(first))
    elif case.bare:
        named = list(dict.fromkeys(_quote(case, span) for span in bare or case.bare))
        rests = f"{listed(named)} {'stands' if len(named) == 1 else 'stand'} on"
        tally.because[:] = [f"The outcome is told in figures; still open is what {rests}."]
    elif _in_people(case, figures):
        tally.because[:] = ["The outcome is told in people, and in how many."]
    else:
        tally.told.add(anchors.WHOLE)
    _agree(case, tally)
    return tally


def _is_guess(case: Case, figure: Span) -> bool:
    """Whether a figure is told as what somebody reckoned, perhaps: none that was measured."""
    return _GUESS.search(case.context.document.text, max(0, figure.start - _GUESS_REACH), figure.start) is not None


def _in_people(case: Case, figures: Sequence[Span]) -> bool:
    """Whether the outcome is told in no figure but a handful of people."""
    told = {q.span: q for q in case.context.facts.quantities}
    return all(is_passing(told[span]) and not _is_change(case, told[span]) for span in figures)


def _quote(case: Case, span: Span) -> str:
    return f"“{' '.join(case.context.document.quote(span).split())}”"
