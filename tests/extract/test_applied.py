"""A lesson that is told to have been put to use is not asked for, and counts as something that changed."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.teller.applied import applies

QUAY = (
    "I run the ticket office of a ferry line with nine people. Queues were long and I was asked to halve them by May. "
    "I moved the sales to the quay. In the second week the printer broke and forty people missed the boat, which was "
    "my mistake: I had never asked the porters. By May the queue was 4 minutes and not 11. I learned to ask the "
    "porters before I draw a plan. {}"
)
ASKED = "when did you last act on that"


@pytest.mark.parametrize(
    "words",
    [
        "We did that with the island line last year and we found the weak printer in a day.",
        "Last spring I did the same with the car deck, and it came out two weeks early.",
        "I applied that to the winter timetable, and we caught three clashes.",
        "We tried it on the next quay.",
        "I've used that twice since.",
        "This year we ran it so for both harbours.",
        "I have since used it with the bus firm.",
        "I did it again last spring.",
        "In the last budget round I said it there, and we changed one of the dates.",
        "I still open kickoffs w/ that question, and it has stopped two of my plans.",
    ],
)
def test_what_was_done_again_with_another_thing_is_a_lesson_put_to_use(words: str) -> None:
    assert applies(words)


@pytest.mark.parametrize(
    "words",
    [
        "We never did that with the island line last year.",
        "We did that with the island line.",
        "If I did it again I would ask in the first week rather than the fortieth.",
        "I still wish I had asked that question.",
        "I still hate that list.",
        "I did it at night.",
        "We had done that on the island last year, and it was wrong.",
        "If we did that with the next quay, we would find it.",
        "In the last budget round she said it there, and we changed one of the dates.",
        "In the last budget round I said it too late, and it was wrong.",
        "She did that with the car deck last year and found it.",
    ],
)
def test_what_was_not_or_was_another_is_none(words: str) -> None:
    assert not applies(words)


def test_a_lesson_that_the_next_sentence_applies_is_not_asked_for_and_counts() -> None:
    end = "We did that with the island line last year and we found the weak printer in a day."
    used, bare = (Reviewer().review(QUAY.format(words)) for words in (end, "It had rained that May."))
    asked = "\n".join(probe.question for probe in used.probes)
    assert ASKED not in asked
    assert ASKED in "\n".join(probe.question for probe in bare.probes)
    ratings = [next(one.rating or 0 for one in r.ratings if one.criterion == "learning") for r in (used, bare)]
    assert ratings[0] > ratings[1]


def test_what_the_teller_does_now_as_in_the_lesson_is_put_to_use() -> None:
    assert applies("What I would do otherwise is to seat a porter with us, as I have done in the firm I run now.")
    assert not applies("What I would do otherwise is to seat a porter with us, as I did not dare to do then.")
