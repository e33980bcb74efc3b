"""STR103: one section takes the room of another."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.document import SECTIONS, Label
from starproof.core.ending import told_as
from starproof.rules.base import Hit, rule

MOST_SITUATION = 1 / 3
"""The guide plans 17 to 18 % for the situation; a third is about twice that."""
LEAST_ACTION = 1 / 4
"""The guide plans 43 to 46 % for the action; a quarter is little more than half of that."""
LEAST_WORDS = 80
"""A shorter story has too few sentences for shares to mean anything."""


@rule("STR103", "unbalanced-section", severity="warning", guide="frameworks")
def unbalanced_section(context: StoryContext) -> Iterator[Hit]:
    """The situation takes too much of the answer, or the action too little.

    Rationale:
    What you did is what is judged. Every framework of the guide gives the action more time than anything
    else and the situation less than a fifth. Long set-ups also use up an interviewer's patience.

    Weak:
    We were a ferry company with nine ships, and the ticket system dated from the time of the first owner.
    It ran on two machines under the stairs of the old office in the harbour. Every summer the queue at the
    counter reached the road, and every autumn we agreed that it could not go on like that. The shops on
    the islands had begun to sell tickets of our competitor, who had an app. Our own app could show the
    timetable and nothing else. I asked two teams to move the tickets to the phone. We did it in two steps.
    By August 60 % of the tickets were sold on the phone.

    Stronger:
    We were a ferry company with nine ships, and every summer the queue at the counter reached the road. I
    was asked to bring a ticket to the phone before August. I gave the payment to one team and the gates to
    the other, and put one of them on a ship for a week. I decided to drop the seat map, against the wish of
    the captains, because it would have cost us the summer. When the first gate read no tickets in the sun I
    had it shaded the same day and told the crews myself. I asked the shops on the islands to try it first.
    By August 60 % of the tickets were sold on the phone.

    Limits:
    Shares are of the time it takes to tell the five sections; an outcome between two deeds counts to the action.
    Stories of fewer than 80 words are left alone.
    """
    if context.document.words < LEAST_WORDS:
        return
    situation, action = _shares(context)
    if situation > MOST_SITUATION:
        yield Hit(
            f"The situation takes {situation:.0%} of the answer{_planned(context, 'situation')}. "
            "Keep what the listener needs to see why it mattered.",
            context.evidence(*(s.span for s in context.labelled("situation"))),
        )
    if 0 < action < LEAST_ACTION:
        yield Hit(
            f"Your actions take only {action:.0%} of the answer{_planned(context, 'action')}.",
            context.evidence(*(s.span for s in context.labelled("action"))),
            "What did you do, step by step, and what did you decide on the way?",
        )


def _shares(context: StoryContext) -> tuple[float, float]:
    """The shares of situation and action; outcomes told between two deeds are heard as part of the action."""
    seconds = {label: context.timing.sections.get(label, 0.0) for label in SECTIONS}
    moved = sum(len(s.span) for s, home in zip(context.labels, told_as(context.labels), strict=True) if home != s.label)
    spans = sum(len(s.span) for s in context.labelled(*SECTIONS))
    total = sum(seconds.values())
    if not total or not spans:
        return 0.0, 0.0
    return seconds["situation"] / total, seconds["action"] / total + moved / spans


def _planned(context: StoryContext, section: Label) -> str:
    """The guide's own share, such as ``; the guide plans 17 to 18 %``."""
    shares = sorted(
        framework.sections[section] / sum(framework.sections.values())
        for framework in context.timing.frameworks
        if framework.sections.get(section)
    )
    if not shares:
        return ""
    low, high = f"{shares[0]:.0%}", f"{shares[-1]:.0%}"
    return f"; the guide plans {low if low == high else f'{low} to {high}'}"
