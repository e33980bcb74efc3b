"""The figures to defend, in the words that terminal, Markdown and HTML share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starproof.core.document import Origin, Provenance
from starproof.core.results import Defence, Review
from starproof.report.words import is_story

ORIGIN_WORDS: dict[Origin, str] = {
    "measured": "measured",
    "estimated": "estimated",
    "told": "told",
    "cannot-confirm": "not confirmed",
}
TO_SAY = (
    'Say where each comes from at the top of the story, between two lines of ---, such as numbers: [{figure: "%s", '
    "from: measured, by: %s}]; or from: estimated, told, cannot-confirm."
)
COUNTS_MONEY, COUNTS_THE_REST = "finance", "monitoring"
"""Who would have counted, in the example."""


@dataclass(frozen=True, slots=True)
class Defended:
    """One figure as it is shown."""

    figure: str
    kind: str
    because: str
    probe: str
    origin: str | None
    """Where it comes from, in words; ``None`` where nobody has said."""
    front: str
    back: str


def defended(review: Review) -> tuple[Defended, ...]:
    """The figures of ``review.defence`` with their words."""
    return tuple(_defended(review)) if is_story(review) else ()


def _defended(review: Review) -> Iterator[Defended]:
    for one in review.defence:
        kind = review.quantities[one.quantity].kind
        yield Defended(
            _named(review, one),
            kind,
            one.because,
            one.probe,
            origin_words(one.provenance),
            one.card.front,
            one.card.back,
        )


def _named(review: Review, one: Defence) -> str:
    """The figure in the story's words; a bare number with the figure that it changed from: "11 hours a week to 3"."""
    figure, before = review.quantities[one.quantity], review.quantities[max(0, one.quantity - 1)]
    alike = before is not figure and (before.kind, before.unit) == (figure.kind, figure.unit)
    start = figure.span.start
    if alike and figure.text.isdecimal() and one.evidence.span.contains(before.span):
        start = before.span.start
    first = one.evidence.span.start
    whole = one.evidence.quote[start - first : figure.span.end - first] if start < figure.span.start else figure.text
    return " ".join(whole.split())


def origin_words(given: Provenance | None) -> str | None:
    """Such as ``measured by finance``."""
    if given is None:
        return None
    by = " ".join((given.by or ("someone" if given.origin == "told" else "")).split())
    return ORIGIN_WORDS[given.origin] + (f" by {by}" if by else "")


def to_say(figures: tuple[Defended, ...]) -> str | None:
    """How to say where figures come from, where one of them is without; shown once for all."""
    unsaid = next((one for one in figures if one.origin is None), None)
    if unsaid is None:
        return None
    return TO_SAY % (unsaid.figure, COUNTS_MONEY if unsaid.kind == "money" else COUNTS_THE_REST)
