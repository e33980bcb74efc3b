"""The figures an interviewer will go for first, each with its questions and a card for drilling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from starproof.core.context import StoryContext
from starproof.core.facts import Claim, Quantity
from starproof.core.results import Card, Defence, Evidence
from starproof.core.seeking import Seldom
from starproof.core.text import Span
from starproof.extract.baselines.passing import DAY, is_passing
from starproof.extract.baselines.told_before import is_beside, is_restated, is_thought_of
from starproof.extract.text.around import clause
from starproof.extract.text.connectives import never_came
from starproof.probes.bounds import is_price
from starproof.probes.candidate import Sight, quoted
from starproof.probes.given import FAR_APART, begins, is_given
from starproof.probes.open import Open, explained, left_open

MOST = 6
MOST_LOOKED_AT = 200
"""Figures of the result that are weighed; no story that can be told has so many."""
MOST_QUOTED = 3
"""Sentences on the back of a card; further ones are left to the story."""
LONG_SENTENCE = 400
"""Code points from which a card holds the clause instead of the sentence."""
ASK = "Where does this come from: measured, estimated, told, or can't you confirm it?"
QUESTIONS: Mapping[Open, str] = {
    "period": "Over what period?",
    "baseline": "Against what baseline?",
    "whole": "Of how many?",
    "measurer": "Who measured it?",
    "else": "What else changed?",
}
SILENT: Mapping[Open, str] = {
    "period": "the period",
    "baseline": "the baseline",
    "whole": "of how many",
    "measurer": "who measured it",
    "else": "what else changed",
}
ORIGIN_WORDS = {"measured": "Measured", "estimated": "Estimated", "told": "Told", "cannot-confirm": "Not confirmed"}
_WEIGHT = ("money", "percent", "multiple", "score", "size", "duration", "count")


_Key = tuple[str, float, str]
WRONG, LARGEST, UNEXPLAINED, UNSURE, REST = range(5)
"""In which order figures are gone for."""
OF_RESULT = (UNEXPLAINED, REST)
SHORTEST_RULE = 60.0
"""Seconds; what is shorter was measured."""
_TIMED = Seldom(
    r"\b(?:t(?:ake|akes|ook|aken)|last(?:s|ed)|went|f[ae]ll(?:s|en)?|drop\w*|down|cut|from|average|median|mean|waits?|"
    r"waited|waiting|delay\w*|late|saved|shorter|longer|faster|slower|every|per|response|downtime|outage|p\d\d|now|"
    r"within|under|below|instead|rather)\b",
    re.IGNORECASE,
)
"""Words by which a short time was measured."""
_CHANGED = Seldom(
    r"\b(?:more|fewer|less|faster|slower|shorter|longer|f[ae]ll(?:s|en)?|rose|risen|grew|grown|drop\w*|down|cut|"
    r"up from|saved|doubled|halved|tripled|instead|rather|against|than|only|from|per|"
    r"a (?:day|night|week|month|year)|average|median|went|reached|served|took|lasted)\b|->|→",
    re.IGNORECASE,
)
"""Words that hold a count to another."""
_CROWD = re.compile(r"\b(?:in front of|before|to) (?:an audience of |all )?(?:about |some |over )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Target:
    """A figure that may be gone for. Lower ``rank`` comes first."""

    rank: tuple[int, ...]
    index: int
    because: str
    claim: Claim | None = None


def defend(context: StoryContext) -> tuple[Defence, ...]:
    """The figures to be ready for, at most six, each figure once; none for a text that is no story.

    First those that do not add up, then the impact, changes in the result that nothing explains, figures that
    the author cannot confirm, and the other figures of the result.
    """
    if context.facts.genre.genre != "story":
        return ()
    sight, known = Sight.of(context), explained(context)
    ranked = sorted(_targets(sight, known), key=lambda target: target.rank)
    found = (_defence(sight, target, known) for target in _apart(context, ranked, known))
    return tuple(islice((one for one in found if one is not None), MOST))


def unanswered(context: StoryContext, defence: Sequence[Defence]) -> tuple[Span, ...]:
    """Those of these figures that the story leaves without their base, their whole or their period."""
    sight, known = Sight.of(context), explained(context)
    return tuple(
        context.facts.quantities[one.quantity].span
        for one in defence
        if (place := context.sentence_at(one.evidence.span.start)) is not None
        and {"period", "baseline", "whole"} & set(left_open(sight, place, one.quantity, known=known))
    )


def _targets(sight: Sight, known: frozenset[int]) -> Iterator[_Target]:
    context = sight.context
    facts = context.facts
    for claim in facts.claims:
        if claim.verdict == "inconsistent":
            index = _stated(claim, facts.quantities)
            if index is not None:
                because = "It does not follow from your own figures."
                yield _Target((WRONG, 0, claim.span.start), index, because, claim)
    if facts.impact is not None and facts.impact.quantity < len(facts.quantities):
        yield _Target((LARGEST, 0, 0), facts.impact.quantity, "It is the largest outcome you name.")
    for index, entry in context.provenance.items():
        if entry.origin == "cannot-confirm":
            yield _Target((UNSURE, 0, index), index, "You say that you cannot confirm it.")
    told = (
        (place, index)
        for place, sentence in enumerate(context.labels)
        if sentence.label == "result"
        for index in sight.figures[place]
        if not (is_beside(context, index) or is_given(context, index))
    )
    yield from (_of_result(sight, place, index, known) for place, index in islice(told, MOST_LOOKED_AT))


def _stated(claim: Claim, figures: Sequence[Quantity]) -> int | None:
    """The quantity that a claim is made with, else one that its words overlap."""
    if claim.quantity is not None:
        return claim.quantity
    return next((index for index, figure in enumerate(figures) if figure.span.overlaps(claim.span)), None)


def _of_result(sight: Sight, place: int, index: int, known: frozenset[int]) -> _Target:
    figure = sight.context.facts.quantities[index]
    derived = any(claim.quantity == index for claim in sight.context.facts.claims)
    order = (not derived, _WEIGHT.index(figure.kind), figure.span.start)
    if {"baseline", "whole"} & set(left_open(sight, place, index, known=known)):
        return _Target((UNEXPLAINED, *order), index, "The story does not say from what to what, or of how many.")
    return _Target((REST, *order), index, "It is a figure of your outcome.")


def _apart(context: StoryContext, ranked: Sequence[_Target], known: frozenset[int]) -> Iterator[_Target]:
    """Each figure once; further figures of the result only where no sum or clause ties them to one before."""
    figures, claims = context.facts.quantities, context.facts.claims
    taken: set[_Key] = set()
    kin: set[_Key] = set()
    clauses: set[Span] = set()
    for target in ranked:
        figure = figures[target.index]
        key, words = _key(figure), clause(context, figure.span)
        rest = target.rank[0] == REST
        told_once = key in kin or words in clauses or is_passing(figure) or _heard(context, figure)
        told_once = told_once or _is_rule(context, target.index) or is_price(context, figure)
        told_once = told_once or not _is_compared(context, target.index, known) or is_restated(context, target.index)
        told_once = told_once or never_came(context.document.text[words.start : figure.span.end])
        if key in taken or (rest and told_once) or (target.rank[0] in OF_RESULT and _is_no_end(context, target.index)):
            continue
        taken.add(key)
        clauses.add(words)
        for part in chain.from_iterable(_parts(claim) for claim in _kindred(claims, target.index)):
            kin.add(_key(figures[part]))
        yield target


def _is_no_end(context: StoryContext, index: int) -> bool:
    """Whether a figure is where a change starts, or what somebody thought would come: neither came of the work."""
    return begins(context, index) or is_thought_of(context, context.facts.quantities[index])


def _parts(claim: Claim) -> tuple[int, ...]:
    return claim.operands if claim.quantity is None else (*claim.operands, claim.quantity)


def _kindred(claims: Sequence[Claim], index: int) -> list[Claim]:
    """The sums that a figure is part of, and those of the same two figures: "58.9% less" and "5.3 points"."""
    own = [claim for claim in claims if index in _parts(claim)]
    sides = {frozenset(claim.operands) for claim in own if claim.quantity == index}
    return own + [claim for claim in claims if frozenset(claim.operands) in sides]


def _heard(context: StoryContext, figure: Quantity) -> bool:
    """Whether a count is of those who listened: "in front of four hundred people"."""
    before = context.document.text[max(0, figure.span.start - FAR_APART) : figure.span.start]
    return figure.kind == "count" and _CROWD.search(before) is not None


def _is_rule(context: StoryContext, index: int) -> bool:
    """Whether a short time is one that somebody was given, "has twenty minutes to answer", and nothing measured."""
    figure = context.facts.quantities[index]
    if figure.kind != "duration" or figure.value >= DAY or figure.value < SHORTEST_RULE:
        return False
    words = context.document.quote(clause(context, figure.span))
    return _TIMED.search(words) is None


def _is_compared(context: StoryContext, index: int, known: frozenset[int]) -> bool:
    """Whether a count is held to another: it is part of a sum, one like it stands beside, or words tell a change."""
    figure = context.facts.quantities[index]
    if figure.kind != "count" or index in known:
        return True
    words = clause(context, figure.span)
    beside = context.facts.quantities[max(0, index - 3) : index + 4]
    alike = (q for q in beside if q is not figure and q.kind == figure.kind and q.unit in (figure.unit, ""))
    said = context.document.quote(words)
    return any(words.contains(other.span) for other in alike) or _CHANGED.search(said) is not None


def _key(figure: Quantity) -> _Key:
    return figure.kind, figure.value, figure.unit


def _defence(sight: Sight, target: _Target, known: frozenset[int]) -> Defence | None:
    context = sight.context
    figure = context.facts.quantities[target.index]
    place = context.sentence_at(figure.span.start)
    opened = () if place is None else left_open(sight, place, target.index, known=known)
    if target.rank[0] == REST and not set(opened) - {"else"}:
        return None
    probe = _probe(target, opened)
    words = clause(context, figure.span)
    provenance = context.provenance.get(target.index)
    return Defence(
        quantity=target.index,
        evidence=Evidence(words, context.document.quote(words)),
        because=target.because,
        probe=probe,
        card=Card(_front(context, target, words, probe), _back(context, target, opened)),
        provenance=provenance,
        ask=ASK if provenance is None else None,
    )


def _probe(target: _Target, opened: Sequence[Open]) -> str:
    if target.claim is not None:
        said = " ".join(target.claim.text.split())
        measurer = ", and who measured it" if "measurer" in opened else ""
        return f"You say {said}, but {target.claim.explanation}. Which is it{measurer}?"
    return " ".join(QUESTIONS[one] for one in opened) or "How was it counted?"


def _front(context: StoryContext, target: _Target, words: Span, probe: str) -> str:
    return probe if target.claim is not None else f"{quoted(context, words)}: {probe}"


def _back(context: StoryContext, target: _Target, opened: Sequence[Open]) -> str:
    """What the story says, in its own words; what its author says of the origin; what neither says."""
    lines = [f"“{' '.join(context.document.quote(span).split())}”" for span in _grounds(context, target.index)]
    provenance = context.provenance.get(target.index)
    if provenance is not None:
        by = f" by {' '.join(provenance.by.split())}" if provenance.by else ""
        lines.append(f"{ORIGIN_WORDS[provenance.origin]}{by}, as you note.")
    silent = [SILENT[one] for one in opened if not (one == "measurer" and provenance and provenance.by)]
    if silent:
        lines.append(f"The story does not say: {', '.join(silent)}.")
    return "\n".join(lines)


def _grounds(context: StoryContext, index: int) -> list[Span]:
    """The sentences of the figure and of the figures it derives from, in text order."""
    claims = [claim for claim in context.facts.claims if claim.quantity == index and claim.likely]
    indices = [index, *(one for claim in claims for one in claim.operands)]
    spans = [_sentence(context, context.facts.quantities[one].span) for one in indices]
    return sorted(list(dict.fromkeys(spans))[:MOST_QUOTED])


def _sentence(context: StoryContext, span: Span) -> Span:
    place = context.sentence_at(span.start)
    sentence = span if place is None else context.labels[place].span
    return sentence if len(sentence) <= LONG_SENTENCE else clause(context, span)
