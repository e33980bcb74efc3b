"""No part is asked for where no fault is put on others, or where the teller has taken it; nor an argument of nobody."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.probes.answered import is_found_out
from starproof.probes.quarrels import has_argument
from tests.level.telling import hear

STORY = (
    "I run the claims desk of an insurer with two team leads and nineteen engineers. In 2022 our releases slipped by "
    "a month.\n\nI was responsible for the releases. I decided to change how we test. {deed}\n\n"
    "I wrote a new plan with two other teams. Releases came back on time and we saved $900K a year in contractors. "
    "{end}"
)
PART = "what was your own part in how it came to that?"
ARGUMENT = "what was the best argument of the other side?"


def asked(deed: str, end: str = "It has held for a year.") -> str:
    return " ".join(one.question for one in Reviewer().review(STORY.format(deed=deed, end=end)).probes)


def test_the_logs_of_faults_put_no_fault_on_anybody() -> None:
    assert PART not in asked("I asked the vendor for their error logs and read them for a week.")
    assert PART in asked("We lost a whole week because they never tested anything.")


def test_what_the_teller_did_about_a_fault_of_nobody_puts_it_on_nobody() -> None:
    assert PART not in asked("I had waited for a third bad hire before I acted on it.")
    assert PART in asked("The recruiters had sent us one more bad hire that spring.")


def test_what_others_were_spared_or_may_do_is_no_fault_of_theirs() -> None:
    assert PART not in asked("", "They came more often, because they did not have to decide.")
    assert PART in asked("We lost a week, because they did not decide.")
    assert PART not in asked("", "Now the testers can stop a launch without asking me.")
    assert PART in asked("The testers stopped a launch without asking me.")


def test_who_takes_the_fault_in_few_words_is_not_asked_for_their_part() -> None:
    blamed = "We lost a whole week because they never tested anything."
    assert PART not in asked(f"{blamed} It was a mistake, and mine.")
    assert PART in asked(f"{blamed} It was a mistake, and theirs.")


def test_of_a_refusal_that_was_the_tellers_fault_nobody_asks_for_the_best_argument() -> None:
    refused = "I told nobody in audit. The auditors refused the first close. {} We agreed on a sample of one in twenty."
    told = asked(refused.format("That was a mistake, and mine."))
    assert "refused the first close”: what did you see at the time" in told
    assert ARGUMENT not in told
    assert ARGUMENT in asked(refused.format("That was a nuisance, and a long one."))


def test_modesty_about_the_outcome_has_no_other_side() -> None:
    assert ARGUMENT not in asked("", "I don't want to claim all of that, but sales put it down to our work.")
    assert "of it”: " + ARGUMENT in asked("The head of sales refused to hear of it.")


@pytest.mark.parametrize(
    ("then", "known"),
    [
        ("And what they told me, twenty-two of them, was that the form never waits.", True),
        ("Most of them said that the form never waits.", True),
        ("Then I wrote a form.", False),
        ("They are our oldest customers.", False),
    ],
)
def test_what_came_of_a_deed_is_told_where_the_next_sentence_says_what_they_said(then: str, known: bool) -> None:
    context = hear(STORY.format(deed=f"So I called thirty of the customers. {then}", end=""))
    place = context.sentence_at(context.document.text.index("So I called"))
    assert place is not None
    assert is_found_out(context, place) is known


def test_who_was_right_in_part_has_given_their_best_argument() -> None:
    paper = "Two heads wrote a counter-paper that called it a science project{}."
    told = asked(paper.format(", and in one respect they were right, since my first plan lacked data"))
    assert "what would it have taken for you to do it their way?" in told
    assert ARGUMENT in asked(paper.format(" that Monday"))


@pytest.mark.parametrize(
    ("none", "one"),
    [
        ("I didn't want to be the manager who says no.", "My boss didn't want the plan at all."),
        ("I sulked for a week about the refused plan.", "My boss refused the plan for a week."),
        ("Once he wanted to go back to the night desk, against my plan.", "He was against my plan for the night desk."),
        ("Where a pair did not agree, a third one read it.", "The leads did not agree with the plan."),
        ("Each page has a line that says no letter leaves unread.", "My boss said no to the plan and to the letter."),
        ("Our offers were refused in that month, every second one.", "Our plan was refused by the board that month."),
        ("She wasn't speaking to me until Thursday.", "She was against it until Thursday."),
    ],
)
def test_only_who_stands_against_something_is_asked_for_an_argument(none: str, one: str) -> None:
    def sides(deed: str) -> list[bool]:
        context = hear(STORY.format(deed=deed, end=""))
        told = context.facts.of("disagreement", "conflict")
        return [has_argument(context, signal) for signal in told]

    assert True not in sides(none)
    assert True in sides(one)
