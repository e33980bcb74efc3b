"""The lines on top say nothing that the review below does not bear out."""

from __future__ import annotations

from starproof.engine import Reviewer
from starproof.report.headlines import headlines
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


def test_a_story_read_below_without_a_dimension_that_is_says_why() -> None:
    text = f"{SCENE}**Task:** I had to find them.\n\n{DONE}\n\n**Reflection:** I should have asked the drivers first."
    review = REVIEWER.review(text)
    rows = [dimension.reads_as for dimension in review.level.dimensions]
    assert review.level.reads_as == "below"
    assert ("below" in rows) == (" dimension" in top(text)[0])
    assert top(text)[0] != "Reads below the level of the guide"
