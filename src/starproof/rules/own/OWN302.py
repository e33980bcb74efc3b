"""OWN302: details stay in the speaker's hands."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, spoken, too_short


@red_flag("OWN302", "micromanagement")
def micromanagement(context: StoryContext) -> Verdict:
    """The speaker controls details that their reports should own.

    Rationale:
    A manager who approves every change and rewrites other people's work is the ceiling of the team. Interviewers
    ask what you left to others and how you knew that it went well.

    Weak:
    Our museum app was late, and the opening of the exhibition was in nine weeks. I was responsible for six
    developers. I approved every single change before it went in, rewrote what I did not like at night, and had each
    of them report to me at nine and at four on every task. We moved the audio guide to the autumn against the wish
    of the curator. The app was ready on the day.

    Stronger:
    Our museum app was late, and the opening of the exhibition was in nine weeks. I was responsible for six
    developers. I told them the date and the one thing that must work, and they chose the order and the owner of each
    part. I read one change myself, the payment, because a fault there could not be undone. We moved the audio guide
    to the autumn against the wish of the curator. The app was ready on the day.

    Limits:
    Close control for a stated reason and with an end, such as an audit or a danger to people, is left alone; a reason
    that is not told is not seen. Control that is described with approval and without details may pass.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "micromanagement") and not _all_looks_back(context):
        because = "You keep details in your own hands that your people should own."
        return Verdict("raised", because, spoken(context, "micromanagement"))
    return cleared(context, "Your people own the details.", "delegation")


def _all_looks_back(context: StoryContext) -> bool:
    """Whether all that speaks for it, control by the speaker's words included, is what they took from the story."""
    leaning = context.leanings.get("micromanagement")
    places = [*(leaning.sentences if leaning is not None else ()), *(s.sentence for s in context.facts.of("control"))]
    return {context.labels[place].label for place in places} == {"reflection"}
