"""Stories on paper and on cards."""

from __future__ import annotations

import csv
import io

import docx

from starproof.bank.exporting import as_anki, as_docx, as_page
from starproof.bank.importing import Item, gather_bytes
from starproof.core.bank import Draft
from starproof.report.safe import visible
from starproof.report.templating import escaping

TEXT = (
    "**Situation**: We lost 9% of 4,000 orders.\n\n- I asked two teams\n- and waited\n\n"
    "## Result\n\nWe saved $2M a year."
)


def test_a_page_shows_each_story_on_its_own_sheet_and_runs_nothing() -> None:
    drafts = [Draft(TEXT, title="<script>alert(1)</script>", question="Why?"), Draft("x \u202e y", id="b")]
    page = as_page(drafts, css="body{}", escaping=escaping)
    assert page.count('<article class="story"') == 2
    assert "<script" not in page
    assert "\u202e" not in page
    assert visible("\u202e") in page
    assert "break-after: page" in page
    assert "http:" not in page
    assert "https:" not in page


def test_a_word_file_reads_back_as_the_same_stories_and_survives_odd_characters() -> None:
    drafts = [Draft(TEXT + f" {n} \x01\ufffe", title=f"Story {n}", principle="ownership") for n in range(3)]
    found = list(gather_bytes(as_docx(drafts), "x.docx", principles={}, split=2))
    assert [one.draft.title for one in found if isinstance(one, Item)] == ["Story 0", "Story 1", "Story 2"]
    body = docx.Document(io.BytesIO(as_docx(drafts))).element.body
    assert (
        sum(one.get(one.tag.replace("}br", "}type")) == "page" for one in body.iter() if one.tag.endswith("}br")) == 2
    )


def test_cards_ask_the_question_and_show_opening_and_figures() -> None:
    text = as_anki([(Draft(TEXT, title="Orders", question="Tell me, why?", tags=("a b",)), [("front", 'ba"ck')])])
    header, _, body = text.partition("#tags column:3\n")
    assert header.startswith("#separator:Comma\n")
    first, second = csv.reader(io.StringIO(body))
    assert first[0] == "Tell me, why?"
    assert "We lost 9% of 4,000 orders." in first[1]
    assert "$2M a year" in first[1]
    assert first[2] == "starproof a-b"
    assert second[:2] == ["front", 'ba"ck']
