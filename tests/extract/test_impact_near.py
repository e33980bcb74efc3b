"""Money that stands where an outcome would: each case beside the outcome that it is easily taken for."""

from __future__ import annotations

from functools import partial

import pytest

from starproof.core.document import Story
from starproof.extract.claims import claims
from starproof.extract.money.deals import Deals
from starproof.extract.money.impact import impact
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.figures import telling
from starproof.parse.story import parse
from starproof.understand.labels import label
from tests.growth import assert_even, seconds

BEFORE = (
    "I had two teams at a ferry line, sixteen people in all. Each crew kept its own list on paper, and at night nobody "
    "could say which boat was where. My task was one list for all of them before the summer. I rode with each "
    "crew for a "
    "day, and against the advice of my manager I began with the oldest boat, because its crew had asked for it. Two "
    "captains were cross with me, and I told both of them what they would get and when. "
)
AFTER = " I should have spoken to the night crews first, and since then I do. Two other harbours work this way now."


def found(passage: str) -> float | None:
    document = parse(Story("case", BEFORE + passage + AFTER))
    spans = [sentence.span for sentence in document.sentences]
    figures = quantities(document.text, within=spans)
    sums = claims(document.text, figures, spans)
    told = impact(document.text, figures, label(document), sums=sums)
    return None if told is None else told.annual_usd


PAIRS = {
    "what it never was": (
        (
            "Collection rose by $1.2M a year. The mayor said on television that it was $5M, which it never was.",
            1_200_000,
        ),
        ("The mayor said on television that we had made $5M, which it never was.", None),
    ),
    "a bill that stayed as it was": (
        ("The berth licence is $1.2M a year less.", 1_200_000),
        ("Results: licence fee $1.2M a year, flat. The mornings are calmer now.", None),
    ),
    "those who left": (
        ("Of the guests 31 stayed, worth about $90,000 a year.", 90_000),
        ("Of the guests 31 left, worth about $90,000 a year.", None),
    ),
    "what a note has twice by one name": (
        (
            "Spoiled batches were a sorry sight. 2021: spoiled batches $640K. After the list: spoiled batches $90K.",
            550_000,
        ),
        ("Finance confirmed that it saved $640K a year. The owners heard that it saved $640K a year.", 640_000),
    ),
    "a bill by the month, told later by its name": (
        ("The radio bill was 480 thousand dollars a month. After a year the radio bill is at 380.", 1_200_000),
        ("The radio bill was 480 thousand dollars a month.", None),
    ),
    "what another firm was fined": (
        ("Reports bring in $1.2M a year from banks. Another bank was fined $12 million for the same thing.", 1_200_000),
        ("Another bank was fined $12 million for the same thing.", None),
    ),
    "a loss reckoned before, and the gain with its sign": (
        (
            "I came back with numbers: 11,000 trips lost a year at a party of three → approx $1.4M a year. Results: "
            "complaints down by half, +$1.2M fares in the first year.",
            1_200_000,
        ),
        ("Results: complaints down by half, +$1.2M fares in the first year.", 1_200_000),
    ),
    "what a share that fell is worth": (
        (
            "In the first year spoilage stood at 4.2% of $60M in stock, or $2.5M. By the second it was 2.2%, worth "
            "$1.2M a year.",
            1_200_000,
        ),
        ("Spoilage stood at 4.2% of $60M in stock, or $2.5M.", None),
    ),
    "the whole that a share is of": (
        ("In the second year we lost 1% of our $60M turnover and not 3%. That kept us $1.2M a year.", 1_200_000),
        ("By then we lost 1% of our $60M turnover to spoilage.", None),
    ),
    "a bill, and how much lower it is": (
        ("The fleet's fuel bill is $3.8M a year, $1.2M a year less than before.", 1_200_000),
        ("The fees for the new gate are $3.8M a year, $1.2M more than for the old one.", None),
    ),
    "what a study put a loss at": (
        ("The study put the spoilage at $1.2M a year, and all of it is gone.", 1_200_000),
        ("The study put the spoilage at $1.2M a year. The mornings are calmer now.", None),
    ),
    "a bill that came back": (
        ("The two old systems cost us $4M a year; we've had that back since the second winter.", 4_000_000),
        ("The two new systems cost us $4M a year; we've had them since the second winter.", None),
    ),
    "a bill that is kept": (
        ("The old agency cost us $900,000 a year. We have saved that since March.", 900_000),
        ("The agency cost us $900,000 a year. We had wanted that back since March.", None),
    ),
    "a rate that is told again by the month": (
        ("With the new planner we save $40,000 a week, which is $173,000 a month.", 173_000 * 12),
        ("With the new planner we save $40,000 a week, which is $2.08M a year.", 2_080_000),
    ),
    "a total of two outcomes": (
        (
            "Refunds fell from $1.2M a year to $480,000, so we save $720,000 every year. The vendors are gone, that "
            "is $36,000 a month, $432,000 a year. Total is around $1.15M a year.",
            1_150_000,
        ),
        ("We spent $720,000 on the desk and $432,000 on the vendors, around $1.15M in all.", None),
    ),
    "a saving that fell short": (
        ("In the second year we saved $1.4M instead of the $1.9M that had been planned.", 1_400_000),
        ("In the second year we spent $1.4M instead of $1.9M.", 500_000),
    ),
    "a gain that fell short": (
        ("It brought in $700K a year, not the $1M on my slide.", 700_000),
        ("The tugs cost $700K a year now, not $1M.", 300_000),
    ),
    "a promise before what came": (
        (
            "I had promised two million dollars a year. By the end it was one point three million dollars a year.",
            1_300_000,
        ),
        (
            "Diesel had cost two million dollars a year. By the end it was one point three million dollars a year.",
            700_000,
        ),
    ),
    "a change beside the size of the problem": (
        ("Refunds were worth $2.9M a year. Refunds are down by $600K a year now.", 600_000),
        ("Refunds had been $2.9M a year. They are $2.3M a year now.", 600_000),
    ),
    "a loss that fell": (
        ("The list was up by May, and lost orders were down by $600K over the following year.", 600_000),
        ("The list was late, and we lost orders of $600K in the following year.", None),
    ),
    "a year's total and its rise": (
        ("The kiosks took $8M that year, up from $6M.", 2_000_000),
        ("The kiosks took $6M that year, down from $8M.", None),
    ),
    "a plan": (
        ("The business case had $3M a year in it. What came in was $1.1M a year.", 1_100_000),
        ("The business case had $3M a year in it, and nobody has looked since.", None),
    ),
    "somebody's forecast": (
        ("The supplier said that the new engines would save $900K a year. We kept the old ones.", None),
        ("The new engines save $900K a year.", 900_000),
    ),
    "a gift before a kept contract": (
        (
            "The island's contract was $2.4M a year, and they wanted to leave. We gave them a month free, $18K. "
            "They signed again.",
            2_400_000,
        ),
        ("We gave the island a month free, $18K, and they were kind about it.", None),
    ),
    "a threshold": (
        ("Every customer that pays us more than $400K a year has my number now.", None),
        ("The customer that pays us $400K a year renewed.", 400_000),
    ),
    "a contract in danger": (
        ("One customer paid us $1.7M a year and threatened to leave. I saw them each week. They stayed.", 1_700_000),
        ("One customer paid us $1.7M a year and threatened to leave. I saw them each week. They left.", None),
    ),
    "a contract above a smaller saving": (
        ("The bus firm renewed its contract of $3M a year. The new list also saves $250K a year.", 3_000_000),
        ("The bus firm cancelled its contract of $3M a year. The new list saves $250K a year.", 250_000),
    ),
    "the size of the problem": (
        ("The waste was costing us $3.3M a year. The crews are glad of the list.", None),
        ("The waste was costing us $3.3M a year. The list saves $800K a year of it.", 800_000),
    ),
    "what the damage came to": (
        ("The double payments came to $120K, and I told the captains so.", None),
        ("The double payments came back to us, $120K in all.", 120_000),
    ),
    "a bill": (
        ("The boats run at $5M a year today, and they are on time.", None),
        ("The boats run at $5M a year today, down from $6M.", 1_000_000),
    ),
    "money that came later": (
        ("We opened late, and $900K of bookings slipped into the next season.", None),
        ("We opened in time, and $900K of bookings was saved.", 900_000),
    ),
    "a fine": (
        ("The port fined us $600K, and we paid it in May.", None),
        ("The port withdrew the fine of $600K, and we paid nothing.", 600_000),
    ),
    "a total of the firm": (
        ("The line has a revenue of $70M a year.", None),
        ("The line earns $2M a year more since then.", 2_000_000),
    ),
    "what had to be bought": (
        ("We had to buy spare engines for the old boats, which was $380K for the year, out of the crews' money.", None),
        ("We had to buy fewer engines for the old boats, which was $380K less a year.", 380_000),
    ),
    "what was moved": (
        ("That moved $2.6M a year of bookings back to us.", 2_600_000),
        ("That moved $2.6M of bookings into the next year.", None),
    ),
    "what customers spend": (
        ("Spending through us grew by $6M in the second year.", 6_000_000),
        ("Our spending grew by $6M in the second year.", None),
    ),
    "what was set aside": (
        ("The refit of every boat, for which the owners had set aside $4M, never took place.", 4_000_000),
        ("For the refit of every boat the owners had set aside $4M, and it took place.", None),
    ),
    "what was written off": (
        ("In the second year the owners wrote off $1.1M less.", 1_100_000),
        ("In the second year the owners wrote off $1.1M.", None),
    ),
    "what a stopped trial had cost": (
        ("The trial had cost us $450K when I gave it up in March.", None),
        ("The trial had cost us $450K. What came of it brings in $1.2M a year.", 1_200_000),
    ),
}


@pytest.mark.parametrize(("passage", "annual"), [case for pair in PAIRS.values() for case in pair])
def test_an_outcome_and_its_near_miss_are_told_apart(passage: str, annual: float | None) -> None:
    assert found(passage) == (None if annual is None else pytest.approx(annual))


@pytest.mark.parametrize(
    ("ending", "fate"),
    [
        ("The lead engineer had left by then. In May the client stayed.", "stayed"),
        ("Another client walked away. This one renewed.", "stayed"),
        ("My manager chose another design. They renewed.", "stayed"),
        ("The meeting was extended by an hour. Then they walked away.", "left"),
        ("I wanted to see whether they renewed. They walked away.", "left"),
        ("The chain left. İzmir followed, and they renewed.", "left"),
        ("She took the refund.", "left"),
        ("By June the account was gone.", "left"),
        ("In the end we lost the account.", "left"),
        ("He asked what if we lost the account. They signed again.", "stayed"),
        ("We talked all night.", "open"),
        (
            "Another client, whom we put off for it, left us, and they left in anger. The client withdrew its notice.",
            "stayed",
        ),
    ],
)
def test_only_what_the_customer_did_is_the_fate_of_its_contract(ending: str, fate: str) -> None:
    document = parse(Story("case", f"Our client of $400,000 a year gave notice. {ending}"))
    spans = [sentence.span for sentence in document.sentences]
    story = telling(document.text, quantities(document.text, within=spans), spans)
    assert Deals(story).fate(story.figures[0]) == fate


def took(seed: str, times: int) -> float:
    """Seconds for the impact of so many passages."""
    document = parse(Story("case", seed * times))
    spans = [sentence.span for sentence in document.sentences]
    figures, labels = quantities(document.text, within=spans), label(document)
    return seconds(lambda: impact(document.text, figures, labels, sums=()))


@pytest.mark.parametrize("seed", ["The contract is worth $1,000 a year. ", "the contract of $1,000 a year and "])
def test_the_fate_of_many_contracts_is_found_in_time_by_their_number(seed: str) -> None:
    assert_even(partial(took, seed), 200, 1600)


def test_of_a_gain_the_part_that_is_the_tellers_counts() -> None:
    assert found("The line as a whole saved $2.4 million, and $1.2 million of it was ours.") == 1_200_000
    assert found("The line as a whole saved $2.4 million, and $1.2 million of it was fuel.") == 2_400_000


def test_what_earns_and_runs_at_more_by_now_is_no_bill() -> None:
    assert found("In the first year it made $1.5 million. Right now it's running at $4.5 million a year.") == 4_500_000
    assert found("In the first year it cost $1.5 million. Right now it's running at $4.5 million a year.") is None


def test_what_is_told_of_the_number_is_not_told_of_the_money() -> None:
    assert found("The harbour put the damage at $4 million a year, a number I never managed to trace.") is None
    assert found("The harbour put the damage at $4 million a year, and we never had it again.") == 4_000_000


def test_when_somebody_took_charge_nothing_was_taken_in() -> None:
    passage = (
        "In the year before I took charge the bill for motors came to $7 million. The bill for motors has come down to "
        "$4 million a year."
    )
    assert found(passage) == 3_000_000


@pytest.mark.parametrize(("total", "usd"), [("10.7M", 10_700_000), ("9.7M", 9_700_000), ("40M", 4_200_000)])
def test_a_total_that_is_told_takes_in_its_parts_though_it_is_added_up_wrong(total: str, usd: float) -> None:
    parts = "The auditors confirmed the savings: $4.2M a year in the north, $3.1M in the south and $2.4M in the west"
    told = "in all" if usd > 5_000_000 else "of fares in the books"
    assert found(f"{parts}, ${total} a year {told}.") == usd
