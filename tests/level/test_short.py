"""Of a text of a few words nothing is said that it gives no ground for."""

from __future__ import annotations

from starproof.core.results import Review
from starproof.engine import Reviewer

LINE = "I fired a bad vendor and saved $2M a year."


def read(text: str) -> Review:
    return Reviewer().review(text)


def test_a_single_line_reads_neither_below_nor_without_learning() -> None:
    review = read(LINE)
    assert review.level.reads_as != "below"
    rated = {rating.criterion: rating.rating for rating in review.ratings}
    assert [rated[name] for name in ("structure", "ownership", "judgement", "learning", "clarity")] == [None] * 5
    assert rated["impact"] == 4, "the one figure that it tells settles that"
    assert {why for r in review.ratings if r.rating is None for why in r.because} >= {
        "A text of 10 words is too short to tell."
    }


def test_a_short_text_that_states_a_large_reach_still_reads_above() -> None:
    told = "I led 400 engineers in 30 teams over three years. We saved $90M a year."
    assert read(told).level.reads_as == "above"


def test_the_same_line_with_the_rest_of_its_story_is_rated() -> None:
    told = f"{LINE} My team of 9 engineers had asked for it twice, and I had waited too long out of politeness; "
    told += "since then I look at every contract in the month before it is renewed, with the person who uses it."
    assert all(r.rating is not None for r in read(told).ratings if r.criterion in ("structure", "learning"))
