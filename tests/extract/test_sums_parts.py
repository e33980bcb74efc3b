"""A part told of its whole word for word, and the share or the rest that follows at once."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

WRONG = {
    "a share of which": ("There were 40 boats, of which 36 came home in time, 95%.", "95%"),
    "a share with a stop before it": (
        "Of the 24 wells, 18 just needed a new rope. Eighty-two percent! You drive for two hours to tie a knot.",
        "Eighty-two percent",
    ),
    "a rest": ("Of 8,300 bolts on the list 5,810 could not pass that test, 70%, and 2,940 remained.", "2,940"),
}
NOT_WRONG = {
    "a share of which": "In the trial there were 50 knocks, of which 45 were answered in time, 90%.",
    "what is left, as a share": "In the trial there were 50 knocks, of which 45 were answered in time, 10%.",
    "a share of something else": "In the trial there were 50 knocks, of which 45 were answered in time, 60% by night.",
    "a rest": "Of 8,300 bolts on the list 5,810 could not pass that test, 70%, and 2,490 remained.",
    "the other of another whole": "Of 8,300 bolts 5,810 could not pass that test, and in Leeds 90 remained.",
}


def wrong(text: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == "inconsistent"]


@pytest.mark.parametrize(("text", "figure"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_of_a_part_spelled_out_is_said(text: str, figure: str) -> None:
    assert wrong(text) == [figure]


@pytest.mark.parametrize("text", NOT_WRONG.values(), ids=NOT_WRONG.keys())
def test_what_is_right_or_of_another_whole_is_not(text: str) -> None:
    assert wrong(text) == []
