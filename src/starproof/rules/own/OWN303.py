"""OWN303: the speaker does the engineering."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, shown, spoken, too_short
from starproof.rules.told import in_two_minds


@red_flag("OWN303", "ic-work")
def ic_work(context: StoryContext) -> Verdict:
    """What the speaker did was mostly hands-on engineering, not leading.

    Rationale:
    The story of a manager is what they got others to do: whom they chose, what they let go, what they settled. A
    story of your own code, however good, answers another interview.

    Weak:
    The invoices of our dental labs took six minutes to open. I was the manager of the four developers. I profiled
    the service myself, rewrote the query, added two indexes, wrote a cache and the tests for it, and deployed it on
    a Sunday night. I left out the old invoices, which the labs did not like. They open in two seconds now.

    Stronger:
    The invoices of our dental labs took six minutes to open. I was the manager of the four developers. I asked the
    labs which invoices they open at all, gave the question to the quietest of my developers and took her other work
    off the plan. She found that nobody opens the old ones, and I defended leaving them out when the labs complained.
    They open in two seconds now.

    Limits:
    "We built" is taken for the team's work even where it was yours. A manager who reads one log to understand is
    left alone; where leading and doing are told in equal parts the verdict can go either way.
    """
    short = too_short(context)
    if short is not None:
        return short
    led = shown(context, "managing", "delegation") if in_two_minds(context, "ic-work") else ()
    if led:
        return Verdict("clear", "You lead more than you build.", led)
    if due(context, "ic-work"):
        because = "Most of what you did is engineering with your own hands; who was led, and to what, is hardly told."
        return Verdict("raised", because, spoken(context, "ic-work"))
    return cleared(context, "ic-work", "You lead more than you build.", "managing", "delegation")
