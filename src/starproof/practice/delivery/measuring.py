"""One answer's delivery, measured."""

from __future__ import annotations

from collections.abc import Sequence

from starproof.core.document import LabelledSentence, TimedSpan
from starproof.core.ending import as_heard
from starproof.core.guide import Framework, Guide
from starproof.core.results import Review
from starproof.core.speech import Stretch, Transcript
from starproof.parse.words import tokens
from starproof.practice.delivery.advice import Measured, advise
from starproof.practice.delivery.fillers import fillers
from starproof.practice.delivery.norms import norms
from starproof.practice.delivery.pauses import pauses, unheard
from starproof.practice.delivery.placing import timed
from starproof.practice.delivery.restarts import restarts
from starproof.practice.delivery.sections import pace, plan, sections
from starproof.practice.delivery.shapes import Delivery, Disfluency
from starproof.practice.delivery.voice import stretches, voiced_between


def measure(
    text: str,
    transcript: Transcript | None,
    labels: Review | Sequence[LabelledSentence],
    framework: Framework | Guide | None = None,
    *,
    own_pace: float | None = None,
    pause_over: float | None = None,
) -> Delivery:
    """Measure how an answer was delivered. Advice only: nothing here is ever part of a rating.

    Args:
        text: the answer as it stands now; it may have been edited since it was heard.
        transcript: what was heard; ``None`` for a typed answer.
        labels: the review of this very text, or its labelled sentences in text order, as ``following`` gives them
            where there is a written story.
        framework: the plan to hold it against; of a guide, the framework nearest in length; ``None`` for none.
        own_pace: the speaker's usual words a minute with pauses; ``None`` holds the answer against everybody's.
        pause_over: seconds over which a pause is told; ``None`` takes the norm, 1 s.

    Returns:
        Seconds, pace, pauses, fillers, restarts and advice; with ``because`` and nothing else where the answer has
        no times, since what was not heard is not 0.
    """
    words = timed(text, transcript) if transcript else ()
    if transcript is None or not words:
        return Delivery(because=_untimed(text, transcript))
    known = labels.sentences if isinstance(labels, Review) else labels
    return _measured(text, words, stretches(transcript), as_heard(known), framework, own_pace, pause_over)


def _untimed(text: str, transcript: Transcript | None) -> str:
    if transcript is None:
        return "This answer was not spoken, so there is no delivery to measure."
    if not transcript.words:
        return "No words were heard in this recording."
    return (
        "No words are left in this answer."
        if not any(map(str.isalnum, text))
        else "The words of this answer have no times."
    )


def _measured(
    text: str,
    words: tuple[TimedSpan, ...],
    voiced: Sequence[Stretch],
    labels: Sequence[LabelledSentence],
    framework: Framework | Guide | None,
    own_pace: float | None,
    pause_over: float | None,
) -> Delivery:
    over = norms()["pauses"].numbers["over"] if pause_over is None else pause_over
    told = sections(text, words, labels, voiced)
    seconds = words[-1].end - words[0].start
    speaking = voiced_between(voiced, words[0].start, words[-1].end) if voiced else None
    overall = pace(len(words), seconds, speaking)
    found = tuple(pauses(text, words, voiced, [one.span for one in labels], over=over)) if voiced else None
    hesitations = disfluency(text, len(words), seconds)
    held = plan(told, framework)
    return Delivery(
        timed=words,
        seconds=seconds,
        speaking=speaking,
        pace=overall,
        sections=told,
        plan=held,
        pauses=found,
        pause_over=over if voiced else None,
        unheard=tuple(unheard(words, voiced)) if voiced else None,
        disfluency=hesitations,
        advice=tuple(advise(Measured(overall, told, held, found or (), hesitations, own_pace))),
    )


def disfluency(text: str, words: int, seconds: float) -> Disfluency:
    """The fillers and restarts that a transcript of at least one word shows."""
    said = list(tokens(text))
    idle, again = fillers(text, said), restarts(text, said)
    return Disfluency(
        fillers=tuple(idle),
        restarts=tuple(again),
        at_least=len(idle) + len(again),
        fillers_per_minute=60 * len(idle) / seconds if seconds > 0 else None,
        fillers_per_100_words=100 * len(idle) / words,
        per_100_words=100 * (len(idle) + len(again)) / words,
    )
