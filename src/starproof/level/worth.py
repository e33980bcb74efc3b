"""Impact: what came of the work in money, or that nothing of this is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from starproof.core.facts import Quantity
from starproof.extract.baselines.other_side import other_side
from starproof.extract.genres.matter import about_people
from starproof.extract.money.losses import loss
from starproof.level.hearing import Ground, Hearing, banded
from starproof.level.wording import outcome

_NO_MONEY = (
    "No outcome in money is told.",
    "No worth is told; a story about people shows it in what they can do afterwards.",
)
_NO_REACH = (
    "No outcome in money is told, nor in people or reach that would be worth as much.",
    "No worth is told, in money or beyond the people in it.",
)


def impact(hearing: Hearing) -> Sequence[Ground]:
    """Why impact reads as it does: the largest outcome in money, or what is told in its place."""
    found = hearing.measures.get("impact")
    figure = hearing.figure()
    other = other_side(hearing.context.facts)
    words = "" if found is None or figure is None else outcome(hearing.context.facts, found.value, figure)
    grounds = banded(hearing, "impact", words)
    if other is not None:
        grounds = [replace(one, spans=(*one.spans, other.span)) for one in grounds]
    return grounds or [_untold_worth(hearing)]


def _untold_worth(hearing: Hearing) -> Ground:
    """Below where the flag for a small impact is raised and no sum is told, else unclear: one page says one thing."""
    about, flag = about_people(hearing.context.document), hearing.raised.get("low-impact")
    lost = loss(hearing.context)
    if flag is None or hearing.figure() is not None:
        return _beside(Ground("unclear", _NO_MONEY[about]), hearing, lost)
    spans = tuple(item.span for item in flag.evidence)
    return _beside(Ground("below", flag.because if spans else _NO_REACH[about], spans, absent=True), hearing, lost)


def _beside(ground: Ground, hearing: Hearing, lost: Quantity | None) -> Ground:
    """The same where a loss is told: it is heard, and what was gained or spared is still open."""
    if lost is None or ground.spans:
        return ground
    quote = " ".join(hearing.context.document.quote(lost.span).split())
    told = f"A loss of {quote} is told, and no gain: what the work has earned or spared since is not."
    return replace(ground, because=told, spans=(lost.span,), absent=True)
