"""That a thing has not come in so long is an outcome with its figure."""

from __future__ import annotations

import pytest

from starproof import Reviewer

REVIEWER = Reviewer()
TOLD = (
    "I run the ledger of a bakery with nine people. In May we paid 312 mills twice. I was to stop that. I decided to "
    "check each bill against the last, and my boss hated the delay. {result} I learned to look at the bills first."
)


def clarity(result: str) -> str:
    ratings = REVIEWER.review(TOLD.format(result=result)).ratings
    return " ".join(next(one for one in ratings if one.criterion == "clarity").because)


@pytest.mark.parametrize(
    "result",
    [
        "In the end we have had no double payment since, and that is nineteen months now.",
        "No mill was paid twice in two years.",
    ],
)
def test_nothing_in_so_long_is_a_figure_of_the_outcome(result: str) -> None:
    assert "without a figure" not in clarity(result)


@pytest.mark.parametrize("result", ["In the end the mills were glad, nineteen months later.", "The mills were happy."])
def test_a_time_that_says_only_when_is_none(result: str) -> None:
    assert "without a figure" in clarity(result)
