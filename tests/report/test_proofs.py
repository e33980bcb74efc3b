"""The outcome beside the figures: money where it is told, else whom it reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

import starproof
from starproof.core.results import Review
from starproof.report.headlines import headlines
from starproof.report.proofs import plain_figures, proofs_of
from starproof.report.words import Names
from tests.report.example import example_review

STORY = "I ran three teams. I moved two engineers to the tills. Since June 2,400 users pay in half the time. "


def test_where_no_money_is_told_the_widest_reach_stands_in() -> None:
    (proof,) = [proof for proof in proofs_of(starproof.review(STORY)) if proof.state == "reach"]
    assert proof.span.of(STORY) == proof.figure
    assert "no outcome in money is told; " in proof.says


def test_where_money_is_told_it_stands_alone() -> None:
    states = [proof.state for proof in proofs_of(starproof.review(STORY + "It saved us $2M a year."))]
    assert "impact" in states
    assert "reach" not in states


def _impact(where: str, sum_: str) -> str:
    story = f"I ran the tills team of eleven people {where}. I cut the failures by half. We saved {sum_} a year."
    (proof,) = [proof for proof in proofs_of(starproof.review(story)) if proof.state == "impact"]
    return proof.says


def test_a_dollar_that_is_not_the_american_one_says_which_it_was_taken_for() -> None:
    assert "read as Australian dollars (write US$ if they are not)" in _impact("in Brisbane", "$900,000")
    assert "read as" not in _impact("in Brisbane", "A$900,000")
    assert "read as" not in _impact("in Chicago", "$900,000")


@pytest.mark.parametrize("sum_", ["$900,000 AUD", "$900,000 Australian", "900,000 aussie dollars", "$900,000 (AUD)"])
def test_a_dollar_whose_country_is_told_is_not_said_to_be_taken_for_it(sum_: str) -> None:
    assert "read as" not in _impact("in Brisbane", sum_)


@pytest.mark.parametrize("words", ["an audit", "a fraud", "a CAD drawing", "a decade"])
def test_other_words_do_not_say_whose_dollars_they_are(words: str) -> None:
    where = "in Perth" if "ud" in words else "in Toronto"
    assert "read as" in _impact(f"{where} after {words}", "$900,000")


def _holding(confidence: float | None) -> Review:
    """A review with one right sum, and how sure that its figure states it."""
    review = example_review()
    right = next(claim for claim in review.claims if claim.verdict == "consistent")
    return replace(review, facts=replace(review.facts, claims=(replace(right, confidence=confidence),)))


@pytest.mark.parametrize("confidence", [None, 0.5, 0.9])
def test_a_sum_that_is_likely_meant_is_shown_as_proof(confidence: float | None) -> None:
    review = _holding(confidence)
    assert [proof.figure for proof in proofs_of(review) if proof.state == "holds"] == ["19%"]
    assert any(line.strong == "1 recomputed figure holds" for line in headlines(review, Names("guide")))


def test_a_sum_that_does_not_add_up_is_shown_wherever_it_is_said() -> None:
    review = example_review()
    wrong = next(claim for claim in review.claims if claim.verdict == "inconsistent")
    unsure = replace(review, facts=replace(review.facts, claims=(replace(wrong, confidence=0.36),)))
    assert [proof.figure for proof in proofs_of(unsure) if proof.state == "does not add up"] == [wrong.text]
    assert any(line.strong == "1 figure does not add up" for line in headlines(unsure, Names("guide")))


def test_a_sum_that_is_likelier_not_meant_is_nobodys_proof_and_its_figures_stand_alone() -> None:
    review = _holding(0.49)
    assert "holds" not in [proof.state for proof in proofs_of(review)]
    assert not any("holds" in line.strong + line.rest for line in headlines(review, Names("guide")))
    plain = [figure.text for figure in plain_figures(review)]
    assert {"19%", "31%", "12%"} <= set(plain)


def test_a_sum_of_a_figure_that_does_not_add_up_is_no_proof() -> None:
    told = (
        "I ran the two teams of the pharmacy robots and was asked to end the call-outs at night. I had the robot say "
        "in the evening what it would not do. Call-outs went from 700 a week to {last}. Each call-out costs the "
        "hospitals about $90, so that is 520 call-outs saved each week, or around $2.2M a year."
    )
    wrong, right = (proofs_of(starproof.review(told.format(last=last))) for last in (240, 180))
    assert [(proof.figure, proof.state) for proof in wrong if proof.state in ("holds", "does not add up")] == [
        ("520 call-outs", "does not add up")
    ]
    assert ("$2.2M a year", "holds") in [(proof.figure, proof.state) for proof in right]
