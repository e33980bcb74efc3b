"""Dimensions and flag say one thing of whether the work goes past the own team."""

from __future__ import annotations

from dataclasses import replace

from starproof.core.results import Dimension, Flag
from starproof.core.text import Span
from starproof.level import read_level
from tests.level.telling import hear

TOLD = (
    "I lead six engineers in claims at an insurer in Lyon. One claim in nine was paid twice. I was to stop that by "
    "May. I decided to hold every second payment for a day, and the examiners wrote the rule. By May one claim "
    "in two hundred was paid twice, and it has held since. I learned to ask sooner who else reads a rule."
)
CLEAR = Flag("single-team", "clear", None, "The work or its effect reaches past your own team.")


def dimensions(*flags: Flag) -> dict[str, Dimension]:
    return {d.id: d for d in read_level(hear(TOLD), flags).dimensions}


def test_where_words_show_others_no_dimension_says_that_nobody_is_told_of() -> None:
    start = TOLD.index("the examiners")
    evidence = hear(TOLD).evidence(Span(start, start + 32))
    told = dimensions(replace(CLEAR, evidence=evidence))
    for name in ("scope", "complexity"):
        assert told[name].because == "Reaches past the own team; how far is not told."
        assert told[name].evidence == evidence
    assert told["influence"].reads_as == "unclear"


def test_where_no_words_show_others_the_dimensions_say_that_they_are_not_told() -> None:
    told = dimensions(CLEAR)
    assert told["scope"].because == "Whom beyond the own team the work reached is not told."
    assert told["influence"].reads_as == "below"
