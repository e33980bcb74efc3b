"""Notes jotted down line by line, beside text that merely goes on in the next line."""

from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import Story
from starproof.parse import parse
from tests.growth import assert_even, seconds

NOTES = """claims portal, 3 teams, ~40 eng
funder wants < 3% lost by June, else money stops
pilot in the easiest district (my choice, wrong)
0.9%! champagne
scale-up to the coast: 14%
easiest district teaches nothing"""
PROSE = (
    "In the spring our claims portal lost one letter in seven. I had three teams and a board that wanted less than "
    "three percent by June. We chose the easiest district for the pilot. That was my choice, and it was wrong, since "
    "what works where roads are good says little about the coast. On the coast we lost fourteen percent."
)


def told(text):
    document = parse(Story("story", text))
    return [document.quote(sentence.span) for sentence in document.sentences]


def test_each_line_of_notes_is_read_by_itself():
    assert [line.split("!")[0] for line in NOTES.splitlines()] == [
        said.split("!")[0] for said in told(NOTES) if said != "champagne"
    ]


@pytest.mark.parametrize("width", [30, 48, 72, 100])
def test_lines_that_are_filled_are_one_text(width):
    assert [" ".join(said.split()) for said in told(fill(PROSE, width))] == told(PROSE)


def test_two_lines_are_no_notes():
    assert told("We lost one letter in seven and the board\nwas cross.") == [
        "We lost one letter in seven and the board\nwas cross."
    ]


@given(st.lists(st.text(st.sampled_from("éø .!\u2028\r\t"), max_size=20), max_size=8))
def test_no_word_is_lost_whatever_the_lines(lines):  # of letters that number no list, as an "a." would
    text = "\n".join(lines)
    if not text.strip():
        return
    document = parse(Story("story", text))
    covered = {place for sentence in document.sentences for place in range(sentence.span.start, sentence.span.end)}
    spans = [sentence.span for sentence in document.sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert not document.sentences or {place for place, sign in enumerate(text) if sign in "éø"} <= covered


def test_many_lines_are_cut_in_even_time():
    assert_even(lambda size: seconds(lambda: told("asked the leads\n" * size)), 500, 4000)
