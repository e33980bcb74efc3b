"""A story that is told in general earns nothing by its form, nor reach by words that name nobody."""

from __future__ import annotations

from starproof import Review, Reviewer

REVIEWER = Reviewer()
HOLLOW = (
    "When I came to the bank, morale was low and stakeholders had lost faith. I was asked to turn it round. I crafted "
    "a bold vision across the business and aligned everyone behind it. I empowered people, fostered trust and "
    "made sure that every voice was heard. We leveraged best practices and reimagined our ways of working from the "
    "ground up. {choice}The results were transformational. Delivery accelerated dramatically and engagement improved "
    "significantly{figure}. The leadership called it a huge success. I learned that when you put people first, results "
    "follow."
)


def read(choice: str = "", figure: str = "") -> Review:
    return REVIEWER.review(HOLLOW.format(choice=choice, figure=figure))


def marks(review: Review) -> dict[str, int | None]:
    return {one.criterion: one.rating for one in review.ratings}


def scope(review: Review) -> str:
    return next(d.reads_as for d in review.level.dimensions if d.id == "scope")


def test_a_hollow_story_is_held_down_in_its_parts_and_in_what_its_teller_answers_for() -> None:
    found = read()
    assert {flag.id for flag in found.flags if flag.status == "raised"} >= {"vague-metrics", "no-hard-decision"}
    assert (marks(found)["structure"] or 0) <= 3
    assert (marks(found)["ownership"] or 0) <= 3
    assert scope(found) == "unclear"


def test_a_choice_and_its_figures_make_the_same_form_a_story() -> None:
    choice = (
        "I stopped the loan portal of our four teams and 31 engineers, because it lost two million dollars a year; the "
        "head of sales fought me over it, and we lost one client. "
    )
    told = read(choice, ", from 41 to 68 points, and we saved two million dollars a year")
    assert (marks(told)["structure"] or 0) > 3
    assert (marks(told)["ownership"] or 0) > 3
    assert scope(told) == "at"
