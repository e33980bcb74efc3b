"""What the advice names for cutting: scenery and what is said twice, never a sentence that the story goes on with."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.engine import Options, Reviewer

REVIEWER = Reviewer(options=Options(words_per_minute=100))
FILLING = (
    "The harbour is old, and the wind there comes from the west in spring and from the north in all of winter. "
    "It has a crane that is painted green, which is a colour that was cheap in those years. "
    "There were gulls on the roof, and the roof leaked whenever it rained for longer than an hour or so. "
    "Behind the station was a cafe with blue chairs, and at noon there was soup with white beans and a bit of lemon. "
    "On Sundays there was music at the bridge, mostly brass, with a drummer who was ninety and deaf in one ear. "
)
REST = (
    "\nTask: I was responsible for two teams and had to bring the lost permits under five by the end of June.\n"
    "Action: I decided to drop the paper form for the scanner. I asked the pilots to sit with my team for a week, "
    "and we put the scanner at the gate. I went to every ship in the first month, with a printed sheet, and wrote down "
    "what the captains said of it, and each evening we changed what could be changed before the morning. I gave the "
    "counter to my two youngest, because they were quick, and the older ones took the telephone and the complaints. "
    "In the second month I stopped the printing, and told the head of the port why, and he agreed. {extra}\n"
    "Result: We lose 3 permits a month now, and nobody has missed the paper since the scanner came.\n"
    "Reflection: I learned to look at the form before I look at the people.\n"
)


def named(opening: str, extra: str = "") -> list[str]:
    """The sentences that the plans' advice names, by how they begin."""
    text = f"Situation: Our office lost 40 permits a month. {opening}{FILLING}{REST.format(extra=extra)}"
    review = REVIEWER.review(Story("s", text))
    advice = [one.advice for one in review.timing.frameworks]
    return [one.partition("look at “")[2].partition("”")[0] for one in advice if "look at “" in one]


def test_scenery_is_named() -> None:
    assert named("")
    assert all(one.startswith(("The harbour is", "It has", "There were", "Behind", "On Sundays")) for one in named(""))


@pytest.mark.parametrize(
    "needed",
    [
        "In those days, in summer and winter alike, there was a scanner in a box in the cellar, in the dark and cold. ",
        "And with all of this in the air, in wind and in cold, the question was do we go into it or do we not. ",
        "And I should say at once, in the wind and in the cold of it, that the error was not ours nor the ship's. ",
        "And there, in the wind and in the cold and in the dark of the year, the Ferrymen wanted none of it at all. ",
    ],
)
def test_what_the_story_goes_on_with_is_not_named(needed: str) -> None:
    assert all(not needed.startswith(one.removesuffix(" …")) for one in named(needed))


def test_a_step_is_not_named_but_what_was_said_before_is() -> None:
    step = "I went through the harbour with my team and we talked to every pilot about their boats. "
    assert not any(one.startswith("I went") for one in named("", extra=step * 1))
    assert any(one.startswith("I went") for one in named("", extra=step * 30))
