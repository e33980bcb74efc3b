"""The sheet of a story and what is said about it there: origins of figures, details, lengths, putting away, undo."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from starproof.core.bank import Draft
from starproof.core.document import Provenance
from tests.web.axe import looking, wrong
from tests.web.browser import come_back
from tests.web.conftest import Served

STORY = (
    "Our depot paid $40,000 a month for late vans. I ran three teams and was asked to halve it within six months. "
    "I stopped the new planner against the advice of my director, and told her so. I moved two engineers to dispatch. "
    "We pay $12,000 a month now, $336,000 a year less. I learned to ask drivers first."
)
HOSTILE = "<script>alert(1)</script> ]]> \u202e<img src=x onerror=alert(2)> " + STORY
PARTS = ("", "/edit", "/about", "/versions", "/revisions")


@pytest.fixture
def kept(served: Served) -> str:
    return served.bank.add(Draft(STORY, id="depot", title="The depot")).id


@pytest.fixture
def client(served: Served, kept: str) -> httpx.Client:
    return served.client(accept="text/html")


def test_one_click_says_where_a_figure_comes_from_and_the_others_keep_theirs(
    client: httpx.Client, served: Served
) -> None:
    served.bank.edit("depot", provenance=(Provenance("three teams", "estimated"),))
    page = client.post("/stories/depot/figures", data={"figure": "$336,000 a year", "origin": "measured"}).text
    said = served.bank.get("depot").draft.provenance
    assert said == (Provenance("$336,000 a year", "measured"), Provenance("three teams", "estimated"))
    assert 'value="measured" id="from1-measured" aria-pressed="true"' in page
    client.post("/stories/depot/figures", data={"figure": "$336,000 a year", "origin": "told", "by": " finance "})
    assert served.bank.get("depot").draft.provenance[0] == Provenance("$336,000 a year", "told", "finance")


def test_an_origin_that_is_none_is_refused(client: httpx.Client, served: Served) -> None:
    assert client.post("/stories/depot/figures", data={"figure": "x", "origin": "guessed"}).status_code == 422
    assert served.bank.get("depot").draft.provenance == ()


def test_a_part_that_is_swapped_in_says_what_it_did(client: httpx.Client) -> None:
    data = {"figure": "$336,000 a year", "origin": "cannot-confirm"}
    answer = client.post("/stories/depot/figures", data=data, headers={"hx-request": "true"})
    assert answer.history == []
    assert "not%20confirmed" in answer.headers["x-said"]


def test_words_of_before_may_be_saved_after_a_figure_got_its_origin(client: httpx.Client, served: Served) -> None:
    client.post("/stories/depot/figures", data={"figure": "$336,000 a year", "origin": "measured"})
    answer = client.post("/stories/depot/text", data={"text": STORY + " It lasts.", "revision": "1"})
    assert answer.status_code == 200, "nobody else has changed the words"
    assert served.bank.get("depot").draft.text.endswith("It lasts.")


def test_details_are_kept_as_they_are_written(client: httpx.Client, served: Served) -> None:
    data = {
        "title": " The vans ",
        "question": "",
        "happened": "2025-03",
        "tags": "vans,  late  trains , vans,",
        "principles": ["ownership", "dive-deep"],
        "notes": "Ask Ana.\r\nTwice.",
    }
    client.post("/stories/depot/about", data=data)
    said = served.bank.get("depot").draft
    assert (said.title, said.question, said.happened) == ("The vans", None, "2025-03")
    assert (said.tags, said.principles) == (("vans", "late trains"), ("ownership", "dive-deep"))
    assert said.notes == "Ask Ana.\nTwice."
    assert client.post("/stories/depot/about", data={"happened": "in spring"}).status_code == 422


def test_a_telling_is_written_down_and_can_be_undone(client: httpx.Client, served: Served) -> None:
    page = client.post("/stories/depot/told", data={"on": "2026-03-01", "company": "Acme", "went": "well"}).text
    assert "2026-03-01" in page
    assert "Undo the last change: told in an interview" in page
    client.post("/stories/depot/undo")
    assert served.bank.get("depot").draft.uses == ()


def test_a_story_is_put_away_and_brought_back(client: httpx.Client, served: Served) -> None:
    assert "Put away" in client.post("/stories/depot/archive").text
    assert served.bank.list().total == 0
    client.post("/stories/depot/restore")
    assert served.bank.list().total == 1


def test_lengths_are_kept_beside_the_story_and_held_against_it(client: httpx.Client, served: Served) -> None:
    assert STORY in client.post("/stories/depot/versions/2", data={"begin": "1"}).text
    shorter = "We paid $40,000 a month for late vans. I ran four teams. We pay $12,000 a month now."
    page = client.post("/stories/depot/versions/2", data={"text": shorter}).text
    assert served.bank.get("depot").draft.versions == {2: shorter}
    assert "<bdi>three teams</bdi> → <bdi>four teams</bdi>" in page
    assert "left out</span> <bdi>$336,000 a year</bdi>" in page
    client.post("/stories/depot/versions/2", data={"text": " "})
    assert served.bank.get("depot").draft.versions == {}
    assert client.post("/stories/depot/versions/5", data={"text": "x"}).status_code == 422


def test_a_story_that_cannot_be_reviewed_is_shown_with_the_reason(served: Served) -> None:
    served.bank.add(Draft("---\ntitle: Nothing\n---\n", id="nothing"))
    page = served.client(accept="text/html").get("/stories/nothing")
    assert page.status_code == 200
    assert "cannot be read yet" in page.text


def test_nothing_that_was_pasted_acts_on_any_page(served: Served) -> None:
    served.bank.add(
        Draft(HOSTILE, id="<b>", title=HOSTILE, tags=("<i>",), notes="</textarea><script>", question=HOSTILE)
    )
    client = served.client(accept="text/html")
    client.post("/stories/%3Cb%3E/versions/3", data={"text": HOSTILE})
    for part in PARTS:
        page = client.get(f"/stories/%3Cb%3E{part}")
        assert page.status_code == 200, part
        for bad in ("<script>alert", "<img", "<b>", "<i>x", "</textarea><script>"):
            assert bad not in page.text.replace('<i style="', ""), (part, bad)


def test_a_megabyte_is_kept_and_shown_at_once_without_being_read(served: Served) -> None:
    text = (STORY + "\n\n") * 2500
    client = served.client(accept="text/html")
    sheet = client.post("/stories", data={"text": text[:990_000]})
    assert "cannot be read yet" in sheet.text
    story = str(sheet.url)
    for part in PARTS[1:]:
        assert client.get(story + part).status_code == 200, part
    live = client.post(story + "/live", data={"text": text[:980_000], "revision": "1"})
    assert "up to 30,000 are read here" in live.text
    assert client.post(story + "/text", data={"text": text[:980_000], "revision": "1"}).status_code == 200
    assert client.get(story + "/revisions").status_code == 200


def test_nothing_keeps_anybody_from_using_the_pages_of_a_story(browser: Any, served: Served, kept: str) -> None:
    served.bank.edit(kept, text=STORY + " It lasted.", provenance=(Provenance("three teams", "told", "Ana"),))
    served.bank.put_version(kept, 2, STORY)
    with looking(browser, "light", "phone") as page:
        for part in PARTS:
            assert wrong(page, f"{served.url}/stories/{kept}{part}") == [], part


def test_an_origin_is_swapped_in_and_the_focus_stays_on_its_button(browser: Any, served: Served, kept: str) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}/stories/{kept}")
    page.evaluate("window.stayed = true")
    page.focus("#from1-estimated")
    page.keyboard.press("Enter")
    page.locator("#from1-estimated[aria-pressed=true]").wait_for()
    expect(page.locator("#said")).to_contain_text("estimated")
    expect(page.locator("#from1-estimated")).to_be_focused()
    assert page.evaluate("window.stayed")
    page.close()


def test_marks_and_notes_lead_to_each_other_by_keyboard(browser: Any, served: Served) -> None:
    text = (files("starproof") / "examples" / "parts-catalogue.md").read_text(encoding="utf-8")
    served.bank.add(Draft(text, id="catalogue"))
    page = browser.new_page()
    page.goto(f"{served.url}/stories/catalogue")
    page.focus(".ref >> nth=0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#s-n"))
    note = page.url.partition("#")[2]
    expect(page.locator(f"#{note}.tied"), "the note is lit where its mark is reached").to_have_count(1)
    expect(page.locator("mark.tied").first).to_be_attached()
    page.focus(f"#{note} .back")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#s-m"))
    page.close()


def test_a_telling_and_a_new_story_are_kept_while_they_are_typed(browser: Any, served: Served, kept: str) -> None:
    served.bank.put_version(kept, 3, "We paid for late vans.")
    page = browser.new_page()
    for address, area in ((f"/stories/{kept}/versions", "#text3"), ("/stories/new", "#text")):
        page.goto(served.url + address)
        page.locator(area).press("Control+End")
        page.locator(area).type(" Then I stopped it.")
        page.locator("[data-kept]", has_text="Kept as you type").wait_for()
        page.locator(area).type(" At once.")
        page.goto("about:blank")
        come_back(page, served.url + address, area, " Then I stopped it. At once.")
        page.locator("[data-kept]", has_text="You typed this").wait_for()
    page.click("button.first")
    page.locator("#sheet").wait_for()
    with page.expect_response("**/stories/new/draft") as offered:
        page.goto(f"{served.url}/stories/new")
    assert offered.value.status == 204, "what was saved is offered no more"
    expect(page.locator("#text")).to_have_value("")
    page.goto(f"{served.url}/stories/{kept}/versions")
    page.click("text=Throw what I typed away")
    expect(page.locator("#text3")).to_have_value("We paid for late vans.")
    page.close()


def test_the_review_is_taken_along_as_one_file(served: Served) -> None:
    served.bank.add(Draft(STORY, id="tours", title="Fewer tours"))
    client = served.client()
    assert 'href="/stories/tours/review.html"' in client.get("/stories/tours").text
    answer = client.get("/stories/tours/review.html")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''tours.html"
    assert "Fewer tours" in answer.text
    assert "Red flags" in answer.text
    assert "<script" not in answer.text
    assert "/static/" not in answer.text, "it stands by itself"
    assert client.get("/stories/nobody/review.html").status_code == 404


def test_a_sentence_that_a_note_says_is_not_said_again(served: Served) -> None:
    served.bank.add(Draft("I ran three teams. I moved the scanner to the gate, and losses fell by 41%. " * 3, id="s"))
    page = served.client().get("/stories/s").text
    said = re.findall(r'<p dir="auto">([^<]{30,})</p>', page[page.index('id="s-story"') : page.index('class="side"')])
    flags = page[page.index('id="s-flags"') :]
    repeated = [words for words in said if words in flags]
    assert said, "there are notes"
    assert repeated == []
    assert re.search(r'<a href="#s-n\d+">note \d+</a>', flags)


def test_the_plans_that_a_story_is_not_near_to_are_folded(served: Served) -> None:
    served.bank.add(Draft(STORY, id="tours"))
    page = served.client().get("/stories/tours").text
    plans = page[page.index('id="s-plans"') :]
    assert plans.index("2-Minute Answer") < plans.index("<details>") < plans.index("3-Minute Answer")
    assert plans.count("<table>") == 3
