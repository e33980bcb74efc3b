"""What the teller alone does since is a lesson; what holds for others, or has lasted, holds without them."""

from __future__ import annotations

import pytest

from starproof.core.results import Evidence, Flag, Review
from starproof.engine import Reviewer
from starproof.level.lasting import looks_past
from tests.level.telling import hear

TOLD = (
    "I lead the dispatch group at a taxi firm, seven engineers. Drivers got two jobs at once. I was responsible for "
    "the dispatcher. I decided to freeze all features, which the head of sales hated. I asked two engineers to find "
    "the double jobs. I forgot to tell the night desk, and they worked on paper for a night. Double jobs went from 50 "
    "a day to 1. {end}"
)
OWN = [
    "What I take from it: I always write it down first now.",
    "Now I always call the night desk before a release.",
    "Since then I never freeze anything without a call.",
    "Because of that I now write it down first.",
]
FOR_ALL = [
    "Since then every change in my team has a page for the night desk.",
    "We now always write it down first, and nobody releases without it.",
    "I now have every team lead call the night desk first.",
    "It has been running since last fall.",
]


def review(end: str) -> Review:
    return Reviewer().review(TOLD.format(end=end))


def reasons(told: Review, criterion: str) -> str:
    return " ".join(next(one.because for one in told.ratings if one.criterion == criterion))


@pytest.mark.parametrize("end", OWN)
def test_what_the_teller_alone_does_since_holds_nothing_without_them(end: str) -> None:
    told = review(end)
    assert "left something that holds." not in reasons(told, "ownership")
    assert "Something changed for good" not in reasons(told, "learning")
    assert all(end[:-1] not in one.quote for one in dimension(told) + flag(told))


@pytest.mark.parametrize("end", FOR_ALL)
def test_what_holds_for_others_or_has_lasted_does(end: str) -> None:
    told = review(end)
    assert "left something that holds." in reasons(told, "ownership")
    assert "Something changed for good" in reasons(told, "learning")


def dimension(told: Review) -> tuple[Evidence, ...]:
    return next(one.evidence for one in told.level.dimensions if one.id == "horizon")


def flag(told: Review) -> tuple[Evidence, ...]:
    return next(one.evidence for one in told.flags if one.id == "short-horizon")


def test_what_has_lasted_is_no_plan() -> None:
    lasted, planned = (
        next(one.because for one in review(end).level.dimensions if one.id == "horizon")
        for end in ("It has been running since last fall.", "Next year we do the same for the night buses.")
    )
    assert "holds past the work" in lasted
    assert "Looks past the work" in planned


def test_a_mistake_learned_from_for_good_needs_no_other_trouble() -> None:
    plain = TOLD.replace("which the head of sales hated", "for a month")
    ratings = (
        next(one.rating for one in Reviewer().review(plain.format(end=end)).ratings if one.criterion == "learning")
        for end in ("I should have asked them. " + FOR_ALL[0], "It was a warm May.")
    )
    assert next(ratings) == 5
    assert next(ratings) != 5


@pytest.mark.parametrize("raised", [True, False])
def test_what_is_held_against_the_teller_as_control_is_nothing_that_outlasts_the_work(raised: bool) -> None:
    context = hear(
        "I run six people at a mill. He was slow. I checked each task of his myself each morning: I "
        "looked at all of his commits. I stopped the old list. Losses fell by half."
    )
    control = context.evidence(*(one.span for one in context.facts.of("mechanism")))
    assert control
    flags = {"micromanagement": Flag("micromanagement", "raised", "warning", "Control.", control)} if raised else {}
    assert (looks_past(context, flags) is None) is raised
