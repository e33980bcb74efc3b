"""Questions that raised flags and findings bring along, tied to the user's words where they rest on words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from starproof.core.context import StoryContext
from starproof.core.results import Finding, Flag
from starproof.core.text import Span
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
_SILENT = ("PRV", "SYS", "GDE", "DLV", "STR")
"""Families whose findings are for the speaker alone: no interviewer asks about them. What is missing is asked for
where the sections are looked at."""


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


def findings(context: StoryContext, found: Sequence[Finding], raised: Sequence[Flag]) -> Iterator[Candidate]:
    """The probe of each finding that is not a flag's own and that an interviewer would ask about."""
    known = {flag.id for flag in raised}
    for finding in found:
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
