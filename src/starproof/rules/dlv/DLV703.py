"""DLV703: the story is shorter than the guide's shortest framework."""

from __future__ import annotations

from collections.abc import Iterator

from starproof.core.context import StoryContext
from starproof.core.lengths import clock
from starproof.rules.base import Hit, rule
from starproof.rules.dlv.plan import shortest


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
    Our parking app froze every Monday morning, between seven and nine, when 14,000 commuters want to pay. Whoever
    could not pay got a ticket, and by spring we had 300 complaints a week and a city that spoke of ending the
    contract. Two teams had looked for the fault since Christmas, each in the part of the other.

    I was responsible for both teams, eleven engineers. The city gave me until June: no Monday on which the gates do
    not open, and the tickets of that winter paid back.

    I first stopped the search for the one fault, and many did not like that. I stood at a gate on two Mondays with a
    lead from each team, and we wrote down what we saw. The app did not freeze where we had looked. It waited for
    the receipt, which was written before the gate would open. I decided that the gate opens first and the receipt
    comes when it comes. Our finance director was against it, because some drivers would leave without having paid. I
    told her what I thought that would cost, 900 euros a month, and that I would answer for it. I asked one team to
    move the receipts out of the payment, and the other to watch the gates and call a driver before the driver calls
    us. The first Monday was worse than all before it. I had let both changes go live in one night, so that nobody
    could tell which of the two had failed, and I said so to the city the same morning. From then on we made one
    change a week and kept Fridays free.

    Since June the app has not frozen once, and complaints fell from 300 a week to 20. Drivers who left without
    having paid cost us 400 euros a month, less than half of what I had feared. The tickets are paid back, and the city
    has renewed the contract for three years. I learned to stand where it hurts before I let anyone search, and I now
    begin each such week at the gate.

    Limits:
    Seconds are counted in words at your pace. Outlines and bullet points are shorter than what is later said
    about them.
    """
    plan = shortest(context.timing)
    if plan is None or plan.verdict != "under":
        return
    yield Hit(
        f"Told in {clock(plan.seconds)}; the guide's shortest answer is {clock(plan.budget)}. "
        f"There is room for {clock(-plan.over_by)} of what you did and decided."
    )
