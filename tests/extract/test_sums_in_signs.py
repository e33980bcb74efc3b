"""A total in signs is the sum of what the plus signs join, and no other; half a row of signs is no sum."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.facts import Claim
from starproof.extract.claims import claims
from starproof.extract.quantities import quantities
from starproof.parse.story import parse


def said(text: str) -> list[Claim]:
    document = parse(Story("case", text))
    spans = [sentence.span for sentence in document.sentences]
    return list(claims(document.text, quantities(document.text, within=spans), spans))


LATER = ", which the controller signed in June after looking at the two depots and the night shift for a quarter."


@pytest.mark.parametrize(
    ("text", "total", "computed"),
    [
        (f"Savings: $900K + $1.2M = $2.4M a year{LATER}", "$2.4M a year", 2.1e6),
        (f"Two depots, nine months: fuel €900K + overtime €1.2M = €2.4M{LATER}", "€2.4M", 2.1e6),
        ("Result: churn save $1.1M, plus upsell $700K, = $2.1M, so twice what 3 teams cost.", "$2.1M", 1.8e6),
        ("It took 3 weeks + 2 weeks = 6 weeks.", "6 weeks", 5 * 7 * 86400.0),
    ],
)
def test_a_total_in_signs_that_does_not_come_out_is_wrong(text: str, total: str, computed: float) -> None:
    found = next(one for one in said(text) if one.text == total)
    assert (found.verdict, found.computed) == ("inconsistent", computed)


@pytest.mark.parametrize(
    "text",
    [
        f"Savings: $900K + $1.5M = $2.4M a year{LATER}",
        "About $900K + about $1.2M = about $2M.",
        "After the merger we had 5 + 6 + 4 = 15 engineers.",
        "The bill is 3 x $400K + $200K = $1.4M for the year.",
        "We pay $2M - $500K + $100K = $1.6M.",
        "It comes to 20 % of $3M + $1M = $1.6M.",
    ],
)
def test_a_row_of_signs_that_comes_out_is_not_accused(text: str) -> None:
    assert [one.text for one in said(text) if one.verdict == "inconsistent"] == []


def test_two_factors_of_a_row_alone_are_still_held_to_their_product() -> None:
    assert [one.text for one in said("Cost was 3 x $400K = $1.5M that year.") if one.verdict == "inconsistent"]
