"""Words that sound like a fault, a quarrel, a risk or a price, and are none where they stand; and those that are."""

from __future__ import annotations

import pytest

from tests.extract.test_choices import found as chosen
from tests.extract.test_signals import found

PAIRS = [
    ("conflict", "I lead the mediation squad for roaming records.", "The mediation between the two crews failed."),
    ("risk", "They talk about a plan as if it were a fence.", "I signed it, and if it was wrong I would be gone."),
    ("mistake", "I broke it down into nine parts.", "I broke the night build."),
    ("mistake", "I see a fault, I own it, I fix it.", "The outage came of my rule, and I own it."),
    ("mistake", "I went there to explain and say sorry and give a new date.", "I was wrong and said sorry."),
    ("mistake", "I did not think twice about it.", "I did not think about the night shift."),
    ("mistake", "I did not think it would hold.", "We had no drill, and I did not think of the nurses."),
    ("mistake", "We kept one oven. My call, a good one.", "Two sites kept two ovens. My call, wrong."),
    ("mistake", "They said the call was bad and mine was better.", "Renting it was a bad idea, and that was mine."),
    ("mistake", "They picked the wrong door.", "I went in and said we had picked the wrong oven first."),
    ("owned-part", "The plan was approved by the board.", "I said that the late plan was approved by me."),
    ("lesson", "I don't accept excuses.", "I don't accept a date without a doubt beside it."),
    ("lesson", "He should get it, and I'd never mention it again.", "I would never do it again without a drill."),
    ("unpopular", "We was promised two nurses.", "The gym had been promised to the parents."),
    ("challenge", "By then they would know enough to leave us.", "Two of the testers left us."),
    ("trade-off", "Packing dropped from six minutes to four.", "We dropped the export so that the scan was ready."),
    ("trade-off", "The drill left a mark.", "I lent them my best tester, which left a hole here."),
]


@pytest.mark.parametrize(("kind", "other", "meant"), PAIRS)
def test_a_cue_counts_only_where_it_means_it(kind: str, other: str, meant: str) -> None:
    assert not found(kind, other, "result"), other
    assert found(kind, meant, "result"), meant


@pytest.mark.parametrize(
    ("taken", "other"),
    [
        (
            "I wrote a short paper saying that we should not rent it.",
            "I wrote a mail saying that we should meet.",
        ),
        ("I gave the yard chiefs the stop button.", "I gave the yard chiefs the keys."),
        ("I gave them really the last word.", "I gave them the last cake."),
        ("I had to trade something for it.", "I had to train somebody for it."),
    ],
)
def test_refusing_in_writing_handing_over_a_stop_and_trading_are_choices(taken: str, other: str) -> None:
    assert chosen(taken)
    assert not chosen(other)
