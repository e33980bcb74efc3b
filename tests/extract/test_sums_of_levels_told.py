"""Wrong sums that nobody told: of what takes the place of another, of numbers said in two, of what is in it besides."""

from __future__ import annotations

import pytest

from tests.extract.telling import read

UNTOLD = {
    "a level in place of another": (
        "Of every ten patients who began the form, six gave up. We get about nine thousand starts a month. Five "
        "thousand four hundred lost. By the spring half got through. So instead of three thousand six hundred it's "
        "four thousand five hundred, that's nine hundred more patients a month."
    ),
    "a share in place of another": (
        "We rang 85 farmers. It is ninety percent faster. Of the 85, 68 come when called, where it was 51: that is "
        "80% in place of 60%."
    ),
    "a rest of another whole": (
        "The change of 1,150 scales in 46 supermarkets. On average 25 per market. We planned five nights, ten markets "
        "each, with one night in reserve; that is sufficient for 50 markets, so there was air. In the first night we "
        "did 4 markets. In the second 7. In the third 9. After three of five nights we were therefore at 20 markets, "
        "and 26 remained, which for two nights means 13 per night."
    ),
    "a drop that is no share": (
        "i said i'm stopping the presses for the night crews until we're under eighty jams and he said you get one "
        "quarter not more so by december we were at sixty three jams a week so a seventy percent drop"
    ),
    "a part of what was lost": "Of the guests 63 wrote and we lost six thousand a month, so three percent.",
    "one number said in two": (
        "The hall holds fourteen hundred and we'd been selling twelve sixty, so ninety percent full."
    ),
    "another amount in it": (
        "The refunds are gone, which is worth $90,000 a month, or $1.5 million a year if counted with the overtime of "
        "$35,000 a month."
    ),
    "a price by the piece": (
        "Fuel for one barge is eighteen hundred dollars a day, and they want to put all nine in dock that is four "
        "hundred thousand dollars per barge."
    ),
    "more than was signed": (
        "At eleven bucks and two shifts that's nine ninety a day so three hundred and twenty thousand a year and picks "
        "are up and it's twelve over what we'd signed and I walk the floor."
    ),
    "a change before its own price": (
        "The jams went down to fifteen a shift so that's forty-five less and at nine bucks and two shifts that's eight "
        "ten a day."
    ),
}
TOLD = {
    "no other whole": (
        "We had 50 tills to change. After three nights we were at 20 tills, and 26 remained.",
        "26",
    ),
    "a share": ("We rang 85 farmers. Of the 85, 51 come when called, that is 80%.", "80%"),
    "a whole": ("We asked six thousand guests and 63 wrote, so three percent.", "three percent"),
    "a drop": ("We went from eighty jams a week to sixty, a seventy percent drop.", "seventy percent"),
    "numbers of two": ("We went from sixty seats to twelve, so ninety percent less.", "ninety percent"),
    "nothing in it": (
        "The refunds are gone, which is worth $90,000 a month, or $1.5 million a year.",
        "$1.5 million a year",
    ),
    "a year by the day": (
        "Fuel for one barge is eighteen hundred dollars a day, that is four hundred thousand dollars a year.",
        "four hundred thousand dollars a year",
    ),
}


def wrong(text: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == "inconsistent"]


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD.keys())
def test_a_figure_is_not_held_to_a_sum_that_its_words_rule_out(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(("text", "figure"), TOLD.values(), ids=TOLD.keys())
def test_it_is_held_to_one_that_they_tell(text: str, figure: str) -> None:
    assert wrong(text) == [figure]
