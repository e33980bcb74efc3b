"""Questions to what is owned as a mistake, weighed, or paid: none treats it as something else."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.probes.answered import is_told_to_them
from starproof.probes.happening import befell
from tests.level.telling import hear

STORY = (
    "I run two teams at a lamp maker. The night alarms rang 46 times a month. I was asked to bring them under ten by "
    "summer. I asked everyone to write down each alarm for three weeks. {deed} I asked the depot to check its lamps, "
    "and its manager agreed. {end}"
)
END = "By June there were 8 alarms a month, and it has stayed so for a year. I now count before I trust a list."
ELSE, SOONER = "what else was on the table, and why this?", "what would have let you see it sooner?"
TOLD_YOU = "what did you see at the time that should have told you?"
WHEN = "what did you tell your team and your manager, and when?"


def questions(deed: str, end: str = END) -> list[str]:
    return [one.question for one in Reviewer().review(STORY.format(deed=deed, end=end)).probes]


def struck(deed: str) -> list[str]:
    context = hear(STORY.format(deed=deed, end=END))
    found = [one for one in context.facts.of("setback") if befell(context, one)]
    return [context.document.quote(one.span) for one in found]


def test_a_mistake_that_is_named_first_is_asked_about_as_told_and_not_for_other_ways() -> None:
    asked = questions("I made a mistake. I switched off two alarms that I thought were useless. We missed a fire.")
    assert not any("I made a mistake”" in one for one in asked)
    assert not any("two alarms" in one and ELSE in one for one in asked)
    plain = questions("I switched off two alarms that I thought were useless. They were never missed.")
    assert any("two alarms" in one and ELSE in one for one in plain)


def test_to_say_whose_a_choice_was_is_no_choice() -> None:
    for words in (
        "Two alarms were off. I told the team it was my call.",
        "Two alarms were off. I called the harbour and told him it was my decision.",
        "Two alarms were off. I wrote the report on it under my name.",
    ):
        assert not any(
            ELSE in one and ("my call" in one or "my dec" in one or "my n" in one) for one in questions(words)
        )


def test_a_price_that_was_agreed_on_is_no_setback_to_see_sooner() -> None:
    agreed = questions("I lent the depot an engineer. That meant our route planner slipped by a month.")
    assert not any("slipped by a month" in one and (SOONER in one or WHEN in one) for one in agreed)
    assert struck("In May the old lamps crashed twice. That meant we lost a week.") == [
        "crashed twice",
        "we lost a week",
    ]
    assert struck("I lent the depot an engineer. That meant we lost a week.") == []


def test_whether_one_was_wrong_is_no_mistake_yet() -> None:
    assert not any(
        TOLD_YOU in one for one in questions("First I wanted to know if I was wrong. I read the list myself.")
    )
    assert any(TOLD_YOU in one for one in questions("I left the lamps to chance. I was wrong about that."))


def test_one_of_two_ways_that_are_open_is_no_choice() -> None:
    asked = questions("One engineer was late each night. I had to turn this around or let him go. He stayed.")
    assert not any("let him go”" in one for one in asked)
    threat = questions("My director said to me you've got until June or we pull the plug on the lamps.")
    assert not any("pull the plug" in one and "if you had it to decide again" in one for one in threat)


def test_whoever_accepted_it_is_asked_about_as_of_today() -> None:
    asked = questions("I moved the map to the autumn. The head of sales was not happy, but she accepted it.")
    assert not any("not happy" in one and "what did you say to them" in one for one in asked)


def test_a_fear_that_is_told_is_the_argument_of_the_other_side() -> None:
    told = questions("Their lead refused to move the lamps, afraid of a missed night. I moved two of them first.")
    assert not any("refused" in one and "best argument" in one for one in told)


QUARREL = (
    "The head of sales was firmly against it. She had lived through an earlier move that had cost her two accounts. "
    "I did not try to talk her out of her fear. {}"
)


def test_a_quarrel_after_which_they_sat_down_together_has_an_end() -> None:
    settled = questions(QUARREL.format("We sat down with the lists and found that half of them used one lamp."))
    assert not any("how did you settle it" in one for one in settled)
    left = questions(QUARREL.format("The lamps were on the ship by then."))
    assert any("how did you settle it" in one for one in left)


@pytest.mark.parametrize(
    ("words", "told"), [("I called the customer myself.", True), ("I told my director.", False), ("I rang her.", True)]
)
def test_who_called_the_customer_has_told_those_whom_it_hit(words: str, told: bool) -> None:
    context = hear(STORY.format(deed=f"I stopped the lamps. {words}", end=END))
    place = next(n for n, one in enumerate(context.labels) if "stopped" in context.document.quote(one.span))
    assert is_told_to_them(context, place) is told


def test_what_is_done_ever_since_is_no_choice_to_take_back() -> None:
    asked = questions("I apologised, and after that every message went out under my own name with a number.")
    assert not any("every message" in one and "had it been wrong" in one for one in asked)


def test_a_mistake_named_with_its_time_is_asked_about_as_told_and_holds_nothing() -> None:
    asked = questions("In the second month I made the mistake that I still talk about. I let two alarms go dark.")
    assert not any("still talk about”" in one for one in asked)
    assert not any("two alarms" in one and "worth what you gave up" in one for one in asked)


def test_one_question_is_not_asked_of_a_fault_and_of_what_came_of_it_in_other_words() -> None:
    deed = (
        "Our first version was wrong: it broke two lamps. I had signed it off without asking the depot, so I called "
        "the depot and said so."
    )
    asked = questions(deed)
    assert any(TOLD_YOU in one for one in asked)
    assert not any(SOONER in one for one in asked)


def test_what_came_late_as_agreed_is_no_hardest_moment() -> None:
    late = "The lamp list came out six weeks late{}."
    assert not struck(late.format(", as agreed"))
    assert struck(late.format(", and the depot was cross"))


def test_a_price_that_is_named_is_no_hardest_moment() -> None:
    assert not struck("It was not free: we missed the plan for the quarter by $2M.")
    assert not struck("Cost: the lamps slipped three weeks, we missed the fair.")
    assert struck("In the end we missed the plan for the quarter by $2M.")
