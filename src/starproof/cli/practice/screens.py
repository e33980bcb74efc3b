"""What an answer came to, in a terminal: its time beside the plan, what was lost, how it was delivered, the review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from starproof.cli.practice.words import day, titles
from starproof.core.lengths import clock
from starproof.core.listing import listed
from starproof.core.practice import Session
from starproof.report.headlines import headlines
from starproof.report.safe import clipped
from starproof.report.terminal import review_lines
from starproof.report.terminal.look import Look as Ink
from starproof.report.terminal.look import said, title, wrapped
from starproof.report.terminal.practising import Bar, bar_lines, point_lines, quiet_lines, sentence, text_lines
from starproof.report.words import Tone, clock_face, counted

if TYPE_CHECKING:
    from starproof.api.practising import Look, Studio
    from starproof.practice.delivery import Delivery
    from starproof.practice.lost import Lost, OtherFigure, PaperFigure, SectionTold
    from starproof.report.words import Names

_QUOTE = 150
_MOST = 3
"""Sentences of one section, or findings, that are shown."""


def look_lines(studio: Studio, look: Look, names: Names, ink: Ink, *, whole: bool = False) -> Iterator[Text]:
    """All about one attempt.

    Args:
        studio: where it was made.
        look: the attempt, looked at.
        names: what the guide calls things.
        ink: how wide, and whether in colour.
        whole: show the words and the whole review too.
    """
    if look.session.setup.mode == "retrieval":
        yield from named_lines(studio, look.session, look.attempt.assignment, ink)
        return
    if look.retry:
        yield from _beside_before(look.retry.says, ink)
    yield from _time(studio, look, ink)
    if look.lost:
        yield from _lost(look.lost, ink)
    if look.assignment.answer:
        yield from title("What your story says", ink)
        yield from text_lines(look.assignment.answer, ink)
    if look.delivery and look.review and look.attempt.turns[0].spoken and look.session.setup.mode != "essay":
        yield from _delivery(look.delivery, ink)
    yield from _review(look, names, ink, whole=whole)
    if back := comes_back(studio, look.session, look.attempt.assignment):
        yield Text()
        yield from wrapped(said(back, style=ink.style("quiet")), ink.width)


def _beside_before(says: Sequence[str], ink: Ink) -> Iterator[Text]:
    yield from title("Beside the time before", ink)
    for line in says:
        yield from point_lines("open", line, ink, shape="→")
    if not says:
        yield from quiet_lines("Nothing that was measured has changed.", ink, indent=0)


def _time(studio: Studio, look: Look, ink: Ink) -> Iterator[Text]:
    """What was told, the try before, and the plan."""
    from starproof.api.practising import is_measured, time_spent

    bars = [Bar(name, seconds) for name, seconds in time_spent(studio.reviewer.guide, look)]
    if bars:
        yield from title("Time", ink, aside="" if is_measured(look) else "reckoned from the words, as it was typed")
        yield from bar_lines(bars, ink)


def _lost(lost: Lost, ink: Ink) -> Iterator[Text]:
    yield from title("Beside what is written", ink)
    otherwise = {(one.said.figure.quote, one.written.figure.quote): one for one in lost.otherwise}
    for other in otherwise.values():
        yield from _otherwise(other, ink)
    yield from _all_dropped(lost.dropped, ink)
    if lost.said:
        yield from point_lines("good", "said: " + _strung([one.written.figure.quote for one in lost.said]), ink)
    if lost.invented:
        only = "only in the answer: " + _strung([one.figure.quote for one in lost.invented])
        yield from point_lines("open", only, ink, shape="◇")
    yield from _sections(lost.sections, ink)
    if lost.lesson and lost.lesson.told:
        yield from point_lines("good", "the lesson was told", ink)
    elif lost.lesson:
        yield from point_lines("bad", "the lesson was not told", ink)
        for one in lost.lesson.sentences[:_MOST]:
            yield from quiet_lines(f"“{clipped(one.sentence.quote, most=_QUOTE)}”", ink)
    if lost.cannot_say:
        yield from quiet_lines(sentence(lost.cannot_say), ink, indent=0)


def _otherwise(other: OtherFigure, ink: Ink) -> Iterator[Text]:
    words = Text("said ")
    words.append_text(said(other.said.figure.quote, style=ink.style("strong")))
    words.append(" where the story has ")
    words.append_text(said(other.written.figure.quote, style=ink.style("strong")))
    yield from point_lines("bad", words, ink)


def _all_dropped(dropped: Sequence[PaperFigure], ink: Ink) -> Iterator[Text]:
    """The weighty ones with their sentences, each sentence once; those told in passing on one line."""
    weighty: dict[str, list[PaperFigure]] = {}
    for one in dropped:
        if one.weight != "passing":
            weighty.setdefault(one.sentence.quote, []).append(one)
    for quote, figures in weighty.items():
        words = Text("not said: ")
        words.append_text(said(_strung([one.figure.quote for one in figures]), style=ink.style("strong")))
        if any(one.weight == "first" for one in figures):
            words.append("  they go for it first", style=ink.style("quiet"))
        yield from point_lines("open", words, ink, shape="▽")
        yield from quiet_lines(f"“{clipped(quote, most=_QUOTE)}”", ink)
    passing = [one.figure.quote for one in dropped if one.weight == "passing"]
    if passing:
        yield from point_lines("open", f"not said, told in passing: {_strung(passing)}", ink, shape="▽")


def _sections(sections: Sequence[SectionTold], ink: Ink) -> Iterator[Text]:
    """Of what was told in part, what is missing; what was not told at all stands in the story."""
    for section in sections:
        if section.telling != "partly" or not section.missing:
            continue
        yield from point_lines("open", f"{section.section}: told in part, without", ink)
        for one in section.missing[:_MOST]:
            yield from quiet_lines(f"“{clipped(one.sentence.quote, most=_QUOTE)}”", ink)
        if len(section.missing) > _MOST:
            yield from quiet_lines(f"and {counted(len(section.missing) - _MOST, 'more sentence')}", ink)
    untold = [one.section for one in sections if one.telling == "not"]
    if untold:
        yield from point_lines("open", f"not told at all: {listed(untold)}", ink)


def _strung(quotes: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(" ".join(one.split()) for one in quotes))


def _delivery(delivery: Delivery, ink: Ink) -> Iterator[Text]:
    yield from title("Delivery", ink, aside="advice only, no part of a rating")
    if delivery.because:
        yield from wrapped(said(sentence(delivery.because), style=ink.style("quiet")), ink.width)
        return
    yield from wrapped(said(" · ".join(_measured(delivery))), ink.width)
    if delivery.unheard:
        places = listed([clock_face(one.start) for one in delivery.unheard])
        yield from point_lines("open", f"A voice was heard and no words at {places}. Look at the words there.", ink)
    usual = [f"Usual: {one.norm}." + _source(one.source) for one in delivery.advice]
    for place, one in enumerate(delivery.advice):
        yield from point_lines("open", one.says, ink, shape="→")
        if usual[place] not in usual[place + 1 :]:  # once, below the last that rests on it
            yield from quiet_lines(usual[place], ink)
    if not delivery.advice:
        yield from point_lines("good", "All of it is within what is usual.", ink)


def _source(id_: str) -> str:
    """Where a norm comes from; the guide's own needs no more words."""
    from starproof.practice.delivery import sources

    source = sources().get(id_)
    return f" {source.title} ({source.of})." if source and id_ != "guide" else ""


def _measured(delivery: Delivery) -> Iterator[str]:
    if delivery.seconds is not None:
        yield clock(delivery.seconds)
    if delivery.pace:
        yield f"{delivery.pace.with_pauses:.0f} words a minute"
    if delivery.pauses is not None and delivery.pause_over is not None:
        longest = max((one.seconds for one in delivery.pauses), default=0.0)
        most = f", the longest {longest:.1f} s" if delivery.pauses else ""
        yield f"{counted(len(delivery.pauses), 'pause')} over {delivery.pause_over:g} s{most}"
    if delivery.disfluency:
        least = delivery.disfluency.at_least
        heard = f"at least {counted(least, 'filler or restart', 'fillers and restarts')}"
        yield heard if least else "no filler or restart heard"


def _review(look: Look, names: Names, ink: Ink, *, whole: bool) -> Iterator[Text]:
    if look.review is None:
        yield Text()
        yield from wrapped(said("Nothing was said, so there is nothing to look at."), ink.width)
        return
    if whole:
        yield from title("The review of what you said", ink)
        yield from review_lines(look.review, names, ink)
        return
    yield from title("In short", ink)
    for line in headlines(look.review, names):
        words = said(line.strong, style=ink.style("strong"))
        words.append_text(said(f", {line.rest}" if line.rest else ""))
        yield from point_lines(line.tone, words, ink)


def comes_back(studio: Studio, session: Session, number: int) -> str | None:
    """When what was practised comes back, in a sentence; ``None`` before it is rated."""
    from starproof.practice.schedule.states import bare

    if session.attempts[number].grade is None and not session.attempts[number].skipped:
        return None
    card = bare(session.setup.assignments[number].card)
    state = next((one for one in studio.cards() if bare(one.key) == card), None)
    if state is None or state.last is None:
        return None
    kind = {"story": "The story", "question": "The question", "figure": "The figure"}[state.key.kind]
    if state.due is None:
        return f"{kind} will still be there on the day of the loop; it need not come back before."
    return f"{kind} comes back {day(studio, state.due)}."


def named_lines(studio: Studio, session: Session, number: int, ink: Ink) -> Iterator[Text]:
    """What came of asking for the name of a story."""
    attempt, one = session.attempts[number], session.setup.assignments[number]
    known = titles(studio)
    tone, verdict = _verdict(session, number)
    took = f"{attempt.reaction:.1f} s · " if attempt.reaction is not None and attempt.named else ""
    words = said(f"{took}{verdict}", style=ink.style("strong"))
    if attempt.named:
        words.append(": ")
        words.append_text(said(known.get(attempt.named, attempt.named)))
    yield Text()
    yield from point_lines(tone, words, ink)
    for place, story in enumerate(dict.fromkeys(id_ for id_ in (one.story, *one.fitting) if id_)):
        head = "best: " if place == 0 else "also: "
        yield from quiet_lines(head + known.get(story, story), ink)


def _verdict(session: Session, number: int) -> tuple[Tone, str]:
    attempt, one = session.attempts[number], session.setup.assignments[number]
    late = one.seconds is not None and attempt.reaction is not None and attempt.reaction > one.seconds
    if attempt.named is None:
        return "bad", f"Time was up: {one.seconds:.0f} s" if late else "None came to mind"
    if late:
        return "bad", f"Too late, there were {one.seconds:.0f} s"
    if attempt.named == one.story:
        return "good", "The best one"
    return ("open", "Answers it too") if attempt.named in one.fitting else ("bad", "Does not answer it")


def summary_lines(studio: Studio, session: Session, ink: Ink) -> Iterator[Text]:
    """What a session came to, in a line for each question."""
    yield from title("That was it", ink)
    drill = session.setup.mode == "retrieval"
    shown = [attempt for attempt in session.attempts if attempt.began is not None]
    if drill:
        good = sum(attempt.grade in ("hard", "good", "easy") for attempt in shown)
        yield from wrapped(said(f"{good} of {len(shown)} named in time with a story that answers."), ink.width)
    for attempt in shown:
        ask = session.setup.assignments[attempt.assignment].ask
        missed = attempt.grade == "again" or (drill and attempt.skipped)
        tone: Tone = "good" if attempt.grade in ("good", "easy") else "bad" if missed else "open"
        took = f"{attempt.reaction:.1f} s, " if drill and attempt.named else ""
        rated = attempt.grade or ("passed over" if attempt.skipped else "not rated")
        yield from point_lines(tone, f"{took}{rated}: {clipped(ask, most=ink.width)}", ink)
        back = None if drill else comes_back(studio, session, attempt.assignment)
        if back:
            yield from quiet_lines(back, ink)
