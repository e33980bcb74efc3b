"""A loss that is told is no gain, and the page says that it was heard."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.core.results import Dimension
from starproof.level import read_level
from tests.level.telling import hear

INCIDENT = (
    "A migration that I had approved deleted the tariff table of our electricity billing. I run the billing "
    "department, 24 engineers in three teams. {} I told the regulator myself on the second day, against the advice "
    "of our lawyer. I stopped every migration for a month. I had signed the plan without a trial of the restore; "
    "that was my mistake. Since then no migration runs before its restore has been tried by another team."
)


def impact(told: str) -> Dimension:
    found = read_level(hear(INCIDENT.format(told)), ()).dimensions
    return next(one for one in found if one.id == "impact")


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        ("The refunds and the letters cost the company $310,000.", "$310,000"),
        ("We lost 200,000 euros in that week.", "200,000 euros"),
        ("The regulator fined us $1.2 million for it.", "$1.2 million"),
        ("The ministry withheld 80,000 pounds.", "80,000 pounds"),
    ],
)
def test_loss_that_is_told_is_named_where_no_gain_is(told: str, lost: str) -> None:
    found = impact(told)
    assert found.reads_as == "unclear"
    assert f"A loss of {lost} is told, and no gain" in found.because
    assert found.evidence[0].quote == lost


@pytest.mark.parametrize(
    "told",
    [
        "It would have cost us $310,000 in refunds.",
        "The wrong bills were few, and no refund was due.",
        "I had a budget of $310,000.",
    ],
)
def test_loss_that_did_not_come_is_not_heard(told: str) -> None:
    assert "loss" not in impact(told).because


def test_gain_is_told_before_a_loss() -> None:
    told = INCIDENT.format("The refunds cost us $310,000. The new restore saves us $900,000 a year.")
    found = next(one for one in Reviewer().review(told).level.dimensions if one.id == "impact")
    assert found.because == "Worth $900K a year."
