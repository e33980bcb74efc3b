"""Doubts that rule a sum out however likely it weighs: each reads one sum of a text, beside one that looks alike."""

from __future__ import annotations

import pytest

from starproof.core.document import Story
from starproof.core.facts import ClaimKind
from starproof.extract.quantities import quantities
from starproof.extract.sums.doubts.raised import out_of_place
from starproof.extract.sums.story.figures import Figure, telling
from starproof.extract.sums.story.pairs import pairs
from starproof.extract.sums.story.reading import LOOSE, Reading
from starproof.extract.sums.story.scene import Scene
from starproof.parse.story import parse
from tests.extract.telling import read

RULED_OUT: dict[str, tuple[str, str, ClaimKind, tuple[str, ...], float]] = {
    "who is counted": (
        "We went from fifty to sixteen, so a lot less and it's forty bakers who wait.",
        "forty bakers", "difference", ("fifty", "sixteen"), 34.0,
    ),
    "a level that used to be another": (
        "There are 300 thousand seats. Overtime used to be 61 thousand a month, it's 38.",
        "38", "difference", ("300 thousand seats", "61 thousand a month"), 39.0,
    ),
    "a product as it stands": (
        "Staff is 12% less. The letters cost $0.11 each, and at 13,000 a month that is $1,430.",
        "$1,430", "share", ("12%", "13,000 a month"), 1560.0,
    ),
    "a factor of the last and another": (
        "In May 28,000 came in two months, 14,000 calls a month, and then 43,000 calls a month, three times as many.",
        "three times", "multiple", ("28,000", "14,000 calls"), 2.0,
    ),
    "a margin that is no level": (
        "We landed on sixty-six, so four under target, and forty-four percent smaller than we started.",
        "forty-four percent", "relative_change", ("sixty-six", "four"), 93.9,
    ),
    "a margin that is no product": (
        "We put the two big books back in, cost us three. We landed on 66, so four under target.",
        "four", "sum", ("two big books", "three"), 6.0,
    ),
    "a change at a price": (
        "Returns went from 380 to 76 a year, and at $6,500 a go that's just shy of $2 million a year.",
        "$2 million a year", "sum", ("380", "$6,500"), 2_470_000.0,
    ),
}  # fmt: skip
LEFT: dict[str, tuple[str, str, ClaimKind, tuple[str, ...], float]] = {
    "no clause on who": (
        "We went from fifty seats to sixteen, so it's forty less.",
        "forty", "difference", ("fifty seats", "sixteen"), 34.0,
    ),
    "a factor of no others": (
        "In two months we did 28,000, so 14,000 a month, three times as fast.",
        "three times", "multiple", ("28,000", "14,000 a month"), 2.0,
    ),
    "two levels": (
        "We started at 66, and landed on 44, twenty percent smaller than we started.",
        "twenty percent", "relative_change", ("66", "44"), 33.3,
    ),
}  # fmt: skip


def scene(text: str) -> Scene:
    document = parse(Story("story", text))
    spans = [sentence.span for sentence in document.sentences]
    story = telling(document.text, quantities(document.text, within=spans), spans)
    return Scene(story, pairs(story))


def named(here: Scene, words: str) -> Figure:
    """The last figure that begins with these words."""
    return [f for f in here.story.figures if f.quantity.text.startswith(words)][-1]


def ruled_out(text: str, told: str, kind: ClaimKind, operands: tuple[str, ...], computed: float) -> bool:
    here = scene(text)
    figure = named(here, told)
    indices = tuple(named(here, words).index for words in operands)
    reading = Reading(kind, figure.value, computed, indices, LOOSE, str)
    return out_of_place(here, figure, reading, (), named=False, likely=1.0)


@pytest.mark.parametrize(("text", "told", "kind", "operands", "computed"), RULED_OUT.values(), ids=RULED_OUT.keys())
def test_a_sum_that_the_text_rules_out_is_not_said(
    text: str, told: str, kind: ClaimKind, operands: tuple[str, ...], computed: float
) -> None:
    assert ruled_out(text, told, kind, operands, computed)


@pytest.mark.parametrize(("text", "told", "kind", "operands", "computed"), LEFT.values(), ids=LEFT.keys())
def test_a_sum_that_looks_alike_is_left(
    text: str, told: str, kind: ClaimKind, operands: tuple[str, ...], computed: float
) -> None:
    assert not ruled_out(text, told, kind, operands, computed)


def test_a_goal_missed_by_so_much_is_no_level_that_a_factor_is_measured_to() -> None:
    text = "Payment took 12 days in December and takes 6 now. This is two days within the brief, and {} times as fast."
    assert [claim.text for claim in read(text.format(5)) if claim.verdict == "inconsistent"] == []
