"""Seven ratings, 1 to 5, each a plain function of facts and findings.

Every rating counts which *kinds* of facts a story states, never how many or in how many words, so that
longer is not better and a true fact that is added can only raise it. Raised flags and findings cap it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from starproof.core.context import StoryContext
from starproof.core.guide import CRITERIA
from starproof.core.results import Finding, Flag, Level, Rating
from starproof.core.text import Span
from starproof.level import anchors, judged, sized
from starproof.level.caps import CAPS, Cap
from starproof.level.case import Case, beside_the_question
from starproof.level.tally import Tally

QUOTES = 4
"""How many quotes stand behind one rating at the most."""
_BY_FIGURES = ("scope", "impact")
"""Criteria that a single figure can settle, in however short a text."""
_BESIDE = (
    "Not judged: the story answers another question than the one it is told for. Name a question that it answers, or "
    "none, and it is rated."
)
_JUDGES: Mapping[str, Callable[[Case], Tally | None]] = {
    "structure": judged.structure,
    "ownership": judged.ownership,
    "scope": sized.scope,
    "impact": sized.impact,
    "judgement": judged.judgement,
    "learning": judged.learning,
    "clarity": sized.clarity,
}


def rate(
    context: StoryContext,
    findings: Sequence[Finding],
    flags: Sequence[Flag],
    level: Level,
    *,
    bare: Sequence[Span] = (),
) -> tuple[Rating, ...]:
    """Rate a story on the seven criteria, in the order of ``CRITERIA``.

    Args:
        bare: figures of the outcome that will be asked for their base or their period.

    A rating is ``None`` where the story gives nothing to judge it by, and for any text that is no story.
    """
    case = Case(context, findings, {f.id: f for f in flags}, {d.id: d for d in level.dimensions}, bare)
    return tuple(_rating(case, criterion) for criterion in CRITERIA)


def _rating(case: Case, criterion: str) -> Rating:
    if case.context.facts.genre.genre != "story":
        return Rating(criterion, None, None, (f"Not judged: {case.context.facts.genre.because}",))
    if beside_the_question(case.findings):
        return Rating(criterion, None, None, (_BESIDE,))
    if case.context.too_short and criterion not in _BY_FIGURES:
        return Rating(criterion, None, None, (case.context.too_short,))
    tally = _JUDGES[criterion](case)
    if tally is None:
        return Rating(criterion, None, None, ("The story gives nothing to judge this by.",))
    for cap in CAPS.get(criterion, ()):
        _apply(case, cap, tally)
    rating = max(1, min(5, tally.points, *tally.caps))
    spans = list(dict.fromkeys(tally.spans))[:QUOTES]
    evidence = tuple(dict.fromkeys([*tally.evidence[:QUOTES], *case.context.evidence(*spans)]))[:QUOTES]
    words = anchors.anchor(case.context.guide, criterion, rating, tally)
    return Rating(criterion, rating, words, anchors.reasons(tally, rating), evidence)


def _apply(case: Case, cap: Cap, tally: Tally) -> None:
    """Hold the rating down where a flag is raised or a finding was made, whose own words stand elsewhere."""
    flag = case.flags.get(cap.by)
    if flag is not None and flag.status == "raised":
        known = case.context.guide.red_flag(flag.id)
        name = known.name if known is not None else flag.id
        tally.cap(cap.at, f"No more than {cap.at}: the red flag “{name}” is raised.", flag.evidence)
    for finding in case.findings:
        if finding.code == cap.by and (not cap.of_impact or _of_impact(case, finding)):
            tally.cap(cap.at, f"No more than {cap.at}: {_within(_said_of(finding))}", finding.evidence)
            return


def _of_impact(case: Case, finding: Finding) -> bool:
    """Whether a figure that does not add up is the largest outcome in money, or one that it is worked out from."""
    facts = case.context.facts
    if facts.impact is None:
        return True
    money = facts.impact.quantity
    kin = {money, *(one for claim in facts.claims if claim.quantity == money for one in claim.operands)}
    spans = [facts.quantities[one].span for one in kin]
    return any(evidence.span.overlaps(span) for evidence in finding.evidence[:1] for span in spans)


def _said_of(finding: Finding) -> str:
    """The finding in a sentence; a sum, written out where the figure stands, is not written out again."""
    if finding.code == "NUM201" and finding.evidence:
        return f"“{' '.join(finding.evidence[0].quote.split())}” does not add up."
    return _first_sentence(finding.message)


def _within(sentence: str) -> str:
    """A sentence of several words behind a colon, without its capital where that is no name's."""
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence


def _first_sentence(words: str) -> str:
    first = words.split(". ", 1)[0]
    return first if first.endswith((".", "?", "!")) else first + "."
