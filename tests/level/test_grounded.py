"""Judgement grows by a step for a reason and by a step for a cost, in whatever words they are told."""

from __future__ import annotations

import pytest

from starproof import Reviewer

REVIEWER = Reviewer()

SCENE = "I run the till software of a bakery with nine people. The tills were slow and my boss wanted a new supplier. "
END = " Now nobody waits at the till. I learned to look at the numbers first."


def judgement(middle: str) -> tuple[int | None, str]:
    rating = next(one for one in REVIEWER.review(SCENE + middle + END).ratings if one.criterion == "judgement")
    return rating.rating, " ".join(rating.because)


@pytest.mark.parametrize(
    "choice",
    [
        "I did not think we should, and I told him so.",
        "We let the contract with the supplier lapse in June.",
        "I left the tills as they were and had the menu rewritten.",
        "I was against it and told him so.",
        "I took the loyalty card off the plan and put two of my people on the tills.",
    ],
)
def test_a_choice_without_a_word_for_deciding_is_heard(choice: str) -> None:
    assert "Takes a decision." in judgement(choice)[1]


@pytest.mark.parametrize("told", ["I wrote the menu anew and we tested it.", "I left the shop at eight that night."])
def test_what_is_only_done_is_no_choice(told: str) -> None:
    assert "Takes a decision." not in judgement(told)[1]


def test_one_word_moves_a_judgement_by_a_step_at_the_most() -> None:
    bare = judgement("I refused to buy one, which was a gamble.")
    reasoned = judgement("I refused to buy one because half of the wait was our own menu, which was a gamble.")
    assert bare[0] is not None
    assert reasoned[0] is not None
    assert bare[0] < reasoned[0] <= bare[0] + 1
    assert "neither its reason nor its cost is told in so many words" in bare[1]
    assert "neither" not in reasoned[1]


def test_what_the_teller_found_out_beside_a_choice_is_its_reason() -> None:
    found = judgement("I refused to buy one. I timed forty sales and found that half of the wait was our own menu.")
    assert "Says why." in found[1]
    assert "Says why." not in judgement("I refused to buy one. I timed forty sales and wrote them down.")[1]


def test_what_another_calls_too_risky_is_no_reason_of_the_tellers() -> None:
    assert "Says why." in judgement("A new supplier was too risky. I refused to buy one.")[1]
    assert "Says why." not in judgement("My boss said that waiting was too risky. I refused to buy one.")[1]


def test_reading_weeks_of_logs_is_no_choice() -> None:
    assert "Takes a decision." not in judgement("I pulled three weeks of receipts and read them.")[1]
    assert "Takes a decision." in judgement("I pulled three clerks and put them on the tills.")[1]


HEARD = {
    "Takes a decision.": (
        ["I recommended against the supplier.", "I voted against it.", "My recommendation was not to buy."],
        ["The supplier recommended against a new menu.", "I recommended a good dentist to my boss."],
    ),
    "Faces disagreement.": (
        [
            "I decided to keep the tills. The owner's answer was that I was protecting my team.",
            "I decided to keep the tills. Her reply: you are wasting my summer.",
            "I decided to keep the tills. The sales director complained above me.",
        ],
        [
            "I decided to keep the tills. Her answer was yes.",
            "I decided to keep the tills. Her reply was that she agreed.",
        ],
    ),
    "Says why.": (
        [
            "A new supplier would have helped with the paper and done nothing for the rest. I refused to buy one.",
            "I refused to buy one. It would not have changed the menu.",
        ],
        [
            "I refused to buy one. The owner would have preferred it.",
            "I refused to buy one. I counted three hundred sales.",
        ],
    ),
    "Says what it cost.": (
        [
            "I refused to buy one, and that cost Rafael's people three weeks.",
            "I refused to buy one, so that we were 6% slower for two months.",
        ],
        ["I refused to buy one. The old till had been 6% slower.", "I refused to buy one. The till cost 7,000 a year."],
    ),
    "Takes a risk": (
        [
            "I told my boss it might not work, and refused to buy one.",
            "I refused to buy one and put my own bonus on it.",
            "I couldn't tell her honestly that we'd make it, and I refused to buy one.",
        ],
        ["I refused to buy one. My bonus was for the tills.", "The supplier told us it was a coin toss."],
    ),
}


@pytest.mark.parametrize(("reason", "words"), [(what, one) for what, (told, _) in HEARD.items() for one in told])
def test_what_is_told_in_plain_words_is_not_called_untold(reason: str, words: str) -> None:
    assert reason in judgement(words)[1]


@pytest.mark.parametrize(("reason", "words"), [(what, one) for what, (_, other) in HEARD.items() for one in other])
def test_words_of_another_thing_are_not_taken_for_it(reason: str, words: str) -> None:
    assert reason not in judgement(words)[1]
