"""COM605: the story ends with the outcome."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.extract.teller.denial import denied
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import UNSETTLED, cleared, due, too_short
from starproof.rules.told import afterwards, in_two_minds, told_in_result

_TOLD = "It tells what became of it."
AFTER = ("lasted", "spread", "built-on")


@red_flag("COM605", "no-follow-up")
def no_follow_up(context: StoryContext) -> Verdict:
    """Nothing tells whether it lasted, spread or was built on.

    Rationale:
    An outcome on the day of the launch is a promise. Whether it was still there a year later, whether others took it
    over and what came of it shows if the thing was any good.

    Weak:
    Our bus drivers got their rosters by fax, and a third of them came too late. I was responsible for two teams. I had
    them send the rosters to the telephones, and gave up the printed version although the union asked for it. I
    should have asked the older drivers first, eleven of whom had no telephone. In June 98 % of the rosters arrived on
    time, and the management thanked us.

    Stronger:
    Our bus drivers got their rosters by fax, and a third of them came too late. I was responsible for two teams. I had
    them send the rosters to the telephones, and gave up the printed version although the union asked for it. I should
    have asked the older drivers first, eleven of whom had no telephone. In June 98 % of the rosters arrived on time.
    Two years later it is still 98 %, and the tram drivers have taken it over.

    Limits:
    It looks for what is told after the outcome; something that lasted and is told at the very beginning counts too.
    A lesson alone is not a follow-up. Words that can mean nothing else, such as "we still look at it every month",
    decide whatever the learned reader makes of it, and so does whoever else is told to do the same; where it is in
    two minds, so does a result that is told to have lasted or spread.
    """
    short = too_short(context)
    if short is not None:
        return short
    told = afterwards(context)
    if due(context, "no-follow-up"):
        if not told and in_two_minds(context, "no-follow-up"):
            told = told_in_result(context, *AFTER)
        if told:
            return Verdict("clear", _TOLD, told)
        last = next((one.label for one in reversed(context.labels) if one.label != "other"), None)
        thought = "how you see it" if denied(context) else "a lesson"
        ends = thought if last == "reflection" else "the outcome"
        because = (
            f"The story ends with {ends}: nothing on whether it lasted, spread or was built on. One would expect it in "
            "the last sentences."
        )
        return Verdict("raised", because)
    if told:
        return Verdict("clear", _TOLD, told)
    verdict = cleared(context, "no-follow-up", _TOLD, *AFTER)
    content = not verdict.evidence and _ends_content(context)
    return Verdict("cannot_say", UNSETTLED) if content else verdict


def _ends_content(context: StoryContext) -> bool:
    """Whether the last that is told is that nothing was to be done otherwise, which is no follow-up."""
    last = next((one.span for one in reversed(context.labels) if one.label != "other"), None)
    return last is not None and last in denied(context)
