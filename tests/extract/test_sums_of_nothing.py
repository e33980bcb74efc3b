"""Numbers that come out as a sum by chance, since the text tells them of something else: none of them is proven."""

from __future__ import annotations

import pytest

from tests.extract.test_own_years import found

OF_ELSE = {
    "what was given back, beside a count": (
        "We returned $3.1 million to the fund. All of our 40 members stayed, worth $120 million a year together."
    ),
    "what all of it came to, beside a count": (
        "Two jobs failed that night, and I was called. That was six million dollars in refunds. We shut it off in "
        "the spring, and it's twelve million a year we keep."
    ),
    "what each of others paid": (
        "The numbers came from two sources. Three hotels canceled, at $800 a month each. The rebate saves us about "
        "$19K a year."
    ),
    "a share in the same words": "There were three of us. One of the three left. Late trains fell to one in three.",
    "a share of other things": "I read three of the six by hand. By spring it closed five tickets in ten.",
    "more people somewhere": "Six of them were trained. Four of those left at once. I put two more people on it.",
    "people in other people": "I led five engineers. We sat with ten agents. It was less later, so half of it.",
    "a percent with a whole of its own": (
        "He said three, I said fine. So we wrote a list of sixty phrases, and put it before five percent of the "
        "traffic."
    ),
    "what went out twice": (
        "A double letter went out to two members. Her word was, doubles under one in ten thousand by May, and 4 "
        "in the last month."
    ),
}  # fmt: skip
OF_THESE = {
    "a price that no piece tells": ("It cost us €6,200. We dropped 30 of those, so €186,000 in the year.", "€186,000"),
    "what each of these paid": (
        "Two hotels left, at $800 a month each. We lost both, so two contracts, that's $1,600 a month.", "$1,600"
    ),
    "a part by its whole's other name": (
        "We ran 1,460 servers. By January 219 had been moved, 15% of the estate.", "15%"
    ),
    "people out of people": ("Of 20 engineers 5 are managers now, a quarter of them.", "a quarter"),
    "a percent of what is told of the amount behind": (
        "We took 2.5% of every sale, on £640 million of sales a year, which made £16 million.", "£16 million"
    ),
    "a percent of what is done with it": (
        "Ten percent of the flour we baked came back. We baked 31 million dollars of it a year, so $3.1 million of it.",
        "$3.1 million",
    ),
    "something doubled": ("Output went from 40 pallets to 80, so it doubled.", "doubled"),
}  # fmt: skip


@pytest.mark.parametrize("text", OF_ELSE.values(), ids=OF_ELSE.keys())
def test_numbers_of_something_else_prove_nothing(text: str) -> None:
    assert not [claim for claim in found(text) if claim.likely]


@pytest.mark.parametrize(("text", "figure"), OF_THESE.values(), ids=OF_THESE.keys())
def test_a_sum_of_these_numbers_is_still_proven(text: str, figure: str) -> None:
    assert [c.verdict for c in found(text) if c.text.startswith(figure)] == ["consistent"]
