"""The whole review in a few lines: level, red flags, figures, time, and what was not found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starproof.core.lengths import clock
from starproof.core.listing import listed
from starproof.core.results import Dimension, Level, Reading, Review
from starproof.level import beside_the_question
from starproof.report.proofs import recomputed
from starproof.report.words import STATUS_WORDS, Names, Tone, counted, fit_words, is_story, nearest

_BY_REACH = ("scope", "influence", "complexity")
"""Dimensions that one number of teams can settle."""
_READINGS: tuple[Reading, ...] = ("below", "at", "above")


@dataclass(frozen=True, slots=True)
class Headline:
    """One verdict in a few words: what first, the rest after."""

    tone: Tone
    strong: str
    rest: str = ""


def headlines(review: Review, names: Names) -> tuple[Headline, ...]:
    """The whole review in a few lines."""
    return tuple(_headlines(review, names))


def _headlines(review: Review, names: Names) -> Iterator[Headline]:
    if not is_story(review):
        yield Headline("bad", f"Not judged: {within(review.facts.genre.because)}")
    else:
        yield _level_line(review, names)
        yield from _question_line(review)
    yield _flag_line(review)
    yield _figure_line(review)
    yield from _time_line(review, names)
    if is_story(review) and (absent := _absent(review)):
        yield Headline("open", f"Not found: {listed(absent)}")


def _absent(review: Review) -> tuple[str, ...]:
    """The missing sections that a finding tells of: a goal or a lesson told in passing is not missed."""
    told = [finding.message for finding in review.findings if finding.code == "STR101"]
    return tuple(name for name in review.missing if any(words.startswith(f"No {name}:") for words in told))


def within(sentence: str) -> str:
    """A sentence as the part of another: without its capital and its full stop."""
    head = sentence[:1].lower() if sentence[1:2].islower() or sentence[1:2] == " " else sentence[:1]
    return head + sentence[1:].rstrip(".")


def _level_line(review: Review, names: Names) -> Headline:
    level = review.level
    if level.reads_as == "unclear":
        return Headline("open", "Level unclear", within(level.because))
    short = any(d.reads_as == "below" for d in level.dimensions)
    tone: Tone = "bad" if level.reads_as == "below" and short else "open" if _open(level) else "good"
    return Headline(tone, f"Reads {names.reading(level.reads_as)}", _carried(level, names))


def _question_line(review: Review) -> Iterator[Headline]:
    """That the story answers another question, where that is plain, so that it has no ratings."""
    if beside_the_question(review.findings):
        yield Headline("bad", "Answers another question", "so it has no ratings")


def _open(level: Level) -> bool:
    """Whether the reading over all is one that more telling may change, or that one number carries."""
    return level.reads_as == "below" or _alone(level) is not None


def _alone(level: Level) -> str | None:
    """The words on which scope, influence and complexity all rest where nothing is told of what it was worth."""
    known = {d.id: d for d in level.dimensions}
    told = [d for name in _BY_REACH if (d := known.get(name)) and d.evidence and d.reads_as == level.reads_as]
    quotes = {" ".join(d.evidence[0].quote.split()) for d in told}
    worth = known.get("impact")
    bare = worth is None or worth.reads_as == "unclear" or not worth.evidence
    return quotes.pop() if bare and len(told) == len(_BY_REACH) and len(quotes) == 1 else None


def _carried(level: Level, names: Names) -> str:
    """What the reading rests on: the dimensions that read so, and what the others say where those are few."""
    by = {reading: [d.id for d in level.dimensions if d.reads_as == reading] for reading in _READINGS}
    same, others = by[level.reads_as], [reading for reading in _READINGS if reading != level.reads_as and by[reading]]
    if 2 * len(same) >= len(level.dimensions):
        alone = _alone(level)
        rest = f", {len(_BY_REACH)} of them on “{alone}” alone" if alone else ""
        return f"in {len(same)} of {counted(len(level.dimensions), 'dimension')}{rest}"
    parts = [f"by {listed(_named(same, names))}"] if same else []
    if level.reads_as == "below" and (untold := [d for d in level.dimensions if _lacks(d)]):
        how = "nothing" if same and not any(d.evidence for d in untold) else "too little"
        short = "" if same else "as told, and by no dimension alone: "
        parts.append(f"{short}{how} told of {listed(_named((d.id for d in untold), names))}")
    parts += [f"{listed(_named(by[reading], names))} {names.reading(reading)}" for reading in others]
    return "; ".join(parts)


def _lacks(dimension: Dimension) -> bool:
    """Whether the level asks for it and it cannot be judged; of visibility outside it asks for nothing."""
    return dimension.reads_as == "unclear" and dimension.id != "external"


def _named(dimensions: Iterable[str], names: Names) -> list[str]:
    return [names.dimension(dimension).lower() for dimension in dimensions]


def _flag_line(review: Review) -> Headline:
    count = Counter(flag.status for flag in review.flags)
    rest = [f"{count[status]} {STATUS_WORDS[status]}" for status in ("clear", "cannot_say") if count[status]]
    if count["raised"]:
        return Headline("bad", f"{counted(count['raised'], 'red flag')} raised", ", ".join(rest))
    return Headline("good" if count["clear"] else "open", "No red flag raised", ", ".join(rest))


def _figure_line(review: Review) -> Headline:
    claims = recomputed(review)
    wrong = sum(claim.verdict == "inconsistent" for claim in claims)
    holding = len(claims) - wrong
    rest = f"{counted(holding, 'recomputed figure holds', 'recomputed figures hold')}" if holding else ""
    if wrong:
        return Headline("bad", counted(wrong, "figure does not add up", "figures do not add up"), rest)
    if holding:
        return Headline("good", rest)
    if review.quantities:
        return Headline("open", counted(len(review.quantities), "figure"), "none that others let us recompute")
    return Headline("open", "No figures")


def _time_line(review: Review, names: Names) -> Iterator[Headline]:
    fit = nearest(review)
    told = f"Told in {clock(review.timing.seconds)}"
    if fit is None:
        yield Headline("open", told)
    else:
        tone: Tone = "good" if fit.verdict == "fits" else "open"
        words = "fits the" if fit.verdict == "fits" else f"{fit_words(fit)} for the"
        yield Headline(tone, told, f"{words} {names.framework(fit.id).lower()}")
