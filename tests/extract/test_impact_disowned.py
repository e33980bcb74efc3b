"""Money that is no gain of the speaker's, each beside the gain that it is easily taken for."""

from __future__ import annotations

import pytest

from tests.extract.test_impact_near import found

PAIRS = {
    "taken back": (
        "The harbour master tells everyone that we saved $3M, which is not true.",
        "The harbour master tells everyone that we saved $3M, which the ledger bears out.",
        3_000_000,
    ),
    "whose money it is": (
        "By now the wallet holds $2M of our passengers' money.",
        "By now the wallet has saved us $2M of bank fees.",
        2_000_000,
    ),
    "said once and withdrawn": (
        "In the spring I claimed that the list had saved $3M. Most of it would have come anyway, as a clerk found. I "
        "withdrew the figure.",
        "In the spring I claimed that the list had saved $3M. Most of it came in the first year, as a clerk found. I "
        "published the figure.",
        3_000_000,
    ),
    "only asked": (
        "Nobody could tell me whether the list had saved $3M.",
        "Nobody could tell me how the list had saved $3M.",
        3_000_000,
    ),
    "what another firm won": (
        "Our competitor in the north saved $3M a year with a list like it.",
        "Our list in the north saved $3M a year.",
        3_000_000,
    ),
    "where it went": (
        "Fares of $3M a year went to a rival.",
        "Fares of $3M a year came back from a rival.",
        3_000_000,
    ),
    "the size of a market": (
        "The list sells well. The whole market for it is put at $3M a year.",
        "The list sells well. The gain from it is put at $3M a year.",
        3_000_000,
    ),
    "capital": (
        "Investors put in $5M after they had seen the list.",
        "Hotels booked $5M a year more after they had seen the list.",
        5_000_000,
    ),
    "a price": (
        "We got the second berth for $1.3M.",
        "We sold the second berth, which nobody needed any longer, and that saved $1.3M.",
        1_300_000,
    ),
    "the price of several": (
        "We hired four pilots at $90,000 each, $360,000 in all.",
        "We did not hire the four pilots at $90,000 each, and saved $360,000 a year.",
        360_000,
    ),
}


@pytest.mark.parametrize(("other", "gain", "usd"), PAIRS.values(), ids=PAIRS)
def test_money_that_is_not_ours_to_count_is_no_outcome(other: str, gain: str, usd: float) -> None:
    assert found(other) is None
    assert found(gain) == usd


@pytest.mark.parametrize(
    ("passage", "usd"),
    [
        ("The spring fares stood $800,000 above those of the spring before.", 800_000),
        ("The spring fares stood at $800,000, about as the spring before.", None),
        ("The refit came in $800,000 over what had been agreed.", None),
    ],
)
def test_a_change_against_an_earlier_time_is_told_from_a_level_and_from_an_excess(
    passage: str, usd: float | None
) -> None:
    assert found(passage) == usd
