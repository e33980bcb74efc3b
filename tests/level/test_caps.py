"""What holds a rating down, on whole reviews."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.results import Rating
from starproof.engine import Reviewer

STORY = (
    "Our counter at the town hall had long queues, and people left without their papers. I was asked to shorten them "
    "by June. I decided to have two of my clerks sort the forms at the door, which the others disliked, and I sat with "
    "them for a week to see why. {outcome} I had asked the clerks too late, and now I ask first."
)


def clarity(outcome: str) -> int | None:
    review = Reviewer().review(STORY.format(outcome=outcome))
    return next(rating.rating for rating in review.ratings if rating.criterion == "clarity")


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("Waiting fell by 40%.", "Waiting fell by 40%, from 50 minutes to 30."),
        ("It saved the town $600,000.", "It saved the town $600,000 a year."),
    ],
)
def test_only_figures_with_their_base_and_time_are_as_clear_as_can_be(bare: str, whole: str) -> None:
    assert (clarity(bare), clarity(whole)) == (4, 5)


def test_a_figure_more_never_makes_it_less_clear() -> None:
    whole = "Waiting fell by 40%, from 50 minutes to 30."
    assert clarity(f"{whole} Complaints fell by 12%.") == clarity(whole) == 5


def ratings(text: str) -> dict[str, int | None]:
    return {rating.criterion: rating.rating for rating in Reviewer().review(text).ratings}


def test_an_outcome_without_a_figure_is_not_called_exact() -> None:
    assert (clarity("The clerks liked it."), clarity("Waiting fell from 50 minutes to 30.")) == (3, 5)


def test_what_would_have_been_is_no_outcome_figure() -> None:
    assert clarity("With the old forms it would have taken six weeks rather than five months.") == 3


def test_the_teller_who_does_everything_is_not_read_as_one_of_many() -> None:
    deeds = "I gathered both teams. I chose the order of the work. I rang the depot each week."
    assert (ratings(f"Our depot lost parcels. {deeds} Losses fell from 40 to 12 a week.")["ownership"] or 0) >= 3


def test_no_lesson_holds_structure_and_learning_to_what_is_told() -> None:
    text = STORY.format(outcome="Waiting fell from 50 minutes to 30.")
    told, untold = ratings(text), ratings(text.replace(" I had asked the clerks too late, and now I ask first.", ""))
    assert (told["learning"] or 0) > (untold["learning"] or 0)
    assert (untold["learning"] or 0) <= 2


def test_a_rating_names_the_flag_that_holds_it_and_leaves_its_words_to_the_flag() -> None:
    review = Reviewer().review(
        STORY.format(outcome="It was a great success.").replace("which the others disliked, ", "")
    )
    raised = {flag.because for flag in review.flags if flag.status == "raised"}
    held = [words for rating in review.ratings for words in rating.because if words.startswith("No more than")]
    assert held
    assert not any(because in words for words in held for because in raised)


def rated(text: str, criterion: str) -> Rating:
    return next(one for one in Reviewer().review(text).ratings if one.criterion == criterion)


def test_the_words_of_what_holds_a_rating_stand_instead_of_the_guides() -> None:
    held = rated(STORY.format(outcome="It saved the town $600,000."), "clarity")
    assert held.anchor is None
    assert held.because[0].startswith("No more than 4:")


def test_a_sum_that_is_wrong_elsewhere_does_not_hold_the_impact() -> None:
    wrong = "Waiting fell from 50 minutes to 30, which is 55% less."
    money = "It saved the town $1.2M a year, which finance worked out."
    assert (rated(STORY.format(outcome=f"{wrong} {money}"), "impact").rating or 0) >= 4
    off = "Costs fell from $3M a year to $1M a year, so we saved $900,000 a year."
    assert (rated(STORY.format(outcome=off), "impact").rating or 0) <= 3


def test_one_figure_with_its_base_is_named_apart_from_one_that_is_open() -> None:
    clear = rated(
        STORY.format(outcome="Waiting fell by 40%, from 50 minutes to 30. Complaints fell by 12%."), "clarity"
    )
    assert clear.anchor is None
    assert "12%" in " ".join(clear.because)
    assert "40%" not in " ".join(clear.because)


def test_objections_alone_without_reason_or_cost_make_no_hard_decision_of_it() -> None:
    text = STORY.format(outcome="Waiting fell from 50 minutes to 30.").replace("to see why", "each day")
    held = rated(text.replace("disliked,", "disliked and my boss called a gamble,"), "judgement")
    assert (held.rating or 0) <= 3


def test_what_came_after_counts_for_nothing_where_a_flag_says_that_nothing_did() -> None:
    text = STORY.format(outcome="Waiting fell from 50 minutes to 30, and complaints have not come back.")
    review = Reviewer().review(text)
    flags = {flag.id: flag.status for flag in review.flags}
    learning = next(one for one in review.ratings if one.criterion == "learning")
    raised = flags["no-follow-up"] == "raised"
    assert ("Something changed for good." in learning.because) is not raised


END = (
    "Waiting fell from 50 minutes to 30. It has stayed there for a year, nobody stands in the street any more, and the "
    "clerks go home on time."
)
"""An outcome that carries its weight in the whole."""


def test_a_story_far_too_short_is_not_in_proportion() -> None:
    short = rated(STORY.format(outcome=END), "structure")
    filling = " I asked each of the clerks what they would need, and we tried it with the next ten people in the queue."
    long = rated(STORY.format(outcome=f"{filling * 6} {END}"), "structure")
    assert (short.rating, long.rating) == (4, 5)
    assert "too short" in short.because[0]


def test_fillers_make_no_short_story_long_and_left_out_articles_no_long_one_short() -> None:
    filling = " I asked each of the clerks what they would need, and we tried it with the next ten people in the queue."
    short = STORY.format(outcome=f"{filling * 3}{' I asked the clerks again.' * 2} {END}")
    long = STORY.format(outcome=f"{filling * 5} {END}")
    filled = short.replace(" we tried", ", um, you know, I think we, like, tried")
    assert [rated(text, "structure").rating for text in (short, filled)] == [4, 4]
    assert [rated(text, "structure").rating for text in (long, long.replace(" the ", " "))] == [5, 5]


def test_an_outcome_in_figures_whose_worth_is_open_is_no_more_than_that() -> None:
    outcome = (
        "Waiting fell from 50 minutes to 30, five other towns took it over, and the customers of all four teams use it."
    )
    review = Reviewer().review(STORY.format(outcome=outcome))
    impact = next(one for one in review.ratings if one.criterion == "impact")
    assert review.facts.impact is None
    assert any(words.startswith("No more than 3: what it was worth") for words in impact.because)


def test_a_handful_of_people_is_the_outcome_of_a_story_about_people() -> None:
    text = STORY.format(outcome="Since June waiting is short, and four people have asked to learn the desk.")
    asked = [Story("s", text, question=question) for question in ("How did you coach someone?", "What did you cut?")]
    ratings = [next(r for r in Reviewer().review(one).ratings if r.criterion == "clarity") for one in asked]
    assert "without a figure" in " ".join(ratings[1].because)
    assert ratings[0].because == ("The outcome is told in people, and in how many.",)


def test_a_proposal_with_its_reason_is_a_decision() -> None:
    text = STORY.replace(
        "I decided to have two", "I was not convinced, because the form was old, and I proposed to have two"
    )
    told = rated(text.format(outcome="Waiting fell from 50 minutes to 30."), "judgement")
    assert "Takes a decision." in told.because
    assert "Says why." in told.because


BANK = (
    "Four banks had merged, and 120 engineers in nine teams kept four ledgers, which cost $21M a year. I was asked for "
    "one ledger in three years. I decided to move the deposits first, against the head of credit, because nobody could "
    "say what a day without credit costs; it cost us the first spring. The move of the cards in March went badly, and "
    "that was my fault: I had traded the second run for a date. The licences fell by $4M, the halls by $4M and the "
    "night shifts by $3M, which is {sum} a year, and it has held for two years. I now keep the second run."
)


@pytest.mark.parametrize(("total", "agree"), [("$11M", True), ("$12.5M", False)])
def test_figures_are_said_to_agree_only_where_they_do(total: str, agree: bool) -> None:
    found = Reviewer().review(BANK.format(sum=total))
    said = next(rating for rating in found.ratings if rating.criterion == "impact")
    assert any(claim.verdict == "inconsistent" for claim in found.claims) is not agree
    assert ("figures that agree" in (said.anchor or "")) is agree


def test_a_figure_that_is_named_in_a_reason_stands_in_quotation_marks() -> None:
    told = STORY.format(outcome="Waiting fell by 40%.")
    reasons = next(one.because for one in Reviewer().review(told).ratings if one.criterion == "clarity")
    assert any("“40%” stands without its base" in reason for reason in reasons)
