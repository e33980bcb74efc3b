"""Looking back and finding nothing to do otherwise is no lesson."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.teller.denial import denials, denies

STORY = (
    "Our ticket gates stood open every evening. I was responsible for the gates and two teams. I had both teams look "
    "at the locks, and I rewrote the controller. The gates have closed on time since June. {end}"
)


@pytest.mark.parametrize(
    "words",
    [
        "Honestly I can't think of anything that I would have done differently.",
        "I wouldn’t change a thing.",
        "There is nothing I would do otherwise.",
        "Looking back I have no regrets.",
        "I would change nothing.",
        "There is nowt I would do otherwise.",
        "I would not change thing.",
        "There was nothin' I could have done differently.",
        "I wouldnae change a thing.",
        "I'd do it the same way again.",
        "Honestly, I would do it all over again in just the same way.",
        "I would do everything exactly the same.",
        "It went well, and I'd do it no differently.",
        "I'd do nothing else.",
        "and um yeah i would do it the same way again",
    ],
)
def test_nothing_to_do_otherwise_is_a_denial(words: str) -> None:
    assert denies(words)


@pytest.mark.parametrize(
    "words",
    [
        "I would not do it that way again.",
        "Next time I would do the first week differently.",
        "I did not change anything for a month, and that was wrong.",
        "There is nothing I would do differently, except that I would ask the guards first.",
        "I couldn't have done it without the crew.",
        "Nobody did anything differently until May.",
        "I told him that I'd do the same again.",
        "I'd do it the same way again, but I would ask the guards first.",
        "I'd do it the same way again, only sooner.",
        "It cost me a friend, and I'd do it again.",
        "They'd done nothing for a year.",
        "I would do it in the same week as the audit.",
        "I'd do the same thing for the other two depots.",
    ],
)
def test_a_lesson_is_none(words: str) -> None:
    assert not denies(words)


def test_a_long_text_without_pauses_takes_no_longer_for_it() -> None:
    assert not denies("nothing not anything " * 20_000)


def test_a_denial_is_neither_a_lesson_nor_one_that_is_told() -> None:
    review = Reviewer().review(STORY.format(end="I can't think of anything I would have done differently."))
    assert denials(review.document, review.sentences)
    learning = next(one for one in review.ratings if one.criterion == "learning")
    assert learning.rating == 1
    assert "nothing to do otherwise" in learning.because[0]
    asked = {ask.ask: ask.met for fit in review.timing.frameworks for ask in fit.asks}
    assert asked["lesson"] is False


def test_a_lesson_beside_a_mistake_that_is_owned_counts() -> None:
    end = "I had asked the guards too late, and I learned to ask them first."
    learning = next(one for one in Reviewer().review(STORY.format(end=end)).ratings if one.criterion == "learning")
    assert (learning.rating or 0) >= 3


@pytest.mark.parametrize("end", ["I'd do it the same way again.", "I'd do nothing else.", "I would do it again."])
def test_to_do_the_same_again_is_no_follow_up_no_horizon_and_no_flaw(end: str) -> None:
    told = "The gates close on time. " + end
    review = Reviewer().review(STORY.replace("The gates have closed on time since June. {end}", told))
    said = end.rstrip(".")
    quoted = {
        flag.id for flag in review.flags if flag.status == "clear" and any(said in e.quote for e in flag.evidence)
    }
    assert not quoted & {"no-follow-up", "short-horizon", "perfect-story"}
    horizon = next(one for one in review.level.dimensions if one.id == "horizon")
    assert not any(said in one.quote for one in horizon.evidence)


def test_an_end_in_contentment_does_not_clear_the_follow_up() -> None:
    told = "The gates close on time. I'd do it the same way again."
    review = Reviewer().review(STORY.replace("The gates have closed on time since June. {end}", told))
    assert next(flag.status for flag in review.flags if flag.id == "no-follow-up") != "clear"


def test_a_price_that_was_paid_is_one_though_the_teller_would_pay_it_again() -> None:
    paid = "I closed the night gate, which cost us 40 tickets a day and I'd do that again."
    told = STORY.replace("I had both teams", f"{paid} I had both teams").format(end="")
    choice = next(flag for flag in Reviewer().review(told).flags if flag.id == "no-hard-decision")
    assert any("do that again" in one.quote for one in choice.evidence)


ASKED = (
    "INTERVIEWER: Tell me about a gate that you closed.\n\nCANDIDATE: "
    "Our ticket gates stood open every evening. I was responsible for the gates and one team. I had the team look "
    "at the locks, and they rewrote the controller. The gates have closed on time since June."
    "\n\nINTERVIEWER: {asks}\n\nCANDIDATE: {end}"
)


def looked_back(asks: str, end: str) -> tuple[str, int | None]:
    review = Reviewer().review(ASKED.format(asks=asks, end=end))
    perfect = next(flag for flag in review.flags if flag.id == "perfect-story")
    return perfect.status, next(one.rating for one in review.ratings if one.criterion == "learning")


@pytest.mark.parametrize(
    "end",
    [
        "Um, no, I don't think so. It went smoothly.",
        "Not really. Maybe I'd begin earlier.",
        "Honestly, nothing. The crew was happy with it.",
    ],
)
def test_no_to_the_question_what_to_do_otherwise_is_a_denial(end: str) -> None:
    assert looked_back("Would you do anything differently today?", end) == ("raised", 1)


@pytest.mark.parametrize(
    ("asks", "end"),
    [
        ("Would you do anything differently?", "Not really. Although I should have asked the guards first."),
        ("Would you do anything differently?", "No, but I'd ask the guards first, which I had forgotten."),
        ("Did anybody mind?", "Not really, I think. I should have asked the guards first."),
    ],
)
def test_no_that_is_taken_back_or_to_something_else_is_none(asks: str, end: str) -> None:
    assert looked_back(asks, end)[0] == "clear"


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Otherwise nothing really, it went well.", True),
        ("Otherwise, nothing.", True),
        ("We need a date, otherwise nothing gets done.", False),
        ("Otherwise nothing was written down.", False),
    ],
)
def test_otherwise_nothing_is_a_denial_where_nothing_else_is_said_of_it(words: str, denied: bool) -> None:
    assert denies(words) is denied
