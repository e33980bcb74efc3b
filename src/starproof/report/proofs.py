"""The figures of a story with their proofs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from starproof.core.facts import Claim, Impact, Quantity
from starproof.core.results import Review
from starproof.core.text import Span
from starproof.extract.baselines.other_side import apart
from starproof.report.words import amount, dollars

State = Literal["holds", "does not add up", "impact", "reach", "stated"]
SHAPES = {"holds": "✓", "does not add up": "✗", "impact": "$", "reach": "→", "stated": "·"}
_BASIS = {
    "stated": "",
    "annualised": ", worked out for a year from what you say",
    "converted": ", turned into US dollars at the reference rates",
}

_DOLLARS = {"AUD": "Australian", "CAD": "Canadian", "NZD": "New Zealand", "SGD": "Singapore", "HKD": "Hong Kong"}
_SAID = {
    "AUD": r"aud|au?\$|aussie|australian dollars?",
    "CAD": r"ca?\$|canadian dollars?",
    "NZD": r"nzd|nz\$|(?:kiwi|new zealand) dollars?",
    "SGD": r"sgd|s\$|(?:sing|singapore) dollars?",
    "HKD": r"hkd|hk\$|hong kong dollars?",
}
"""Words that say whose dollars they are; "CAD" is a kind of drawing too."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One figure, what was made of it, and why."""

    figure: str
    state: State
    says: str
    span: Span


def recomputed(review: Review) -> list[Claim]:
    """The claims that people are shown: nothing is proven by a sum that is likely not meant, nor by a wrong figure."""
    wrong = {claim.quantity for claim in review.claims if claim.verdict == "inconsistent"}
    return [c for c in review.claims if c.likely and (c.verdict == "inconsistent" or wrong.isdisjoint(c.operands))]


def proofs_of(review: Review) -> tuple[Proof, ...]:
    """Recomputed figures first, the wrong ones before the right ones, then the impact, or else whom it reached."""
    claims = sorted(recomputed(review), key=lambda claim: (claim.verdict == "consistent", claim.span))
    proofs = [
        Proof(c.text, "holds" if c.verdict == "consistent" else "does not add up", c.explanation, c.span)
        for c in claims
    ]
    outcome = _reach(review) if review.impact is None else _impact(review.impact, review)
    return (*proofs, *outcome)


def _impact(impact: Impact | None, review: Review) -> Iterator[Proof]:
    if impact is not None and 0 <= impact.quantity < len(review.quantities):
        figure = review.quantities[impact.quantity]
        worth = dollars(impact.annual_usd) + (" a year" if "/" in figure.unit else "")
        says = f"your largest outcome in money: {worth}{_read_as(figure, review.document.text)}{_basis(impact, review)}"
        yield Proof(figure.text, "impact", says, figure.span)


def _basis(impact: Impact, review: Review) -> str:
    """How the outcome was made of what the story says."""
    between = apart(review.facts)
    if not between:
        return _BASIS[impact.basis]
    return f", {between}{_BASIS['converted'] if impact.basis == 'converted' else ''}"


def _read_as(figure: Quantity, text: str) -> str:
    """Whose dollars a sum was taken to be in, where the story leaves that open."""
    code, own, text = figure.unit.partition("/")[0], figure.text.lower(), text.lower()
    whose = _DOLLARS.get(code, "")
    if not whose or not (own.startswith("$") or "dollar" in own):
        return ""
    behind = rf"{re.escape(own)},? \(?(?:{whose.lower()}|{code.lower()})\b"
    said = re.search(rf"(?<!\w)(?:{_SAID[code]})(?![^\W\d])|dollars {whose.lower()}|{behind}", text)
    return "" if said else f", read as {whose} dollars (write US$ if they are not)"


def _reach(review: Review) -> Iterator[Proof]:
    """The widest reach that is told, where no outcome in money is: people before organisations before places."""
    reach = review.facts.reach
    reached = {
        "people": reach.people,
        "organisations": reach.organisations,
        "places": reach.places,
        "teams": reach.teams,
    }
    for words, found in reached.items():
        if found is not None and found.value > 1:
            told = "are involved" if words == "teams" else "were reached"
            says = f"no outcome in money is told; {found.value:,.10g} {words} {told}"
            yield Proof(review.document.quote(found.span), "reach", says, found.span)
            return


def plain_figures(review: Review) -> tuple[Quantity, ...]:
    """The figures that stand alone: in no proof, neither as its outcome nor as its ground."""
    used = {index for claim in recomputed(review) for index in (*claim.operands, claim.quantity)}
    if review.impact is not None:
        used.add(review.impact.quantity)
    return tuple(figure for index, figure in enumerate(review.quantities) if index not in used)


def reading_of(quantity: Quantity) -> str | None:
    """What the figure was read as, where that says more than its own words do."""
    read = amount(quantity)
    return None if _bare(read) in _bare(quantity.text) else read


def _bare(text: str) -> str:
    return "".join(text.split()).replace("×", "").casefold()
