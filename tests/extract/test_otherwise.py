"""Who works otherwise since, by number or as a whole, is reach; who was asked, complains or is only there is none."""

from __future__ import annotations

import pytest

from starproof.core.results import Review
from starproof.engine import Reviewer
from starproof.extract.people.otherwise import work_otherwise
from tests.level.telling import hear

SCENE = (
    "{who} Lists were kept by hand and half of them were wrong. I was responsible for the lists. I asked two of my "
    "people to sit with those who write them, and I gave up the yearly report for it, which my director minded. The "
    "first form was too long, and that was my mistake. {end} Wrong lists went from forty a month to two."
)
TEAM = "I lead a team of six that keeps the planning tool."
HEAD = "I am in charge of how we work here."
WIDE = [
    ("Now all 45 schools order in the morning.", "45 schools"),
    ("Today the pool serves 11 wards.", "11 wards"),
    ("300 nurses now write the handover once.", "300 nurses"),
    ("Every depot in the county works with the list now.", "Every depot in the county"),
    ("It is in use at 26 libraries.", "26 libraries"),
    ("All 85 people in the studio changed how they hand over work.", "85 people"),
    ("The whole plant uses it since.", "The whole plant"),
    ("A repair takes two days, all 26 branches.", "26 branches"),
    ("Now a teacher waits two days, and all 31 schools plan with the routes.", "31 schools"),
    ("All the pharmacies in the region have adopted it.", "All the pharmacies in the region"),
]
NARROW = [
    "I asked three other depots how they do it.",
    "45 schools complained about the old form.",
    "We lost 26 libraries to a competitor.",
    "300 nurses would have used it.",
    "Every depot in the county wanted its own.",
    "It now takes two people instead of nine.",
    "The 300 nurses never used it.",
    "My two planners now write it once.",
    "The whole plant hated it.",
    "All 31 schools planned to try it.",
]


def told(who: str, end: str) -> str:
    return SCENE.format(who=who, end=end)


def review(who: str, end: str) -> Review:
    return Reviewer().review(told(who, end))


def status(flag: str, end: str) -> str:
    return next(one.status for one in review(TEAM, end).flags if one.id == flag)


@pytest.mark.parametrize(("end", "words"), WIDE)
def test_who_works_otherwise_since_is_read_by_number_or_as_a_whole(end: str, words: str) -> None:
    context = hear(told(TEAM, end))
    assert [context.document.quote(one.span) for one in work_otherwise(context) if one.wide] == [words]


@pytest.mark.parametrize("end", NARROW)
def test_who_is_asked_complains_or_is_lost_does_nothing_otherwise(end: str) -> None:
    assert not [one for one in work_otherwise(hear(told(TEAM, end))) if one.past_a_team]


@pytest.mark.parametrize("end", [end for end, _ in WIDE])
def test_a_wide_reach_without_money_is_not_held_for_small(end: str) -> None:
    assert status("low-impact", end) != "raised"


@pytest.mark.parametrize("end", [*NARROW, "It saves us $12,000 a year, and all 45 schools use it now."])
def test_no_reach_or_a_small_sum_told_is_held_for_small(end: str) -> None:
    assert status("low-impact", end) == "raised"


@pytest.mark.parametrize("end", [end for end, _ in WIDE])
def test_those_who_work_otherwise_are_more_than_one_team(end: str) -> None:
    assert status("single-team", end) == "clear"


def test_whoever_is_only_asked_has_taken_nothing_up() -> None:
    asked = review(TEAM, "I asked three other depots how they do it. We still use it.")
    assert next(one for one in asked.flags if one.id == "single-team").status != "clear"
    assert next(one for one in asked.level.dimensions if one.id == "scope").reads_as != "at"
    assert status("single-team", "Three other depots asked for it and use it now.") == "clear"


def test_people_who_work_otherwise_are_named_where_nobody_counts_who_is_led() -> None:
    because = review(HEAD, "All 85 people in the studio changed how they hand over work.").level.because
    assert "85 people" in because
    assert "no figure of reach" not in because
    assert "told without a number" not in because
