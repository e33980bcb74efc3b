"""What a clear flag quotes: whole clauses that show it, or nothing, and then it says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.core.results import Flag
from starproof.engine import Reviewer
from starproof.rules.flagging import UNQUOTED, UNSETTLED, UNSURE, unquoted
from starproof.rules.own.OWN303 import ic_work
from tests.level.telling import hear

REVIEWER = Reviewer()
STORY = (
    "Our counter at the town hall had long queues, and the clerks before me had hated the forms. I was asked to "
    "shorten them by June. I decided to have two of my clerks sort the forms at the door, although the union was "
    "against it, and I gave up the new sign for it. Waiting fell from 50 minutes to 30, and it is still 30 two years "
    "later. I should have asked the clerks first."
)


def flag(text: str, name: str) -> Flag:
    return next(one for one in REVIEWER.review(text).flags if one.id == name)


def test_a_hard_decision_is_shown_by_the_clause_that_tells_it() -> None:
    quotes = [one.quote for one in flag(STORY, "no-hard-decision").evidence]
    assert "although the union was against it" in quotes
    assert not any("hated" in quote for quote in quotes)


@pytest.mark.parametrize("name", ["no-hard-decision", "perfect-story", "short-horizon", "no-follow-up", "blame"])
def test_no_quote_of_a_clear_flag_is_a_scrap(name: str) -> None:
    found = flag(STORY, name)
    assert found.status == "clear"
    assert all(len(one.quote.split()) >= 4 for one in found.evidence)


def test_a_flag_that_is_clear_without_words_to_show_says_so() -> None:
    found = flag(STORY, "micromanagement")
    assert (found.status, found.because, found.evidence) == ("clear", UNQUOTED, ())


def test_the_outcome_is_shown_by_clauses_and_not_by_bare_numbers() -> None:
    quotes = [one.quote for one in flag(STORY, "vague-metrics").evidence]
    assert quotes[0] == "Waiting fell from 50 minutes to 30"
    assert all(len(quote.split()) >= 4 for quote in quotes)


@pytest.mark.parametrize(
    ("share", "verdict"),
    [(UNSURE - 0.01, ("clear", UNQUOTED)), (UNSURE, ("cannot_say", UNSETTLED)), (0.9, ("clear", UNQUOTED))],
)
def test_a_flag_that_nothing_told_settles_is_left_open(share: float, verdict: tuple[str, str]) -> None:
    context = replace(hear(STORY), leanings={"micromanagement": Leaning(share, ())})
    found = unquoted(context, "micromanagement")
    assert (found.status, found.because) == verdict


@pytest.mark.parametrize(
    ("deeds", "status"),
    [
        (
            "I set them up with reservations and put them in a row. I made a little card for each printer myself.",
            "cannot_say",
        ),
        ("I moved the boxes myself and took the old sign down. I wrote a note for each counter.", "cannot_say"),
        ("I make little card for each printer and I move the boxes. I set them up with reservations.", "cannot_say"),
        ("I tell the clerks that nobody loses counter. I set them up with reservations.", "clear"),
        ("I made two of the clerks try it for a week. I set them up with reservations.", "clear"),
        ("I asked Wenda to take the door. I moved the boxes myself.", "clear"),
        ("I told the clerks that nobody was going to lose a counter. I moved the boxes myself.", "clear"),
    ],
)
def test_the_tellers_own_hands_are_no_proof_of_leading(deeds: str, status: str) -> None:
    story = f"Our printers fell off the network. I was to end that by June. {deeds} Calls fell from 31 to 4 a month."
    context = replace(hear(story), leanings={"ic-work": Leaning(0.05, ())})
    verdict = ic_work.judge(context) if ic_work.judge else None
    assert verdict is not None
    assert verdict.status == status
    assert not any("myself" in one.quote or "set them" in one.quote for one in verdict.evidence)
