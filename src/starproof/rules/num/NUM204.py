"""NUM204: the same thing is told with two different values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.facts import Quantity
from starproof.core.seeking import Seldom
from starproof.rules.base import Hit, rule
from starproof.rules.num.near import before, said

_GROUP = r"(?:\w+ ){0,2}(?:group|team|org|organi[sz]ation|department|staff|crew) of"
_OWN = re.compile(
    rf"\b(?:(?:my|our)(?: {_GROUP})?|"
    rf"(?:i|we) (?:lead|led|run|ran|manage|managed|have|had)(?: (?:a|an|the) {_GROUP})?) $"
)
_THOSE = re.compile(r"\b(?:all|the|those|these|all of the) $")
_CHANGED = Seldom(
    r"\b(?:hir\w+|join\w*|left|leav\w+|grew|grow\w*|add\w*|new|more|fewer|lost|open\w*|clos\w+|merg\w+|became|sold|bought|"
    r"recruit\w*|shr[aiu]nk|resign\w*|quit|laid|later|another|other|since|now|no|sorry|mean)\b"
)


@rule("NUM204", "figure-changes", severity="warning")
def figure_changes(context: StoryContext) -> Iterator[Hit]:
    """Your own people or places are counted twice, with two results.

    Rationale:
    "My twelve engineers" in the opening and "my fifteen engineers" at the end make a listener wonder which of
    your figures were looked up.

    Weak:
    Our night bus was late every week. I was asked to end that, and I told my 12 drivers so. I had the two
    oldest of them plan the route, though the union objected. After a month my 15 drivers were on time.

    Stronger:
    Our night bus was late every week. I was asked to end that, and I told my 12 drivers so. I had the two
    oldest of them plan the route, though the union objected. After a month my 12 drivers were on time.

    Limits:
    Only figures of what is yours ("my", "our", "I led") are compared, and of others only those whose digits
    changed places, such as "340 customers" and "all 430 customers"; and only where nothing between them tells
    of people or places that came or went.
    """
    for first, figure in _twice(context):
        between = context.document.text[first.span.end : figure.span.start]
        if first.value != figure.value and not _CHANGED.search(between.lower()):
            yield Hit(
                f"Says {said(first)} and later {said(figure)}.",
                context.evidence(first.span, figure.span),
                probe=f"{said(first)} or {said(figure)}: which is it, or what changed?",
            )
            return


def _twice(context: StoryContext) -> Iterator[tuple[Quantity, Quantity]]:
    """Counts of the same things by the same name: of your own, or of those that were counted before."""
    own: dict[str, Quantity] = {}
    any_: dict[str, Quantity] = {}
    for figure in context.facts.quantities:
        if figure.kind != "count" or not figure.unit or figure.approx or figure.high is not None:
            continue
        name, words = _name(figure), before(context, figure)
        if _OWN.search(words):
            if name in own:
                yield own[name], figure
            own.setdefault(name, figure)
        elif name in any_ and _THOSE.search(words) and _turned(any_[name], figure):
            yield any_[name], figure
        any_.setdefault(name, figure)


def _name(figure: Quantity) -> str:
    """What is counted, in the words of the story: people and senior people are not the same."""
    return " ".join(word for word in said(figure).lower().split()[1:] if word not in ("of", "the"))


def _turned(first: Quantity, second: Quantity) -> bool:
    """Whether two figures of three digits or more have the same digits in another order, as slips of memory do."""
    one, other = f"{first.value:.0f}", f"{second.value:.0f}"
    return len(one) >= 3 and one != other and sorted(one) == sorted(other)
