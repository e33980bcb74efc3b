"""A story is read as spoken or written by how it goes on, not by its topic or its length."""

from __future__ import annotations

import pytest

from starproof.parse.register import register

WRITTEN = (
    "The tram depot (210 trams) lost 14% of its departures; the cause was unknown. I asked two leads to log every "
    "delay for a month. They found one switch. And nobody owned it.",
    "In my last company our depot lost its departures. I asked two leads to log each delay. They found one switch that "
    "nobody owned, and I took it for a quarter although the track office did not want it.",
    "- depot lost 14% of departures, cause unknown\n- had 2 leads log each delay (4 weeks)\n- found 1 switch; owner: "
    "nobody\n- took it for 1 quarter, delays fell from 14% to 3%",
)
SPOKEN = (
    "So the depot, it lost a lot of its departures, and nobody knew why, you know, so I asked two of my leads, they "
    "logged every delay for, like, a month, and they said, it's one switch. Well, nobody owned it.",
    "the depot it lost a lot of its departures and nobody knew why so i asked two of my leads and they logged every "
    "delay for a month and they said well it's just one switch and you know nobody really owned it",
    "The depot had two hundred and ten trams, it lost fourteen percent of its departures. My boss says, find out. "
    "I took two leads, they logged every delay, it was one switch, and that's nobody's.",
)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_was_written_is_told_from_speech_even_in_one_paragraph(text: str) -> None:
    assert register(text) == "written"


@pytest.mark.parametrize("text", SPOKEN)
def test_what_was_said_is_told_with_and_without_full_stops(text: str) -> None:
    assert register(text) == "spoken"


def test_a_few_words_are_taken_as_written() -> None:
    assert register("So, um, you know, well.") == "written"
