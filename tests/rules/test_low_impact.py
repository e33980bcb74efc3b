"""What is asked of a story about people whose worth is open: nothing that it tells already."""

from __future__ import annotations

import pytest

from starproof.core.results import Flag
from starproof.engine import Reviewer

PEOPLE = """
Ida was the best welder of our yard and spoke to nobody. I was responsible for her shift of four. I told her every week
what I saw, and when she said that she was ashamed to ask, I had her teach one apprentice, against the wish of my
foreman, who wanted her at the big hull. She was angry with me for a month, and I nearly gave in. In spring she led the
shift, and she still does.{more} I should have asked her in the first week.
"""


def flag(more: str) -> Flag:
    review = Reviewer().review(PEOPLE.format(more=more))
    return next(one for one in review.flags if one.id == "low-impact")


def test_a_story_about_people_is_asked_who_took_it_over() -> None:
    found = flag("")
    assert found.status == "raised"
    assert "who else took it over" in (found.probe or "")


@pytest.mark.parametrize(
    "more",
    [
        " The other yard has taken this over for its own welders.",
        " Two other shifts have adopted it since.",
    ],
)
def test_who_took_it_over_is_not_asked_where_it_is_told(more: str) -> None:
    found = flag(more)
    assert found.probe is None or "who else" not in found.probe
    assert "who else" not in found.because


@pytest.mark.parametrize(
    "more",
    [
        " The other yard has taken this over for its own welders.",
        " Dispatch and legal do it now too.",
        " The whole company does it now.",
    ],
)
def test_who_took_over_what_a_story_about_people_tells_is_reach(more: str) -> None:
    found = flag(more)
    assert found.status == "clear"
    assert found.evidence[0].quote in more


BANK = (
    "{scene} I manage the tools team, six engineers. I chose to build only the import, and not the dashboard that the "
    "CFO's office wanted. {end}"
)
FINANCE = "The nine finance teams of our group copied figures from the bank's portal every morning."
LIBRARY = "Our library app lost a reader's place in the book."


def told(scene: str, end: str) -> Flag:
    review = Reviewer().review(BANK.format(scene=scene, end=end))
    return next(one for one in review.flags if one.id == "low-impact")


@pytest.mark.parametrize(
    ("scene", "end", "status"),
    [
        (LIBRARY, "Today 140,000 readers keep their place, and it saves us 300 euros a month.", "clear"),
        (LIBRARY, "Today 140 readers keep their place, and it saves us 300 euros a month.", "raised"),
        (
            FINANCE,
            "Now it saves forty hours a week across the nine teams, and twelve hundred dollars a month in fees.",
            "cannot_say",
        ),
        (FINANCE, "Now it saves twelve hundred dollars a month in fees across the nine teams.", "raised"),
        (LIBRARY, "Now it saves us four hours a week, and twelve hundred dollars a month in fees.", "raised"),
    ],
)
def test_small_sum_beside_a_public_or_time_spared_in_many_teams_is_no_small_outcome(
    scene: str, end: str, status: str
) -> None:
    found = told(scene, end)
    assert found.status == status
    assert found.evidence


TEAM = """
Six of my fourteen testers had quit in one year, because the night shift fell to whoever was newest. I was responsible
for the rota. I drew the nights by lot for everybody, myself among them, against the wish of the three oldest, and one
of those did not speak to me until summer. I should have asked the new ones first. {last}
"""


def of_team(last: str) -> Flag:
    review = Reviewer().review(TEAM.format(last=last))
    return next(one for one in review.flags if one.id == "low-impact")


def test_people_who_stayed_are_an_outcome_in_people() -> None:
    found = of_team("In the following year nobody resigned.")
    assert found.status == "raised"
    assert "people" not in found.because
    assert found.evidence[0].quote in "In the following year nobody resigned."


def test_nobody_who_stayed_late_is_none() -> None:
    found = of_team("In the following year nobody left before ten at night.")
    assert "No outcome in money, people or reach" in found.because


def test_nobody_took_over_what_the_teller_means_to_use_again() -> None:
    found = flag(" I will use it again next time.")
    assert "who took it over" not in (found.probe or "")
