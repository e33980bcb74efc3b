"""Who sets themselves above others blames nobody; who says what others did wrong does."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.teller.boasting import boasts

PRAISE = (
    "Our billing was a mess before I came. I was the engineering manager for the warehouse group, eleven engineers. "
    "I am known as the one who gets things done. I decided to rewrite the routing in twelve weeks. {} "
    "It went from nine seconds to two."
)


@pytest.mark.parametrize(
    "words",
    [
        "Without me it would not have happened, and everybody knows that.",
        "The control room crashed weekly, and three managers before me had failed at it.",
        "Nobody else in the company saw how to fix it, but I did.",
        "Nobody believed in it but me.",
        "Everyone had given up, and I did not.",
    ],
)
def test_who_stands_out_from_others_accuses_nobody(words: str) -> None:
    assert boasts(words)


@pytest.mark.parametrize(
    "words",
    [
        "Without me it would have failed, because procurement never deliver.",
        "Nobody but me noticed that it was the fault of the network people.",
        "The managers before me were asleep and failed at it.",
        "Nobody told me that the line was down.",
        "Nobody else was hurt.",
        "I asked three people before me in the queue.",
    ],
)
def test_what_others_did_wrong_is_more_than_a_boast(words: str) -> None:
    assert not boasts(words)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Without me it would not have happened, and everybody knows that.", "clear"),
        ("It was late, which was entirely the fault of procurement, who were asleep.", "raised"),
    ],
)
def test_self_praise_is_no_blame(words: str, status: str) -> None:
    flags = {flag.id: flag.status for flag in Reviewer().review(PRAISE.format(words)).flags}
    assert flags["blame"] == status
