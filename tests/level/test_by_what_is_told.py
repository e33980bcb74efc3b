"""Many teams that a few people serve are no organization; a story about people is not below for want of a sum."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.core.results import Level
from starproof.level import read_level
from tests.level.telling import hear

SERVED = (
    "Keys for our {teams} teams were changed by hand, and the bank had given us notice. I lead {led} engineers who "
    "look after the keys. I asked each team to let us open the change and only to approve it, and I lent the network "
    "team two of mine for it. In a year no key ran out, and the bank, which is worth $3,000,000 a year to us, stayed."
)
PEOPLE = (
    "I took over Selma. She was a senior clerk of our print shop, everybody's friend, and she had finished nothing "
    "in two quarters. Her former boss called her the soul of the place. {first}I told her what I saw: she was paid as "
    "a senior, and Ute had done her work. She was hurt. No one had told her. I gave her two months and one machine "
    "that she would own alone. I wrote down each week what she and I had agreed, and sent it to her. I paired her with "
    "Ute for three weeks, with her own date moved. It helped her, but not enough. I offered her the clerk's post or a "
    "severance; the director would have preferred to give her more time. She took the post. Two people told me that it "
    "was cruel. I told them what the bar is and published it for the whole group. Ute was promoted in the next round, "
    "after I had put her case together with the managers of Scheduling and Billing, whose teams she had helped. She "
    "still leads there after eighteen months. Selma told me that she sleeps again. I regret the first month.{last}"
)


def read(text: str, usd: float | None = None) -> Level:
    return read_level(hear(text, usd=usd), ())


def dimension(level: Level, name: str) -> str:
    return next(d.reads_as for d in level.dimensions if d.id == name)


@pytest.mark.parametrize("teams", [9, 19, 40])
@pytest.mark.parametrize("led", [8, 24])
def test_teams_that_a_few_people_serve_are_across_teams_and_no_organization(teams: int, led: int) -> None:
    level = read(SERVED.format(teams=teams, led=led), usd=3_000_000)
    assert (dimension(level, "scope"), dimension(level, "complexity"), level.reads_as) == ("at", "at", "at")


def test_as_many_teams_under_as_many_people_as_the_next_level_asks_for_are_more() -> None:
    level = read(SERVED.format(teams=19, led=90), usd=3_000_000)
    assert dimension(level, "scope") == "above"


def test_a_story_about_people_that_reaches_the_level_in_all_it_tells_is_at_it() -> None:
    level = Reviewer().review(PEOPLE.format(first="", last="")).level
    assert {d.id for d in level.dimensions if d.reads_as == "below"} == {"impact"}
    assert level.reads_as == "at"


def test_a_story_about_people_with_a_dimension_below_stays_below() -> None:
    level = Reviewer().review(PEOPLE.format(first="I led four people. ", last=" It saved us $40,000 a year.")).level
    assert "below" in {d.reads_as for d in level.dimensions}
    assert level.reads_as == "below"
