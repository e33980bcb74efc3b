"""What cards and sessions of practice are called."""

from __future__ import annotations

import pytest

from starproof.report.practice import figure_title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("which is about $3.6M a year", "About $3.6M a year"),
        ("so that's what a million eight a year", "A million eight a year"),
        (
            "and p ninety nine went down to three hundred milliseconds",
            "P ninety nine went down to three hundred milliseconds",
        ),
        ("and we now save $350K a month", "We now save $350K a month"),
        ("The close fell from nine days to two", "The close fell from nine days to two"),
        ("70% of the manual fixes came from one thing", "70% of the manual fixes came from one thing"),
        ("Isabel saved 40 hours", "Isabel saved 40 hours"),
        ("and", "And"),
        ("", ""),
    ],
)
def test_a_figures_card_is_called_by_words_that_stand_alone(words: str, title: str) -> None:
    assert figure_title(words) == title
