"""What others do today is what became of it; what they feel, want or did is not."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.time.standing_now import standing

ENDS = (
    "I run the counters of a post office, with seven reports. The queues were long, and I had to choose between a "
    "second counter and a ticket machine. I took the machine, and moved two clerks to the floor. Waiting fell from "
    "19 minutes to 6. What I got wrong was the clerks: I should have asked them first."
)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("This year they own the machine, not us.", "This year they own"),
        ("She now teaches it to the new hires.", "She now teaches"),
        ("They write the rota themselves now.", "They write the rota themselves now"),
        ("Today the depots run it.", "Today the depots run "),
    ],
)
def test_what_others_do_today_is_told(sentence: str, told: str) -> None:
    found = standing(sentence)
    assert found is not None
    assert sentence[slice(*found)] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "This year they lost two depots.",
        "Today they are angry.",
        "Today we know better.",
        "Today the errors run at 4%.",
        "She now said no.",
    ],
)
def test_a_past_a_mood_or_a_measure_is_not(sentence: str) -> None:
    assert standing(sentence) is None


def test_a_story_that_ends_with_what_others_do_today_has_a_follow_up() -> None:
    found = Reviewer().review(f"{ENDS} This year they set the opening hours, not I.")
    flag = next(one for one in found.flags if one.id == "no-follow-up")
    assert flag.status == "clear"
    assert [one.quote for one in flag.evidence] == ["This year they set the opening hours"]
    bare = Reviewer().review(ENDS)
    assert next(one for one in bare.flags if one.id == "no-follow-up").status == "raised"
