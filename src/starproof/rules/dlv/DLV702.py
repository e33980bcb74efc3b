"""DLV702: a section takes more than its planned time."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.document import LABELS, Label
from starproof.core.lengths import clock
from starproof.core.results import FrameworkFit
from starproof.rules.base import Hit, rule
from starproof.rules.dlv.plan import up_at

SLACK = 0.5
"""The share by which a section may pass its plan before it is said."""
NOTICED = 2.0
"""Seconds by which two figures for one section would be seen to differ."""
LEAST_SECONDS = 10.0
"""What a listener notices: a section of 12 s planned for 8 is no fault."""


@rule("DLV702", "section-over-budget", severity="note", guide="frameworks")
def section_over_budget(context: StoryContext) -> Iterator[Hit]:
    """A section takes far more time than the nearest framework plans for it.

    Rationale:
    The frameworks share out the minutes so that each question of an interviewer is answered. A section that
    runs over takes its time from another, or the whole answer past its end.

    Weak:
    **Situation:** Our ticket machines at nine stations stopped taking cards one evening in May, and nobody could
    say why.

    **Task:** I was responsible for the machines and for the two teams that look after them, eleven people, and the task
    that I was given was to have cards accepted again at all the stations before the weekend of the marathon,
    when forty thousand visitors would come. It was also my task to do it without a new contract, since the
    supplier's had just been renewed, and to keep the machines that still worked running. On top of that I
    was to tell the press office twice a day where we stood, and to stay under the overtime that the works
    council had allowed, which was forty hours for all of us.

    **Action:** I split the stations between the two teams. I had one of them swap the card readers and the other one
    look at the network. I decided to close the machines at the smallest station, so that we had readers to spare.

    **Result:** On Friday evening cards were accepted at all nine stations. On Saturday the machines sold 31,000
    tickets, and finance put the evening at 190,000 euros. I learned to keep spare readers.

    Stronger:
    Our ticket machines at nine stations stopped taking cards one evening in May, and nobody could say why.
    I was responsible for the machines and for two teams, eleven people. I had to bring cards back before the
    weekend of the marathon, with no new contract.
    I split the stations between the two teams. I had one of them swap the card readers and the other one look
    at the network. The supplier wanted to wait for Monday, and I refused. I decided to close the machines at
    the smallest station, against the wish of the mayor, so that we had readers to spare, and I rang him
    myself before he read it in the paper. When the first readers failed again I had the team go back to the
    old ones within the hour.
    On Friday evening cards were accepted at all nine stations. On Saturday the machines sold 31,000 tickets,
    and finance put the evening at 190,000 euros. I learned to keep spare readers.

    Limits:
    The framework is the one that the whole story comes nearest to. Reflection counts to the result where the
    framework has no section of its own for it, and an outcome between two deeds counts to the action.
    """
    plan = context.timing.nearest
    if plan is None:
        return
    for section, seconds in plan.told.items():
        planned = plan.sections[section]
        if seconds > planned * (1 + SLACK) and seconds - planned >= LEAST_SECONDS:
            labels = _labels(plan, section)
            up = up_at(context, planned, seconds, labels)
            if up is not None and section == "result" and any(up.contains(q.span) for q in context.facts.quantities):
                up = None  # an outcome in figures is the last thing to cut
            yield Hit(
                f"The {_named(labels)} {clock(seconds)}{_along(context, labels, seconds)}; "
                f"the {plan.id} answer plans {clock(planned)}."
                f"{' They run out in the sentence quoted.' if up else ''}",
                context.evidence(up) if up else (),
            )


def _along(context: StoryContext, labels: tuple[Label, ...], seconds: float) -> str:
    """A few words where outcomes told between two deeds are counted in, so that it is more than the section's own."""
    own = sum(context.timing.sections.get(label, 0.0) for label in labels)
    return " with the outcomes told along the way" if "action" in labels and seconds - own >= NOTICED else ""


def _named(labels: tuple[Label, ...]) -> str:
    return f"{' and the '.join(labels)} {'takes' if len(labels) == 1 else 'take'}"


def _labels(plan: FrameworkFit, section: str) -> tuple[Label, ...]:
    """The labels whose seconds are counted to this section."""
    own = tuple(label for label in LABELS if label == section)
    return (*own, "reflection") if section == "result" and "reflection" not in plan.sections else own
