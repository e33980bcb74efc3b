"""Markdown that shows the user's words and never obeys them."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from starproof.guides import load_guide
from starproof.report import render
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story, review_of

GUIDE = load_guide()


def html_of(markdown: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)


def test_every_part_of_the_review_is_there() -> None:
    text = render([example_review()], format="markdown", guide=GUIDE)
    for words in (
        "# The catalogue nobody waited for",
        "**32% better than the target**<sup>3</sup>",
        "| 32% | ✗ does not add up | 500 ms to 287 ms is 42.6 % less |",
        "| ◆ raised | Blaming others |",
        "## Level: at L6",
        "## They will ask next",
    ):
        assert words in text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_make_no_markup_of_their_own(name: str) -> None:
    text = HOSTILE[name]
    made = html_of(render([review_of(text, (2, 9), title=text)], format="markdown", guide=GUIDE))
    fine = html_of(render([review_of("I ran three teams and it took long.", (2, 9))], format="markdown", guide=GUIDE))
    for tag in ("<script", "<a ", "<img", "<b>", "<!--", "<code", "<table>", "<h1>", "<h2>", "<em>"):
        assert made.count(tag) == fine.count(tag), tag
    assert not set(made) & set("\x1b\x9b\u202e\x00")


@pytest.mark.parametrize(
    "opening", ["# no heading", "- no list", "1) no list", "+ x", "> x", "| a | b |", "===", "---"]
)
def test_a_line_that_looks_like_markdown_stays_words(opening: str) -> None:
    made = html_of(render([review_of(opening + " and so on", title=opening)], format="markdown", guide=GUIDE))
    plain = html_of(render([review_of("words and so on", title="words")], format="markdown", guide=GUIDE))
    for tag in ("<h1>", "<h2>", "<ul>", "<ol>", "<hr", "<blockquote>", "<table>"):
        assert made.count(tag) == plain.count(tag), tag


def test_several_reviews_stand_under_their_own_headings() -> None:
    made = html_of(render([example_review(), no_story()], format="markdown", guide=GUIDE))
    assert made.count("<h1>") == 2
    assert made.count("<hr") == 1
