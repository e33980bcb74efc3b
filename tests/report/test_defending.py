"""The figures to defend, and the caps of ratings, in every format that people read."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from starproof.core.document import Provenance
from starproof.core.results import Review
from starproof.engine import Reviewer
from starproof.guides import load_guide
from starproof.report import render
from starproof.report.defending import defended
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story

GUIDE = load_guide()
FORMATS = pytest.mark.parametrize("format", ["text", "markdown", "html"])


def shown(review: Review, format: str, width: int = 100) -> str:
    """The report on one line, as its reader sees the words."""
    text = render([review], format=format, guide=GUIDE, width=width)
    bare = (
        html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)) if format == "html" else text
    )
    return " ".join(bare.replace("\\", "").split())


@FORMATS
def test_each_figure_has_its_questions_and_where_it_comes_from(format: str) -> None:
    words = shown(example_review(), format)
    at = words.casefold().index("figures to defend")
    for part in ("You say 32%, but 500 ms to 287 ms is 42.6 % less. Which is it?", "What else changed?"):
        assert part in words[at:]
    assert "measured by finance" in words[at:]


@FORMATS
def test_how_to_say_where_figures_come_from_is_told_once_and_only_while_one_is_without(format: str) -> None:
    review = example_review()
    assert shown(review, format).count("Say where each comes from") == 1
    said = tuple(replace(one, provenance=Provenance("32%", "told"), ask=None) for one in review.defence)
    words = shown(replace(review, defence=said), format)
    assert "Say where each comes from" not in words
    assert "told by someone" in words


@FORMATS
def test_a_review_without_figures_to_defend_has_no_such_section(format: str) -> None:
    assert "figures to defend" not in shown(no_story(), format).casefold()


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_card_is_there_to_drill(format: str) -> None:
    assert "“Median search went from 4.2 seconds to 287 ms.”" in shown(example_review(), format)


@FORMATS
@pytest.mark.parametrize("name", HOSTILE)
def test_what_an_author_says_of_a_figure_is_shown_and_never_obeyed(format: str, name: str) -> None:
    review = example_review()
    said = tuple(replace(one, provenance=Provenance("32%", "told", HOSTILE[name])) for one in review.defence)
    text = render([replace(review, defence=said)], format=format, guide=GUIDE, width=80)
    assert not set(text) & set("\x00\x07\x1b\x7f\x9b\u202e\u2066\u2028")
    if format != "text":
        assert "<script>" not in text.replace("\\<script\\>", "")


def test_the_section_keeps_its_width_on_a_narrow_terminal() -> None:
    text = render([example_review()], format="text", guide=GUIDE, width=60)
    lines = text[text.index("Figures to defend") :].splitlines()
    assert max(map(len, lines)) <= 60


@FORMATS
def test_what_holds_a_rating_down_stands_beside_it(format: str) -> None:
    assert shown(example_review(), format).count("No more than 2: A fault is put on another team.") == 1


@pytest.mark.parametrize(
    ("result", "figure"),
    [
        ("Overtime went from 11 hours a week per head to 3.", "11 hours a week per head to 3"),
        ("Overtime went from 11 hours a week to 3 hours.", "3 hours"),
    ],
)
def test_a_bare_number_is_shown_with_what_it_changed_from(result: str, figure: str) -> None:
    scene = "**Situation:** The bakery was slow.\n\n**Action:** I asked two leads for a new rota.\n\n"
    review = Reviewer().review(f"{scene}**Result:** {result}")
    assert [one.figure for one in defended(review)] == [figure]
