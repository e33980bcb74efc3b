"""Bills and threats of which a later sentence tells the end: that they ended is what came of the work."""

from __future__ import annotations

from functools import partial

import pytest

from starproof.core.document import Story
from starproof.extract.money.ended import Ends
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.figures import telling
from starproof.parse.story import parse
from tests.extract.test_impact_near import found, took
from tests.growth import assert_even

ENDED = {
    "a last invoice": (
        "A contractor mended each ramp by hand, and we were paying him £90,000 a month. The ramps count themselves "
        "now. "
        "The contractor's last invoice came in March.",
        90_000 * 12 * 1.27,
    ),
    "an order that was cancelled": (
        "We paid €80,000 a month for the night watch. The gates tell us who is there. We cancelled the watch in May.",
        80_000 * 12 * 1.10,
    ),
    "a line in the budget, told of by a pronoun": (
        "There used to be a line in the budget for hired boats. It stood at $900,000 a year. The crews swap their "
        "duties "
        "now. That line in the budget reads zero.",
        900_000,
    ),
    "a fine that never came": (
        "The harbour office could fine us $700,000 if a boat sailed without its papers. We had all of them by June. "
        "The "
        "summer passed, and the fine never came.",
        700_000,
    ),
    "a surcharge that was not levied": (
        "The port threatened a surcharge of $700,000 on any line that was late again. We sailed on time. The surcharge "
        "was not levied.",
        700_000,
    ),
    "a deduction that was not made": (
        "The contract with the port foresaw a deduction of $700,000 should the ramps not be ready by June. They were "
        "ready in May. No deduction was made.",
        700_000,
    ),
    "one of several penalties": (
        "The contract sets penalties of $700,000 for a late list. The list was there at nine, and no penalty came due.",
        700_000,
    ),
    "a contract that ran out, beside a budget": (
        "An agency charged $75,000 a month, and my budget for the whole of the year was $2 million. The crews do it "
        "themselves now. The agency's contract ran out in May.",
        900_000,
    ),
    "things that nobody rented again": (
        "We rented heaters for the winter, and the rent was $75,000 a month. The boats lie in another order now. In "
        "the "
        "winter that followed, not one heater was rented.",
        900_000,
    ),
    "people who were not hired": (
        "The plan was to hire eighteen more pilots for the summer. $50,000 a head, so $900,000. We put the boats on "
        "one "
        "map. Those eighteen pilots were never hired.",
        900_000,
    ),
}
STILL = {
    "a bill that is still paid": (
        "A contractor mended each ramp by hand, and we were paying him £90,000 a month. The ramps count themselves "
        "now. "
        "The contractor is content, and so are we."
    ),
    "another thing that ended": (
        "We paid €80,000 a month for the night watch. The gates tell us who is there. We cancelled the summer party."
    ),
    "a fine that may come yet": (
        "The harbour office could fine us $700,000 if a boat sailed without its papers. We had all of them by June. "
        "Nobody "
        "knows whether the fine was dropped or would come in the autumn."
    ),
    "a loss that is past": (
        "The outage cost us $700,000 in refunds that winter. There was no outage in the summer that followed."
    ),
}


@pytest.mark.parametrize(("passage", "usd"), ENDED.values(), ids=ENDED)
def test_a_bill_of_which_a_later_sentence_tells_the_end_is_the_outcome(passage: str, usd: float) -> None:
    assert found(passage) == pytest.approx(usd)


@pytest.mark.parametrize("passage", STILL.values(), ids=STILL)
def test_a_bill_that_did_not_end_is_none(passage: str) -> None:
    assert found(passage) is None


@pytest.mark.parametrize(("who", "ends"), [("We paid an agency", True), ("A customer paid us", False)])
def test_what_comes_in_is_no_bill_that_ends(who: str, ends: bool) -> None:
    document = parse(Story("case", f"{who} $75,000 a month for the list of crews. The list was closed in May."))
    spans = [sentence.span for sentence in document.sentences]
    story = telling(document.text, quantities(document.text, within=spans), spans)
    assert Ends(story).ended(story.figures[0]) is ends


@pytest.mark.parametrize(
    "seed",
    [
        "The agency charged $1,000 a month. The agency's last invoice came. ",
        "the agency charged $1,000 a month and the agency's last invoice came and ",
        "I claimed that we saved $1,000 a month. Another client left. ",
    ],
)
def test_the_end_of_many_bills_is_found_in_time_by_their_number(seed: str) -> None:
    assert_even(partial(took, seed), 200, 1600)
