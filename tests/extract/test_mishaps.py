from __future__ import annotations

import pytest

from starproof.extract.teller.mishaps import mishaps
from tests.level.telling import hear

STORY = (
    "I manage four developers at a ski school and the passes took an hour each morning. I was asked to halve that. "
    "I sat at the counter for two days and we moved the passes to a kiosk. "
)
END = " The passes take ten minutes since, and it is still so after three winters."


def found(middle: str) -> list[str]:
    context = hear(STORY + middle + END)
    return [context.document.quote(span) for span in mishaps(context)]


@pytest.mark.parametrize(
    "middle",
    [
        "The first version failed for children's passes.",
        "On the first morning the printer did not work.",
        "The dry run had to be repeated because of the ice.",
        "We had to start over with the photos.",
        "There was a lapse on my part with the holiday list.",
        "Our kiosk crashed in the first snow.",
        "We had one outage on a Sunday.",
    ],
)
def test_what_went_wrong_on_the_way_is_found(middle: str) -> None:
    assert len(found(middle)) == 1
    assert found(middle)[0] in middle


@pytest.mark.parametrize(
    "middle",
    [
        "For the first time nobody lost a pass.",
        "The first version never failed.",
        "Nothing had to be repeated.",
        "We asked what would happen if the kiosk crashed.",
        "We put a second printer beside it, so that nothing had to be done again.",
        "I froze the list in May.",
        "The first kiosk went to the north lift.",
    ],
)
def test_what_did_not_happen_is_no_mishap(middle: str) -> None:
    assert found(middle) == []


def test_what_had_failed_before_the_work_is_the_scene() -> None:
    text = (
        "The first version of the kiosk had crashed before I came, and it was the reason for the queue. " + STORY + END
    )
    assert list(mishaps(hear(text))) == []
