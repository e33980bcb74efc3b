"""A fault is owned by a deed that was wrong when it was done, without any word for a mistake."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.teller.knowingly import knowing_faults
from tests.level.telling import hear

SCENE = "I run the ticket machines of a tram firm with nine engineers. I had promised the council the first of May. "
END = (
    " Faults fell from 90 a month to 4, and they are still at 4. I learned to give a date and a condition. "
    "Since then, every date of ours has one."
)


def told(words: str) -> bool:
    context = hear(SCENE + words + END)
    return bool(knowing_faults(context))


@pytest.mark.parametrize(
    "words",
    [
        "I shipped a tariff I knew wasn't ready. Riders paid twice.",
        "I signed a plan that I knew was too thin.",
        "I launched it knowing that two machines were still red.",
        "I knew the counts were off and signed anyway.",
        "Riders paid twice. I told the council that I had been advised not to and did it anyway.",
        "My lead had warned me twice, and I went ahead all the same. The first day failed.",
        "I had let it run. I told myself that two strong people argue.",
        "In May a move of mine dropped 300 tickets. My lead asked if we should wait, and it was I who answered yes.",
        "I'd let this go on for a year.",
        "It was a change that I had reviewed as a peer and waved through without reading the table.",
        "I approved the tariff without even testing it.",
        "Half of the delay was ours.",
        "I let it slide because he was my friend.",
        "I hoped it would blow over.",
        "I told myself that he was busy; in truth I was afraid to lose him.",
        "I had avoided the conversation since March.",
        "In May a fault of ours printed 90 wrong tickets. We had tried it on one line only - my call, to save a week.",
        "Two machines failed at once. I'd skipped the winter test, and that was my own decision.",
        "Nela would not sign it. I overruled her. On the first day 300 riders were refunded.",
        "The first week went badly: I had taken the times from the clock of one machine.",
        "The drivers stopped us, and they were right: it took an hour, because I had let us rehearse on Sundays.",
        "On the first day two machines failed. I stood at the depot to say that the Sunday trial had been my choice.",
    ],
)
def test_a_deed_that_was_known_to_be_wrong_is_an_owned_fault(words: str) -> None:
    assert told(words)


@pytest.mark.parametrize(
    "words",
    [
        "I let it run overnight and looked at the counts.",
        "They knew it better, so I approved the tariffs without reading every line.",
        "I signed the order without checking with the council.",
        "Half of the repair was ours.",
        "The vendor shipped it without testing, and I sent it back.",
        "The first week went badly: I had warned the council in May.",
        "The counts were fine, because I had let us rehearse on Sundays.",
        "Two machines failed at once. I stopped the line and told the depot that it was my decision.",
        "The counts were fine. I told everybody that it had been my idea.",
        "The counts were fine. We had tried it on one line only, my call, to see it at work.",
        "Two machines failed at once. We stopped the line that evening, my call.",
        "I let the trial run for a week.",
        "The counts were fine, and it was I who had signed them.",
        "Next time I would go to the council, not write.",
        "He had let it run for a year.",
        "I told myself that it was worth a try, and it was.",
        "I knew that it wasn't ready and refused to launch it.",
        "The vendor shipped a tariff that he knew wasn't ready.",
        "My director advised against it, and I did it anyway. It worked.",
        "I overruled the vendor, who wanted to go first. The move went well.",
        "I knew that the first plan was too thin, so I asked for two more months.",
        "I launched the trial knowing that half of the riders had a card.",
    ],
)
def test_a_warning_alone_or_a_refusal_is_none(words: str) -> None:
    assert not told(words)


def test_the_ratings_hear_it() -> None:
    ratings = {
        one.criterion: " ".join(one.because)
        for one in Reviewer().review(f"{SCENE}I shipped a tariff I knew wasn't ready. Riders paid twice.{END}").ratings
    }
    assert "Owns a mistake." in ratings["learning"]
    assert "Owns what went wrong" in ratings["ownership"]


@pytest.mark.parametrize(
    ("end", "owned"),
    [
        ("I would go to the council in the third week, not in the seventh.", True),
        ("I would ask them before the launch, not after it.", True),
        ("I would go to the council, not to the press.", False),
        ("I would have gone in the third week, had I known.", False),
    ],
)
def test_what_the_teller_would_do_at_another_time_than_they_did_is_an_owned_fault(end: str, owned: bool) -> None:
    context = hear(f"**Action:** I stopped the old line.\n\n**Result:** Faults fell by half.\n\n**Reflection:** {end}")
    assert bool(knowing_faults(context)) is owned
