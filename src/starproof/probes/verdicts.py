"""Questions that raised flags and findings bring along, tied to the user's words where they rest on words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from starproof.core.context import StoryContext
from starproof.core.facts import Signal
from starproof.core.results import Finding, Flag
from starproof.core.text import Span
from starproof.extract.teller.absolving import LONGEST, absolves
from starproof.extract.teller.fitting import fits, is_meant
from starproof.extract.teller.knowingly import knowing_faults
from starproof.extract.teller.remit import is_remit
from starproof.extract.teller.taking import TAKEN
from starproof.extract.text.around import clause, heard, heard_within
from starproof.probes.candidate import Candidate, quoted

SEVERE: Mapping[str, float] = {"error": 80, "warning": 58, "note": 25}
_OF_AN_ABSENCE = ("no-hard-decision",)
"""Flags whose question is about what is not told: only words that say that all were at one belong before it."""
_AT_ONE = re.compile(
    r"\b(?:every(?:body|one)?|all|nobody|no one|no|both|very|fully|without)\b[^.;!?]{0,60}\b(?:agree\w*|aligned|"
    r"on board|support\w*|happy|cooperat\w*|glad\w*|persuaded|objected|conflict|disagree\w*|delighted|nice idea|"
    r"willing)\b",
    re.IGNORECASE,
)
_BLAME = "blame"
_PART = 48.0
_ENDS = re.compile(r"[.;:!?…\n]")
_THING = re.compile(
    r"\s(?:logs?|rates?|messages?|codes?|budgets?|reports?|reporting|handling|pages?|counts?|lists?|trackers?|queues?|"
    r"margins?|bars?|fix(?:es)?|bount(?:y|ies))\b",
    re.IGNORECASE,
)
"""Behind a word for a fault, what is made of faults or holds them."""
_AT_EASE = re.compile(
    r"\b(?:do|did|does)(?:n[’']t| not)(?: even)? (?:have|need) to\b|\bno longer (?:have|had|need(?:ed)?) to\b|"
    r"\b(?:can|may|could(?! not)|(?:is|are|was|were) free to)\s(?!not\b)[^.;:!?]{0,50}?\bwithout "
    r"(?:asking|telling|warning)\b",
    re.IGNORECASE,
)
"""What others were spared, or may do: "because they did not have to decide", "they can stop it without asking me"."""
_SOMEBODYS = re.compile(
    r"\b(?:they|their|theirs|them|he|his|him|she|her|hers|who|i|we|us|me|my|mine|our|ours|blamed?|predecessor)\b|[’']s\b",
    re.IGNORECASE,
)
"""Words that say whose a fault is, or that it was not the teller's."""
_OWN_DEED = re.compile(
    r"\b(?:I|we)(?:[’']d|[’']ve)?\s(?!(?:was|were|had been)\b)"
    r"(?!.*\b(?:because|since|as|who|which|that|they|he|she|it|and|but|so)\b)",
    re.IGNORECASE,
)
"""Before such words in their clause: the teller acts, and nobody else, "I had waited for a third"."""
_NO_PART = "A fault is put on others, and your own part in it is not told."
_SILENT = ("PRV", "SYS", "GDE", "DLV", "STR")
"""Families whose findings are for the speaker alone: no interviewer asks about them. What is missing is asked for
where the sections are looked at."""
_OF_THE_WHOLE = ("STR105",)
"""Findings about the whole story: what they quote is an instance of it, and no words to ask about."""


def flags(context: StoryContext, raised: Sequence[Flag]) -> Iterator[Candidate]:
    """The probe of each raised flag: about its evidence, or bare where it rests on an absence."""
    for flag in raised:
        if flag.status != "raised" or not flag.probe:
            continue
        kind, hurt = f"flag-{flag.id}", SEVERE[flag.severity]
        spans = tuple(e.span for e in flag.evidence if flag.id not in _OF_AN_ABSENCE or _AT_ONE.search(e.quote))
        if spans:
            yield _candidate(context, kind, hurt + 6.0, flag.probe, flag.because, spans)
        else:
            yield Candidate(kind, hurt + 6.0 * bool(flag.evidence), flag.probe, flag.because, (), bare=True)


def blamed(context: StoryContext, flags: Sequence[Flag]) -> Iterator[Candidate]:
    """What the teller's own part was in a fault that is put on others, where none is told and no flag is raised for it.

    Words of blame alone raise no flag, as they may be a plain account of a cause; the part is asked for all the same.
    """
    known = context.guide.red_flag(_BLAME)
    if known is None or not known.probe or any(one.id == _BLAME and one.status == "raised" for one in flags):
        return
    if _owns(context):
        return
    for signal in context.facts.of("fault-of-others"):
        words = _whole(context, signal)
        if fits(context, signal) and _blames(context, signal, words):
            about = quoted(context, words, about=signal.span)
            yield Candidate("blamed", _PART, f"{about}: {_lowered(known.probe)}", _NO_PART, (words,))
            return


def _owns(context: StoryContext) -> bool:
    """Whether the teller owns a fault anywhere, in however few words: "that was a mistake, and mine"."""
    told = any(is_meant(context, one) for one in context.facts.of("owned-part", "mistake"))
    rows = range(len(context.labels))
    return told or bool(knowing_faults(context)) or any(TAKEN.search(heard(context, row, most=LONGEST)) for row in rows)


def _is_no_fault(context: StoryContext, signal: Signal, words: Span) -> bool:
    """Whether ``words`` name a fault and put it on nobody: "their error logs", "I had waited for a third bad hire"."""
    if _THING.match(context.document.text, signal.span.end) is not None:
        return True
    if _AT_EASE.search(context.document.quote(words)) is not None:
        return True
    if _SOMEBODYS.search(context.document.quote(signal.span)) is not None:
        return False
    before = heard_within(context, clause(context, signal.span).start, signal.span.start)
    return _OWN_DEED.search(before) is not None


def _whole(context: StoryContext, signal: Signal) -> Span:
    """The clause of words of blame; with the next, where raw speech is cut behind them: "because of them | we lost"."""
    words, after = clause(context, signal.span), context.labels[signal.sentence + 1 : signal.sentence + 2]
    if words.end > signal.span.end or not after or _ENDS.search(context.document.text, words.end, after[0].span.start):
        return words
    start = after[0].span.start
    return Span(words.start, clause(context, Span(start, start + 1)).end)


def _blames(context: StoryContext, signal: Signal, words: Span) -> bool:
    """Whether ``words`` put a fault on somebody, absolve nobody, and are not only where the teller's remit ends."""
    said = context.document.quote(words)
    if _is_no_fault(context, signal, words) or absolves(said):
        return False
    return not is_remit(said, heard(context, signal.sentence + 1, most=LONGEST))


def findings(context: StoryContext, found: Sequence[Finding], raised: Sequence[Flag]) -> Iterator[Candidate]:
    """The probe of each finding that is not a flag's own and that an interviewer would ask about."""
    known = {flag.id for flag in raised}
    for finding in found:
        if finding.code in _OF_THE_WHOLE and finding.probe:
            yield Candidate(finding.code, SEVERE[finding.severity] + 4, finding.probe, finding.message, (), bare=True)
        if not finding.probe or not finding.evidence or finding.name in known or finding.code[:3] in _SILENT:
            continue
        spans = tuple(evidence.span for evidence in finding.evidence)
        hurt = SEVERE[finding.severity] + 4
        yield _candidate(context, finding.code, hurt, finding.probe, finding.message, spans)


def _candidate(
    context: StoryContext, kind: str, hurt: float, probe: str, because: str, spans: tuple[Span, ...]
) -> Candidate:
    """The question, with the words it is about where it does not hold them already."""
    question = probe if not spans or "“" in probe else f"{quoted(context, spans[0])}: {_lowered(probe)}"
    return Candidate(kind, hurt, question, because, spans)


def _lowered(question: str) -> str:
    """The question after a colon; ``I`` and names of one capital keep theirs."""
    first = question.split(maxsplit=1)[0] if question else ""
    return question if first[1:2].isupper() or first in ("I", "I'd") else question[:1].lower() + question[1:]
