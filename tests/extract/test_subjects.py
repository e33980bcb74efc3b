"""No change is called wrong by the figures of another thing."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

OTHERS = (
    "The wait went from 14 minutes to 4 minutes. Complaints are down 60%.",
    "The wait went from 14 minutes to 4 minutes, so it is 45% less. Complaints are down 60%.",
    "We had 42 services and merged them to 17. On-call pages are down by half.",
    "Test runs went from two hours to 25 minutes, which let us ship 3x as often.",
    "I grew the team from 8 to 20. Revenue doubled.",
    "Demurrage fell from $800K to $200K a harvest. 31% of the drivers now use text messages.",
)
SAME = (
    ("The wait went from 14 minutes to 4 minutes, so it is 45% less.", "45%"),
    ("Refunds went from 900 a month to 300 a month. So refunds are down 50%.", "50%"),
    ("Latency fell from 800 ms to 200 ms. That is a cut of 50%.", "50%"),
)


@pytest.mark.parametrize("text", OTHERS)
def test_a_change_of_another_thing_is_not_held_to_the_sum(text: str) -> None:
    wrong = [claim.text for claim in read(text) if claim.verdict == "inconsistent"]
    assert wrong in ([], ["45%"])


@pytest.mark.parametrize(("text", "figure"), SAME)
def test_a_change_of_the_same_thing_is(text: str, figure: str) -> None:
    assert [claim.text for claim in read(text) if claim.verdict == "inconsistent"] == [figure]
