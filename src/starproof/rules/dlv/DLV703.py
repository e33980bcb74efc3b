"""DLV703: the story is shorter than the guide's shortest framework."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.rules.base import Hit, rule
from starproof.rules.dlv.plan import clock, shortest


@rule("DLV703", "under-time", severity="note", guide="frameworks")
def under_time(context: StoryContext) -> Iterator[Hit]:
    """The story is over before the shortest answer of the guide would be.

    Rationale:
    Short is no fault: nothing here lowers a level or a rating for it. Yet an interviewer who gets forty
    seconds fills the rest with questions of their own choice.

    Weak:
    Our parking app froze every Monday morning. I was asked to end that by June with my two teams. I had one
    of them move the receipts out of the payment and the other one watch the gates. Since June it has not
    frozen once, and complaints fell from 300 a week to 20.

    Stronger:
    We rent out 900 caravans at fourteen sites, and in one summer 61 of them were booked twice. Families
    drove all day to find others in their beds, a newspaper wrote about it, and we refunded 240,000 euros.
    Every site kept its own list, because ours came too late.

    I ran two teams, sixteen people, and I was asked to end it by Easter: no caravan booked twice in the
    next season, and the lists at the sites thrown away. I had no money beyond what was planned for the
    website.

    I drove to all fourteen sites with one engineer from each team and asked the managers for the list that
    they really used. We found eleven. I decided to build nothing before everybody agreed on what a booking
    is, and my own people disliked that, since they had a prototype. I took the lead who said so to the next
    three sites, and he threw the prototype away himself. Then I brought the site managers into one room
    until they had agreed on four states. I gave the deposits to one team and the calendar to the other, and
    asked the most difficult of the managers to accept each release. He refused two. The second time he was
    right: I had forgotten the day on which a caravan is cleaned. I told the owner that my plan had missed
    it, and cancelled the new photographs to pay for three more weeks, against the wish of the marketing
    lead.

    In the whole season two caravans were booked twice, against 61 the year before, and refunds fell from
    240,000 euros to 9,000. The next year two other rental companies asked for the same system. I learned
    that a list in a drawer is a report about my system, and I now ask for those lists before anyone draws a
    screen.

    Limits:
    Seconds are counted in words at your pace. Outlines and bullet points are shorter than what is later said
    about them.
    """
    plan = shortest(context.timing)
    if plan is None or plan.verdict != "under":
        return
    yield Hit(
        f"Told in {clock(plan.seconds)}; the guide's shortest answer is {clock(plan.budget)}. "
        f"There is room for {-plan.over_by:.0f} s of what you did and decided."
    )
