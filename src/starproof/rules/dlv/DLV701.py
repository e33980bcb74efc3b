"""DLV701: the story takes longer than any of the guide's frameworks."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.lengths import clock
from starproof.rules.base import Hit, rule
from starproof.rules.dlv.plan import longest, up_at


@rule("DLV701", "over-time", severity="warning", guide="frameworks")
def over_time(context: StoryContext) -> Iterator[Hit]:
    """The story does not fit the longest answer that the guide plans for.

    Rationale:
    An interviewer has about four minutes for an answer and several questions to ask. Past that they cut in,
    usually in the middle of what you did, and the result is never heard.

    Weak:
    We were a company that rents out caravans, about nine hundred of them at fourteen sites, and the story
    begins with the old booking office, which was a room above a bakery where two sisters answered the
    telephone. They knew every customer by name and they knew which caravan had the leaking window, and when
    the elder of the two retired nobody had written any of that down. For the first season we thought that
    it did not matter. The bookings came in by mail and by telephone and on paper, and somebody typed them
    into a table in the evening. In the second season the table had three owners, and two of them did not
    speak to each other. The sites began to keep their own lists, because they could not wait for ours. A
    family drove six hundred kilometres and found another family in their caravan, and then it happened
    again, and then a newspaper wrote about it. By the end of that summer we had refunded 240,000 euros and
    our insurance had asked for a meeting. The owner called all of us together in the old office, which
    still smelled of bread, and asked who was going to put it right.

    I was running the two teams for the website and for the payments, sixteen people, and I said that I
    would take the bookings too if I could also have the sites. He gave me until Easter. The target was that
    no caravan would be booked twice in the next season, not one, and that the sites would throw their own
    lists away. I had no money for a new system beyond what we had planned for the website, and I was not
    allowed to close any site.

    I started by driving to the sites, all fourteen, together with one engineer from each team, and I asked
    every site manager to show us the list that he really used. We found eleven different lists. One was a
    calendar from a garden centre. I decided to build nothing before everybody agreed on what a booking is,
    and that was not a popular choice with my own people, because they had a prototype that they were proud
    of. One of the leads told me in front of the team that I was wasting the winter. I asked him to come
    along to the next three sites, and after the second he said that he would rather throw the prototype
    away himself. Then I brought the site managers into one room for two days. They argued for a day about
    whether a caravan in repair is booked or not. I let them argue, because I thought that it was better to
    have it out there than in July. At the end we had four states and everybody signed the sheet of paper.
    After that I split the work: the payments team took the deposits, the website team took the calendar,
    and I asked the most difficult of the site managers to be the one who accepted each release. He refused
    the first two. The second time he was right, we had forgotten the day on which a caravan is cleaned, and
    I told the owner that we would lose three weeks and that it was my plan that had missed it. I cancelled
    the new photographs for the website to pay for it, and the marketing lead did not talk to me for a
    while. In March we moved the first five sites. One of them kept its own list in a drawer, and I found it
    by accident when I looked for a pen. I did not take the list away. I asked the manager what he needed to
    see before he would trust ours, and he wanted it on paper every morning at seven. So we printed it for
    him every morning at seven, and in April he asked us to stop. We moved the other nine in the two weeks
    before Easter, two a day, with one engineer at each gate and me on the telephone in the car between
    them.

    In the whole season two caravans were booked twice, against 61 in the year before, and both were found
    before the families had left home. Refunds fell from 240,000 euros to 9,000. The sites threw their lists
    away, except for one, which I was told is for sentimental reasons. The deposits now arrive on the day of
    the booking, which the accountant says is worth another 30,000 euros in the year, because we no longer
    borrow for the spring. The next year two other rental companies on the coast asked whether they could
    have their bookings on it, and one of them still does. The site manager who had refused the first two
    releases runs the training for new sites.

    What I learned is that a list in a drawer is not disobedience, it is a report about my system. I should
    have asked for the lists before I ever let anyone draw a prototype, and I would have saved a proud
    engineer a bad winter. Since then I begin any work of this kind by asking people for what they really
    use, and I carry it home with me, and I hang it on the wall.

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
    Text without times is timed by words at your pace, so a fast or slow speaker should set it. Figures are
    read as one word each, which makes a story full of them a little longer in the telling.
    """
    plan = longest(context.timing)
    if plan is None or plan.verdict != "over":
        return
    up = up_at(context, plan.budget, sum(context.timing.sections.values()))
    yield Hit(
        f"Told in {clock(plan.seconds)}, {clock(plan.over_by)} more than the guide's longest plan "
        f"({clock(plan.budget)})." + (" The time is up in the sentence quoted." if up else ""),
        context.evidence(up) if up else (),
        "Can you give me the short version: what did you decide, and what came of it?",
    )
