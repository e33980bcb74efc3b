"""Polished words that tell nothing that happened earn no rating, and one event is enough to be judged by it."""

from __future__ import annotations

import pytest

from starproof import Review, Reviewer

REVIEWER = Reviewer()
OPENERS = [
    "As a leader, I have always believed that change begins with people. ",
    "",
    "Great teams are built on trust. ",
]
POLISHED = (
    "When I stepped into my role at a leading insurance firm, I found a department with great potential that lacked a "
    "shared direction. I engaged stakeholders at every level to understand the challenges before us. I crafted a "
    "compelling roadmap, partnered closely with Product and Operations and empowered my leaders to make bold choices. "
    "Whenever there were obstacles, I met them with empathy and with data. {event}The results spoke for themselves. We "
    "dramatically improved velocity and delivered substantial value. To this day that foundation pays dividends."
)
EVENT = (
    "I stopped the claims portal, because it would never have paid for itself. The head of sales fought me over it. "
    "I should have told her before I told my team. "
)


def read(opener: str, event: str = "") -> Review:
    return REVIEWER.review(opener + POLISHED.format(event=event))


def marks(review: Review) -> dict[str, int]:
    return {one.criterion: one.rating or 0 for one in review.ratings}


def raised(review: Review) -> set[str]:
    return {flag.id for flag in review.flags if flag.status == "raised"}


@pytest.mark.parametrize("opener", OPENERS)
def test_polish_earns_nothing(opener: str) -> None:
    found = read(opener)
    assert {"vague-metrics", "no-hard-decision", "perfect-story"} <= raised(found)
    assert max(marks(found)[one] for one in ("ownership", "judgement", "learning")) <= 2
    assert next(d.reads_as for d in found.level.dimensions if d.id == "complexity") == "unclear"


@pytest.mark.parametrize("opener", OPENERS)
def test_one_event_in_it_is_judged_for_what_it_is(opener: str) -> None:
    found = read(opener, EVENT)
    assert not {"no-hard-decision", "perfect-story"} & raised(found)
    assert marks(found)["ownership"] >= 4
    assert marks(found)["judgement"] >= 4


def test_a_belief_that_opens_a_story_is_no_lesson_of_it() -> None:
    said = [" ".join(one.because) for one in read(OPENERS[0]).ratings if one.criterion in ("structure", "learning")]
    assert not any("learned." in because or "A lesson is told" in because for because in said)
    closing = REVIEWER.review(
        POLISHED.format(event="I refused the budget. ") + " I have learned that people come first, before any budget."
    )
    assert "Says what was learned." in " ".join(next(o.because for o in closing.ratings if o.criterion == "learning"))


def test_words_alone_set_no_principle_far_before_the_others() -> None:
    found, told = read(OPENERS[0]).principles, read(OPENERS[0], EVENT).principles
    assert sum(one.score for one in found) == pytest.approx(1.0)
    assert found[0].score < 0.35 < told[0].score
