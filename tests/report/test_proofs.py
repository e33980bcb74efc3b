"""The outcome beside the figures: money where it is told, else whom it reached."""

from __future__ import annotations

import starproof
from starproof.report.proofs import proofs_of

STORY = "I ran three teams. I moved two engineers to the tills. Since June 2,400 users pay in half the time. "


def test_where_no_money_is_told_the_widest_reach_stands_in() -> None:
    (proof,) = [proof for proof in proofs_of(starproof.review(STORY)) if proof.state == "reach"]
    assert proof.span.of(STORY) == proof.figure
    assert "no outcome in money is told; " in proof.says


def test_where_money_is_told_it_stands_alone() -> None:
    states = [proof.state for proof in proofs_of(starproof.review(STORY + "It saved us $2M a year."))]
    assert "impact" in states
    assert "reach" not in states
