"""The lines on top say nothing that the review below does not bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.results import Dimension, Reading
from starproof.engine import Reviewer
from starproof.report.headlines import Headline, headlines
from starproof.report.words import Names

REVIEWER = Reviewer()
SCENE = "**Situation:** Our depot lost parcels, and two owners had given notice.\n\n"
DONE = (
    "**Action:** I moved the scanner to the gate, and told the owner why.\n\n**Result:** Losses fell by 41% in a year."
)


def top(text: str) -> list[str]:
    review = REVIEWER.review(text)
    return [f"{line.strong} {line.rest}".strip() for line in headlines(review, Names("guide"))]


def structure(text: str) -> int | None:
    return next(rating.rating for rating in REVIEWER.review(text).ratings if rating.criterion == "structure")


def test_a_section_that_nothing_tells_is_not_found_and_keeps_structure_from_the_top() -> None:
    text = f"{SCENE}**Task:** I was responsible for its crews.\n\n{DONE}"
    assert top(text)[-1] == "Not found: reflection"
    assert (structure(text) or 0) <= 4


def test_a_goal_told_in_passing_is_not_called_missing() -> None:
    scene = SCENE.replace("Our depot", "I was responsible for six crews, and our depot")
    review = REVIEWER.review(scene + DONE)
    assert "task" in review.missing
    assert not any("task" in line for line in top(scene + DONE) if line.startswith("Not found"))


ROWS = ("scope", "horizon", "influence", "impact", "complexity", "external")


def carried(reads_as: Reading, *rows: Reading) -> str:
    """What stands behind the level in the first line where the dimensions read so."""
    return first(reads_as, *rows).rest


def tone(reads_as: Reading, *rows: Reading) -> str:
    return first(reads_as, *rows).tone


def first(reads_as: Reading, *rows: Reading) -> Headline:
    """The first line where the dimensions read so."""
    review = REVIEWER.review(SCENE + DONE)
    dimensions = tuple(Dimension(name, reading, "so it is told") for name, reading in zip(ROWS, rows, strict=True))
    level = replace(review.level, reads_as=reads_as, dimensions=dimensions)
    return headlines(replace(review, level=level), Names("guide", "L6"))[0]


def test_where_most_dimensions_read_as_the_level_their_number_is_told() -> None:
    assert carried("at", "at", "at", "at", "at", "below", "unclear") == "in 4 of 6 dimensions"


def test_where_few_do_they_are_named_with_what_the_others_read() -> None:
    told = carried("below", "at", "at", "below", "below", "at", "unclear")
    assert told == "by influence and impact; scope, horizon and complexity at L6"


def test_a_story_below_by_what_it_does_not_tell_says_what_that_is() -> None:
    told = carried("below", "at", "at", "unclear", "unclear", "at", "unclear")
    assert told == (
        "as told, and by no dimension alone: too little told of influence and impact; "
        "scope, horizon and complexity at L6"
    )


def test_only_a_story_that_a_dimension_holds_below_is_headed_as_bad() -> None:
    assert tone("below", "at", "at", "unclear", "unclear", "at", "unclear") == "open"
    assert tone("below", "at", "at", "below", "unclear", "at", "unclear") == "bad"


def test_a_story_below_by_one_dimension_says_that_nothing_is_told_of_another() -> None:
    told = carried("below", "at", "at", "below", "unclear", "at", "unclear")
    assert told == "by influence; nothing told of impact; scope, horizon and complexity at L6"


TEAMS = (
    "Our six tram depots planned repairs on paper, and trams stood idle. I was asked to change that by May. I went to "
    "the six teams in turn and we agreed on one plan. {worth}I learned to start with the foremen. It still holds."
)


@pytest.mark.parametrize(
    ("worth", "rest", "tone"),
    [
        ("Fewer trams stood idle. ", "in 4 of 6 dimensions, 3 of them on “six teams” alone", "open"),
        ("That saves $900,000 a year. ", "in 5 of 6 dimensions", "good"),
    ],
)
def test_a_level_that_rests_on_one_number_of_teams_says_so(worth: str, rest: str, tone: str) -> None:
    line = headlines(REVIEWER.review(TEAMS.format(worth=worth)), Names("guide", "L6"))[0]
    assert (line.strong, line.rest, line.tone) == ("Reads at L6", rest, tone)


def test_a_level_between_its_dimensions_names_both_sides() -> None:
    assert carried("at", "above", "unclear", "below", "below", "above", "unclear") == (
        "influence and impact below L6; scope and complexity above L6"
    )


def test_a_story_read_below_never_counts_a_dimension_that_is_not() -> None:
    text = f"{SCENE}**Task:** I had to find them.\n\n{DONE}\n\n**Reflection:** I should have asked the drivers first."
    review = REVIEWER.review(text)
    assert review.level.reads_as == "below"
    assert top(text)[0] != "Reads below the level of the guide"
