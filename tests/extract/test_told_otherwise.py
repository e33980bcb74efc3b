"""A choice, its price and who was against it in notes and in plain words; and what only looks like them."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from tests.extract.test_sides import told

STORY = (
    "Our bakeries sent their orders twice each night. I was the manager of the order team, nine engineers. {} "
    "We had the sending rebuilt in four weeks. Orders sent twice fell from 90 a week to 2. "
    "I should have asked the night shift first. Since then the night shift reads every plan."
)
COST, AGAINST, WHY, CHOICE = "Says what it cost.", "Faces disagreement.", "Says why.", "Takes a decision."


def judged(action: str) -> tuple[str, ...]:
    ratings = Reviewer().review(STORY.format(action)).ratings
    return next(one.because for one in ratings if one.criterion == "judgement")


@pytest.mark.parametrize(
    "action",
    [
        "I decided to freeze everything else. The reports team went without us for six weeks.",
        "I chose the slow way. It added five weeks.",
        "I decided to shut it off on Sundays, which lost us about 300 orders a weekend.",
        "I put my best two people on it and the invoices stood still until May.",
        "I took both testers off the shop for the summer, so the shop got no new release until September.",
        "I chose the simple version, and every shop now has to type its number again.",
        "I decided to keep the old printer, knowing that it would break twice a month.",
        "I decided to do that first. Everything else slipped: the map by two months, the app by three.",
        "I decided to stop it. We offered to pay the hours lost, $55k, and finance was not happy.",
        "- Decision: stop sending at night\n- Cost: app two quarters late\n",
    ],
)
def test_price_is_heard_in_plain_words_and_in_notes(action: str) -> None:
    assert {CHOICE, COST} <= set(judged(action))


@pytest.mark.parametrize(
    "action",
    [
        "I decided to stop it. Tom thought it was theatre and said so in front of everyone.",
        "I told the board so, in writing, and proposed to stop it. The deputy director called it an embarrassment.",
        "I decided to stop it. It took me three talks until the head of the shops gave in.",
    ],
)
def test_objection_is_heard_in_plain_words(action: str) -> None:
    assert {CHOICE, AGAINST} <= set(judged(action))


def test_thinking_that_is_named_is_a_reason() -> None:
    assert WHY in judged("I decided to stop it, my thinking being that bread can wait and money cannot.")


@pytest.mark.parametrize(
    "action",
    [
        "Tom thought it was a good plan and said so in front of everyone.",
        "The deputy director called it a success.",
        "It took us three weeks before the lock worked.",
        "We thought it was theatre and said so.",
    ],
)
def test_praise_and_work_are_no_objection(action: str) -> None:
    assert told(action)[0] == []


@pytest.mark.parametrize(
    "action",
    [
        "I decided to stop it. Every shop now has to try its restore each month.",
        "I decided to stop it. It took four weeks.",
        "I decided to stop it. The lock stood in the plan.",
        "I decided to stop it, knowing that it would hold.",
        "I decided to stop it. A baker offered to pay for it, $55k.",
    ],
)
def test_rule_or_trust_is_no_price(action: str) -> None:
    assert COST not in judged(action)
