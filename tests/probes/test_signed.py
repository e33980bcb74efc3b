"""Who stands for a figure, how late a thing came, and who was told of it: what is told is not asked for."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.engine import Reviewer

REVIEWER = Reviewer()
OPENING = (
    "I ran two teams at a cannery, and the boilers stood still twice a week. My boss wanted it ended by the summer. "
    "I decided to buy a second pump in place of a new boiler, because the pump was what failed, and I said so. "
    "I asked three of my engineers to build it in with the fitters of the night shift. "
)


def asked(end: str) -> list[str]:
    review = REVIEWER.review(
        Story("s", OPENING + end + " I learned to look at what fails before I look at what is old.")
    )
    return [probe.question for probe in review.probes] + [
        f"{one.evidence.quote}: {one.probe}" for one in review.defence
    ]


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("The finance partner of the plant, a careful man, signs that number every January.", True),
        ("Our controller checked it twice.", True),
        ("Finance puts it in the books like that.", True),
        ("The auditors confirmed both.", True),
        ("Finance signed the lease for the hall.", False),
        ("The finance partner was glad of it.", False),
        ("The fitters of the night shift signed that paper.", False),
    ],
)
def test_who_signs_a_figure_in_the_next_sentence_has_measured_it(behind: str, told: bool) -> None:
    questions = asked(f"The stops cost us 61% less in the year after. {behind}")
    assert told != any("easured it" in one and "61%" in one for one in questions)


@pytest.mark.parametrize(
    "late", ["is late by three quarters", "slipped three quarters", "was delayed by three quarters"]
)
def test_how_late_a_thing_came_is_not_asked_for_its_baseline(late: str) -> None:
    questions = asked(f"The stops ended by June. The second line {late} and one fitter left.")
    assert not any("three quarters" in one and ("how much" in one or "baseline" in one) for one in questions)


def test_a_share_still_is() -> None:
    questions = asked("The stops fell by three quarters and one fitter left.")
    assert any("three quarters" in one and ("how much" in one or "baseline" in one) for one in questions)


@pytest.mark.parametrize(
    ("told", "asked_for"),
    [
        ("We lost a whole week of the spring catch. I stopped the line that day, and told the board of it.", False),
        ("I had warned the plant of it in March. We lost a whole week of the spring catch.", False),
        ("We lost a whole week of the spring catch. The line stood for it, and nobody knew why.", True),
    ],
)
def test_who_was_told_of_a_loss_before_it_or_with_a_deed_is_not_asked(told: str, asked_for: bool) -> None:
    questions = asked(f"{told} Since then the stops fell from 40 to 9 a year, by the log of the plant.")
    assert asked_for == any("what did you tell your team" in one for one in questions)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (", which they put at 1.4 million euros a year", True),
        (", and the owners reckoned it at 900 hours", True),
        (", and they put pumps into each hall", False),
    ],
)
def test_who_puts_a_figure_at_so_much_has_measured_it(behind: str, told: bool) -> None:
    questions = asked(f"The stops fell by 61%{behind}.")
    assert told != any("easured it" in one and "61%" in one for one in questions)
