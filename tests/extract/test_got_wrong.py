"""A mistake that is named first and told after, or noted without its article, is the teller's own."""

from __future__ import annotations

import pytest

from starproof.extract.teller.owning import is_mistake
from tests.level.telling import hear

STORY = (
    "I manage four developers at a ski school and the passes took an hour each morning. I was asked to halve that. "
    "I sat at the counter for two days and we moved the passes to a kiosk. "
)
END = " The passes take ten minutes since, and it is still so after three winters."


def owned(middle: str) -> bool:
    context = hear(STORY + middle + END)
    return any(is_mistake(context, signal) for signal in context.facts.of("mistake"))


@pytest.mark.parametrize(
    "middle",
    [
        "One I got wrong: I pushed for somebody that Lena had doubts about.",
        "One hire I got badly wrong, because we were late.",
        "The part I got wrong was the season passes.",
        "I stayed for the day shift. Mistake, was useless by ten.",
    ],
)
def test_a_mistake_named_before_it_is_told_is_owned(middle: str) -> None:
    assert owned(middle)


@pytest.mark.parametrize(
    "middle",
    [
        "The one thing the vendor got wrong was the label.",
        "If I sign I have to know how I would find out that I was wrong.",
        "He said the one thing I got wrong was the label.",
        "The mistake was found by a guest.",
    ],
)
def test_what_others_got_wrong_or_say_of_the_teller_is_not(middle: str) -> None:
    assert not owned(middle)


@pytest.mark.parametrize(
    "middle",
    [
        "I also made a mistake. I switched off the old reader.",
        "I really made a bad mistake. I switched off the old reader.",
        "I then forgot the season passes.",
        "Mistake: muted six alarms of the kiosk.",
        "I made one mistake that I still think about. I had not told the guests.",
    ],
)
def test_a_mistake_is_owned_with_an_adverb_before_it(middle: str) -> None:
    assert owned(middle)


@pytest.mark.parametrize(
    "middle",
    [
        "The vendor also made a mistake.",
        "I also made a list of mistakes that guests make.",
        "Mistake rates fell in the first week.",
    ],
)
def test_mistakes_of_others_are_not_owned_with_an_adverb_before_them(middle: str) -> None:
    assert not owned(middle)
