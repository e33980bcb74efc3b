"""What was spent is no outcome, however it is told; what is spared of it is one."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

SPENT = (
    "I paid £40,000 for a pilot boat I'd not budgeted for.",
    "His notice pay came to £40,000.",
    "The settlement was £40,000.",
    "We replaced her at £40,000 in agency fees.",
    "The agency took £40,000 to find her successor.",
    "I had to find £40,000 for cover out of my training budget.",
    "It took £40,000 of contractor time to get through the winter.",
    "Finance made me explain £40,000 of overtime.",
    "I went £40,000 over budget.",
    "We overspent by £40,000.",
    "We went over by £40,000, and I told the board myself.",
    "The yard that lent us two crews billed us £40,000.",
    "I paid £40,000 for cover that nobody had asked for.",
    "That decision set us back £40,000.",
    "We put £40,000 into a test rig that nobody used in the end.",
    "The new radar was bought for £40,000.",
    "£40,000 was paid to a recruiter who never found anyone.",
    "My director gave me £40,000 for two consultants.",
    "We were fined £40,000 for the late filing.",
    "We're paying £40,000 a year for a support contract I never wanted.",
    "The rework added £40,000 to the bill.",
    "I approved £40,000 for new headsets.",
    "They charged us £40,000 for the extra weeks.",
    "We'd already sunk £40,000 into the old tool when I stopped it.",
    "The pilot needed £40,000, and my director found it.",
    "That was a £40,000 mistake.",
    "The radar cost £61,000, its mast £23,000 and the crane £16,000.",
    "It took us, about £40,000 of contractor time to get there.",
    "We used £40,000 of the grant.",
    "We finished with £40,000 of the budget untouched.",
    "It cost £400,000, which was £40,000 too much.",
    "The list was £40,000 a month, just to see last week's boats.",
)
GAINED = (
    "I cut what we paid for contractors by £1.2 million a year.",
    "We would have paid £1.2 million a year for the contractors, and we did not need them.",
    "We saved the £1.2 million a year that we had spent on contractors.",
    "We no longer pay £1.2 million a year for the contractors.",
    "It saves us £1.2 million a year in agency fees.",
    "We spend £1.2 million a year less on overtime.",
    "We used to spend £1.2 million a year on agency crews; now we spend nothing.",
    "We came in £1.2 million under budget.",
    "Instead of paying £1.2 million for a new system we fixed the old one.",
    "The contractors had cost us £1.2 million a year. They are all gone.",
    "The harbours pay us £1.2 million a year for it.",
    "We got £1.2 million back from the supplier.",
    "The shop took £1.2 million more in the first year.",
    "For £40,000 of hardware we saved £1.2 million a year.",
    "We spent £40,000 and it brings in £1.2 million a year.",
    "It was worth £1.2 million a year in overtime alone.",
    "Last year, the hotels spent £1.2 million more with us.",
    "The bills are right now, and the harbour collects £1.2 million a year more.",
    "Members spend £1.2 million a year more in margin than before.",
    "The saving in berths and courier trips was £1.2 million.",
    "A summer now costs £1.2 million less than before.",
    "We did not need the second crews, who had cost £1.2 million a year.",
    "I gave £1.2 million of the budget back.",
)


@pytest.mark.parametrize("passage", SPENT)
def test_money_spent_is_no_outcome(passage: str) -> None:
    assert found(passage) is None


@pytest.mark.parametrize("passage", GAINED)
def test_money_not_spent_or_earned_is_one(passage: str) -> None:
    usd = found(passage)
    assert usd is not None
    assert 1_100_000 < usd < 2_000_000


def test_a_season_at_stake_is_not_what_it_brought() -> None:
    assert found("It was a four million dollar season, and we kept it.") is None
    assert found("We brought in four million dollars that season.") == 4_000_000


def test_the_whole_is_not_the_part_that_came_in() -> None:
    assert found("We sold three point eight of the four million.") is None
    assert found("We sold three point eight million.") == 3_800_000


def test_a_cost_does_not_recur_because_an_equal_fine_does() -> None:
    note = (
        "The fine was AUD 2.4m/yr if we were late.\n- buying all boats = AUD 9.3m\n"
        "- bought 8,000 at AUD 300 = AUD 2.4m, so AUD 6.9m not spent.\n- "
    )
    assert found(note) == pytest.approx(4_554_000)


@pytest.mark.parametrize(
    "passage",
    [
        "Offcuts went from 14 to 9 percent, and at 40 barges a year and 60 thousand dollars a barge that is about "
        "2.4 million dollars a year for the wharf.",
        "We pack 30,000 boxes a year less, and at 80 dollars a box it is worth about 2.4 million dollars a year.",
        "Idle days fell by half, and for 12 ferries at 200 thousand dollars a ferry this is some 2.4 million dollars a "
        "year.",
    ],
)
def test_a_total_behind_the_price_of_one_is_not_the_price_of_one(passage: str) -> None:
    assert found(passage) == 2_400_000


@pytest.mark.parametrize(
    "passage",
    [
        "The pilots grumbled, because a cancelled crossing is about $240,000 a year in port fees.",
        "They wanted new engines, and a new engine is worth roughly $2.4 million a year to the line.",
    ],
)
def test_the_price_of_one_is_still_no_outcome(passage: str) -> None:
    assert found(passage) is None
