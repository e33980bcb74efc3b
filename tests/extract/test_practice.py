"""A practice that holds for every one of something to this day outlives the quarter; a trouble that does is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from starproof.core.facts import Leaning
from starproof.extract.time.practice import practice
from starproof.probes.answered import is_acted_on
from starproof.rules.imp.IMP403 import short_horizon
from tests.growth import assert_even, seconds
from tests.level.telling import hear

STORY = (
    "I manage six fitters at a bus garage in Antwerp. Brakes were checked late, and I was to end that. I decided to "
    "check at night, although the drivers were against it. Late checks fell from 31 to 4 a month. "
)


@pytest.mark.parametrize(
    "words",
    [
        "The forty cases are still the first thing every new bus of ours has to survive.",
        "To this day every new brake is tested with that load.",
        "Ever since, each repair has gone through the list.",
        "Every new fitter still reads it in the first week.",
        "To this day no bus leaves us without it.",
        "Nobody signs a bus out to this day without a second pair of eyes.",
        "Those questions are now the first item in our morning round.",
        "We have done it three winters running.",
        "We built a test bench, which every garage in the city uses today.",
        "Each new fitter starts with it these days.",
        "Now nothing goes to the drivers that I haven't walked round first.",
    ],
)
def test_what_holds_for_every_one_is_a_practice(words: str) -> None:
    assert practice(words) is not None
    context = hear(STORY + words)
    due = replace(context, leanings={"short-horizon": Leaning(0.6, ())})
    assert short_horizon.judge is not None
    assert short_horizon.judge(due).status == "clear"


@pytest.mark.parametrize(
    "words",
    [
        "To this day every driver complains about it.",
        "Every new bus still fails that test.",
        "Nobody knows to this day who wrote it.",
        "Every new fitter still waits six weeks for a key.",
        "Since every repair needs two days we were late.",
        "Every order is still printed on paper.",
        "It was still the first thing every driver asked for.",
        "We lost money three years running.",
        "The target I had accepted three years running without a word.",
        "Each garage still had its own copy.",
    ],
)
def test_a_trouble_or_a_state_of_before_is_none(words: str) -> None:
    assert practice(words) is None


def test_a_lesson_that_is_a_practice_by_now_is_not_asked_for_its_use() -> None:
    context = hear(STORY + "I learned to ask the drivers first. Now nothing goes to them that I haven't walked round.")
    assert is_acted_on(context, len(context.labels) - 2)
    other = hear(STORY + "I learned to ask the drivers first. Nothing went to them that winter.")
    assert not is_acted_on(other, len(other.labels) - 2)


def test_a_page_without_full_stops_takes_even_time() -> None:
    words = "every new bus still and no bus now the list is are still the first thing "
    assert_even(lambda n: seconds(lambda: practice(words * n)), 40, 400)


@pytest.mark.parametrize(
    "words",
    [
        "Every garage used the old form.",
        "Nobody uses it today.",
        "Every driver has it now and then.",
        "Each day we lost a bus, and every fitter has a complaint now.",
    ],
)
def test_what_every_one_did_or_nobody_does_today_is_no_practice(words: str) -> None:
    assert practice(words) is None
