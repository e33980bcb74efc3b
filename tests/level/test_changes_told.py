"""By how much a thing moved, and what nothing is held against, are figures of the outcome."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.baselines.passing import tells_change


@pytest.mark.parametrize(
    "before",
    [
        "Enrolment was back up by about ",
        "The waiting list grew by ",
        "In spring there were no lost parcels, against ",
        "Not one seat was sold twice, where it had been ",
        "Nobody was turned away instead of ",
        "That month we had zero wrong labels, down from ",
    ],
)
def test_a_change_and_what_nothing_is_held_against_are_told(before: str) -> None:
    assert tells_change(before)


@pytest.mark.parametrize(
    "before",
    [
        "We stood by ",
        "Nobody knew why there were ",
        "The vote went against ",
        "I had no say. They moved against ",
        "There was no time to look at the other ",
        "The museum has ",
    ],
)
def test_a_bare_number_is_no_change(before: str) -> None:
    assert not tells_change(before)


REVIEWER = Reviewer()
TOLD = (
    "I run the box office of an opera with nine people. In May we sold many seats twice. I was to stop that. I decided "
    "to hold each seat for a minute, and my boss hated the delay. {result} I learned to look at the seats first."
)


def clarity(result: str) -> str:
    ratings = REVIEWER.review(TOLD.format(result=result)).ratings
    return " ".join(next(one for one in ratings if one.criterion == "clarity").because)


@pytest.mark.parametrize(
    "result",
    [
        "In the end the season had no seat sold twice, against 340 the season before.",
        "In the end subscriptions were back up by 150.",
    ],
)
def test_an_outcome_told_as_a_change_has_its_figure(result: str) -> None:
    because = clarity(result)
    assert "without a figure" not in because
    assert "in people" not in because


@pytest.mark.parametrize(
    "result",
    ["In the end we had no seat sold twice.", "In the end they voted 12 to nothing for it, and we were up by two."],
)
def test_an_outcome_without_a_change_has_none(result: str) -> None:
    assert "without a figure" in clarity(result) or "in people" in clarity(result)
