"""A true fact that is added lowers nothing: a small team told by its number reads no lower than one told by none."""

from __future__ import annotations

import pytest

from starproof import Reviewer

STORIES = {
    "bank": (
        "Our savings bank answered fraud alarms in two days. I lead the alarms team{}. I brought the card team, the "
        "branch network and the legal department to one table every week, and got the card team to change how a card"
        " is blocked. I decided to block first and ask later, although the head of branches objected, and we lost "
        "some customers over it. After nine months alarms are answered in twenty minutes, which saves the bank "
        "$700,000 a year. The insurance team has taken the rule over. I had not asked the branches first, which was "
        "my mistake."
    ),
    "mill": (
        "Three paper mills each kept their own stock list. I managed the planning software group{}. I had the "
        "production planners of the three mills and the purchasing department agree on one list; two of the mill "
        "directors were against it. I chose to leave the spare parts out, which cost us a year's savings there. "
        "Within eight months stock fell by a fifth, worth 800,000 euros a year. The mills in Finland took the list "
        "over."
    ),
    "hospitals": (
        "The county's eleven hospitals each sent blood samples their own way. I ran the lab software team{}. I got "
        "four teams to agree on one label across the whole organization: lab, transport, wards, and purchasing. I "
        "dropped the print preview that the wards wanted. Six hospitals in other counties send by the same label "
        "since last year. Lost samples fell from 40 a month to 3. I should have begun with the drivers."
    ),
}
ORDER = {"below": 0, "unclear": 0, "at": 1, "above": 2}


@pytest.mark.parametrize("number", [", five developers", ", eight engineers", ", twelve people"])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_number_of_a_small_team_lowers_neither_level_nor_dimension(story: str, number: str) -> None:
    untold, told = (Reviewer().review(story.format(words)).level for words in ("", number))
    assert ORDER[told.reads_as] >= ORDER[untold.reads_as]
    for before, after in zip(untold.dimensions, told.dimensions, strict=True):
        assert ORDER[after.reads_as] >= ORDER[before.reads_as], before.id


def test_small_team_that_moves_nobody_else_still_reads_below() -> None:
    told = (
        "Our release notes were a mess. I was responsible for my five testers. I asked each of them what a note "
        "needs, we wrote a template, and I threw out the weekly meeting for it, which one of them missed. Now a note"
        " takes ten minutes. It is only for us, nobody outside the team reads them."
    )
    assert Reviewer().review(told).level.reads_as == "below"
