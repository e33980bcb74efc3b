"""Lists that are marked by arrows, and headings that say when they speak of, as hurried notes have them."""

from __future__ import annotations

import pytest

from starproof.core.document import Document, Story
from starproof.parse import parse


def document(text: str) -> Document:
    return parse(Story("s", text))


def quotes(text: str) -> list[str]:
    read = document(text)
    return [read.quote(sentence.span) for sentence in read.sentences]


@pytest.mark.parametrize("mark", ["→", "->", "=>", "➜", "✓", "»"])
def test_lines_that_each_begin_with_an_arrow_are_items_of_a_list(mark: str) -> None:
    items = ["counted what each of the 900 kilns really needs", "proposal: six recipes", "two potters hated it"]
    read = document("What I did\n" + "\n".join(f"{mark} {item}" for item in items) + "\n\nResult\nIt holds.")
    assert [read.quote(sentence.span) for sentence in read.sentences][:3] == items
    assert [sentence.bullet for sentence in read.sentences][:3] == [True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        "We cut the firing from nine hours to five, and the backlog of the summer from five months\n→ three weeks.",
        "- firing time of the large kilns, as told\n  -> five hours\n- backlog of the summer orders\n  -> three weeks",
    ],
    ids=["one alone", "under an item"],
)
def test_an_arrow_that_goes_on_from_the_line_before_opens_no_item(text: str) -> None:
    assert not any(quote.startswith(("three", "five")) for quote in quotes(text))


def test_lines_that_are_quoted_are_no_items_of_a_list() -> None:
    read = document("I told them this:\n\n> I stop the kiln tonight, and the\n> crew goes home.\n\nThey went home.")
    assert not any(sentence.bullet for sentence in read.sentences)
    assert len(read.sentences) == 3


@pytest.mark.parametrize(
    "head",
    [
        "Outcome, 12 mo on",
        "Results after a year",
        "Impact so far",
        "Results – 6 months later:",
        "RESULT TO DATE",
        "Outcome after 3 qtrs",
    ],
)
def test_a_heading_may_say_when_it_speaks_of(head: str) -> None:
    read = document(f"Context\nThe kilns were slow.\n\nWhat I did\nI stopped the order.\n\n{head}\nFiring takes 5 h.")
    assert [sentence.given for sentence in read.sentences] == ["situation", "action", "result"]


@pytest.mark.parametrize("line", ["Results came in after a year", "Outcome, 12 kilns on", "Task force, 3 months later"])
def test_a_line_that_says_more_than_when_is_no_heading(line: str) -> None:
    read = document(f"Context\nThe kilns were slow.\n\nWhat I did\nI stopped the order.\n\n{line}\nFiring takes 5 h.")
    assert {sentence.given for sentence in read.sentences[1:]} == {"action"}
