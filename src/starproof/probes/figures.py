"""Questions about figures: sums that do not add up, figures without baseline, period or source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Claim, Quantity
from starproof.core.listing import listed
from starproof.core.seeking import Seldom
from starproof.extract.baselines.passing import DAY
from starproof.extract.baselines.told_before import has_base, is_beside, is_restated, is_thought_of
from starproof.extract.text.around import clause
from starproof.extract.text.connectives import never_came
from starproof.probes.bounds import goes_once, is_bound, is_price, is_rare, is_set
from starproof.probes.candidate import Candidate, Sight, quoted
from starproof.probes.given import begins, is_given
from starproof.probes.open import (
    TELLERS,
    explained,
    follows_from_others,
    is_share,
    mates_of,
    of_mass,
    said_of,
    whole_told,
    without_baseline,
)

ONLY_MEASURER = 17.5
"""How much it hurts where a figure lacks no more than somebody who measured it: most do, and choices say more."""


def figures(sight: Sight) -> Iterator[Candidate]:
    """Inconsistent claims first, then figures of the outcome that an interviewer cannot check."""
    context = sight.context
    wrong = [claim for claim in context.facts.claims if claim.verdict == "inconsistent"]
    yield from (_wrong(context, claim) for claim in wrong)
    known, asked = explained(context), {index for claim in wrong for index in claim.operands}
    for place, sentence in enumerate(context.labels):
        if sentence.label == "result":
            for index in sight.figures[place]:
                if index not in asked:  # with the one that does not follow from it
                    yield from _unexplained(sight, place, index, index in known)


def _wrong(context: StoryContext, claim: Claim) -> Candidate:
    operands = (context.facts.quantities[index].span for index in claim.operands)
    said = context.document.quote(claim.span)
    return Candidate(
        kind="claim",
        hurt=100,
        question=f"You say “{said}”, but {claim.explanation}. Which is it?",
        because="An interviewer does this sum in their head.",
        spans=(claim.span, *operands),
    )


_TODAY = re.compile(r"\b(?:now|today|still|currently|these days|to this day)\b", re.IGNORECASE)
"""Words by which an outcome is told as holding."""
OF_REACH = 16
"""Code points behind a share in which what it is of is named."""
_OF_THEM = re.compile(r" of (?:the time|them|us|those|these)\b", re.IGNORECASE)
_OF_WHAT = re.compile(r" of (?:(?:all|our|the|my|its|their) ){0,2}([a-z]{4,}s)\b")
_LETTERS = re.compile(r"[a-z]{2,}")
COUNTED = 2
"""Words behind a number by which it says what it counts."""
_OF_A_WHOLE = Seldom(r"[a-z0-9] (?:out of|of|in) (?:every |each |the )?[a-z0-9]", re.IGNORECASE)
"""In a figure's own words: it names what it is a part of, "one out of thirty-one"."""
_NAMES = {
    "from how much to how much": "a baseline",
    "of how many": "the number that it is a part of",
    "over what period": "a period",
    "who measured it": "anyone who measured it",
}


def _unexplained(sight: Sight, place: int, index: int, known: bool) -> Iterator[Candidate]:
    facts = sight.context.facts
    figure = facts.quantities[index]
    weight = 15 if facts.impact and facts.impact.quantity == index else 0
    words = clause(sight.context, figure.span)
    thought = is_thought_of(sight.context, figure) or is_restated(sight.context, index)
    silent = thought or is_beside(sight.context, index) or is_given(sight.context, index)
    silent = silent or begins(sight.context, index) or never_came(sight.context.document.quote(words))
    lacks = [] if silent else list(_lacks(sight, place, figure, known))
    if known and follows_from_others(sight.context, index):
        lacks = [lack for lack in lacks if lack != "who measured it"]
    if lacks:
        full = 50 + weight + 4 * len(lacks)
        yield Candidate(
            kind="figure",
            hurt=full if lacks != ["who measured it"] else ONLY_MEASURER,
            question=f"{quoted(sight.context, words, about=figure.span)}: {listed(lacks)}?",
            because="The figure stands without " + listed([_NAMES[lack] for lack in lacks], last="or") + ".",
            spans=(words,),
        )


def _lacks(sight: Sight, place: int, figure: Quantity, known: bool) -> Iterator[str]:
    """What the story does not say about this figure. Counts and times are left alone: they say themselves."""
    if figure.kind not in ("percent", "multiple", "money"):
        return
    mates, said = mates_of(sight, place, figure), said_of(sight.context, place, figure)
    known = known or _whole_named(sight.context, figure)
    if not known and without_baseline(figure, mates) and not is_bound(sight.context, figure) and not is_rare(figure):
        if is_share(sight.context, figure):
            if not (whole_told(figure, mates) or of_mass(sight.context, figure) or _is_counted(sight.context, figure)):
                yield "of how many"
        elif not has_base(sight.context, figure):
            yield "from how much to how much"
    timed = "period" in said or any(q.kind == "duration" for q in mates) or is_price(sight.context, figure)
    if figure.kind == "money" and "/" not in figure.unit and not (timed or goes_once(sight.context, figure)):
        yield "over what period"
    counted = "measurer" in said or sight.near(place, TELLERS) or is_set(sight.context, figure)
    if not counted and not is_price(sight.context, figure):
        yield "who measured it"


def _whole_named(context: StoryContext, figure: Quantity) -> bool:
    """Whether a share says what it is of: "one out of thirty-one", "31 % of the time", "70 % of them"."""
    end = figure.span.end
    behind = _OF_THEM.match(context.document.text, end, end + OF_REACH) is not None
    return behind or _OF_A_WHOLE.search(figure.text) is not None


def _is_counted(context: StoryContext, share: Quantity) -> bool:
    """Whether the story counts elsewhere what this is a share of: "0.4% of members", of "310,000 members"."""
    text = context.document.text
    found = _OF_WHAT.match(text, share.span.end)
    if found is None:
        return False
    counts = (q.span for q in context.facts.quantities if q.kind == "count")
    return any(found[1] in _LETTERS.findall(text, span.start, span.end + 2 * OF_REACH)[:COUNTED] for span in counts)


def undated(sight: Sight) -> Iterator[Candidate]:
    """An outcome in figures that never says when it was reached, nor whether it held."""
    context = sight.context
    places = [i for i, sentence in enumerate(context.labels) if sentence.label == "result"]
    told = [context.facts.quantities[index] for place in places for index in sight.figures[place]]
    if not told or context.facts.of("lasted") or any(q.kind == "duration" and q.value >= DAY for q in told):
        return
    if any(_TODAY.search(context.document.quote(context.labels[place].span)) for place in places):
        return
    words = clause(context, told[-1].span)
    yield Candidate(
        kind="date",
        hurt=45,
        question=f"{quoted(context, words)}: when was that, and does it still hold today?",
        because="The outcome has no date.",
        spans=(words,),
    )
