"""The bar of a story shows the seconds that the plans count."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.report.times import heard, time_rows
from starproof.report.words import Names

STORY = (
    "**Situation:** Our depot lost parcels, and two owners had given notice.\n\n"
    "**Action:** I moved the scanner to the gate.\n\n**Result:** It broke on the second day.\n\n"
    "**Action:** I had the crew carry it back, and I asked the owner to choose a better place with us.\n\n"
    "**Result:** Losses fell from 41 parcels a week to 9, and the owners stayed. It has been so for two years."
)


def test_an_outcome_between_two_deeds_is_shown_where_the_plans_count_it() -> None:
    review = Reviewer().review(STORY)
    seconds, by_label = heard(review), review.timing.sections
    assert seconds["action"] > by_label["action"]
    assert sum(seconds.values()) == pytest.approx(sum(by_label.values()), abs=0.3)
    told = review.timing.frameworks[0].told
    assert seconds["action"] == pytest.approx(told["action"], abs=0.2)
    shown = {segment.section: segment.seconds for segment in time_rows(review, Names("guide"))[0].segments}
    assert shown["action"] == seconds["action"]
