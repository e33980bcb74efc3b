"""Nobody is asked how a figure came about that is given: a price, or the share that a thing is by itself."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.core.results import Defence
from starproof.probes.given import begins
from tests.level.telling import hear

REVIEWER = Reviewer()
STORY = (
    "**Situation:** Our playhouse sold its seats by post, and the box office fell over each spring.\n\n"
    "**Task:** I ran the box office team, seven people, and was to sell the spring by May.\n\n"
    "**Action:** I decided to sell by lot, although the manager was against it.\n\n"
    "**Result:** {}\n\n**Reflection:** I learned to ask the ushers first."
)


def gone_for(result: str) -> list[str]:
    review = REVIEWER.review(STORY.format(result))
    asked = [item.quote for probe in review.probes for item in probe.evidence]
    return [*asked, *(one.evidence.quote for one in review.defence)]


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("The spring is something like 60% of the year's bookings.", "60%"),
        ("Two plays made 60% of the noise. Calls fell from 90 a day to 30.", "60%"),
        ("Two plays caused about 60% of the calls. They fell from 90 a day to 30.", "60%"),
        ("Calls fell from 90 a day to 30. The spring accounts for 60% of the year's bookings.", "60%"),
    ],
)
def test_a_share_that_a_thing_is_by_itself_is_no_outcome(result: str, words: str) -> None:
    assert not any(words in quote for quote in gone_for(result))


def test_a_share_that_was_taken_away_is_an_outcome() -> None:
    assert any("60%" in quote for quote in gone_for("The lot spared us 60% of the calls."))


def test_a_share_that_things_have_come_to_is_one() -> None:
    assert any("60%" in quote for quote in gone_for("The lot is now 60% of the year's bookings."))


SCENE = "When I took over the box office, we had 4,000 seats and a queue down the street. {} "
DONE = "I moved the sale to a Sunday, and calls fell from 90 a day to 30. I learned to ask the ushers first."


@pytest.mark.parametrize(("told", "asked"), [("A third of those seats stood empty.", False), ("", False)])
def test_a_share_before_any_deed_is_of_the_scene(told: str, *, asked: bool) -> None:
    review = REVIEWER.review(SCENE.format(told) + DONE)
    assert any("third" in probe.question for probe in review.probes) is asked
    assert any("third" in one.evidence.quote for one in review.defence) is asked


def test_a_share_behind_a_deed_is_an_outcome() -> None:
    after = "I moved the sale to a Sunday. A third of those seats stood empty. "
    review = REVIEWER.review(SCENE.format(after) + DONE)
    assert any("third" in one.evidence.quote for one in review.defence)


def test_the_price_of_one_is_not_asked_for_beside_the_sum() -> None:
    sold = "We sold 18,000 tickets at £90. That's £1,620,000."
    review = REVIEWER.review(STORY.format(sold))
    asked = [probe.question for probe in review.probes if "tickets at" in probe.question]
    assert asked == []
    assert any("1,620,000" in quote for quote in gone_for(sold))


def test_nobody_is_asked_of_how_many_is_the_part_that_the_teller_takes_credit_for() -> None:
    told = "Calls cost us $2.1 million a year less, and I'd say half of that is real."
    assert not any(quote.strip().endswith("half of that is real") for quote in gone_for(told))
    assert any(
        "half of the" in quote for quote in gone_for("Calls fell, and half of the queue went to the other door.")
    )


def test_the_time_by_which_a_thing_is_priced_is_no_outcome() -> None:
    told = "The cost of an hour of light fell from $48 to $30. {}"
    assert not any(one.card.front.startswith("“an hour") for one in _defended(told.format("Nobody waits now.")))
    assert any("an hour" in one.evidence.quote for one in _defended("The queue takes an hour now, down from a day."))


def _defended(result: str) -> tuple[Defence, ...]:
    """The figures to defend that are times."""
    review = REVIEWER.review(STORY.format(result))
    return tuple(one for one in review.defence if review.quantities[one.quantity].kind == "duration")


def test_where_a_change_starts_is_not_asked_about() -> None:
    told = "The light cost nine million a year {} four million now, and calls fell from 90 a day to 30."
    asked = " ".join(one.question for one in REVIEWER.review(STORY.format(told.format("and it's"))).probes)
    assert "cost nine million a year”" not in asked


@pytest.mark.parametrize(
    ("between", "starts"),
    [("and it's", True), ("and is now", True), ("to", True), ("and", False), ("and the tape another", False)],
)
def test_a_change_starts_where_it_is_told_what_it_became(between: str, *, starts: bool) -> None:
    told = f"The light cost nine million a year {between} four million."
    context = hear(STORY.format(told))
    first = next(n for n, q in enumerate(context.facts.quantities) if q.text == "nine million a year")
    assert begins(context, first) is starts


def test_the_ground_of_a_sum_that_is_asked_about_is_not_asked_about_again() -> None:
    told = "The light cost nine million a year and it's {} million now, so six million a year saved."
    wrong, right = (
        " ".join(one.question for one in REVIEWER.review(STORY.format(told.format(words))).probes)
        for words in ("four", "three")
    )
    assert "Which is it?" in wrong
    assert "four million now”" not in wrong
    assert "Which is it?" not in right
